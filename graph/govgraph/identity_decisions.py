"""Decisions of persons on identity: what is the same, what is different, what a thing is to be called.

They are data, in the file `identity.toml` of the store, and part of what a graph is made from: each build
reads them anew, so that a deleted entry leaves no trace. Entities stand in it by id, the readable form of the
path of their IRI (`organization/示范省%2F云溪市/科学技术局`), which no other source can change.

    [[same]]       entities = [two or more ids]   they are one thing
    [[different]]  entities = [two ids]           no document and no rule of endings may join them
    [[label]]      entity = id, label = "…"       its preferred name
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NoReturn
from unicodedata import normalize
from urllib.parse import unquote

from govgraph.joins import Joins
from govgraph.keys import Key
from govgraph_ontology.errors import GovgraphError
from govgraph_ontology.iri import ID, entity_iri
from govgraph_ontology.schema import CLASSES

IDENTITY_FILE = "identity.toml"

_FIELDS = {"same": {"entities"}, "different": {"entities"}, "label": {"entity", "label"}}
_SEGMENTS = {found.segment: found.name for found in CLASSES.values() if found.segment != "statement"}
_ENTRY = re.compile(r"^\[\[ *(same|different|label) *\]\]", re.MULTILINE)


class IdentityRefused(GovgraphError):
    """Decisions that cannot hold: the message names the file, the entry with its line, and the mend."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What persons decided. Equal keys are written alike; the order of the entries changes nothing."""

    same: tuple[tuple[Key, Key], ...] = ()
    different: frozenset[frozenset[Key]] = frozenset()
    labels: Mapping[Key, str] = field(default_factory=dict)

    def keep_apart(self, one: Key, other: Key) -> bool:
        """Whether a person said that the two are different."""
        return frozenset((one, other)) in self.different

    def named(self) -> list[Key]:
        """Every key that a decision names, sorted."""
        pairs = [*self.same, *(tuple(pair) for pair in self.different)]
        return sorted({key for pair in pairs for key in pair} | set(self.labels))


def entity_id(iri: str) -> str:
    """The id of the entity with this IRI: its path, readable; `%` and `/` inside a part stay encoded."""
    parts = (unquote(part) for part in iri.removeprefix(ID).split("/"))
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)


def key_of_id(text: str) -> Key:
    """The key of the entity with this id or IRI. Raises ValueError for what is none."""
    segment, *parts = normalize("NFC", text).removeprefix(ID).split("/")
    if segment not in _SEGMENTS or not parts or not all(parts):
        raise ValueError(f"不是实体标识 (no id of an entity): {text!r}")
    return Key(_SEGMENTS[segment], tuple(unquote(part) for part in parts))


def iri_of(key: Key) -> str:
    """The IRI of the entity that a key identifies."""
    return str(entity_iri(key.type, *key.parts))


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file; none where there is no such file.

    Raises IdentityRefused where it is not to be understood or where its entries contradict each other.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Decisions()
    except (OSError, UnicodeDecodeError) as error:
        raise IdentityRefused(f"{path}: 无法读取 (cannot be read): {error}") from error
    return parse_decisions(text, str(path))


def parse_decisions(text: str, name: str) -> Decisions:
    """The decisions in the text of a file with this name. Raises IdentityRefused."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise IdentityRefused(f"{name}: 不是合法的 TOML (no valid TOML): {error}") from error
    return _Reading(data, text, name).decisions()


class _Reading:
    """The entries of a file, each with the place that messages name."""

    def __init__(self, data: dict[str, Any], text: str, name: str) -> None:
        self.name = name
        self.data = data
        self.lines: dict[str, list[int]] = {table: [] for table in _FIELDS}
        for match in _ENTRY.finditer(text):
            self.lines[match[1]].append(text.count("\n", 0, match.start()) + 1)

    def decisions(self) -> Decisions:
        for table in self.data:
            if table not in _FIELDS:
                self._refuse(
                    "", f"没有 [[{table}]]，可用的有 (no such table; there are) {', '.join(_FIELDS)}"
                )
        same = [(keys, place) for keys, place in self._groups("same")]
        joins = Joins((keys[0], key) for keys, _ in same for key in keys[1:])
        different: set[frozenset[Key]] = set()
        for keys, place in self._groups("different"):
            for one, other in combinations(keys, 2):
                if joins.canonical(one) == joins.canonical(other):
                    joined = next(
                        at for found, at in same if joins.canonical(found[0]) == joins.canonical(one)
                    )
                    self._refuse(place, f"与 {joined} 矛盾，请删去其一 (contradicts it; delete one of them)")
                different.add(frozenset((one, other)))
        pairs = tuple((keys[0], key) for keys, _ in same for key in keys[1:])
        return Decisions(pairs, frozenset(different), dict(self._labels(joins)))

    def _labels(self, joins: Joins) -> Iterator[tuple[Key, str]]:
        given: dict[Key, tuple[str, str]] = {}
        for entry, place in self._entries("label"):
            label = entry["label"]
            if not isinstance(label, str) or not label.strip():
                self._refuse(place, "label 须为非空文字 (label must be a text that is not empty)")
            key = self._key(entry["entity"], place)
            before = given.setdefault(joins.canonical(key), (label, place))
            if before[0] != label:
                self._refuse(
                    place, f"与 {before[1]} 名称不同，请删去其一 (another label; delete one of them)"
                )
            yield key, normalize("NFC", label.strip())

    def _groups(self, table: str) -> Iterator[tuple[list[Key], str]]:
        for entry, place in self._entries(table):
            entities = entry["entities"]
            if not isinstance(entities, list) or len(entities) < 2:
                self._refuse(place, "entities 须列出至少两个实体 (entities must list two or more)")
            keys = [self._key(entity, place) for entity in entities]
            if len(set(keys)) < len(keys):
                self._refuse(place, "同一实体写了两次 (one entity is there twice)")
            if len({key.type for key in keys}) > 1:
                kinds = ", ".join(sorted({key.type for key in keys}))
                self._refuse(place, f"实体种类不同 (entities of different kinds): {kinds}")
            yield keys, place

    def _entries(self, table: str) -> Iterator[tuple[dict[str, Any], str]]:
        entries = self.data.get(table, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._refuse("", f"{table} 须写作 [[{table}]] (must be written so)")
        for number, entry in enumerate(entries):
            lines = self.lines[table]
            place = f"{self.name}:{lines[number]} [[{table}]]" if number < len(lines) else f"[[{table}]]"
            if set(entry) != _FIELDS[table]:
                wanted = ", ".join(sorted(_FIELDS[table]))
                self._refuse(place, f"须有且仅有 (must have exactly): {wanted}")
            yield entry, place

    def _key(self, entity: Any, place: str) -> Key:
        try:
            return key_of_id(entity if isinstance(entity, str) else repr(entity))
        except ValueError as error:
            self._refuse(place, str(error))

    def _refuse(self, place: str, reason: str) -> NoReturn:
        raise IdentityRefused(f"{place or self.name}: {reason}")
