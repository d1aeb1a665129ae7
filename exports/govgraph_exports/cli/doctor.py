"""The command that looks at the installation and the store: doctor."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from govgraph_exports.cli.failures import BAD_INPUT
from govgraph_exports.cli.options import JsonOption, StoreOption, store_to_build, suggest
from govgraph_exports.cli.progress import working
from govgraph_exports.cli.streams import write_data, write_json
from govgraph_exports.wrapping import printable, text_columns

if TYPE_CHECKING:
    from govgraph_exports.cli.diagnosis import Check

_MARKS = {"ok": "✓", "absent": "-", "broken": "✗"}
_PARTS = {
    "program": "程序 Program",
    "extra": "可选功能 Extras",
    "tool": "环境 Surroundings",
    "store": "图谱 Store",
}


def doctor(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """装了什么，库是否完好 · What is installed, and whether the store is sound; exit status 3 if not."""
    from govgraph_exports.cli.diagnosis import diagnose

    with working("检查 Looking"):
        checks = diagnose(store_to_build(store))
    sound = all(check.state != "broken" for check in checks)
    if as_json:
        write_json({"ok": sound, "checks": [asdict(check) for check in checks]})
    else:
        _show(checks)
    if not sound:
        raise typer.Exit(BAD_INPUT)
    has_store = any(check.part == "store" and check.state == "ok" for check in checks)
    if has_store:
        suggest("ask leads", "看谁牵头什么 See who leads what", store, as_json)
    else:
        suggest("build 你的文件夹", "读入文件 Read files", store, as_json)


def _show(checks: list[Check]) -> None:
    """The checks by part, each with what is found, what it is for, and what mends it."""
    width = max(text_columns(check.name) for check in checks if check.part != "store")
    for number, (part, found) in enumerate(groupby(checks, key=lambda check: check.part)):
        if number:
            write_data("")
        write_data(_PARTS[part])
        for check in found:
            gap = " " * max(0, width - text_columns(check.name))
            line = "  ".join(filter(None, (check.name + gap, check.found, check.note)))
            write_data(printable(f"  {_MARKS[check.state]} {line.rstrip()}"))
            if check.mend:
                write_data(f"      → {check.mend}")
