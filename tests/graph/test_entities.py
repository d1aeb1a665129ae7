from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from govgraph import AmbiguousName, Entity, KnowledgeGraph


class Reading(HTMLParser):
    """The tags of a page and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_card_tells_name_class_place_and_other_names(graph: KnowledgeGraph) -> None:
    office = graph.find("云溪市科技局")[0]
    card = Reading(office._repr_html_())
    assert card.text == f"云溪市科技局 机构 · 示范省/云溪市又称 市科技局、云溪市科学技术局{office.iri}"


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_name_becomes_live_html(label: str, alias: str) -> None:
    card = Reading(Entity("https://example.org/a", "Task", label, (alias,), "<b>")._repr_html_())
    assert card.tags == ["div", "strong", "span", "br", "br", "code"]


def test_bearers_of_one_name_without_places_are_told_apart_by_class() -> None:
    bearers = [Entity("urn:a", "Task", "建设平台"), Entity("urn:b", "Indicator", "建设平台")]
    assert "建设平台（任务）、建设平台（指标）" in str(AmbiguousName("建设平台", bearers))
