from __future__ import annotations

import pytest

from govgraph_loaders.damage.mending import FILLER, mend
from govgraph_loaders.damage.spam import find_spam
from loaders.papers import claims, extraction_of, plan

ROLES = ("leads", "cooperates", "responsible")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("加快推进加微信vx88668领取优惠产业园建设", "加快推进产业园建设"),
        ("全面提升大发快三平台开户下载服务能力", "全面提升服务能力"),
        ("改造www.abcd88.com公园", "改造公园"),
        ("完善点击领取现金红包名额有限步道", "完善步道"),
        ("建设官方天天中彩票网官网绿道", "建设绿道"),
    ],
)
def test_an_advertisement_within_a_sentence_is_passed_over(text: str, read: str) -> None:
    mended = mend(text)
    assert mended.text.replace(FILLER, "") == read
    assert [fault.kind for fault in mended.faults] == ["damage.spam"]


@pytest.mark.parametrize(
    "text",
    [
        "严厉打击六合彩、时时彩等赌博活动。",
        "查处代开发票行为。",
        "集中整治校园周边棋牌平台。",
        "安排体育彩票公益金120万元。",
        "扫码领取办事指南。",
        "向育龄群众免费领取叶酸提供便利。",
        "登录市政府网站（www.yunxi.gov.cn）查阅。",
        "关注公众号“云溪发布”。",
        "联系人：沈砚秋，QQ：12345678。",
        "开展限时优惠促消费活动。",
        "请登录www.yunxiport.com查询。",
        "推广低息贷款。",
    ],
)
def test_what_offices_write_of_offers_and_addresses_stays(text: str) -> None:
    assert list(find_spam(text)) == []


def test_two_advertisements_do_not_swallow_what_stands_between() -> None:
    text = "在全真人视讯市综合考核中大发快三开户上升"
    assert mend(text).text.replace(FILLER, "") == "在全市综合考核中上升"


def test_where_an_office_must_have_stood_nobody_gets_its_role_and_the_others_keep_theirs() -> None:
    text = plan("（一）贯通绿道。改造步道。〔加微信vx88668领取优惠牵头，市水利局、市商务局按职责分工负责〕")
    extraction = extraction_of(text)
    assert claims(extraction.statements, *ROLES) == [
        ("cooperates", "市商务局", "贯通绿道"),
        ("cooperates", "市水利局", "贯通绿道"),
    ]
    assert [found.relation for found in extraction.rejections if found.rule == "damage.spam"] == ["leads"]


def test_an_advertisement_in_a_list_costs_its_office_alone() -> None:
    text = plan("（一）贯通绿道。改造步道。〔市园林局牵头，市水利局、大发快三开户、市商务局配合〕")
    assert claims(extraction_of(text).statements, *ROLES) == [
        ("cooperates", "市商务局", "贯通绿道"),
        ("cooperates", "市水利局", "贯通绿道"),
        ("leads", "市园林局", "贯通绿道"),
    ]
