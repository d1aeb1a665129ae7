"""Settings of hypothesis for the tests of the loaders: the same few examples on every run, under any load."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "loaders", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("loaders")
