"""The child process in which a query of a user runs; started by `govgraph.sparql`, never imported.

pyoxigraph cannot be interrupted and overflows the stack on some queries (a chain of 5,000 OPTIONAL), which
ends the process. So a query runs here, where it may take no more memory, rows and time than it was given. The
request comes as JSON on stdin; the answer goes as JSON to stdout, terms as [kind, value, datatype].
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pyoxigraph as ox

_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    _limit_memory(request["memory"])
    try:
        store = ox.Store.read_only(request["graph"])
        found = store.query(request["query"], prefixes=request["prefixes"])
        answer = _answer(found, request["rows"])
    except (SyntaxError, ValueError) as error:
        answer = {"error": str(error)}
    except OSError as error:
        answer = {"unusable": str(error)}
    json.dump(answer, sys.stdout)


def _answer(found: Any, limit: int) -> dict[str, Any]:
    if isinstance(found, ox.QueryBoolean):
        return {"columns": ["answer"], "rows": [[["literal", str(bool(found)).lower(), _BOOLEAN]]]}
    if isinstance(found, ox.QueryTriples):
        columns = ["subject", "predicate", "object"]
    else:
        columns = [variable.value for variable in found.variables]
    rows: list[list[Any]] = []
    for row in found:
        if len(rows) == limit:
            return {"columns": columns, "rows": [], "more": True}
        rows.append([_term(cell) for cell in row])
    return {"columns": columns, "rows": rows}


def _term(term: Any) -> list[str] | None:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return ["literal", term.value, term.datatype.value]
    return ["iri", term.value, ""] if isinstance(term, ox.NamedNode) else ["blank", str(term), ""]


def _limit_memory(size: int) -> None:
    """Hold the address space to `size` bytes on systems that can."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    main()
