"""One store of the bundled samples for all commands that only read, and a way to run commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

_SCRIPT = "from govgraph_exports.cli import main; main()"


@pytest.fixture(scope="session")
def samples() -> Path:
    return Path(str(files("govgraph_exports") / "samples"))


@pytest.fixture(scope="session")
def store(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "store"
    done = run_command("build", samples, "--store", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def run() -> Run:
    return run_command


def run_command(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run govgraph as a person does, in a process of its own, without colours and with UTF-8."""
    return subprocess.run(
        [sys.executable, "-c", _SCRIPT, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "PYTHONIOENCODING": "utf-8",
            "NO_COLOR": "1",
            "COLUMNS": "120",
            **environment,
        },
        check=False,
    )
