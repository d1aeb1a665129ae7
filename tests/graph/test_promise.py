from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.commands import invoke
from govgraph import KnowledgeGraph
from govgraph_loaders import extraction as rules
from govgraph_ontology.units import normalized
from graph.plain_notes import read_notes
from graph.three_forms import in_all_forms

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

Build = Callable[..., KnowledgeGraph]


def graph_of(build: Build, target: str, result: str) -> KnowledgeGraph:
    """A plan with a target of one city, and its report of the next year with a result."""
    return build(
        plan=f"# 示范省/云溪市 云溪市方案\n发展目标 hasTarget 工业投资 {target}\n",
        report=f"# 示范省/云溪市 云溪市报告\n本文件 hasTarget 工业投资 {result} achieved=true\n",
    )


def test_target_and_result_stand_side_by_side_with_both_sentences(build: Build) -> None:
    graph = graph_of(build, "value=4.5 unit=亿元 comparator=>= due=2023", "value=44000 unit=万元 due=2023")
    (row,) = in_all_forms(graph, "promise")
    assert row == {
        "indicator": "工业投资",
        "subject": "云溪市",
        "year": 2023,
        "target": "≥4.5亿元",
        "basis": "结果",
        "result_year": 2023,
        "result": "44000万元",
        "difference": -10000000,
        "unit": "元",
        "reached": False,
        "sentence": "发展目标 hasTarget 工业投资 value=4.5 unit=亿元 comparator=>= due=2023",
        "source": "plan.txt",
        "line": 2,
        "result_sentence": "本文件 hasTarget 工业投资 value=44000 unit=万元 due=2023 achieved=true",
        "result_source": "report.txt",
        "result_line": 2,
    }
    assert len(graph.promise().statements[0]) == 2
    shown = invoke("ask", "promise", "--store", graph.store.folder).stdout
    assert "工业投资：目标 ≥4.5亿元，2023 年结果 44000万元，差 -10000000 元" in shown
    assert "是否达到  否" in shown


@pytest.mark.parametrize(
    ("target", "result", "difference", "reached"),
    [
        ("value=10 unit=家 due=2023", "value=12 unit=家 due=2023", 2, True),
        ("value=10 unit=家 comparator=> due=2023", "value=10 unit=家 due=2023", 0, False),
        ("value=4.5 unit=% comparator=<= due=2023", "value=4.2 unit=% due=2023", -0.3, True),
        ("value=10 unit=家 comparator=~ due=2023", "value=12 unit=家 due=2023", 2, None),
        ("value=10 unit=家 due=2023", "value=12 unit=家 comparator=~ due=2023", 2, None),
        ("value=10 unit=家 due=2023-06", "value=9 unit=家 due=2023", -1, False),
        ("value=10 due=2023", "value=9 due=2023", -1, False),
        ("value=6 unit=% change=increase due=2023", "value=6.2 unit=% change=increase due=2023", 0.2, True),
    ],
)
def test_what_was_wanted_decides_whether_it_was_reached(
    build: Build, target: str, result: str, difference: float, reached: bool | None
) -> None:
    (row,) = graph_of(build, target, result).promise()
    assert (row["difference"], row["reached"]) == (difference, reached)
    assert row["unit"] == ("个百分点" if "%" in target else "家" if "家" in target else "")


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("value=3 unit=% change=increase due=2023", "value=3 unit=个百分点 change=increase due=2023"),
        ("value=3 unit=% change=increase due=2023", "value=3 unit=% due=2023"),
        ("value=3 unit=亿元 due=2023", "value=3 unit=亿美元 due=2023"),
        ("value=3 unit=家 due=2023", "value=3 due=2023"),
        ("value=3 unit=家 due=2023", "value=3 unit=家 due=2022"),
        ("value=3 unit=家 due=2023", "value=3 unit=家 due=2023-06"),
        ("value=3 unit=家 due=2023", "value=3 unit=家 period=quarter due=2023"),
        ("value=3 unit=家", "value=3 unit=家 due=2023"),
    ],
)
def test_what_is_not_alike_is_never_compared(build: Build, target: str, result: str) -> None:
    assert graph_of(build, target, result).promise().rows == []


def test_a_result_of_another_place_or_indicator_is_no_answer(build: Build) -> None:
    graph = build(
        plan="# 示范省/云溪市 方案\n目标 hasTarget 工业投资 value=3 unit=家 due=2023\n",
        other="# 示范省/丹枫市 报告\n本文件 hasTarget 工业投资 value=3 unit=家 due=2023 achieved=true\n",
        more="# 示范省/云溪市 报告\n本文件 hasTarget 农业投资 value=3 unit=家 due=2023 achieved=true\n",
    )
    assert graph.promise().rows == []


def test_an_indicator_may_be_asked_for_by_its_words(build: Build) -> None:
    graph = graph_of(build, "value=3 unit=家 due=2023", "value=4 unit=家 due=2023")
    assert len(in_all_forms(graph, "promise", indicator="工业", district="云溪市")) == 1
    assert graph.promise("农业").rows == []


_AMOUNTS = st.tuples(
    st.decimals(min_value=0, max_value=10**4, places=2),
    st.sampled_from(
        [
            "元",
            "万元",
            "亿元",
            "美元",
            "万美元",
            "%",
            "个百分点",
            "个",
            "万个",
            "家",
            "千人",
            "人",
            "万亩",
            "亩",
        ]
    ),
)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(_AMOUNTS, _AMOUNTS), min_size=8, max_size=20))
def test_only_units_that_differ_by_a_multiplier_are_compared_and_exactly(
    pairs: list[tuple[tuple[Decimal, str], tuple[Decimal, str]]],
) -> None:
    plan, report = ["# 示范省/云溪市 方案"], ["# 示范省/云溪市 报告"]
    expected = {}
    for number, ((aim, aim_unit), (done, done_unit)) in enumerate(pairs):
        plan.append(f"目标{number} hasTarget 指标{number} value={aim} unit={aim_unit} due=2023")
        report.append(
            f"总结{number} hasTarget 指标{number} value={done} unit={done_unit} due=2023 achieved=true"
        )
        wanted, given = normalized(aim, aim_unit), normalized(done, done_unit)
        if wanted.unit == given.unit:
            alike = aim_unit == done_unit
            expected[f"指标{number}"] = (
                float(done - aim if alike else given.number - wanted.number),
                "个百分点" if aim_unit == "%" else aim_unit if alike else wanted.unit,
                given.number >= wanted.number,
            )
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as home:
        patch.setattr(rules, "extract_source", read_notes)
        sources = Path(home) / "sources"
        sources.mkdir()
        (sources / "plan.txt").write_text("\n".join(plan), encoding="utf-8")
        (sources / "report.txt").write_text("\n".join(report), encoding="utf-8")
        with KnowledgeGraph.build(sources) as graph:
            found = {
                row["indicator"]: (row["difference"], row["unit"], row["reached"]) for row in graph.promise()
            }
    assert found == expected
