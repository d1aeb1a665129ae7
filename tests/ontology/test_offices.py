from itertools import combinations

import pytest

from govgraph_ontology import offices
from govgraph_ontology.offices import (
    OFFICE_NAMES,
    is_placed_inside,
    office_in,
    office_stem,
    office_variants,
    official_office,
)
from govgraph_ontology.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("发改局", "发展和改革局"),
        ("发展改革局", "发展和改革局"),
        ("发改委", "发展和改革委员会"),
        ("发展改革委", "发展和改革委员会"),
        ("科技局", "科学技术局"),
        ("科技厅", "科学技术厅"),
        ("工信局", "工业和信息化局"),
        ("人社局", "人力资源和社会保障局"),
        ("人力资源社会保障局", "人力资源和社会保障局"),
        ("住建局", "住房和城乡建设局"),
        ("住房城乡建设局", "住房和城乡建设局"),
        ("市场监管局", "市场监督管理局"),
        ("政数局", "政务服务数据管理局"),
        ("文广旅体局", "文化广电旅游体育局"),
        ("卫健局", "卫生健康局"),
        ("卫健委", "卫生健康委员会"),
        ("团市委", "共青团委员会"),
        ("科协", "科学技术协会"),
        ("妇联", "妇女联合会"),
        ("残联", "残疾人联合会"),
        ("金融局", "金融工作局"),
        ("城管局", "城市管理和综合执法局"),
        ("编办", "委机构编制委员会办公室"),
        ("委宣传部", "委宣传部"),
        ("宣传部", "委宣传部"),
        ("中共委统战部", "委统一战线工作部"),
        ("政府办公室", "人民政府办公室"),
        ("供销社", "供销合作社联合社"),
        ("中院", "中级人民法院"),
        ("发展和改革委", "发展和改革委员会"),
        ("发展与改革委员会", "发展和改革委员会"),
        ("经信厅", "经济和信息化厅"),
        ("民宗委", "民族宗教事务委员会"),
        ("民委", "民族事务委员会"),
        ("住房和城乡建设管理局", "住房和城乡建设局"),
        ("文旅广体局", "文化旅游广电体育局"),
        ("文广旅局", "文化广电旅游局"),
        ("政务服务和数据管理局", "政务服务数据管理局"),
        ("行政审批局", "行政审批服务局"),
        ("林草局", "林业和草原局"),
        ("政府外办", "外事办公室"),
        ("地方志编纂委员会办公室", "地方志办公室"),
        ("国调队", "国家统计局调查队"),
        ("生态环境分局", "生态环境局分局"),
        ("地税局", "地方税务局"),
        ("卫计局", "卫生和计划生育局"),
        ("民盟市委会", "中国民主同盟委员会"),
    ],
)
def test_name_as_said_leads_to_the_official_name(name: str, official: str) -> None:
    assert official_office(name) == official


def test_unknown_name_stays_as_it_is() -> None:
    assert official_office("云溪文化振兴局") == "云溪文化振兴局"
    assert office_variants("云溪文化振兴局") == ()


LOOK_ALIKES = """
工信局 信访局 政数局 民政局 住建局 城管局 教育局 教育体育局 体育局 司法局 水利局 水务局 林业局 统计局
审计局 税务局 医保局 卫健局 科技局 科工信局 科协 社科联 文联 侨联 残联 妇联 工商联 财政局 商务局
自然资源局 规划和自然资源局 自然资源和规划局 农业农村局 农业局 海洋局 应急局 公安局 国安局 档案局 档案馆
编办 政法委 网信办 外办 台办 侨办 人防办 政府办 人大办 政协办 委办公室 人大 人大常委会 政协 纪委 监委
法院 中院 检察院 市场监管局 药监局 知识产权局 粮储局 数据局 政务服务局 气象局 海事局 海关 民委 民宗局
宗教局 民政厅 人事局 人社局 劳动保障局 卫生局 卫计局 文化局 文旅局 旅游局 文体局 文物局 体育总会 电影局
粮食局 物价局 商务厅 招商局 招商引资局 投促局 国土资源局 规划局 国土资源和规划局 环保局 生态环境局
生态环境分局 安监局 应急厅 工商局 质监局 食药监局 国税局 地税局 大数据局 大数据中心 数据资源局
政务服务中心 行政服务中心 行政审批局 公管办 公共资源交易中心 金融局 金融办 地方金融监管局 金融监管分局
银保监分局 银监分局 证监局 调查队 调查总队 统计厅 交警支队 交警大队 城管执法支队 劳动监察大队
农业综合执法大队 森林公安局 消防救援支队 消防救援大队 城管委 林业和园林局 史志办 地方志办 党史研究室
政研室 深改办 财经办 金融委办 科技委办 人才办 文明办 平安办 维稳办 社工部 社工委 两新工委 民革 民盟 民建
民进 农工党 致公党 九三学社 台盟 台联 青联 企联 作协 美协 书协 记协 律协 消委会 老科协 关工委 工行分行
工行支行 农行分行 中行分行 建行分行 农发行分行 邮储银行分行 中国电信 中国移动 中国联通 供电公司
"""


