"""Keywords: the statements that a keyword may be about, from the index instead of a scan of the graph."""

from __future__ import annotations

from collections.abc import Collection

from govgraph.patterns import select
from govgraph.store import Store

WORDS, SUBJECT, OBJECT = "words", "subject", "object"
"""Where a keyword may stand: in the words of a statement, in a name of its subject, of its object."""

_OF = {
    SUBJECT: "?statement <https://w3id.org/govgraph/ontology#subject> ?named",
    OBJECT: "?statement <https://w3id.org/govgraph/ontology#object> ?named",
}


def statements_holding(
    store: Store, keyword: str, among: Collection[str] = (WORDS, SUBJECT, OBJECT)
) -> list[str]:
    """The IRIs of the statements in whose words, or in a name of whose parties, the keyword stands; sorted.

    In any case of letters, as `CONTAINS(LCASE(?text), LCASE(?keyword))` has it. `among`: which of these are
    looked at.
    """
    found = set(store.ledger.worded(keyword)) if WORDS in among else set()
    patterns = [pattern for role, pattern in _OF.items() if role in among]
    named = " ".join(f"<{iri}>" for iri in store.ledger.named(keyword)) if patterns else ""
    if named:
        either = " UNION ".join(f"{{ {pattern} }}" for pattern in patterns)
        query = f"SELECT DISTINCT ?statement {{ VALUES ?named {{ {named} }} {either} }}"
        for solution in select(store.quads, query):
            if statement := solution["statement"]:
                found.add(statement.value)
    return sorted(found)
