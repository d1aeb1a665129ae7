"""Appointments and removals, on notices of invented places in the forms of several provinces."""

from __future__ import annotations

import time
from typing import Any

import pytest

from govgraph_loaders.extract.appointments import extract_appointments
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Statement
from govgraph_loaders.structure import read_layout

TITLE = (
    "青禾县人民政府关于王一凡等同志任免职的通知\n\n青政任〔2024〕12号\n\n"
    "各乡镇人民政府：\n\n经研究，决定：\n\n"
)
FOOT = "\n\n青禾县人民政府\n\n2024年4月2日\n"


def read(text: str) -> list[Statement]:
    layout = read_layout(Source("notice.txt", text, sha256="", encoding="utf-8"))
    found = [
        item
        for index in range(len(layout.documents))
        for item in extract_appointments(Reading(layout, index))
    ]
    statements = [item for item in found if isinstance(item, Statement)]
    assert all(text[item.evidence.start : item.evidence.end] == item.evidence.text for item in statements)
    return statements


def claims(text: str) -> list[tuple[str, str, str]]:
    """(relation, person, post) of each statement."""
    result = []
    for statement in read(text):
        assert isinstance(statement.object, Reference)
        result.append((statement.relation, statement.subject.name, statement.object.name))
    return result


def notice(*lines: str) -> str:
    return TITLE + "\n\n".join(lines) + FOOT


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("王一凡同志任县教育局局长；", [("appointed", "王一凡", "县教育局局长")]),
        ("任命赵云为县教育局局长。", [("appointed", "赵云", "县教育局局长")]),
        ("聘任赵云同志为县第一中学校长（聘期三年）。", [("appointed", "赵云", "县第一中学校长")]),
        ("赵云同志聘任为县中医院副院长", [("appointed", "赵云", "县中医院副院长")]),
        ("免去赵云同志的县教育局副局长职务。", [("removed", "赵云", "县教育局副局长")]),
        ("免去赵云县教育局副局长职务。", [("removed", "赵云", "县教育局副局长")]),
        ("免去赵云同志县教育局副局长职务。", [("removed", "赵云", "县教育局副局长")]),
        ("解聘赵云的县中医院副院长职务。", [("removed", "赵云", "县中医院副院长")]),
        ("赵云同志不再担任县教育局局长职务。", [("removed", "赵云", "县教育局局长")]),
        ("接受赵云辞去县人民法院院长职务的请求。", [("removed", "赵云", "县人民法院院长")]),
        ("因工作变动，免去赵云的县教育局局长职务。", [("removed", "赵云", "县教育局局长")]),
        (
            "王一凡同志任县教育局局长、党组书记，免去其县科学技术局副局长职务；",
            [
                ("appointed", "王一凡", "县教育局局长"),
                ("appointed", "王一凡", "县教育局党组书记"),
                ("removed", "王一凡", "县科学技术局副局长"),
            ],
        ),
        (
            "任命李和平、张 杰同志为县财政局副局长；",
            [("appointed", "李和平", "县财政局副局长"), ("appointed", "张杰", "县财政局副局长")],
        ),
        (
            "任命李和平和张杰为县财政局副局长；",
            [("appointed", "李和平", "县财政局副局长"), ("appointed", "张杰", "县财政局副局长")],
        ),
        (
            "欧阳文清为县人民法院审判员、审判委员会委员。",
            [
                ("appointed", "欧阳文清", "县人民法院审判员"),
                ("appointed", "欧阳文清", "县人民法院审判委员会委员"),
            ],
        ),
        (
            "阿依古丽•买买提同志任县民政局副局长兼县老龄办主任；",
            [
                ("appointed", "阿依古丽·买买提", "县民政局副局长"),
                ("appointed", "阿依古丽·买买提", "县老龄办主任"),
            ],
        ),
        (
            "（1）石磊同志试用期满，正式任县统计局局长。",
            [("appointed", "石磊", "县统计局局长")],
        ),
        (
            "任命赵云为县财政局副局长，李冰为县水利局副局长（试用期一年）；孙立先生为县政府参事。",
            [
                ("appointed", "赵云", "县财政局副局长"),
                ("appointed", "李冰", "县水利局副局长"),
                ("appointed", "孙立", "县政府参事"),
            ],
        ),
        (
            "免去赵云的县财政局副局长职务，李冰的县水利局副局长、党组成员职务；孙立的县文物局局长职务。",
            [
                ("removed", "赵云", "县财政局副局长"),
                ("removed", "李冰", "县水利局党组成员"),
                ("removed", "李冰", "县水利局副局长"),
                ("removed", "孙立", "县文物局局长"),
            ],
        ),
        (
            "赵云同志任县财政局副局长，其县水利局副局长职务自然免除；",
            [("appointed", "赵云", "县财政局副局长"), ("removed", "赵云", "县水利局副局长")],
        ),
        (
            "赵云任县财政局副局长。免去其县水利局副局长职务。",
            [("appointed", "赵云", "县财政局副局长"), ("removed", "赵云", "县水利局副局长")],
        ),
        ("赵云（女，藏族）任县财政局副局长。", [("appointed", "赵云", "县财政局副局长")]),
        ("扎西顿珠任县财政局副局长。", [("appointed", "扎西顿珠", "县财政局副局长")]),
        ("德吉（门巴族）任县财政局副局长。", [("appointed", "德吉", "县财政局副局长")]),
        (
            "赵云、李冰试用期满考核合格，任县财政局副局长。",
            [("appointed", "赵云", "县财政局副局长"), ("appointed", "李冰", "县财政局副局长")],
        ),
        ("赵云同志的县财政局副局长任职试用期满，同意正式任职。", [("appointed", "赵云", "县财政局副局长")]),
        ("李德胜任县财政局副局长。", [("appointed", "李德胜", "县财政局副局长")]),
        ("赵云挂任县财政局副局长，时间一年。", [("appointed", "赵云", "县财政局副局长")]),
        ("赵云由县财政局副局长调任县水利局局长。", [("appointed", "赵云", "县水利局局长")]),
        ("晋升赵云为县财政局四级调研员。", [("appointed", "赵云", "县财政局四级调研员")]),
        ("任赵云同志为县财政局副局长。", [("appointed", "赵云", "县财政局副局长")]),
        ("同意赵云同志任县财政局副局长。", [("appointed", "赵云", "县财政局副局长")]),
        ("同意赵云同志辞去县财政局副局长职务。", [("removed", "赵云", "县财政局副局长")]),
        ("免去赵云兼任的县财政局副局长职务（终止试用期）。", [("removed", "赵云", "县财政局副局长")]),
        ("接受赵云因工作变动辞去县财政局副局长职务的请求。", [("removed", "赵云", "县财政局副局长")]),
        ("赵云提出辞去县财政局副局长职务。", [("removed", "赵云", "县财政局副局长")]),
        (
            "任命赵云同志为：县公安局副局长、督察长（兼）。",
            [("appointed", "赵云", "县公安局副局长"), ("appointed", "赵云", "县公安局督察长")],
        ),
        (
            "赵云任县教育局副局长 李冰任县水利局副局长",
            [("appointed", "赵云", "县教育局副局长"), ("appointed", "李冰", "县水利局副局长")],
        ),
        (
            "任命赵云为县人民法院刑事审判第一庭庭长、审判员。",
            [
                ("appointed", "赵云", "县人民法院刑事审判第一庭庭长"),
                ("appointed", "赵云", "县人民法院审判员"),
            ],
        ),
        (
            "赵云为县人民法院审判员、民事审判庭副庭长。",
            [
                ("appointed", "赵云", "县人民法院审判员"),
                ("appointed", "赵云", "县人民法院民事审判庭副庭长"),
            ],
        ),
    ],
)
def test_a_sentence_of_a_notice_says_who_takes_or_leaves_a_post(
    line: str, expected: list[tuple[str, str, str]]
) -> None:
    # Posts that one sentence gives have one evidence, so no order among them.
    assert sorted(claims(notice(line))) == sorted(expected)


