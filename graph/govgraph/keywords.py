"""Keywords: the statements that a keyword may be about, from the index instead of a scan of the graph."""

from __future__ import annotations

from govgraph.patterns import select
from govgraph.store import Store

_ABOUT = """
SELECT DISTINCT ?statement {{
  VALUES ?named {{ {named} }}
  {{ ?statement <https://w3id.org/govgraph/ontology#object> ?named }}
  UNION {{ ?statement <https://w3id.org/govgraph/ontology#subject> ?named }}
}}"""


def statements_holding(store: Store, keyword: str) -> list[str]:
    """The IRIs of the statements in whose words, or in a name of whose parties, the keyword stands; sorted.

    In any case of letters, as `CONTAINS(LCASE(?text), LCASE(?keyword))` has it. The keyword is not empty.
    """
    found = set(store.ledger.worded(keyword))
    named = " ".join(f"<{iri}>" for iri in store.ledger.named(keyword))
    if named:
        for solution in select(store.quads, _ABOUT.format(named=named)):
            if statement := solution["statement"]:
                found.add(statement.value)
    return sorted(found)
