from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from exports.commands import invoke
from fresh_python import outputs_by_seed
from govgraph import KnowledgeGraph
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

PLAN = """# 示范省/云溪市 方案
市科技局 leads 任务一
市教育局 cooperates 任务一
市科技局 leads 任务二
市教育局 cooperates 任务二
市民政局 responsible 任务三
市教育局 responsible 任务三
市民政局 leads 任务四
市林业局 leads 任务五
各县（市、区）人民政府 implements 任务五
张明远 oversees 任务五
# 示范省/丹枫市 通知
市财政局 leads 任务六
市审计局 cooperates 任务六
"""


@pytest.fixture
def network(build: Callable[..., KnowledgeGraph]) -> KnowledgeGraph:
    return build(plan=PLAN)


def test_pairs_are_counted_by_the_tasks_that_they_share(network: KnowledgeGraph) -> None:
    rows = in_all_forms(network, "cooperation")
    assert [({row["bureau"], row["partner"]}, row["tasks"], row["shared"]) for row in rows] == [
        ({"云溪市科技局", "云溪市教育局"}, 2, "任务一；任务二"),
        ({"丹枫市审计局", "丹枫市财政局"}, 1, "任务六"),
        ({"云溪市教育局", "云溪市民政局"}, 1, "任务三"),
    ]
    (statements,) = (network.cooperation("云溪市科技局")).statements
    assert len(statements) == 4


def test_of_one_body_its_partners_are_told_by_its_own_words(network: KnowledgeGraph) -> None:
    rows = in_all_forms(network, "cooperation", name="云溪市教育局", district="云溪市")
    assert [(row["bureau"], row["partner"], row["sentence"]) for row in rows] == [
        ("云溪市教育局", "云溪市科技局", "市教育局 cooperates 任务一"),
        ("云溪市教育局", "云溪市民政局", "市教育局 responsible 任务三"),
    ]


def test_pairs_and_networkx_agree(network: KnowledgeGraph) -> None:
    graph = network.cooperation_network()
    labels = graph.nodes(data="label")
    weights = {frozenset((labels[a], labels[b])): weight for a, b, weight in graph.edges(data="weight")}
    asked = {
        frozenset((str(row["bureau"]), str(row["partner"]))): row["tasks"] for row in network.cooperation()
    }
    assert asked == weights


def test_who_stands_between_others_comes_first_and_groups_are_numbered(network: KnowledgeGraph) -> None:
    rows = list(network.brokers())
    assert rows[0] == {
        "bureau": "云溪市教育局",
        "place": "云溪市",
        "group": 1,
        "partners_count": 2,
        "tasks": 3,
        "brokerage": 0.1667,
        "sentence": "市教育局 cooperates 任务一",
        "source": "plan.txt",
        "line": 3,
    }
    groups = {row["bureau"]: row["group"] for row in rows}
    assert groups == {
        "云溪市教育局": 1,
        "云溪市民政局": 1,
        "云溪市科技局": 1,
        "丹枫市审计局": 2,
        "丹枫市财政局": 2,
    }
    assert len(network.brokers().statements[0]) == 3


def test_brokers_of_a_district_are_found_within_it(network: KnowledgeGraph) -> None:
    assert [row["bureau"] for row in network.brokers("丹枫市")] == ["丹枫市审计局", "丹枫市财政局"]
    assert len(network.brokers("示范省")) == 5


def test_without_shared_tasks_there_are_no_brokers(build: Callable[..., KnowledgeGraph]) -> None:
    assert build(a="# 示范省/云溪市 方案\n市科技局 leads 任务\n").brokers().rows == []


def test_the_command_gives_the_same_rows(network: KnowledgeGraph) -> None:
    done = invoke("ask", "brokers", "--district", "云溪市", "--json", "--store", network.store.folder)
    assert json.loads(done.stdout) == list(network.brokers("云溪市"))
    assert "云溪市教育局：中介程度" in invoke("ask", "brokers", "--store", network.store.folder).stdout


_SCRIPT = (
    "import sys; from govgraph import KnowledgeGraph; print(KnowledgeGraph.open(sys.argv[1]).brokers().rows)"
)


def test_brokers_and_groups_are_the_same_whatever_the_hash_seed(build: Callable[..., KnowledgeGraph]) -> None:
    lines = [
        f"市{name}局 leads 任务{(rank * step) % 7}"
        for rank, name in enumerate("甲乙丙丁戊己庚辛")
        for step in (1, 2)
    ]
    graph = build(a="\n".join(["# 示范省/云溪市 方案", *lines]))
    assert len(outputs_by_seed("-c", _SCRIPT, str(graph.store.folder))) == 1
