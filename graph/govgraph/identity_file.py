"""Writing of `identity.toml`: decisions are added with their evidence as comments, and taken out again.

What a person wrote into the file by hand, comments and order, stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path

from govgraph.entities import Entity
from govgraph.identity_decisions import (
    IdentityRefused,
    entity_id,
    key_of_id,
    parse_decisions,
    read_decisions,
)
from govgraph.keys import Key

_HEAD = """\
# 人工认定：哪些是同一个（same）、哪些不是（different）、叫什么（label）。每次构建都采用，删去即恢复。
# Decisions on identity, applied at each build. Delete an entry to take it back.
"""
_TABLE = re.compile(r"^\[\[.*\]\]", re.MULTILINE)


def decide(path: Path, table: str, entities: Sequence[Entity], evidence: Sequence[str] = ()) -> bool:
    """Add that the entities are one (`same`) or not (`different`); False where the file says so already.

    `evidence`: lines that become comments. Raises IdentityRefused where it contradicts another decision.
    """
    keys = [key_of_id(entity.iri) for entity in entities]
    known = read_decisions(path)
    if table == "different" and known.keep_apart(keys[0], keys[1]):
        return False
    if table == "same" and (keys[0], keys[1]) in known.same:
        return False
    lines = [f"    {_quoted(entity_id(entity.iri))},  # {_one_line(entity.label)}" for entity in entities]
    _append(path, [f"[[{table}]]", "entities = [", *lines, "]", *_comments(evidence)])
    return True


def rename(path: Path, entity: Entity, label: str) -> None:
    """Add that the entity is to be called `label`. Raises IdentityRefused where it has another one."""
    named = f"entity = {_quoted(entity_id(entity.iri))}  # {_one_line(entity.label)}"
    _append(path, ["[[label]]", named, f"label = {_quoted(label)}"])


def forget(path: Path, choices: Sequence[Collection[Key]]) -> int:
    """Take out the entries that name a key of each of `choices`, with their comments; how many there were."""
    read_decisions(path)
    head, entries = _entries(path.read_text(encoding="utf-8")) if path.exists() else ("", [])
    kept = []
    for entry in entries:
        named = set(parse_decisions(entry, str(path)).named())
        if not all(named.intersection(keys) for keys in choices):
            kept.append(entry)
    if len(kept) < len(entries):
        _write(path, head + "".join(kept))
    return len(entries) - len(kept)


def import_file(path: Path, store_file: Path) -> None:
    """Make a file the decisions of a store. Raises IdentityRefused where it is none or cannot hold."""
    if not path.is_file():
        raise IdentityRefused(f"{path}: 没有这个文件 (no such file)")
    read_decisions(path)
    text = path.read_text(encoding="utf-8-sig")
    store_file.parent.mkdir(parents=True, exist_ok=True)
    if not store_file.exists() or store_file.read_text(encoding="utf-8") != text:
        _write(store_file, text)


def _append(path: Path, lines: Sequence[str]) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    text = before.rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"
    parse_decisions(text, str(path))
    _write(path, text)


def _entries(text: str) -> tuple[str, list[str]]:
    """What stands before the first entry, and the entries, each with its comments above and below."""
    starts = []
    for match in _TABLE.finditer(text):
        start = match.start()
        while text[:start].endswith("\n") and text[:start].rstrip("\n").rpartition("\n")[2].startswith("#"):
            if text[:start].endswith("\n\n"):
                break
            start = text.rfind("\n", 0, start - 1) + 1
        starts.append(start)
    cuts = [*starts, len(text)]
    return text[: cuts[0]], [text[at:end] for at, end in pairwise(cuts)]


def _write(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _comments(evidence: Sequence[str]) -> list[str]:
    return [f"# {_one_line(line)}" for line in evidence]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """A basic string of TOML, which is written like one of JSON (TOML 1.0, section on strings)."""
    return json.dumps(text, ensure_ascii=False)
