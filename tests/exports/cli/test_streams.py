from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from exports.commands import process_environment, start
from govgraph_exports.cli.streams import say, write_json


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252", "utf-8"])
def test_a_console_of_any_encoding_survives(encoding: str, store: Path) -> None:
    done = start("ask", "leads", "云溪市民政局", "--store", store, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert b"Traceback" not in done.stderr


def test_json_is_whole_in_every_encoding(store: Path) -> None:
    answers = [
        json.loads(
            start("ask", "leads", "--json", "--store", store, PYTHONIOENCODING=encoding).stdout.decode(
                encoding
            )
        )
        for encoding in ("gbk", "ascii", "utf-8")
    ]
    assert answers[0] == answers[1] == answers[2]


def test_a_reader_that_has_seen_enough_is_no_error(store: Path) -> None:
    script = "from govgraph_exports.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "facts", "--store", str(store)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=process_environment(),
    )
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    _, stderr = process.communicate()
    assert (process.returncode, stderr) == (0, b"")


def test_no_colours_where_nobody_looks_at_a_terminal(store: Path) -> None:
    done = start("ask", "leads", "云溪市民政局", "--store", store)
    assert b"\x1b[" not in done.stdout + done.stderr


def test_messages_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    say("[red]市科技局[/red] :smile: [0m")
    assert capsys.readouterr().err == "[red]市科技局[/red] :smile: [0m\n"


def test_json_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    write_json({"单位": "市科技局"})
    assert json.loads(capsys.readouterr().out) == {"单位": "市科技局"}
