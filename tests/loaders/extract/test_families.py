"""A notice and what it prints are a family: what both say counts once."""

from __future__ import annotations

from govgraph_loaders.extract.families import family_of, own_titles, printed_titles
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.structure.titles import normal_title
from loaders.papers import layout_of, notice, plan

TEXT = plan("（一）建水库。建成3座。") + "\n" + notice("云溪市人民政府关于防汛的通知", "请做好防汛。")


def test_a_printed_plan_has_its_notice_for_root() -> None:
    layout = layout_of(TEXT)
    assert layout.roots[:3] == [0, 0, 2]


def test_the_family_of_either_holds_both_and_no_other() -> None:
    layout = layout_of(TEXT)
    for index in (0, 1):
        assert family_of(Reading(layout, index)) == layout.documents[:2]
    assert family_of(Reading(layout, 2)) == layout.documents[2:]


def test_the_titles_of_a_family_are_its_own() -> None:
    layout = layout_of(TEXT)
    assert own_titles(Reading(layout, 1)) == {
        normal_title("云溪市人民政府关于印发云溪市重点工作方案的通知"),
        normal_title("云溪市重点工作方案"),
    }


def test_what_a_notice_says_it_prints_is_known_though_it_does_not_follow() -> None:
    layout = layout_of(
        notice("云溪市人民政府关于印发《云溪市绿化办法》的通知", "现将《云溪市绿化办法》印发给你们。")
    )
    reading = Reading(layout, 0)
    assert [(title, reading.text[start:end]) for title, start, end in printed_titles(reading)] == [
        ("云溪市绿化办法", "《云溪市绿化办法》")
    ]


def test_a_plan_prints_nothing() -> None:
    layout = layout_of(plan("（一）建水库。现将《云溪市绿化办法》印发。"))
    assert printed_titles(Reading(layout, 1)) == []
