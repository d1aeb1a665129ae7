"""Minting of IRIs, all under `https://w3id.org/govgraph/id/`, the same on every machine.

Made from what identifies a thing, never counted or hashed: `id/organization/`, its place, its official name.
Each part is normalised to NFC and percent-encoded whole (RFC 3986, section 2.1), so that `/` stands between
parts only and no two different lists of parts share an IRI.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote

from rdflib import URIRef

ID = "https://w3id.org/govgraph/id/"

INFERRED_GRAPH = URIRef(ID + "inferred")
"""Named graph of what no text says but follows from texts (members of a group, hierarchy of places)."""

IDENTITY_GRAPH = URIRef(ID + "identity")
"""Named graph of entities: their types, labels and aliases, decided over all sources."""

_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def entity_iri(class_name: str, *parts: str) -> URIRef:
    """The IRI of the entity of the ontology class `class_name` that `parts` identify.

    `entity_iri("BudgetLine", "示范省/云溪市", "2050201")` is `…/id/budget-line/…/2050201`.
    Raises ValueError without parts, or where a part is no valid Unicode.
    """
    return _mint(segment(class_name), parts)


def statement_iri(*parts: str) -> URIRef:
    """The IRI of the statement node (gov:Statement) that `parts` identify."""
    return _mint("statement", parts)


def source_iri(name: str) -> URIRef:
    """The IRI of the Source (gov:Source) with this name."""
    return _mint("source", (name,))


def graph_iri(source_name: str) -> URIRef:
    """The named graph that holds all that the Source with this name says."""
    return _mint("graph", (source_name,))


def segment(class_name: str) -> str:
    """The path word of a class in the IRIs of its entities: `BudgetLine` gives `budget-line`."""
    return _INNER_CAPITAL.sub("-", class_name).lower()


def _mint(word: str, parts: tuple[str, ...]) -> URIRef:
    if not parts:
        raise ValueError(f"an IRI of the kind {word!r} needs at least one part that identifies the thing")
    return URIRef(f"{ID}{word}/{'/'.join(map(_encode, parts))}")


@lru_cache(maxsize=1 << 16)
def _encode(part: str) -> str:
    encoded = quote(normalize("NFC", part), safe="")
    # A path segment of dots alone is removed by RFC 3986 normalisation (section 5.2.4).
    return encoded.replace(".", "%2E") if encoded in {".", ".."} else encoded
