"""The names of entities: what a reference gives to the entity that it turns out to mean.

A name as the text has it, with its place in front (阳江市科技局 for 市科技局), and in the official long form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govgraph import scopes
from govgraph.keys import Key
from govgraph.places import own_office
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER
from govgraph_ontology.division_names import short_name
from govgraph_ontology.indicators import official_indicator
from govgraph_ontology.offices import OFFICE_NAMES, is_placed_inside, office_in, official_office

_BRANCH = "局分局"  # of what is a bureau elsewhere: 生态环境局分局 names no body without its place


def display(reference: Reference) -> str:
    """The name with its place in front where that makes it whole: 阳江市科技局 for 市科技局."""
    if reference.type not in {"Organization", "Post"}:
        return reference.name
    stem = scopes.stem(reference.name, reference.scope)
    place = scopes.place(reference.scope)
    if reference.type == "Post":
        whole = stem.prefix == "full" or (stem.prefix == "kind" and len(stem.name) > len(reference.name) - 2)
        return place + stem.name if whole and len(stem.name) > 1 else reference.name
    own, office = own_office(reference.name, reference.scope)
    if reference.name.endswith(scopes.place(own)) and own:
        return office_in(scopes.place(own), office)  # a place as an actor: 三溪镇 is its government
    if stem.prefix == "none" and stem.name in OFFICE_NAMES:
        official = official_office(stem.name)
        return office_in(place, official) if is_placed_inside(official) else place + stem.name
    return place + stem.name if stem.prefix in {"full", "kind"} else reference.name


def names(key: Key, reference: Reference) -> Iterator[str]:
    """Every name of what the reference names: as in the text, with its place, in the official long form."""
    place = scopes.place(reference.scope)
    yield reference.name
    yield display(reference)
    yield from reference.aliases
    if reference.type == "Organization":
        stem = scopes.stem(reference.name, reference.scope)
        if stem.prefix == "none" and not (place and short_name(place) in stem.name):
            yield place + stem.name
        is_official = key.parts[-1] in OFFICE_NAMES and not key.parts[-1].endswith(_BRANCH)
        if len(key.parts) > 1 and is_official and (stem.prefix != "short" or is_placed_inside(key.parts[-1])):
            yield office_in(scopes.place(key.parts[0]), key.parts[-1])
    elif reference.type in {"OrganizationGroup", "Post"}:
        if scopes.stem(reference.name, reference.scope).prefix not in {"full", "kind"}:
            yield place + reference.name
    elif reference.type == "Indicator":
        yield official_indicator(reference.name)
    elif reference.type == "Document" and DOCUMENT_NUMBER.fullmatch(key.parts[-1]):
        yield key.parts[-1]
    elif reference.type == "District":
        yield "".join(scopes.parts(key.parts[0])[-2:])


def scope_of(key: Key, said_in: Iterable[str]) -> str:
    """The place of the entity: for a district the chain above it, for an office its own place, else the scope
    of the references to it.

    References of one key differ in scope only where the key is their own (a document cited from elsewhere);
    the longest scope is the most precise one.
    """
    if key.type == "District":
        return key.parts[0].rpartition("/")[0]
    if key.type == "Organization" and len(key.parts) > 1:
        return key.parts[0]
    found = ("/".join(scopes.parts(scope)) for scope in said_in)
    return min(found, key=lambda scope: (-len(scope), scope))


def shortest_first(found: Iterable[str]) -> tuple[str, ...]:
    """Names in the order in which entities list them."""
    return tuple(sorted(found, key=lambda name: (len(name), name)))
