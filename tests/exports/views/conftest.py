"""The graph of one invented document, built once for all tests of pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exports.views.drawn_examples import PLAN
from govgraph import KnowledgeGraph


@pytest.fixture(scope="session")
def plan_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    home = tmp_path_factory.mktemp("plan")
    (home / "plan.txt").write_text(PLAN, encoding="utf-8")
    with KnowledgeGraph.build(home / "plan.txt") as built:
        yield built
