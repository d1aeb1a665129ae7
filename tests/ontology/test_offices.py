from itertools import combinations

import pytest

from govgraph_ontology import offices
from govgraph_ontology.offices import OFFICE_NAMES, office_variants, official_office


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
    ],
)
def test_name_as_said_leads_to_the_official_name(name: str, official: str) -> None:
    assert official_office(name) == official


def test_unknown_name_stays_as_it_is() -> None:
    assert official_office("云溪文化振兴局") == "云溪文化振兴局"
    assert office_variants("云溪文化振兴局") == ()


LOOK_ALIKES = """
工信局 信访局 政数局 民政局 住建局 城管局 教育局 教育体育局 体育局 司法局 水利局 水务局 林业局 统计局 审计局
税务局 医保局 卫健局 科技局 科工信局 科协 社科联 文联 侨联 残联 妇联 工商联 财政局 商务局 自然资源局
规划和自然资源局 自然资源和规划局 农业农村局 农业局 海洋局 应急局 公安局 国安局 档案局 档案馆 编办 政法委
网信办 外办 台办 侨办 人防办 政府办 人大办 政协办 委办公室 人大 人大常委会 政协 纪委 监委 法院 中院 检察院
市场监管局 药监局 知识产权局 粮储局 数据局 政务服务局 气象局 海事局 海关
"""


def test_offices_that_look_alike_are_never_joined() -> None:
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
    clash = {"endings": {}, "stems": {}, "party": {}, "offices": {"青禾局": "禾局", "丹枫局": "禾局"}}
    monkeypatch.setattr(offices, "load_vocabulary", lambda _: clash)
    with pytest.raises(ValueError, match="禾局 would be both 青禾局 and 丹枫局"):
        offices._official_by_form.__wrapped__()
