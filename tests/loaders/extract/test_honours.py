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
        ("1.绿化先进乡镇：白鹭镇、石桥乡\n\n2.绿化先进县：青禾县", ["白鹭镇", "石桥乡", "青禾县"]),
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
        ("青禾县：张明 李强", ["张明", "李强"]),
        ("张明青禾县教育局\n\n李国强丹枫区水利局局长", ["张明", "李国强"]),
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


def test_one_sentence_awards_several_honours() -> None:
    text = HEAD + (
        "县政府决定，授予县公安局等10个单位“禁毒先进集体”称号、授予赵云等3名同志“禁毒先进个人”称号、石桥镇等2个镇“无毒镇”称号；"
        "给予李冰同志记三等功。\n"
    )
    assert [(name, honour) for _, name, honour in honours(text)] == [
        ("县公安局", "2023年度禁毒工作先进集体"),
        ("赵云", "2023年度禁毒工作先进个人"),
        ("石桥镇", "无毒镇"),
        ("李冰", "三等功"),
    ]


def test_schools_that_are_named_are_honoured_in_the_sentence_and_in_the_list() -> None:
    text = (
        "青禾县人民政府关于命名第二批绿色学校的决定\n\n命名青禾县第一中学等2所学校为绿色学校。\n\n"
        "附件：绿色学校名单\n\n青禾县第一中学\n青禾县实验小学\n\n青禾县人民政府\n2024年3月1日\n"
    )
    assert names(text) == ["青禾县第一中学", "青禾县第一中学", "青禾县实验小学"]


def test_a_cup_is_an_honour_and_a_list_ends_with_the_wishes() -> None:
    text = (
        "关于对“金秋杯”竞赛先进单位进行表彰的决定\n\n一、“金秋杯”金杯单位\n\n青禾县人民政府\n\n"
        "二、“金秋杯”银杯单位\n\n丹枫区人民政府\n\n希望受表彰的单位再接再厉。\n\n县教育局\n"
    )
    assert [(name, honour) for _, name, honour in honours(text)] == [
        ("青禾县人民政府", "“金秋杯”金杯单位"),
        ("丹枫区人民政府", "“金秋杯”银杯单位"),
    ]


def test_the_last_company_of_a_list_does_not_sign() -> None:
    text = (
        "青禾县人民政府关于公布质量奖获奖名单的通知\n\n一、质量奖\n青禾电子有限公司\n青禾机械有限公司\n\n"
        "青禾县人民政府\n2024年3月1日\n"
    )
    assert names(text) == ["青禾电子有限公司", "青禾机械有限公司"]


def test_the_title_of_an_honour_is_without_those_who_bear_it() -> None:
    text = "关于授予赵云等同志青禾县劳动模范称号的决定\n\n授予赵云、李冰2名同志“青禾县劳动模范”荣誉称号。\n"
    assert [(name, honour) for _, name, honour in honours(text)] == [
        ("赵云", "青禾县劳动模范"),
        ("李冰", "青禾县劳动模范"),
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


@pytest.mark.parametrize(
    "seed", ["县教育局、", "（", "张 ", "授予张三、", "一、", "授予“甲”称号、", "给予张三"]
)
def test_hostile_text_takes_linear_time(seed: str) -> None:
    text = HEAD + "一、先进集体（1个）\n\n" + (seed * 100_000)[:100_000]
    layout = read_layout(Source("h.txt", text, "", "utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_honours(Reading(layout, index)))
    assert time.perf_counter() - start < 10


def test_a_county_of_two_characters_is_honoured() -> None:
    names = [name for _, name, _ in honours(HEAD + "授予道县、青禾县为“产粮先进县”荣誉称号。\n")]
    assert names == ["道县", "青禾县"]
