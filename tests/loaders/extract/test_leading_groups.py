"""Leading groups: heads, deputies and members by name, of the body that the document makes."""

from __future__ import annotations

import time

import pytest

from govgraph_loaders.extract.leading_groups import extract_leading_groups
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Statement
from govgraph_loaders.structure import read_layout

HEAD = "青禾县人民政府办公室关于成立青禾县防汛工作领导小组的通知\n\n各乡镇：\n\n现将组成人员通知如下：\n\n"


def places(text: str) -> list[tuple[str, str, str]]:
    """(person, post, mode) of each statement."""
    layout = read_layout(Source("group.txt", text, sha256="", encoding="utf-8"))
    result = []
    for index in range(len(layout.documents)):
        for item in extract_leading_groups(Reading(layout, index)):
            assert isinstance(item, Statement)
            assert isinstance(item.object, Reference)
            assert text[item.evidence.start : item.evidence.end] == item.evidence.text
            result.append((item.subject.name, item.object.name, str(item.qualifiers["mode"])))
    return result


def test_each_line_gives_a_person_a_place_in_the_group_of_the_title() -> None:
    text = (
        HEAD + "组  长：张  杰  县委副书记、县长\n副组长：李大伟  常务副县长\n"
        "王  芳  副县长\n成  员：赵云  县水利局局长\n"
    )
    group = "青禾县防汛工作领导小组"
    assert places(text) == [
        ("张杰", f"{group}组长", "组长"),
        ("李大伟", f"{group}副组长", "副组长"),
        ("王芳", f"{group}副组长", "副组长"),
        ("赵云", f"{group}成员", "成员"),
    ]


def test_a_sentence_may_make_the_group_and_list_it() -> None:
    text = (
        "青禾县工作方案\n\n成立县防汛工作专班，组长：张三；副组长：李四、王五；成员：县教育局、县财政局。\n"
    )
    assert places(text) == [
        ("张三", "县防汛工作专班组长", "组长"),
        ("李四", "县防汛工作专班副组长", "副组长"),
        ("王五", "县防汛工作专班副组长", "副组长"),
    ]


def test_a_table_lists_places_and_names() -> None:
    text = HEAD + "职务\t姓名\t单位及职务\n组长\t张杰\t县长\n成员\t李大伟\t县水利局局长\n"
    assert [(person, mode) for person, _, mode in places(text)] == [("张杰", "组长"), ("李大伟", "成员")]


@pytest.mark.parametrize(
    "body",
    [
        "组长：县长张杰\n副组长：副县长李大伟、王芳\n成员：县水利局局长赵云\n",
        "组长：张杰 县长\n副组长：李大伟 副县长，王芳 副县长\n成员：赵云 县水利局局长\n",
        "一、组长\n张杰 县长\n二、副组长\n李大伟 副县长\n王芳 副县长\n三、成员\n赵云 县水利局局长\n",
        "组  长：张  杰    副组长：李大伟   王  芳\n成  员：赵  云\n",
        "张杰同志任组长，李大伟、王芳同志任副组长，赵云为成员。\n",
        "组长由县长张杰担任，副组长由李大伟同志担任，王芳任副组长，赵云任成员，办公室主任由孙立同志兼任。\n",
        "组长\t张杰\t县长\n副组长\t李大伟\t副县长\n\t王芳\t副县长\n成员\t赵云\t县水利局局长\n",
    ],
)
def test_the_places_stand_before_the_names_or_behind_them(body: str) -> None:
    assert [(person, mode) for person, _, mode in places(HEAD + body)] == [
        ("张杰", "组长"),
        ("李大伟", "副组长"),
        ("王芳", "副组长"),
        ("赵云", "成员"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "组长：县长\n副组长：分管副县长\n成员：县教育局、县财政局主要负责同志\n",
        "由县长任组长，分管副县长任副组长。\n",
        "成员单位：县教育局、县财政局。\n",
        "主任：由县水利局局长兼任。\n",
        "组长由县长担任，副组长由分管副县长担任。\n",
        "各乡镇主要负责同志任组长，分管同志为成员。\n",
    ],
)
def test_posts_and_offices_are_no_persons(body: str) -> None:
    assert places(HEAD + body) == []


def test_without_a_group_nobody_has_a_place_in_it() -> None:
    assert places("青禾县水利局简介\n\n主任：张三  副局长\n") == []


@pytest.mark.parametrize("seed", ["组长：", "张三、", "成立领导", "；", "（", "张三任", "组长由"])
def test_hostile_text_takes_linear_time(seed: str) -> None:
    layout = read_layout(Source("h.txt", HEAD + "组长：" + (seed * 100_000)[:100_000], "", "utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_leading_groups(Reading(layout, index)))
    assert time.perf_counter() - start < 10
