"""Names in cells: bodies, persons and districts, in lists that a narrow column wraps."""

from __future__ import annotations

import re
from functools import lru_cache

from govgraph_loaders.extract.organizations import OrganizationName, is_organization, read_organizations
from govgraph_loaders.extract.persons import is_person, person_name
from govgraph_loaders.extract.posts import is_post
from govgraph_loaders.extract.responsibility.leaders import without_post
from govgraph_loaders.model import Cell
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.divisions import chain, divisions_named
from govgraph_ontology.vocabulary import load_vocabulary

_SEPARATOR = re.compile(r"[、，,；;／/\s]+|(?<=[镇乡县区市])和")
_BRACKETED = re.compile(r"[（(][^（）()]{0,40}[）)]")
_DISTRICT = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:街道|镇|乡|县|区|市|旗|州|盟|园|村|社区|农场|林场|办事处|开发区|苏木)"
)
_PLACE_END = re.compile(r"(?:街道|镇|乡|县|旗|新区|高新区|经开区|开发区|园区|区|市)")
_MAX_NAME = 60
_SENTENCE_END = re.compile(r"[。；]")


@lru_cache(maxsize=4096)
def unwrapped(text: str) -> tuple[str, frozenset[int]]:
    """A cell's text without its spaces, and where they stood: at the end of a line or between two names."""
    parts = text.split(" ")
    gaps, length = set(), 0
    for part in parts[:-1]:
        length += len(part)
        gaps.add(length)
    return "".join(parts), frozenset(gaps)


def bodies_in(cell: Cell) -> list[OrganizationName]:
    """The organizations that a cell lists."""
    text, gaps = unwrapped(cell.text)
    return read_organizations(text, 0, len(text), gaps)


def persons_in(cell: Cell) -> list[str]:
    """The persons that a cell lists; a space within a name of two characters (张 三) parts nobody."""
    names: list[str] = []
    for piece in re.split(r"[、，,；;/]+", _BRACKETED.sub("", cell.text)):
        words = piece.split()
        index = 0
        while index < len(words):
            word = words[index]
            if len(word) == 1 and index + 1 < len(words) and len(words[index + 1]) <= 2:
                index += 1
                word += words[index]
            names.append(without_post(person_name(word)))
            index += 1
    return [name for name in dict.fromkeys(names) if _names_person(name)]


def _names_person(word: str) -> bool:
    """The heading says that the cell names persons; it may name bodies and posts instead."""
    if is_person(word):
        return True
    return is_person(word, marked=True) and not is_organization(word) and not is_post(word)


def districts_in(cell: Cell, scope: str) -> list[Reference]:
    """The districts that a cell lists, in a document that speaks for `scope`."""
    text = _BRACKETED.sub("", cell.text)
    found = []
    for piece in _SEPARATOR.split(text):
        if _names_district(piece):
            found.append(district(piece, scope))
    if not found and " " in text and _names_district(cell.joined):
        found.append(district(cell.joined, scope))
    return list(dict.fromkeys(found))


def _names_district(text: str) -> bool:
    words = load_vocabulary("table_columns")["not_places"]
    if text in words["words"] or text.startswith(tuple(words["openings"])):
        return False
    return bool(_DISTRICT.fullmatch(text))


def district(name: str, scope: str) -> Reference:
    """The District that `name` means in a document that speaks for `scope`: 白鹭镇, 青禾县白鹭镇, 青禾县."""
    known = [chain(division) for division in divisions_named(name)]
    inside = next((path for path in known if path.startswith(f"{scope}/")), "")
    if inside:
        return _of_chain(inside)
    path, end = place_chain(name)
    if end == len(name) and "/" in path:
        return _of_chain(_below(path, scope))
    town = name[-1] in "镇乡村" or name.endswith(("街道", "社区"))
    if end and end < len(name) and town:
        return Reference("District", name[end:], scope=_below(path, scope))
    if len(known) == 1 and not town:
        return _of_chain(known[0])
    return Reference("District", name, scope=scope)


def _of_chain(path: str) -> Reference:
    above, _, last = path.rpartition("/")
    return Reference("District", last, scope=above)


def _below(path: str, scope: str) -> str:
    """A chain that begins with a place that no table knows lies in the document's own."""
    top = path.split("/", 1)[0]
    if divisions_named(top) or not scope:
        return path
    parts = scope.split("/")
    return "/".join([*parts[: parts.index(top)], path]) if top in parts else f"{scope}/{path}"


def place_in(cell: Cell, scope: str) -> list[Reference]:
    """The districts of a place that may go on to the street or the village: 青禾县白鹭镇工业路东侧."""
    whole = districts_in(cell, scope)
    if whole:
        return whole
    ends = [match.end() for match in _PLACE_END.finditer(cell.joined)]
    for end in reversed(ends):
        if 2 < end <= _MAX_NAME and _names_district(cell.joined[:end]):
            return [district(cell.joined[:end], scope)]
    return []


def row_name(cell: Cell) -> str:
    """What a cell names, without its number: the first sentence of a long one."""
    text = cell.joined.strip("“”") if cell.joined.count("“") != 1 else cell.joined
    marker = match_marker(text)
    if marker is not None:
        text = text[marker.end :]
    if len(text) > _MAX_NAME:
        stop = _SENTENCE_END.search(text)
        text = text[: stop.start()] if stop else text
    return text.strip("：:。；; ")
