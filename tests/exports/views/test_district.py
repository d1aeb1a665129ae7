from __future__ import annotations

import networkx as nx

from govgraph_exports.views.district import select_district

CITY, TOWN = "city", "town"


def places() -> nx.MultiDiGraph:
    """A city with a town, and another city; industries and projects of each."""
    graph = nx.MultiDiGraph()
    graph.add_node(CITY, label="云溪市", type="District", place="示范省")
    graph.add_node(TOWN, label="石桥镇", type="District", place="示范省/云溪市")
    graph.add_node("other", label="丹枫市", type="District", place="示范省")
    graph.add_node("plan", label="方案", type="Task", place="示范省/云溪市")
    for number, place in enumerate((CITY, TOWN, "other")):
        graph.add_node(f"industry {place}", label=f"产业{number}", type="Industry", place="")
        graph.add_edge(place, f"industry {place}", relation="developsIndustry", source="a", start=number)
    return graph


def add_project(graph: nx.MultiDiGraph, name: str, **qualifiers: str) -> None:
    graph.add_node(name, label=name, type="Project", place="示范省/云溪市")
    graph.add_edge("plan", name, relation="hasProject", source="a", start=9, qualifiers=qualifiers)


def test_a_place_is_shown_with_those_below_it_and_their_industries() -> None:
    selection = select_district(places(), CITY, 300)
    industries, middle = selection.columns
    assert industries[0].nodes == ("industry city", "industry town")
    assert [block.nodes for block in middle] == [(CITY,), (TOWN,)]
    assert "other" not in selection.graph


def test_a_project_stands_at_the_place_that_the_words_name_else_at_its_own() -> None:
    graph = places()
    add_project(graph, "一期", district="石桥镇", stage="开工")
    add_project(graph, "二期")
    add_project(graph, "三期")
    graph.add_edge("三期", TOWN, relation="locatedIn", source="a", start=10)
    selection = select_district(graph, CITY, 300)
    assert set(selection.graph.in_edges(TOWN)) == {("一期", TOWN), ("三期", TOWN)}
    assert set(selection.graph.in_edges(CITY)) == {("二期", CITY)}
    assert selection.notes["一期"] == ["开工"]
    assert "plan" not in selection.graph


def test_targets_are_those_of_the_place_itself() -> None:
    graph = places()
    for place in (CITY, TOWN):
        graph.add_node("产值", label="产值", type="Indicator", place="")
        graph.add_edge(place, "产值", relation="hasTarget", source="a", start=3, qualifiers={"value": 1})
    selection = select_district(graph, CITY, 300)
    assert list(selection.graph.in_edges("产值")) == [(CITY, "产值")]


def test_where_there_is_more_than_the_limit_no_class_takes_all_room() -> None:
    graph = places()
    for number in range(200):
        add_project(graph, f"项目{number}")
    selection = select_district(graph, CITY, 120)
    kinds = [graph.nodes[node]["type"] for node in selection.graph]
    assert kinds.count("Project") == 10
    assert kinds.count("Industry") == 2
    assert selection.total == 204
    assert len(select_district(graph, CITY, 204).graph) == 204
