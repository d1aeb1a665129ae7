"""Two ways to run commands: in this process, and as a person does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from govgraph_exports.cli.app import app

_SCRIPT = "from govgraph_exports.cli import main; main()"


def invoke(*arguments: str | Path, stdin: str | None = None) -> Any:
    """Run a command in this process: `stdout`, `stderr` and `exit_code`. A fault of the command is raised."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def start(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", _SCRIPT, *map(str, arguments)],
        capture_output=True,
        env=process_environment(**environment),
        check=False,
    )


def process_environment(**variables: str) -> dict[str, str]:
    """The environment in which a process of its own finds the packages under test."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **variables}