@pytest.mark.parametrize(
    "line",
    [
        "院长由县卫生健康局聘任，任命前应当公示。",
        "聘任高级教师为学科带头人。",
        "担任领导职务的同志应当带头落实。",
        "由县长任组长，各乡镇主要负责同志任成员。",
        "赵云任副组长。",
        "任期内不再担任相关职务的，待遇不变。",
        "关于部分同志职务任免的通知已经印发。",
        "会议任命1名人大工委主任、2名财政经济委员会委员。",
        "选举产生村民委员会主任。",
        "委托代理机构担任评审主任。",
    ],
)
def test_a_rule_about_posts_is_no_appointment(line: str) -> None:
    assert claims(f"青禾县中小学校长管理办法\n\n第一条 {line}\n") == []


def test_a_candidate_is_not_appointed() -> None:
    text = (
        "青禾县干部任前公示\n\n赵云，男，汉族，1975年3月生，现任县教育局副局长，拟任县教育局局长。\n\n"
        "李冰，女，曾任县水利局局长，拟提名为县人民政府副县长人选。\n"
    )
    assert claims(text) == []


def test_the_session_of_a_congress_elects_and_accepts_resignations_outside_notices_too() -> None:
    text = (
        "会议决定接受赵云辞去青禾县人民政府县长职务的请求，决定任命李冰、王刚等3人为青禾县人民政府副县长，"
        "决定李冰为青禾县人民政府代理县长。\n\n大会选举孙立为青禾县人民法院院长、周青为青禾县人民检察院检察长。\n"
    )
    assert sorted(claims(text)) == [
        ("appointed", "周青", "青禾县人民检察院检察长"),
        ("appointed", "孙立", "青禾县人民法院院长"),
        ("appointed", "李冰", "青禾县人民政府代理县长"),
        ("appointed", "李冰", "青禾县人民政府副县长"),
        ("appointed", "王刚", "青禾县人民政府副县长"),
        ("removed", "赵云", "青禾县人民政府县长"),
    ]


