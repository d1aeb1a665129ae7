"""Where lists of duties stand: in brackets of every kind, and behind labels."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.responsibility.lists import DutyList, find_duty_lists
from loaders.papers import layout_of, plan


def lists_of(text: str) -> tuple[list[DutyList], Reading]:
    reading = Reading(layout_of(plan(text)), 1)
    return find_duty_lists(reading), reading


def spans(text: str) -> list[str]:
    lists, reading = lists_of(text)
    return [reading.text[found.start : found.end] for found in lists]


@pytest.mark.parametrize("pair", ["（）", "()", "〔〕", "[]", "【】", "［］", "〔】", "【〕"])
def test_a_list_stands_in_brackets_of_any_kind_even_ill_matched(pair: str) -> None:
    lists, _ = lists_of(f"（一）建水库。建水库3座。{pair[0]}市水利局牵头，市财政局配合{pair[1]}")
    (found,) = lists
    assert found.rule == "responsibility.bracket"
    assert [(duty.role, duty.name.name) for duty in found.duties] == [
        ("lead", "市水利局"),
        ("cooperate", "市财政局"),
    ]


def test_brackets_within_the_brackets_belong_to_the_list() -> None:
    assert spans("（一）建水库。建3座。（市文化广电旅游局（市文物局）牵头，各县（市、区）人民政府配合）") == [
        "（市文化广电旅游局（市文物局）牵头，各县（市、区）人民政府配合）"
    ]


def test_several_lists_of_a_paragraph_stand_in_order() -> None:
    assert spans("（一）建水库。建水库（市水利局负责），修道路（市交通运输局负责）。") == [
        "（市水利局负责）",
        "（市交通运输局负责）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（一）建水库。建3座。（市水利局、市财政局）",
        "（一）建水库。建3座。〔市水利局〕",
        "（一）建水库。建3座。（财政局、水利局）",
        "（一）建水库。建3座。（财政部、水利部）",
        "（一）建水库。建3座。（阳江市水利局、云溪供电公司）",
        "（一）建水库。建水库3座，修缮灌区5处（市水利局、市财政局）",
    ],
)
def test_a_bracket_of_organizations_alone_at_the_end_is_a_plain_list(text: str) -> None:
    lists, _ = lists_of(text)
    (found,) = lists
    assert found.rule == "responsibility.bracket.plain"
    assert found.plain
    assert {duty.role for duty in found.duties} == {"responsible"}


@pytest.mark.parametrize(
    "text",
    [
        "（一）建水库。请报省发展改革委（省能源局）",
        "（一）建水库。依托学校（市第一中学、市实验小学）开展活动。",
        "（一）建水库。完善公共场所设施，覆盖重点单位（学校、医院、车站）",
        "（一）建水库。建设科研平台。（工程技术研究中心、企业技术中心）",
        "（一）建水库。到2025年（含）建成，覆盖全市（含县区）。",
        "（一）建水库（市、区）。建成3座。",
        "（一）建水库。落实《办法》（云府〔2021〕3号）要求。",
    ],
)
def test_a_bracket_that_explains_the_word_before_it_is_no_list(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1．建水库。建3座。\n\n责任单位：市水利局、市财政局",
        "1．建水库。建3座。责任单位：市水利局、市财政局。",
        "1．建水库。建3座。责任单位为市水利局、市财政局",
        "1．建水库。建3座；责任单位:市水利局,市财政局",
    ],
)
def test_a_label_opens_a_list_in_a_line_of_its_own_or_behind_a_stop(text: str) -> None:
    lists, _ = lists_of(text)
    (found,) = lists
    assert found.rule == "responsibility.label"
    assert [duty.name.name for duty in found.duties] == ["市水利局", "市财政局"]


@pytest.mark.parametrize(
    "text",
    [
        "1．建水库。明确责任单位：另行通知。",
        "1．建水库。压实责任单位责任，市水利局要加强领导。",
        "1．建水库。牵头单位要加强协调。",
    ],
)
def test_a_label_word_within_a_sentence_opens_no_list(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1．建水库。建3座。【责任单位】市水利局、市财政局",
        "1．建水库。建3座。\n\n【牵头单位】市水利局",
    ],
)
def test_a_label_in_brackets_opens_a_list(text: str) -> None:
    assert len(spans(text)) == 1


def test_a_list_that_a_page_broke_is_whole() -> None:
    assert spans("（一）建水库。建3座。〔市水利局牵头，市财政局、\n\n— 4 —\n\n市审计局配合〕") == [
        "〔市水利局牵头，市财政局、市审计局配合〕"
    ]


@pytest.mark.parametrize("text", ["支持龙头企业牵头组建联合体", "详见市水利局网站"])
def test_a_clause_in_brackets_is_no_organization(text: str) -> None:
    assert spans(f"（一）建水库。建水库3座。（{text}）") == []


def test_a_list_without_its_closing_bracket_gives_nothing_beyond_its_paragraph() -> None:
    text = "（一）建水库。建3座。〔市水利局牵头\n\n（二）修道路。修5条。〔市交通运输局牵头〕"
    assert spans(text) == ["〔市交通运输局牵头〕"]


@pytest.mark.parametrize(
    "lines",
    [
        ("牵头单位：市水利局", "完成时限：2024年10月底前"),
        ("牵头单位：市水利局", "配合单位：市财政局", "完成时限：2024年10月底前"),
        ("责任单位：市水利局", "进度安排：上半年启动，下半年完成"),
    ],
)
@pytest.mark.parametrize("break_", ["\n\n", "\n"])
def test_a_labelled_line_ends_where_the_next_label_begins(lines: tuple[str, ...], break_: str) -> None:
    lists, _ = lists_of(break_.join(("1．建水库。建水库3座。", *lines)))
    names = [duty.name.name for found in lists for duty in found.duties]
    assert names == (["市水利局", "市财政局"] if len(lines) == 3 else ["市水利局"])


def test_the_signature_below_a_labelled_list_is_no_part_of_it() -> None:
    text = plan("1．建水库。建3座。\n\n责任单位：市水利局\n\n云溪市人民政府")
    lists = [
        duty.name.name
        for index in (0, 1)
        for found in find_duty_lists(Reading(layout_of(text), index))
        for duty in found.duties
    ]
    assert lists == ["市水利局"]


@pytest.mark.parametrize(
    "below", ["建设内容见附件。", "（二）修道路。修5条。", "王一凡", "联系电话：0000-1234567"]
)
def test_a_line_below_a_label_that_names_more_than_bodies_ends_its_list(below: str) -> None:
    lists, _ = lists_of(f"1．建水库。建3座。\n\n责任单位：市水利局\n\n{below}")
    assert [duty.name.name for found in lists for duty in found.duties] == ["市水利局"]
