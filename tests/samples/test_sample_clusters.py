"""Who is who in the bundled samples: the organizations that they name, each with every name they give it.

Written by hand from reading the samples. One line for each real body: its place, then its names in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest

from govgraph import KnowledgeGraph
from govgraph.entities import Entity

SAMPLES = Path(str(files("govgraph_exports") / "samples"))
CLUSTERS = [
    line.split()
    for line in """
云溪市 云溪市人民政府
云溪市 云溪市人民政府办公室
云溪市 市发展改革委 市发改委
云溪市 市工业和信息化局
云溪市 市科技局
云溪市 市教育局 云溪市教育局
云溪市 市民政局
云溪市 市财政局 云溪市财政局
云溪市 市人力资源社会保障局 市人社局
云溪市 市自然资源局
云溪市 市生态环境局
云溪市 市住房城乡建设局 市住建局
云溪市 市城市管理局 市城管局
云溪市 市水务局
云溪市 市农业农村局
云溪市 市商务局
云溪市 市卫生健康委 市卫健委
云溪市 市医保局
云溪市 市应急管理局
云溪市 市市场监管局
云溪市 市统计局
云溪市 市国资委
云溪市 市数据局
云溪市 市金融局 云溪市金融工作局
云溪市 市政府督查室
云溪市 市委组织部
云溪市 市妇联
云溪市 市残联
云溪市 市工商联
云溪市 市贸促会
云溪市 市供销社
云溪市 市气象局
云溪市 市消防救援支队
云溪市 市产业投资集团
云溪市 市信访局
云溪市 市审计局
云溪市 市人民医院
云溪市 市中医院
云溪市 云溪学院
丹枫区 丹枫区人民政府 丹枫区政府
临湖区 临湖区人民政府 临湖区政府
临湖区 临湖区农业农村局
云溪高新区 云溪高新区管委会
青禾县 青禾县人民政府 青禾县政府
青禾县 青禾县人民政府办公室 县政府办公室
青禾县 县发展改革局
青禾县 县工业和信息化局
青禾县 县教育局
青禾县 县民政局
青禾县 县财政局
青禾县 县人力资源社会保障局
青禾县 县生态环境局
青禾县 县住房城乡建设局
青禾县 县城市管理局
青禾县 县交通运输局
青禾县 县水利局
青禾县 县农业农村局
青禾县 县商务局
青禾县 县文化旅游局
青禾县 县卫生健康局
青禾县 县应急管理局
青禾县 县审计局
青禾县 县市场监管局
青禾县 县政务服务局
青禾县 县金融服务中心
青禾县 县供销社
青禾县 县妇联
青禾县 县融媒体中心
青禾县 县消防救援大队
青禾县 县第一中学
桃源街道 桃源街道办事处
石桥镇 石桥镇 青禾县石桥镇人民政府
白鹭镇 白鹭镇 青禾县白鹭镇人民政府
稻香镇 稻香镇
""".strip().splitlines()
]


@pytest.fixture(scope="module")
def organizations() -> Iterator[list[Entity]]:
    with KnowledgeGraph.build([SAMPLES]) as graph:
        yield graph.entities("Organization")


def bearers(organizations: list[Entity], place: str, name: str) -> set[Entity]:
    return {one for one in organizations if one.place == place and name in (one.label, *one.aliases)}


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda cluster: cluster[1])
def test_all_names_of_a_body_mean_one_entity(organizations: list[Entity], cluster: list[str]) -> None:
    place, *names = cluster
    found = [bearers(organizations, place, name) for name in names]
    assert all(len(one) == 1 for one in found), found
    assert len(set().union(*found)) == 1


def test_no_two_bodies_are_one_entity(organizations: list[Entity]) -> None:
    entities = [bearers(organizations, cluster[0], cluster[1]) for cluster in CLUSTERS]
    for (one, first), (other, second) in combinations(zip(CLUSTERS, entities, strict=True), 2):
        assert first.isdisjoint(second), (one, other)


def test_places_of_the_samples_are_one_each(organizations: list[Entity]) -> None:
    """青禾县 of the work report is 云溪市/青禾县 of the gazette."""
    scopes = {one.scope for one in organizations if one.place == "青禾县"}
    assert scopes == {"云溪市/青禾县"}
