from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from govgraph.admission import admitted
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Evidence, Extraction, Reference, Statement
from graph.plain_notes import read_notes

TEXT = """# 示范省/云溪市 方案
建设平台 hasTarget 平台数量 value=14.3 unit=万个 due=2025
"""


def notes() -> Extraction:
    return read_notes(Source("a.txt", TEXT, "", "utf-8"))


def with_statement(**changes: Any) -> Extraction:
    extraction = notes()
    return replace(extraction, statements=(replace(extraction.statements[0], **changes),))


def test_what_is_sound_enters_as_it_is() -> None:
    extraction = notes()
    assert admitted(extraction, TEXT) is extraction


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"evidence": Evidence(0, 3, "平台数")}, "evidence"),
        ({"evidence": Evidence(5, 5, "")}, "evidence"),
        ({"evidence": Evidence(10_000, 10_003, "平台数")}, "evidence"),
        ({"document": "别的文件"}, "别的文件"),
        ({"confidence": 1.5}, "1.5"),
        ({"relation": "likes"}, "likes"),
        ({"subject": Reference("Planet", "火星")}, "Planet"),
        ({"object": Reference("Planet", "火星")}, "Planet"),
        ({"object": "2025"}, "Indicator"),
        ({"object": Reference("Organization", "市科技局")}, "Indicator"),
        ({"object": Reference("Indicator", " ")}, "Indicator"),
        ({"subject": Reference("Indicator", "平台数量")}, "Task"),
        ({"relation": "dueBy", "object": "二〇二五年"}, "二〇二五年"),
        ({"relation": "dueBy", "object": Reference("Task", "甲")}, "date"),
    ],
)
def test_what_the_graph_cannot_vouch_for_becomes_a_rejection(changes: dict[str, object], reason: str) -> None:
    checked = admitted(with_statement(**changes), TEXT)
    assert checked.statements == ()
    assert [found.rule for found in checked.rejections] == ["notes.line"]
    assert reason in checked.rejections[0].reason


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("due", "年底"),
        ("value", "很多"),
        ("value", True),
        ("achieved", "是"),
        ("colour", "红"),
        ("comparator", "about"),
    ],
)
def test_a_faulty_qualifier_is_left_out_and_reported(name: str, value: object) -> None:
    checked = admitted(with_statement(qualifiers={"unit": "万个", name: value}), TEXT)
    assert [found.qualifiers for found in checked.statements] == [{"unit": "万个"}]
    assert len(checked.rejections) == 1


def test_one_fault_costs_one_statement() -> None:
    extraction = notes()
    sound: Statement = extraction.statements[0]
    faulty = replace(sound, evidence=Evidence(0, 3, "没有的"))
    checked = admitted(replace(extraction, statements=(faulty, sound)), TEXT)
    assert checked.statements == (sound,)


def test_a_number_that_no_shape_allows_is_left_out() -> None:
    plan = "# 示范省/云溪市 方案\n建设平台 hasProject 平台一期 investment=3 investment_unit=亿元\n"
    extraction = read_notes(Source("a.txt", plan, "", "utf-8"))
    (sound,) = admitted(extraction, plan).statements
    below = replace(sound, qualifiers={**sound.qualifiers, "investment": -3})
    checked = admitted(replace(extraction, statements=(below,)), plan)
    assert [found.qualifiers for found in checked.statements] == [{"investment_unit": "亿元"}]
    assert "-3" in checked.rejections[0].reason
