"""Code run by a fresh interpreter, where the hash seed may be chosen."""

from __future__ import annotations

import os
import subprocess
import sys


def output_of(*arguments: str, seed: str = "0", seconds: float = 60) -> bytes:
    """What `python ARGUMENTS` prints, with the import paths of this process; raises where it fails."""
    paths = os.pathsep.join(filter(None, sys.path))
    run = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
        timeout=seconds,
    )
    return run.stdout


def outputs_by_seed(*arguments: str) -> set[bytes]:
    """What `python ARGUMENTS` prints under two hash seeds: one member where they make no difference."""
    return {output_of(*arguments, seed=seed) for seed in ("1", "2")}