def test_posts_stand_under_the_name_of_their_organization() -> None:
    text = notice("县教育局：", "赵云任副局长；", "县水利局：", "李冰任局长；")
    assert claims(text) == [("appointed", "赵云", "县教育局副局长"), ("appointed", "李冰", "县水利局局长")]


def test_the_result_of_an_election_names_the_post_first() -> None:
    text = (
        "选举结果公告\n\n青禾县第九届人民代表大会第三次会议于2024年2月10日选举：\n\n"
        "青禾县人大常委会副主任：赵云\n\n青禾县人民政府副县长：李冰、孙立（女）\n"
    )
    assert sorted(claims(text)) == [
        ("appointed", "孙立", "青禾县人民政府副县长"),
        ("appointed", "李冰", "青禾县人民政府副县长"),
        ("appointed", "赵云", "青禾县人大常委会副主任"),
    ]


def test_a_heading_says_what_happens_to_the_names_below_it() -> None:
    text = notice(
        "任命：",
        "张三丰为市教育局局长；",
        "李 四  市体育局副局长；",
        "免去：",
        "王五一的市文物局局长职务，退休。",
    )
    assert claims(text) == [
        ("appointed", "张三丰", "市教育局局长"),
        ("appointed", "李四", "市体育局副局长"),
        ("removed", "王五一", "市文物局局长"),
    ]


def qualifiers(text: str) -> list[dict[str, Any]]:
    return [statement.qualifiers for statement in read(text)]


def test_the_heading_of_a_group_dates_it_and_names_who_appoints() -> None:
    text = (
        "人事任免\n\n县人大2024年1月任命：\n\n赵云同志为县教育局局长。\n\n"
        "县政府2024年3月免去：\n\n免去赵云同志的县教育局局长职务。\n"
    )
    assert [(found["on"], found["by"]) for found in qualifiers(text)] == [
        ("2024-01", "县人大"),
        ("2024-03", "县政府"),
    ]


