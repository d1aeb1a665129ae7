"""How many nodes a picture of the graph holds: apart, for commands name it before anything is drawn."""

DEFAULT_LIMIT = 300
MOST_NODES = 2000
"""More in one picture nobody can read."""
