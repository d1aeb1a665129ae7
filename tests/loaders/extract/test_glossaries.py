"""Definitions: lists of terms, notes at the foot of a report, articles of regulations."""

from __future__ import annotations

import time

import pytest

from govgraph_loaders.extract.glossaries import extract_glossaries
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Statement
from govgraph_loaders.structure import read_layout


def read(text: str) -> list[Statement]:
    layout = read_layout(Source("glossary.txt", text, sha256="", encoding="utf-8"))
    found = [
        item for index in range(len(layout.documents)) for item in extract_glossaries(Reading(layout, index))
    ]
    statements = [item for item in found if isinstance(item, Statement)]
    assert all(text[item.evidence.start : item.evidence.end] == item.evidence.text for item in statements)
    return statements


def definitions(text: str) -> list[tuple[str, str]]:
    result = []
    for statement in read(text):
        assert isinstance(statement.object, Reference)
        result.append((statement.object.name, str(statement.qualifiers["definition"])))
    return result


def glossary(*lines: str) -> str:
    return "青禾县2024年部门预算\n\n第四部分 名词解释\n\n" + "\n\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("一、**财政拨款**：指从财政取得的资金。", ("财政拨款", "指从财政取得的资金。")),
        ("（一）财政拨款是指从财政取得的资金。", ("财政拨款", "是指从财政取得的资金。")),
        ("3、财政拨款，是指从财政取得的资金。", ("财政拨款", "是指从财政取得的资金。")),
        ("4.财政拨款——指从财政取得的资金。", ("财政拨款", "指从财政取得的资金。")),
        ("5. 财政拨款 : 从财政取得的资金。", ("财政拨款", "从财政取得的资金。")),
        (
            "六、“三公”经费：“三公”经费指三项经费。其中：公务接待费指接待支出。",
            ("“三公”经费", "“三公”经费指三项经费。其中：公务接待费指接待支出。"),
        ),
        ("七、“双减”（第3页）：指减轻两项负担。", ("“双减”", "指减轻两项负担。")),
    ],
)
def test_an_entry_of_a_list_of_terms_is_a_definition(line: str, expected: tuple[str, str]) -> None:
    assert definitions(glossary(line)) == [expected]


def test_a_definition_goes_on_over_the_end_of_a_page() -> None:
    text = glossary(
        "一、机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金，包括办公及印刷费、差旅",
        "费、会议费、日常维修费。",
    )
    assert definitions(text) == [
        (
            "机关运行经费",
            "指为保障行政单位运行用于购买货物和服务的各项资金，包括办公及印刷费、差旅费、会议费、日常维修费。",
        )
    ]


def test_a_term_may_stand_on_the_line_above_its_meaning() -> None:
    assert definitions(glossary("1.上级补助收入", "指从上级单位取得的非财政补助。")) == [
        ("上级补助收入", "指从上级单位取得的非财政补助。")
    ]


def test_a_bracketed_name_is_another_name_of_the_term() -> None:
    (statement,) = read(glossary("一、行政经费（运行经费）：指用于运行的经费。"))
    assert isinstance(statement.object, Reference)
    assert statement.object.aliases == ("行政经费", "运行经费")


def test_a_document_may_be_a_list_of_terms_as_a_whole() -> None:
    text = "《政府工作报告》名词解释\n\n1.甲类清单：三张清单的总称。\n\n2.乙类清单\n即需求清单。\n"
    assert definitions(text) == [("甲类清单", "三张清单的总称。"), ("乙类清单", "即需求清单。")]


def test_notes_that_run_on_in_one_paragraph_are_parted() -> None:
    text = glossary("①甲类清单：是指三张清单。②乙类清单：需求清单的简称。")
    assert definitions(text) == [("甲类清单", "是指三张清单。"), ("乙类清单", "需求清单的简称。")]


def test_a_note_at_the_foot_needs_no_heading() -> None:
    text = (
        "青禾县政府工作报告\n\n推进“双减”[1]工作。\n\n[1]“双减”：指减轻两项负担。\n\n"
        "【2】四好农村路是指建好管好的路。\n"
    )
    assert definitions(text) == [("“双减”", "指减轻两项负担。"), ("四好农村路", "是指建好管好的路。")]


def test_a_regulation_says_what_it_means_by_a_word() -> None:
    text = (
        "青禾县住房管理办法\n\n第二条 本办法所称公共住房，是指限定标准的住房。\n\n"
        "第三条 本办法所称“新职工”是指毕业不满五年的职工；所称外来人员，是指无户籍的人员。\n\n"
        "第三十条 本办法下列用语的含义：\n\n（一）家庭，是指共同居住的人。\n\n"
        "第三十一条 本办法由县住建局解释。\n"
    )
    assert definitions(text) == [
        ("公共住房", "是指限定标准的住房。"),
        ("“新职工”", "是指毕业不满五年的职工；"),
        ("外来人员", "是指无户籍的人员。"),
        ("家庭", "是指共同居住的人。"),
    ]


def test_an_article_may_define_without_saying_so_and_more_than_one_term() -> None:
    text = (
        "青禾县停车管理办法\n\n第二条 停车场，是指供机动车停放的场所。\n\n"
        "第三条 本办法所称公共停车场是指向社会开放的停车场；专用停车场是指供本单位使用的停车场。\n\n"
        "第四条 县公安局指导停车管理；机动车停放应当有序，是指不占用道路。\n"
    )
    assert definitions(text) == [
        ("停车场", "是指供机动车停放的场所。"),
        ("公共停车场", "是指向社会开放的停车场；"),
        ("专用停车场", "是指供本单位使用的停车场。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县工作方案\n\n一、工作目标：指导各地完成任务。\n\n二、指标体系：指标共十项。\n",
        "青禾县工作方案\n\n县教育局负责指导。学校是指定场所。\n",
        glossary("附件：指标表", "联系人：张三"),
        glossary("一、收支情况", "本年收入100万元，支出90万元。"),
    ],
)
def test_a_heading_with_a_colon_is_no_definition(text: str) -> None:
    assert definitions(text) == []


def test_a_list_of_terms_ends_with_the_next_heading_of_its_rank() -> None:
    text = (
        "青禾县2024年部门预算\n\n一、名词解释\n\n1.基本支出：指日常支出。\n\n二、其他事项\n\n"
        "1.联络方式：另行通知。\n"
    )
    assert definitions(text) == [("基本支出", "指日常支出。")]


@pytest.mark.parametrize("seed", ["一、", "指", "“", "所称", "[1]", "：", "张，"])
def test_hostile_text_takes_linear_time(seed: str) -> None:
    layout = read_layout(Source("h.txt", "名词解释\n\n[1]" + (seed * 100_000)[:100_000], "", "utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_glossaries(Reading(layout, index)))
    assert time.perf_counter() - start < 1
