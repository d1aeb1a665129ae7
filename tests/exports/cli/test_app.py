from __future__ import annotations

import subprocess
import sys

import pytest

from exports.commands import invoke, process_environment, start

COMMANDS = [
    ("build",),
    ("demo",),
    ("ask", "leads"),
    ("ask", "tasks"),
    ("ask", "who"),
    ("query",),
    ("facts",),
    ("explain",),
    ("ask", "path"),
    ("ask", "brokers"),
    ("view", "graph"),
    ("view", "source"),
    ("view", "matrix"),
    ("view", "timeline"),
    ("view", "load"),
    ("report",),
    ("export",),
    ("stats",),
    ("doctor",),
    ("validate",),
    ("remove",),
    ("rejected",),
    ("identity", "review"),
    ("identity", "same"),
    ("identity", "different"),
    ("identity", "rename"),
    ("identity", "forget"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_takes_json_and_a_store(command: tuple[str, ...]) -> None:
    done = invoke(*command, "--help")
    assert done.exit_code == 0
    assert "--json" in done.stdout
    assert f"govgraph {' '.join(command)}" in done.stdout  # the example
    assert ("--store" if command != ("demo",) else "--output") in done.stdout


def test_a_mistyped_command_suggests_the_right_one() -> None:
    done = invoke("bild")
    assert done.exit_code == 2
    assert "build" in done.stderr


def test_the_version_is_told() -> None:
    assert invoke("--version").stdout.startswith("govgraph ")


def test_help_loads_nothing_heavy() -> None:
    script = "import sys; from govgraph_exports.cli.app import app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=process_environment(), check=True
    )
    assert not {"spacy", "rdflib", "pyoxigraph", "pyvis", "networkx", "pandas", "govgraph"} & set(
        done.stdout.split()
    )


def test_a_missing_argument_is_exit_status_2() -> None:
    assert start("ask", "who").returncode == 2
