"""Every command on consoles that lack characters, and colours as NO_COLOR (no-color.org) wants them."""

from __future__ import annotations

import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from exports.commands import process_environment, start
from govgraph_exports.cli.streams import prepare_streams, write_data

# All commands in one process of its own: starting Python for each would take a minute.
_ALL = """
import json, sys
from govgraph_exports.cli import main
for command in json.loads(sys.argv[1]):
    sys.argv = ["govgraph", *command]
    try:
        main()
    except SystemExit as stopped:
        print(f"\\x1e{stopped.code or 0}")
"""
_COLOUR = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|38|4[0-7])m")
_SENSELESS = {"--help", "--version"}


def _commands(store: Path, folder: Path) -> dict[str, int]:
    """Commands with the exit status that each must have."""
    plan = folder / "计划.txt"
    plan.write_text("云溪市科技计划\n（一）建设平台。市科技局牵头。\n", encoding="utf-8")
    own = f"--store {shlex.quote(str(folder / 'own'))}"
    held = f"--store {shlex.quote(str(store))}"
    return {
        f"build {shlex.quote(str(plan))} {own}": 0,
        f"remove 计划.txt {own}": 0,
        f"build {shlex.quote(str(folder / '没有.txt'))} {own}": 3,
        f"ask leads 云溪市民政局 {held}": 0,
        f"ask leads 云溪市民证局 {held}": 1,
        f"ask leads 教育局 {held}": 0,
        f"ask targets 产业规模 {held}": 0,
        f"ask path 云溪市科技局 云溪市教育局 {held}": 0,
        f"query 'SELECT ?x WHERE {{ ?y gov:leads/skos:prefLabel ?x }}' {held}": 0,
        f"query SELECT {held}": 2,
        f"explain 新建改建社区食堂 {held}": 0,
        f"facts {held}": 0,
        f"facts -o {folder}/facts.csv {held}": 0,
        f"export -o {folder}/graph.ttl {held}": 0,
        f"export -o {folder}/graph.doc {held}": 2,
        f"stats {held}": 0,
        f"doctor {held}": 0,
        f"validate {held}": 0,
        f"rejected {held}": 0,
        f"identity review --list {own}": 1,
        "bild": 2,
        "--help": 0,
        "ask leads --help": 0,
        "--version": 0,
    }


def _pages(store: Path, folder: Path) -> dict[str, int]:
    """Commands that draw pages, which takes its time: for the console that people have."""
    held = f"--store {shlex.quote(str(store))}"
    return {
        f"view graph 云溪市民政局 -o {folder}/view.html {held}": 0,
        f"view matrix 云溪市 -o {folder}/matrix.html {held}": 0,
        f"view timeline --on 2024-11-01 -o {folder}/timeline.html {held}": 0,
        f"view load 云溪市 -o {folder}/load.html {held}": 0,
        f"view flow 云溪市 -o {folder}/flow.html {held}": 0,
        f"view indicators 云溪市 -o {folder}/indicators.html {held}": 0,
        f"view cooperation 云溪市 -o {folder}/cooperation.html {held}": 0,
        f"report 云溪市 -o {folder}/report.html {held}": 0,
    }


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_every_command_survives_a_console_that_lacks_characters(
    encoding: str, store: Path, tmp_path: Path
) -> None:
    commands = _commands(store, tmp_path) | (_pages(store, tmp_path) if encoding == "gbk" else {})
    listed = json.dumps([shlex.split(command) for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", _ALL, listed],
        capture_output=True,
        env=process_environment(PYTHONIOENCODING=encoding, COLUMNS="100"),
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode(encoding)
    told = [int(status) for status in re.findall(r"\x1e(\d+)", done.stdout.decode(encoding))]
    assert dict(zip(commands, told, strict=True)) == commands
    assert "✓".encode("ascii", "backslashreplace") not in done.stderr


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("gbk", "√ ×·→≥ \\U0001f600"), ("ascii", "OK x*->>= \\U0001f600"), ("utf-8", "✓ ✗•→≥ 😀")],
)
def test_marks_that_a_console_lacks_have_stand_ins(
    encoding: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    prepare_streams()
    write_data("✓ ✗•→≥ 😀")
    sys.stdout.flush()
    assert written.getvalue().decode(encoding).strip() == shown


@pytest.mark.parametrize("command", ["ask leads 云溪市民政局", "stats", "explain 没有这个名称", "--help"])
def test_no_color_takes_all_colours_away(command: str, store: Path) -> None:
    arguments = [*shlex.split(command), *([] if command in _SENSELESS else ["--store", str(store)])]
    coloured = start(*arguments, FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="")
    plain = start(*arguments, FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")
    assert _COLOUR.search(coloured.stdout + coloured.stderr) or command == "stats"
    assert not _COLOUR.search(plain.stdout + plain.stderr)
