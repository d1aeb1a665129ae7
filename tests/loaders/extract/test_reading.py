"""What relation modules see of a document: its place, date and mentions, and the making of statements."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.statements import Reference
from loaders.papers import layout_of, plan

TEXT = plan(
    "（一）建水库。建成3座，由市 水利局负责。\n\n1.选址。选好址。\n\n（二）修道路。由市交通运输局负责。"
)


def reading() -> Reading:
    return Reading(layout_of(TEXT), 1)


def test_the_place_of_a_document_is_a_district() -> None:
    nested = Reading(layout_of("示范省云溪市人民政府关于绿化的通知\n\n请绿化。\n"), 0)
    assert nested.place == Reference("District", "云溪市", scope="示范省")


def test_evidence_is_the_slice_of_the_source() -> None:
    found = reading()
    start = found.text.index("市水利局")
    assert found.evidence(start, start + 4).text == "市 水利局"


def test_mentions_between_two_offsets_lie_whole_between_them() -> None:
    found = reading()
    first = found.text.index("市水利局")
    assert [mention.text for mention in found.between("organization", 0, len(found.text))] == [
        "市水利局",
        "市交通运输局",
    ]
    assert list(found.between("organization", first + 1, first + 5)) == []
    assert list(found.between("organization", first, first + 3)) == []
    assert [mention.text for mention in found.between("organization", first, first + 4)] == ["市水利局"]


def test_the_path_of_a_section_goes_from_the_top_down() -> None:
    found = reading()
    assert [section.title for section in found.document.sections] == ["主要任务", "建水库", "选址", "修道路"]
    assert found.path(2) == (0, 1, 2)
    assert found.path(None) == ()
    assert found.task(2).key == "云溪市#云溪市重点工作方案#一、/（一）/1."


def test_qualifiers_without_a_value_are_left_out_and_zero_is_kept() -> None:
    found = reading()
    statement = found.statement(
        "hasTarget",
        found.reference,
        "x",
        found.evidence(0, 1),
        "target.prose",
        value=0,
        unit="",
        due=None,
        achieved=False,
    )
    assert statement.qualifiers == {"value": 0, "achieved": False}
    assert statement.document == found.document.key


def test_a_paragraph_is_found_by_an_offset_in_it() -> None:
    found = reading()
    first, second = found.document.paragraphs[:2]
    assert found.paragraph_at(first.start) is first
    assert found.paragraph_at(second.end - 1) is second
    assert found.paragraph_at(first.end) is None


@pytest.mark.parametrize(("index", "date", "year"), [(0, "2024-05-06", 2024), (1, "2024-05-06", 2024)])
def test_a_plan_is_dated_by_the_notice_that_prints_it(index: int, date: str, year: int) -> None:
    found = Reading(layout_of(TEXT), index)
    assert (found.date, found.year) == (date, year)
