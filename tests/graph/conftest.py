from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from govgraph import KnowledgeGraph
from govgraph_loaders import extraction as rules
from graph.plain_notes import read_notes

YUNXI = "示范省/云溪市"
DANFENG = "示范省/丹枫市"

PLAN = """# 示范省/云溪市 云溪市创新平台建设行动方案
市科技局 leads 建设创新平台
市教育局 cooperates 建设创新平台
云溪市财政局 cooperates 建设创新平台
各县（市、区）人民政府 implements 建设创新平台
市发展改革局 leads 完善考核机制
市发展改革局 responsible 开展监测评估
建设创新平台 hasTarget 创新平台数量 value=14.3 unit=万个 comparator=>= due=2025
张明远 oversees 建设创新平台
本方案 documentNumber 云府〔2024〕5号
本方案 issuedOn 2024-03-15
开展监测评估 dueBy 2024-06
! leads 没有任务名称
"""

NOTICE = """# 示范省/丹枫市 丹枫市人才工作通知
市教育局 leads 引进人才
市科学技术局 cooperates 引进人才
# 示范省/云溪市 云溪市创新平台建设行动方案
云溪市科学技术局 leads 建设创新平台
"""


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    """The graph of the bundled samples."""
    folder = Path(str(files("govgraph_exports") / "samples"))
    with KnowledgeGraph.build(folder, tmp_path_factory.mktemp("samples") / "store") as built:
        yield built


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources are read as plain notes."""
    monkeypatch.setattr(rules, "extract_source", read_notes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sources: a plan of one city; a notice of another, which prints the plan again."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "plan.txt").write_text(PLAN, encoding="utf-8")
    (sources / "notice.txt").write_text(NOTICE, encoding="utf-8")
    return sources


@pytest.fixture
def graph(notes: None, folder: Path, tmp_path: Path) -> Iterator[KnowledgeGraph]:
    """The graph of the two sources."""
    with KnowledgeGraph.build(folder, tmp_path / "store") as built:
        yield built


@pytest.fixture
def build(notes: None, tmp_path: Path) -> Callable[..., KnowledgeGraph]:
    """Build a graph from texts by name, each call into a store of its own."""
    built: list[KnowledgeGraph] = []

    def from_texts(**texts: str) -> KnowledgeGraph:
        home = tmp_path / f"built-{len(built)}"
        home.mkdir()
        for name, text in texts.items():
            (home / f"{name}.txt").write_text(text, encoding="utf-8")
        built.append(KnowledgeGraph.build(home, home.with_suffix(".store")))
        return built[-1]

    return from_texts
