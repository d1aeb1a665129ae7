"""Who does what in the text of a list, by labels before the names and phrases behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.cleanview import CleanViewBuilder
from govgraph_loaders.extract.responsibility.roles import has_role, read_duties, read_plain_list
from loaders.strategies import chinese_text

Roles = list[tuple[str, str]]


def duties(text: str) -> Roles:
    """(role, name) of each duty of a list, read through the clean view."""
    builder = CleanViewBuilder(text)
    builder.append(0, len(text))
    view = builder.build()
    return [(duty.role, duty.name.name) for duty in read_duties(view.text, 0, len(view.text), view.gaps)]


LEAD, PARTNER = ("lead", "市水利局"), ("cooperate", "市财政局")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("牵头单位", "lead"),
        ("牵头部门", "lead"),
        ("主办单位", "lead"),
        ("主责单位", "lead"),
        ("责任牵头单位", "lead"),
        ("配合单位", "cooperate"),
        ("协办单位", "cooperate"),
        ("参与单位", "cooperate"),
        ("协同部门", "cooperate"),
        ("责任单位", "responsible"),
        ("责任部门", "responsible"),
        ("承办单位", "responsible"),
        ("落实单位", "implement"),
        ("市级牵头单位", "lead"),
        ("主要责任单位", "lead"),
        ("牵头责任单位", "lead"),
        ("协同责任单位", "cooperate"),
        ("省级配合部门", "cooperate"),
        ("其他责任单位", "responsible"),
        ("属地责任单位", "implement"),
    ],
)
@pytest.mark.parametrize("colon", ["：", ":", "为", "： "])
def test_a_label_gives_its_role_to_the_names_behind_it(label: str, role: str, colon: str) -> None:
    assert duties(f"{label}{colon}市水利局、市财政局") == [(role, "市水利局"), (role, "市财政局")]


@pytest.mark.parametrize(
    "label",
    [
        "责任领导",
        "牵头领导",
        "分管领导",
        "责任人",
        "包抓领导",
        "挂钩领导",
        "责任市领导",
        "牵头负责领导",
        "分管县级领导",
    ],
)
def test_a_label_for_a_leader_is_followed_by_persons(label: str) -> None:
    assert duties(f"{label}：王一凡、欧阳沐川") == [("oversee", "王一凡"), ("oversee", "欧阳沐川")]


@pytest.mark.parametrize("closing", ["督导单位", "监督部门", "验收单位", "联系单位", "市级督办单位"])
def test_the_label_of_another_thing_closes_the_list(closing: str) -> None:
    assert duties(f"责任单位：市水利局 {closing}：市审计局") == [("responsible", "市水利局")]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("牵头", "lead"),
        ("牵头负责", "lead"),
        ("总牵头", "lead"),
        ("主办", "lead"),
        ("负责", "lead"),
        ("具体负责", "lead"),
        ("配合", "cooperate"),
        ("参与", "cooperate"),
        ("协办", "cooperate"),
        ("协同配合", "cooperate"),
        ("按职责分工负责", "responsible"),
        ("按照职责分工分别负责", "responsible"),
        ("依职责负责", "responsible"),
        ("共同负责", "responsible"),
        ("抓好落实", "implement"),
        ("结合职责抓好落实", "implement"),
        ("组织实施", "implement"),
    ],
)
def test_a_phrase_gives_its_role_to_the_names_before_it(phrase: str, role: str) -> None:
    assert duties(f"市水利局、市财政局{phrase}") == [(role, "市水利局"), (role, "市财政局")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("市水利局牵头，市财政局配合", [LEAD, PARTNER]),
        ("由市水利局牵头,市财政局配合", [LEAD, PARTNER]),
        ("市水利局牵头；市财政局、各县区按职责分工负责", [LEAD, PARTNER, ("cooperate", "各县区")]),
        ("市水利局牵头负责，市财政局负责", [LEAD, PARTNER]),
        ("市水利局牵头，市财政局等", [LEAD, PARTNER]),
        ("市水利局牵头制定方案，市财政局配合", [LEAD, PARTNER]),
        ("市水利局会同市财政局负责", [LEAD, PARTNER]),
        ("由市水利局会同市财政局、市审计局负责", [LEAD, PARTNER, ("cooperate", "市审计局")]),
        ("市水利局牵头，市财政局参与，各县区组织实施", [LEAD, PARTNER, ("implement", "各县区")]),
        ("牵头单位：市水利局；配合单位：市财政局", [LEAD, PARTNER]),
        ("牵头单位：市水利局 配合单位：市财政局", [LEAD, PARTNER]),
        ("牵头单位：市水利局，配合单位：市财政局，完成时限：2024年底", [LEAD, PARTNER]),
        ("责任单位：市水利局牵头，市财政局配合", [LEAD, PARTNER]),
        ("主办：市水利局；协办：市财政局", [LEAD, PARTNER]),
        ("牵头单位（部门）：市水利局", [LEAD]),
        ("责任领导：王一凡；牵头单位：市水利局", [("oversee", "王一凡"), LEAD]),
        ("市水利局牵头；2024年12月底前完成", [LEAD]),
        ("市水利局、市财政局共同牵头", [LEAD, ("lead", "市财政局")]),
        ("市水利局承办，市财政局协办", [("responsible", "市水利局"), PARTNER]),
        ("由市水利局牵头，会同市财政局落实", [LEAD, PARTNER]),
        ("牵头单位 市水利局 配合单位 市财政局", [LEAD, PARTNER]),
        (
            "王一凡牵头，市水利局、市财政局负责",
            [("lead", "王一凡"), ("cooperate", "市水利局"), PARTNER],
        ),
        ("市水利局负责编制方案，市财政局负责资金", [LEAD, ("lead", "市财政局")]),
        ("市水利局牵头，市财政局负责资金", [LEAD, PARTNER]),
        ("本条政策由市水利局负责", [LEAD]),
        ("此项工作由市水利局牵头、市财政局配合", [LEAD, PARTNER]),
        ("牵头领导：王一凡、李清和", [("oversee", "王一凡"), ("oversee", "李清和")]),
        ("牵头领导：王一凡和张云舟", [("oversee", "王一凡"), ("oversee", "张云舟")]),
        (
            "市委组织部；各县（市、区）委、政府按职责分工负责",
            [("responsible", "市委组织部"), ("responsible", "各县（市、区）委、政府")],
        ),
        ("副市长王一凡牵头，市水利局负责", [("lead", "王一凡"), ("cooperate", "市水利局")]),
        ("王一凡同志牵头，市水利局落实", [("lead", "王一凡"), ("implement", "市水利局")]),
        ("责任领导：副市长王一凡；责任单位：市水利局", [("oversee", "王一凡"), ("responsible", "市水利局")]),
        ("牵头单位：市水利局。责任单位：市财政局", [LEAD, ("responsible", "市财政局")]),
    ],
)
def test_several_roles_in_one_list_are_told_apart(text: str, roles: Roles) -> None:
    assert duties(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "",
        "市水利局",
        "由市水利局牵头的项目",
        "市水利局牵头人",
        "负责同志",
        "分管副市长牵头",
        "专人负责",
        "单独牵头",
        "责任单位：另行确定",
        "含县区",
        "联系电话：0000-1234567",
        "到2025年",
    ],
)
def test_a_text_without_role_or_organization_gives_no_duty(text: str) -> None:
    assert not [duty for duty in duties(text) if duty[0] == "lead"]


@pytest.mark.parametrize("text", ["市水利局*、市财政局", "市水利局＊、市财政局"])
def test_a_star_behind_a_name_marks_it(text: str) -> None:
    assert [duty.starred for duty in read_plain_list(text, 0, len(text))] == [True, False]


@pytest.mark.parametrize("text", ["*市水利局、市财政局", "市水利局★、市财政局"])
def test_a_star_before_a_name_or_of_another_shape_marks_it(text: str) -> None:
    assert [duty.starred for duty in read_plain_list(text, 0, len(text))] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "市水利局、市财政局",
        "市水利局，市财政局，各县（市、区）人民政府",
        "市水利局、市财政局等",
        "市水利局 市财政局",
    ],
)
def test_a_list_of_nothing_but_organizations_is_plain(text: str) -> None:
    read = read_plain_list(text, 0, len(text))
    assert [duty.role for duty in read] == ["responsible"] * len(read)
    assert len(read) >= 2
    assert not any(duty.said for duty in read)


@pytest.mark.parametrize("text", ["市水利局、新建水库3座", "含市水利局的项目", "", "2024年，市财政局"])
def test_a_list_with_anything_else_is_not_plain(text: str) -> None:
    assert read_plain_list(text, 0, len(text)) == []


@given(chinese_text)
def test_every_duty_is_of_a_known_role_and_a_name_in_the_text(text: str) -> None:
    for duty in read_duties(text, 0, len(text)):
        assert duty.role in {"lead", "cooperate", "responsible", "implement", "oversee"}
        assert duty.name.name in text
        assert has_role(text)


@given(
    st.lists(
        st.sampled_from(["市水利局", "市财政局", "县教育局", "各县区"]), min_size=1, max_size=4, unique=True
    ),
    st.lists(st.sampled_from(["市审计局", "市商务局", "团市委"]), max_size=3, unique=True),
)
def test_leads_and_partners_are_all_read_whatever_their_number(leads: list[str], partners: list[str]) -> None:
    text = "、".join(leads) + "牵头" + ("，" + "、".join(partners) + "配合" if partners else "")
    assert duties(text) == [("lead", name) for name in leads] + [("cooperate", name) for name in partners]


def test_brackets_behind_the_names_say_who_leads_and_who_helps() -> None:
    assert duties("责任部门：市水利局（牵头）、市财政局、市审计局") == [
        LEAD,
        PARTNER,
        ("cooperate", "市审计局"),
    ]
    assert duties("责任单位：市水利局（牵头单位）、市财政局（配合单位）") == [LEAD, PARTNER]
    assert duties("责任单位：市水利局（市河长办）、市财政局") == [
        ("responsible", "市水利局（市河长办）"),
        ("responsible", "市财政局"),
    ]


@pytest.mark.parametrize("term", ["完成时间：长期坚持", "时限：2024年底前", "完成时限：12月"])
def test_a_labelled_term_ends_a_plain_list(term: str) -> None:
    text = f"市水利局、市财政局，{term}"
    assert [duty.name.name for duty in read_plain_list(text, 0, len(text))] == ["市水利局", "市财政局"]


def test_the_units_above_are_no_name() -> None:
    assert duties("市水利局、市财政局，以上单位按职责分工负责") == [
        ("responsible", "市水利局"),
        ("responsible", "市财政局"),
    ]
