from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from exports.commands import invoke, process_environment, start
from govgraph.questions import QUESTIONS
from govgraph_exports.cli.app import app

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
    ("view", "cooperation"),
    ("view", "indicators"),
    ("view", "flow"),
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


def _examples(group: Any = None) -> Iterator[list[str]]:
    """The words of every example that help gives, without those of the questions."""
    for name, command in (group or get_command(app)).commands.items():
        if hasattr(command, "commands"):
            yield from _examples(command) if name != "identity" else ()
        else:
            yield shlex.split(command.epilog.partition("govgraph ")[2])


@pytest.mark.parametrize(
    "words", [words for words in _examples() if words[0] in {"ask", "explain", "query", "view"}], ids=" ".join
)
def test_examples_of_help_ask_what_the_samples_answer(
    words: list[str], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert invoke(*words, "--store", store).exit_code == 0


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_help_with_an_example(question: str) -> None:
    shown = " ".join(invoke("ask", question, "--help").stdout.split())
    assert f"govgraph ask {question} {QUESTIONS[question].example}"[:60] in shown
    assert "--json" in shown


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
