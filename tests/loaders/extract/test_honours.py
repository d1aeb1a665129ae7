"""Commendations: lists under headings, in tables, in columns of names, in prose."""

from __future__ import annotations

import time

import pytest

from govgraph_loaders.extract.honours import extract_honours
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Statement
from govgraph_loaders.structure import read_layout

HEAD = "关于表扬2023年度禁毒工作先进集体和先进个人的通报\n\n各乡镇人民政府：\n\n现予以通报。\n\n"


def honours(text: str) -> list[tuple[str, str, str]]:
    """(type, name, honour) of each statement."""
    layout = read_layout(Source("circular.txt", text, sha256="", encoding="utf-8"))
    found = [
        item for index in range(len(layout.documents)) for item in extract_honours(Reading(layout, index))
    ]
    result = []
    for item in found:
        assert isinstance(item, Statement)
        assert isinstance(item.object, Reference)
        assert text[item.evidence.start : item.evidence.end] == item.evidence.text
        result.append((item.object.type, item.object.name, str(item.qualifiers["honour"])))
    return result


def names(text: str) -> list[str]:
    return [name for _, name, _ in honours(text)]


def test_units_in_columns_without_header_are_honoured_under_the_heading() -> None:
    text = HEAD + "一、先进集体（4个）\n\n县公安局\t县司法局\n石桥镇人民政府\t白鹭镇人民政府\n"
    assert honours(text) == [
        ("Organization", name, "2023年度禁毒工作先进集体")
        for name in ("县公安局", "县司法局", "石桥镇人民政府", "白鹭镇人民政府")
    ]


def test_a_heading_says_that_its_list_names_persons() -> None:
    text = HEAD + "二、先进个人（3名）\n\n张 杰（县公安局）\n欧阳文清（女）\n王芳  县司法局副局长\n"
    assert honours(text) == [
        ("Person", name, "2023年度禁毒工作先进个人") for name in ("张杰", "欧阳文清", "王芳")
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("县公安局、县司法局，石桥镇人民政府", ["县公安局", "县司法局", "石桥镇人民政府"]),
        ("县公安局  县司法局", ["县公安局", "县司法局"]),
        ("1.县公安局\n\n2.青禾实业有限责任公司", ["县公安局", "青禾实业有限责任公司"]),
        ("县第一小  县第二中", ["县第一小", "县第二中"]),
    ],
)
def test_units_are_parted_as_the_list_parts_them(lines: str, expected: list[str]) -> None:
    assert names(f"{HEAD}一、先进集体（9个）\n\n{lines}\n") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("张 杰  李大伟  王 芳", ["张杰", "李大伟", "王芳"]),
        ("张杰、李大伟、王芳", ["张杰", "李大伟", "王芳"]),
        ("县公安局：张杰、李大伟", ["张杰", "李大伟"]),
        ("张杰 县公安局局长\n李大伟 县司法局局长", ["张杰", "李大伟"]),
        ("张杰\t县公安局局长\n李大伟\t县司法局局长", ["张杰", "李大伟"]),
    ],
)
def test_persons_are_parted_as_the_list_parts_them(lines: str, expected: list[str]) -> None:
    assert names(f"{HEAD}二、先进个人（9名）\n\n{lines}\n") == expected


def test_a_table_with_headings_names_its_honours_itself() -> None:
    text = (
        "青禾县教育局关于公布2023年优秀教师名单的通知\n\n各学校：\n\n"
        "序号\t姓名\t工作单位\t荣誉称号\n1\t张杰\t县第一中学\t优秀教师\n2\t王芳\t石桥镇小学\t优秀班主任\n"
    )
    assert [(name, honour[-5:]) for _, name, honour in honours(text)] == [
        ("张杰", "年优秀教师"),
        ("王芳", "优秀班主任"),
    ]


def test_prose_awards_a_title() -> None:
    text = (
        "青禾县人民政府关于表彰先进的决定\n\n"
        "决定授予县商务局、石桥镇人民政府“招商先进单位”称号，授予张三、李 四同志“招商先进个人”荣誉称号。\n"
    )
    assert honours(text) == [
        ("Organization", "县商务局", "招商先进单位"),
        ("Organization", "石桥镇人民政府", "招商先进单位"),
        ("Person", "张三", "招商先进个人"),
        ("Person", "李四", "招商先进个人"),
    ]


def test_sub_headings_keep_the_honour_of_the_heading_above() -> None:
    text = (
        "关于命名2023年度文明村的决定\n\n一、文明村（3个）\n\n（一）白鹭镇（2个）\n\n"
        "双河村\n\n柳林村\n\n（二）石桥镇（1个）\n\n清水村\n"
    )
    assert names(text) == ["双河村", "柳林村", "清水村"]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县先进单位评选办法\n\n一、先进单位（5个）\n\n县财政局\n",
        "青禾县工作要点\n\n一、先进制造业\n\n县财政局、县教育局\n",
        HEAD + "一、工作要求\n\n县公安局、县司法局\n",
        HEAD + "一、先进集体（1个）\n\n各单位要以先进为榜样，继续做好各项工作。\n",
    ],
)
def test_what_is_no_list_of_a_commendation_honours_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("seed", ["县教育局、", "（", "张 ", "授予张三、", "一、"])
def test_hostile_text_takes_linear_time(seed: str) -> None:
    text = HEAD + "一、先进集体（1个）\n\n" + (seed * 100_000)[:100_000]
    layout = read_layout(Source("h.txt", text, "", "utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_honours(Reading(layout, index)))
    assert time.perf_counter() - start < 10
