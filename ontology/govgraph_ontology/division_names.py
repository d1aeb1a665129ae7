"""What people call a division: 阳江 for 阳江市, 凉山 for 凉山彝族自治州, 高新区 for its high-tech zone.

The endings, the peoples and the exceptions are in `vocabulary/division_names.toml`.
"""

from __future__ import annotations

from govgraph_ontology.vocabulary import load_vocabulary

_RULES = load_vocabulary("division_names")
_EXCEPTIONS: dict[str, str] = _RULES["exceptions"]
_SUFFIXES: dict[str, list[str]] = {}
for _suffix in _RULES["suffixes"]:
    _SUFFIXES.setdefault(_suffix[-1], []).append(_suffix)
_ZONES: dict[str, str] = _RULES["zones"]
_ZONE_ENDINGS = tuple(_ZONES)
GENERIC_ZONES = frozenset((*_ZONES, *_ZONES.values()))
"""What every place may call its zone, in full and short: 高新技术产业开发区, 高新区."""
_PEOPLES: tuple[str, ...] = tuple(_RULES["peoples"]["names"])
_WHOLE: tuple[str, ...] = tuple(_RULES["whole"]["endings"])
_WHOLE_LONGER_THAN: int = _RULES["whole"]["longer_than"]
_ALWAYS: tuple[str, ...] = tuple(_RULES["whole"]["always"])
_ALWAYS_LONGER_THAN: int = _RULES["whole"]["always_longer_than"]

_SHORTEST = 2  # 忠县 stays 忠县: one character names nothing


def short_name(name: str) -> str:
    """The name without its kind and without its peoples; itself where that would leave too little.

    Zones keep the word that says what they are (阳江高新区, 兰州新区), so that none is called like its city.
    """
    if name in _EXCEPTIONS:
        return _EXCEPTIONS[name]
    ending = _zone_ending(name)
    if ending is not None and len(name) > len(ending):
        return name[: -len(ending)] + _ZONES[ending]
    if len(name) > _WHOLE_LONGER_THAN and name.endswith(_WHOLE):
        return name
    if len(name) > _ALWAYS_LONGER_THAN and name.endswith(_ALWAYS):
        return name
    for suffix in _SUFFIXES.get(name[-1:], ()):
        if name.endswith(suffix) and len(name) - len(suffix) >= _SHORTEST:
            return _without_peoples(name[: -len(suffix)])
    return name


def generic_names(name: str) -> tuple[str, ...]:
    """What a zone is called inside its own place (高新区, 高新技术产业开发区); nothing for others."""
    ending = _zone_ending(name)
    return (ending, _ZONES[ending]) if ending is not None else ()


def _zone_ending(name: str) -> str | None:
    if not name.endswith(_ZONE_ENDINGS):
        return None
    return next(ending for ending in _ZONE_ENDINGS if name.endswith(ending))


def _without_peoples(stem: str) -> str:
    while stem.endswith(_PEOPLES):
        people = next(people for people in _PEOPLES if stem.endswith(people))
        if len(stem) - len(people) < _SHORTEST:
            break
        stem = stem[: -len(people)]
    return stem.removesuffix("族") if len(stem) > _SHORTEST else stem
