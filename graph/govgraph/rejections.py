"""Rejections: what was seen and not accepted, so that nothing vanishes in silence."""

from __future__ import annotations

from govgraph.equations import Equations
from govgraph.ledger import STORED, SourceRow
from govgraph.result import Cell, Result
from govgraph.store import Store
from govgraph_loaders.statements import Extraction, Rejection

_COLUMNS = ["relation", "reason", "text", "source", "line", "rule"]


def rejections(store: Store) -> Result:
    """The candidates that were not accepted, each with its reason, by source and place in it."""
    rows: list[tuple[Cell, ...]] = []
    for row in store.ledger.sources():
        if row.outcome != STORED:
            continue
        source = store.archive.source(row)
        extraction = _extraction(store, row)
        found = [*extraction.rejections, *_equations(extraction)]
        for one in sorted(
            found, key=lambda one: (one.evidence.start, one.evidence.end, one.relation, one.reason)
        ):
            line = source.line_number(one.evidence.start)
            rows.append((one.relation, one.reason, one.evidence.text, row.name, line, one.rule))
    return Result(_COLUMNS, rows)


def _extraction(store: Store, row: SourceRow) -> Extraction:
    found = store.archive.cached(row, row.version)
    if found is None:
        from govgraph.extracting import (
            extract,
        )  # loads the rules, which is needed only where the cache is lost

        found = extract(store.archive, row)
    return found


def _equations(extraction: Extraction) -> list[Rejection]:
    """Names that the source equates and that the table of official names keeps apart."""
    return [
        Rejection(
            "",
            f"官方名称表区分二者 (official names that differ): {equation.name} / {equation.other}",
            equation.evidence,
            "identity.equation",
        )
        for _, equation in Equations([extraction]).refused
    ]