def test_a_notice_dates_its_appointments_where_they_say_no_date() -> None:
    (found,) = qualifiers(notice("赵云同志任县教育局副局长（试用期一年）；"))
    assert found == {
        "organization": "县教育局",
        "on": "2024-04-02",
        "by": "青禾县人民政府",
        "mode": "任",
        "probation": "一年",
    }


def test_a_list_is_dated_by_the_session_that_adopted_it() -> None:
    text = (
        "青禾县人民代表大会常务委员会任免名单\n\n（2024年6月28日青禾县第十七届人民代表大会常务委员会第十五次会议通过）\n\n"
        "一、决定任命：\n\n赵云为青禾县人民政府副县长。\n"
    )
    (found,) = qualifiers(text)
    assert found["on"] == "2024-06-28"
    assert found["by"] == "青禾县第十七届人民代表大会常务委员会"


def test_a_date_in_the_sentence_goes_before_that_of_the_notice() -> None:
    (found,) = qualifiers(notice("赵云同志任县统计局局长，任职时间从2023年1月起计算；"))
    assert found["on"] == "2023-01"


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("赵云同志挂任县乡村振兴局副局长；", "挂任"),
        ("赵云同志兼任县档案局局长；", "兼任"),
        ("赵云同志任县政府副秘书长（兼）；", "兼任"),
        ("赵云同志为县档案局局长；", "为"),
        ("解聘赵云同志的县中医院副院长职务；", "解聘"),
    ],
)
def test_the_mode_is_the_word_of_the_notice(line: str, mode: str) -> None:
    assert [found["mode"] for found in qualifiers(notice(line))] == [mode]


def test_a_post_belongs_to_the_place_of_who_appoints() -> None:
    (statement,) = read(notice("赵云同志任县教育局局长；"))
    assert isinstance(statement.object, Reference)
    assert statement.object.scope.endswith("青禾县")


def test_lines_without_stops_are_claims_of_their_own() -> None:
    text = notice("赵云同志任县教育局局长，免去其县文物局局长职务\n李冰同志任县水利局局长")
    assert [person for _, person, _ in claims(text)] == ["赵云", "赵云", "李冰"]


def test_a_table_of_names_and_posts_is_read_by_its_headings() -> None:
    text = "人事任免\n\n姓名\t任命职务\t免去职务\n赵云\t县教育局局长\t县文物局局长\n李冰\t\t县水利局局长\n"
    assert claims(text) == [
        ("appointed", "赵云", "县教育局局长"),
        ("removed", "赵云", "县文物局局长"),
        ("removed", "李冰", "县水利局局长"),
    ]


@pytest.mark.parametrize(
    "seed",
    [
        "任命张三、",
        "免去张三同志的",
        "（",
        "局长、",
        "张·",
        "任，",
        "、张三为",
        "，张三的",
        "任命张三为局长、",
    ],
)
def test_hostile_text_takes_linear_time(seed: str) -> None:
    text = "人事任免\n\n任命：\n" + (seed * 100_000)[:100_000]
    layout = read_layout(Source("hostile.txt", text, sha256="", encoding="utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_appointments(Reading(layout, index)))
    assert time.perf_counter() - start < 2


def test_who_ends_probation_is_confirmed_by_whoever_issues_the_notice() -> None:
    text = f"{TITLE}刘一凡的县审计局副局长职务任职试用期满，正式任职。{FOOT}"
    (found,) = read(text)
    assert found.qualifiers["by"] == "青禾县人民政府"


def test_under_a_heading_of_removals_the_particle_may_be_left_out() -> None:
    text = f"{TITLE}免去：\n\n赵一凡县商务局局长职务，退休；\n\n孙一凡的县水利局局长职务。{FOOT}"
    assert claims(text) == [
        ("removed", "赵一凡", "县商务局局长"),
        ("removed", "孙一凡", "县水利局局长"),
    ]
    assert claims(f"{TITLE}免去：\n\n县商务局局长职务空缺。{FOOT}") == []
