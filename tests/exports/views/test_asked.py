from __future__ import annotations

import pytest

from govgraph import KnowledgeGraph
from govgraph_ontology.errors import GovgraphError, UnknownName


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("云溪市科技局", "职责关系", ("壮大海洋渔业", "云溪市财政局", "2025-12-31", "深远海养殖基地")),
        ("壮大海洋渔业", "任务卡", ("云溪市海洋产业行动方案", "二、（二）", "云溪市", "深海养殖")),
        ("云溪市", "产业与项目", ("丹枫区", "深海养殖", "云溪海工装备产业园项目", "加快建设")),
        ("云溪市海洋产业行动方案", "文件关系", ("贯彻落实的文件", "所列任务", "刊载于")),
        ("深海养殖", "关系", ("丹枫区", "发展此产业的")),
    ],
)
def test_the_picture_fits_the_class_of_what_is_meant(
    name: str, kind: str, shown: tuple[str, ...], plan_graph: KnowledgeGraph
) -> None:
    view = plan_graph.view(name)
    assert view.title == f"{name} · {kind}"
    # Names are broken into lines, each in an element of its own.
    said = view.still.svg.replace("</tspan>", "").partition("<rect")[2]
    said = "".join(part.partition(">")[2] for part in said.split("<tspan"))
    for words in shown:
        assert words in said


def test_the_overview_takes_names_and_labels_of_classes_and_relations(plan_graph: KnowledgeGraph) -> None:
    by_label = plan_graph.view(types=["机构", "任务"], relations=["牵头"])
    assert by_label.html == plan_graph.view(types=["Organization", "Task"], relations=["leads"]).html
    assert by_label.shown == 4
    with pytest.raises(UnknownName, match="配合 cooperates"):
        plan_graph.view(relations=["帮助"])


def test_a_name_and_filters_do_not_go_together(plan_graph: KnowledgeGraph) -> None:
    with pytest.raises(GovgraphError, match="Filters"):
        plan_graph.view("云溪市科技局", types=["任务"])


def test_cooperation_is_that_of_the_place(plan_graph: KnowledgeGraph) -> None:
    view = plan_graph.view_cooperation("云溪市")
    assert view.title == "云溪市 · 部门协作"
    assert view.shown == 4
    assert plan_graph.view_cooperation(limit=2).shown == 2
    with pytest.raises(UnknownName, match="No bodies"):
        plan_graph.view_cooperation("丹枫区")
