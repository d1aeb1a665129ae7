"""What is installed and what state the store is in, check by check; nothing is changed or fetched."""

from __future__ import annotations

import platform
import sqlite3
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from govgraph_exports.cli.streams import speaks_unicode
from govgraph_ontology.errors import StoreUnusable

State = Literal["ok", "absent", "broken"]
"""`absent`: one can do without it; `broken`: something does not work."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    `part`: program, extra, tool or store. `found`: its version or what it holds. `note`: what it is for, or
    what is wrong. `mend`: a command that helps, where there is one.
    """

    part: str
    name: str
    state: State
    found: str = ""
    note: str = ""
    mend: str = ""


def diagnose(folder: Path) -> list[Check]:
    """All checks, the store in `folder` last."""
    return [*_programs(), *_extras(), *_tools(), *_store(folder)]


def _programs() -> Iterator[Check]:
    yield Check("program", "govgraph", "ok", _version("govgraph") or "源码 from source")
    yield Check("program", "Python", "ok", platform.python_version())
    for package in _declared()["required"]:
        found = _version(package)
        mend = "" if found else "pip install govgraph"
        yield Check(
            "program", package, "ok" if found else "broken", found or "未安装 not installed", mend=mend
        )


def _extras() -> Iterator[Check]:
    for name, extra in _declared()["extras"].items():
        versions = {package: _version(package) for package in extra["packages"]}
        note = f"{extra['zh']} {extra['en']}"
        if all(versions.values()):
            found = "、".join(f"{package} {number}" for package, number in versions.items())
            yield Check("extra", name, "ok", found, note)
        else:
            missing = "、".join(package for package, number in versions.items() if not number)
            mend = f"pip install 'govgraph[{name}]'"
            yield Check("extra", name, "absent", f"缺 lacks {missing}", note, mend)


def _tools() -> Iterator[Check]:
    from govgraph.phrases import has_full_text
    from govgraph_loaders.readers.old_word import find_office

    office = find_office()
    yield Check(
        "tool",
        "LibreOffice",
        "ok" if office else "absent",
        office or "未找到 not found",
        "读 DOC、WPS、ODT reads DOC, WPS and ODT",
    )
    with closing(sqlite3.connect(":memory:")) as database:
        indexed = has_full_text(database)
    without = "无 without FTS5：按词查找较慢 words are looked up more slowly"
    state: State = "ok" if indexed else "absent"
    yield Check("tool", "SQLite", state, sqlite3.sqlite_version, "FTS5" if indexed else without)
    escaped = "缺的字写作转义 lacking characters are escaped"
    yield Check("tool", "stdout", "ok", sys.stdout.encoding or "ascii", "" if speaks_unicode() else escaped)
    pages = "任何浏览器都能看网页；不需要 Chromium any browser shows the pages; Chromium is not needed"
    yield Check("tool", "browser", "ok", "", pages)


def _store(folder: Path) -> Iterator[Check]:
    from govgraph import KnowledgeGraph
    from govgraph_loaders.extraction import EXTRACTION_VERSION

    if not folder.exists():
        yield Check("store", str(folder), "absent", "还没有 none yet", mend="govgraph build 你的文件夹")
        return
    try:
        with KnowledgeGraph.open(folder) as graph:
            counts, rows = graph.stats(), graph.source_rows()
    except StoreUnusable as error:
        yield Check("store", str(folder), "broken", note=str(error))
        return
    yield Check(
        "store",
        str(folder),
        "ok",
        f"{counts['sources']} 个来源 sources，{counts['statements']} 条陈述 statements",
    )
    failed = sum(bool(row.error) for row in rows)
    if failed:
        note = f"{failed} 个来源没有读成 sources could not be read"
        yield Check("store", "failures", "absent", str(failed), note, "govgraph build --retry")
    if counts["findings"]:
        note = "不符合形状 nodes do not fit their shapes"
        yield Check("store", "shapes", "broken", str(counts["findings"]), note, "govgraph validate")
    older = sum(row.version not in ("", EXTRACTION_VERSION) for row in rows)
    if older:
        note = "由旧规则读成，再次构建即重读 read by older rules; building again reads them anew"
        yield Check("store", "rules", "absent", str(older), note, "govgraph build 你的文件夹")


def _declared() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("doctor.toml").read_text(encoding="utf-8"))


def _version(package: str) -> str:
    """The version of an installed package; nothing where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