def test_offices_that_look_alike_are_never_joined() -> None:
    known = [name for name in LOOK_ALIKES.split() if official_office(name) != name or name in OFFICE_NAMES]
    assert len(known) > 150
    for first, second in combinations(LOOK_ALIKES.split(), 2):
        assert official_office(first) != official_office(second), (first, second)


def test_same_office_at_two_levels_has_two_official_names() -> None:
    assert official_office("科技局") != official_office("科技厅")
    assert official_office("发改局") != official_office("发改委")


def test_official_name_is_its_own_official_name() -> None:
    for name in OFFICE_NAMES:
        official = official_office(name)
        assert official_office(official) == official


def test_variants_lead_back_to_their_office() -> None:
    for official in {official_office(name) for name in OFFICE_NAMES}:
        for variant in office_variants(official):
            assert variant != official
            assert official_office(variant) == official


def test_variants_come_shortest_first() -> None:
    assert office_variants("发展和改革局") == ("发改局", "发展改革局", "发展与改革局")


def test_table_holds_the_offices_of_every_level() -> None:
    assert len({official_office(name) for name in OFFICE_NAMES}) >= 120


def test_form_of_two_offices_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    offices_of_two = {"青禾局": "禾局", "丹枫局": "禾局"}
    clash = {"endings": {}, "stems": {}, "party": {}, "offices": offices_of_two, "careful": {}}
    monkeypatch.setattr(offices, "load_vocabulary", lambda _: clash)
    with pytest.raises(ValueError, match="禾局 would be both 青禾局 and 丹枫局"):
        offices._official_by_form.__wrapped__()


@pytest.mark.parametrize("place", ["云溪市", "青禾县", "示范省"])
def test_every_form_means_one_office_within_a_level(place: str) -> None:
    """A form is one row of the table, so no place can have two offices that are called by it."""
    bearers: dict[str, set[str]] = {}
    for official in {official_office(name) for name in OFFICE_NAMES}:
        for form in (official, *office_variants(official)):
            bearers.setdefault(place + form, set()).add(official)
    assert {form: found for form, found in bearers.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("official", "full"),
    [
        ("教育局", "云溪市教育局"),
        ("共青团委员会", "共青团云溪市委员会"),
        ("税务局", "国家税务总局云溪市税务局"),
        ("国家统计局调查队", "国家统计局云溪调查队"),
        ("中国人民银行分行", "中国人民银行云溪市分行"),
    ],
)
def test_full_name_carries_the_place_where_the_office_writes_it(official: str, full: str) -> None:
    assert office_in("云溪市", official) == full
    assert is_placed_inside(official) == (not full.startswith("云溪市"))


def test_names_that_carry_the_place_are_official_ones() -> None:
    for official, pattern in load_vocabulary("offices")["placed"].items():
        assert official_office(official) == official, official
        assert ("{place}" in pattern) != ("{short}" in pattern)
        assert pattern.replace("{place}", "").replace("{short}", "").endswith(official[-2:])


def test_bureau_and_commission_of_one_stem_share_it_where_no_place_has_both() -> None:
    assert office_stem("发展和改革局") == office_stem("发展和改革委员会") == "发展和改革"
    assert office_stem("金融工作局") == office_stem("金融工作办公室") == ""
    assert office_stem("城市管理委员会") == office_stem("教育工作委员会") == office_stem("委员会") == ""


def test_no_text_is_searched_for_forms_that_stand_in_other_words() -> None:
    assert {"民建", "民委", "城管委"}.isdisjoint(OFFICE_NAMES)
    assert official_office("民建") == "中国民主建国会委员会"
