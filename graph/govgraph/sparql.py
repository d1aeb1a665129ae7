"""SPARQL queries of users: checked, then run in a child process that can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import as_file, files
from typing import Any

from govgraph import terms
from govgraph.query_safety import check_query
from govgraph.result import Cell
from govgraph.store import Store
from govgraph_ontology.errors import QueryRefused, StoreUnusable
from govgraph_ontology.terms import PREFIXES

MEMORY_LIMIT = 4 << 30
"""Bytes of address space that a query may take."""

ROW_LIMIT = 1_000_000
"""Rows that a query may give."""

TIME_LIMIT = 120.0
"""Seconds that a query may take."""


def run_query(
    store: Store, query: str, time_limit: float = TIME_LIMIT, row_limit: int = ROW_LIMIT
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """The columns and rows of a SELECT, ASK, CONSTRUCT or DESCRIBE over all named graphs together.

    The prefixes of the ontology (`gov:`, `org:`, `skos:` …) need not be declared. Rows come in the order in
    which the engine gives them; only ORDER BY fixes it. Numbers and truth values are Python's, all else text.
    Raises QueryRefused where the query is not valid, asks for what is never allowed or exceeds a limit.
    """
    check_query(query)
    request = {
        "graph": str(store.graph_folder),
        "query": query,
        "prefixes": PREFIXES,
        "rows": row_limit,
        "memory": MEMORY_LIMIT,
    }
    answer = _ask_worker(json.dumps(request), time_limit)
    if "error" in answer:
        raise QueryRefused(f"查询有误 (the query is not valid): {answer['error']}")
    if "unusable" in answer:
        raise StoreUnusable(
            f"{store.folder}: 库已被重建，请重新打开 (rebuilt meanwhile; open it again): {answer['unusable']}"
        )
    if answer.get("more"):
        raise QueryRefused(f"结果超过 {row_limit} 行，请加 LIMIT (more rows than the limit; add LIMIT)")
    return answer["columns"], [tuple(map(_cell, row)) for row in answer["rows"]]


def _ask_worker(request: str, time_limit: float) -> dict[str, Any]:
    with as_file(files("govgraph") / "query_worker.py") as worker:
        try:
            # -P: the worker's folder must not shadow the modules that it imports.
            done = subprocess.run(
                [sys.executable, "-P", str(worker)],
                input=request,
                capture_output=True,
                timeout=time_limit,
                text=True,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise QueryRefused(
                f"查询超过 {time_limit:g} 秒，请缩小范围 (the query takes too long; narrow it down)"
            ) from None
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["-"])[-1]
        raise QueryRefused(
            f"查询过于复杂，引擎已停止 (too complex, the engine gave up): {done.returncode} {last}"
        )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _cell(term: list[str] | None) -> Cell:
    if term is None:
        return None
    kind, value, datatype = term
    return terms.plain(value, datatype) if kind == "literal" else value
