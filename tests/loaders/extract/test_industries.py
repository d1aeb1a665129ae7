"""Industries of districts, in the sentences of plans and reports of invented places."""

from __future__ import annotations

import time

import pytest

from govgraph_loaders.extract.industries import extract_industries
from govgraph_loaders.extract.industry_names import is_industry
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Statement
from govgraph_loaders.structure import read_layout


def read(body: str) -> list[Statement]:
    text = f"云溪市人民政府产业发展规划\n\n{body}\n"
    layout = read_layout(Source("plan.txt", text, sha256="", encoding="utf-8"))
    found = [
        item for index in range(len(layout.documents)) for item in extract_industries(Reading(layout, index))
    ]
    statements = [item for item in found if isinstance(item, Statement)]
    assert all(text[item.evidence.start : item.evidence.end] == item.evidence.text for item in statements)
    return statements


def industries(body: str) -> list[tuple[str, str]]:
    result = []
    for statement in read(body):
        assert isinstance(statement.object, Reference)
        result.append((statement.subject.name, statement.object.name))
    return result


@pytest.mark.parametrize(
    ("sentence", "place", "expected"),
    [
        ("丹枫区重点发展汽车电子和工业控制产业。", "丹枫区", ["汽车电子", "工业控制"]),
        ("丹枫区做大做强纺织服装、绿色食品等两大支柱产业。", "丹枫区", ["纺织服装", "绿色食品"]),
        ("支持石桥镇建设食用菌加工集聚区。", "石桥镇", ["食用菌加工"]),
        ("支持丹枫区打造全国重要的千亿级新能源汽车产业基地。", "丹枫区", ["新能源汽车"]),
        ("白鹭镇做优水稻制种和稻渔综合种养。", "白鹭镇", ["水稻制种", "稻渔综合种养"]),
        ("丹枫区产业发展轴集中布局新型材料制造业。", "丹枫区", ["新型材料制造业"]),
        ("推动丹枫区加快海上风电、氢能产业发展。", "丹枫区", ["海上风电", "氢能"]),
        ("丹枫区以绿色食品、现代中药为主导产业。", "丹枫区", ["绿色食品", "现代中药"]),
        ("丹枫区围绕智能家电、深海养殖等方面建设平台。", "丹枫区", ["智能家电", "深海养殖"]),
        ("临湖片区要加强规划，集中发展新能源设备产业。", "临湖片区", ["新能源设备"]),
        ("城北工业园：主攻生物医药、高端装备制造。", "城北工业园", ["生物医药", "高端装备制造"]),
        ("丹枫区（云溪高新区）壮大软件和信息服务业。", "丹枫区", ["软件", "信息服务业"]),
        (
            "丹枫区：建设新城，重点发展纳米技术、智能汽车、数字经济。",
            "丹枫区",
            ["纳米技术", "智能汽车", "数字经济"],
        ),
        ("丹枫区聚焦复合材料、电子化学品等领域，加强招商。", "丹枫区", ["复合材料", "电子化学品"]),
        (
            "丹枫区重点打造新材料、海洋生物与医养健康、装备制造3大集聚区。",
            "丹枫区",
            ["新材料", "海洋生物与医养健康", "装备制造"],
        ),
        ("丹枫区突出精品钢和不锈钢主业，做好服务。", "丹枫区", ["精品钢", "不锈钢"]),
        ("丹枫区以高端装备、新材料为主攻方向。", "丹枫区", ["高端装备", "新材料"]),
        ("石桥镇以油茶种植为主，兼顾旅游。", "石桥镇", ["油茶种植"]),
        ("城北工业园将产业发展定位在农产品加工、装备制造上。", "城北工业园", ["农产品加工", "装备制造"]),
        ("丹枫经济开发区：主导产业为装备制造、新材料。", "丹枫经济开发区", ["装备制造", "新材料"]),
        ("磨坪乡海拔较高，气候凉爽，适合发展高山农业。", "磨坪乡", ["高山农业"]),
        ("培育渠南工业园，大力发展印刷包装、机械制造。", "渠南工业园", ["印刷包装", "机械制造"]),
        ("临湖片区规划发展旅游休闲产业和生态农业。", "临湖片区", ["旅游休闲", "生态农业"]),
        ("支持石桥镇茶叶产业发展。", "石桥镇", ["茶叶"]),
        ("丹枫区集聚高铁经济、现代物流等业态。", "丹枫区", ["高铁经济", "现代物流"]),
        ("石桥镇探索发展低空经济，布局无人机制造。", "石桥镇", ["低空经济", "无人机制造"]),
        ("石桥镇的茶叶产业初具规模。", "石桥镇", ["茶叶"]),
        ("丹枫区围绕楼宇经济做文章。", "丹枫区", ["楼宇经济"]),
        ("丹枫区打造绿色石化产业基地。", "丹枫区", ["绿色石化"]),
        ("“一核”指以丹枫区为核心，大力发展绿色食品、新材料等产业。", "丹枫区", ["绿色食品", "新材料"]),
        (
            "白鹭石桥农业融合发展示范区，重点发展休闲农业、食品加工。",
            "白鹭石桥农业融合发展示范区",
            ["休闲农业", "食品加工"],
        ),
    ],
)
def test_a_verb_of_developing_gives_a_district_its_industries(
    sentence: str, place: str, expected: list[str]
) -> None:
    assert industries(sentence) == [(place, name) for name in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "全市重点发展汽车电子和工业控制产业。",
        "云溪市做大做强纺织服装产业。",
        "丹枫区发展壮大村集体经济。",
        "丹枫区加快项目建设，引进一批企业。",
        "丹枫区大力发展特色产业。",
        "做强做优镇域经济，加快培育白鹭、石桥2个中心镇。",
        "丹枫区发展势头良好，居民收入增长。",
        "城市建设区要加强管理，推进产业园区提质。",
        "石桥镇以项目建设为重点，以党建为引领，加强治理。",
        "丹枫区以联动的方式促进了青禾县制造产业。",
        "丹枫区努力使经济结构成为支撑发展的力量。",
        "丹枫区、临湖区均有相关产业集群。",
        "重点打造新材料、装备制造两大集聚区。",
    ],
)
def test_the_whole_place_and_vague_phrases_have_no_industry(sentence: str) -> None:
    assert industries(sentence) == []


def test_role_and_scale_stand_before_the_word_industry() -> None:
    (first, second) = read("丹枫区培育新材料、智能家电等两大百亿级战略性新兴产业。")
    assert first.qualifiers == {"role": "战略性新兴产业", "scale": "百亿级"}
    assert second.qualifiers == first.qualifiers


def test_each_of_several_roles_has_its_own_list() -> None:
    found = read("丹枫区形成以新能源汽车为主导、智能家居为特色、生产性服务业为支撑的产业体系。")
    assert [
        (one.object.name, one.qualifiers["role"]) for one in found if isinstance(one.object, Reference)
    ] == [
        ("新能源汽车", "主导产业"),
        ("智能家居", "特色产业"),
        ("生产性服务业", "支撑产业"),
    ]


def test_each_of_several_places_may_have_its_own_product() -> None:
    assert industries("做强石桥镇茶叶、白鹭镇脐橙、稻香乡中药材等特色产业。") == [
        ("石桥镇", "茶叶"),
        ("白鹭镇", "脐橙"),
        ("稻香乡", "中药材"),
    ]


def test_each_of_several_places_may_have_its_own_verb() -> None:
    assert industries("石桥镇做精脐橙、白鹭镇做优有机茶。") == [("石桥镇", "脐橙"), ("白鹭镇", "有机茶")]


def test_known_places_before_an_industry_need_no_word_that_calls_them_so() -> None:
    body = "优化提升韶关、湛江、茂名等现代化工产业。优化张三、李四等化工产业。"
    text = f"示范省产业计划\n\n广东省人民政府\n\n{body}\n"
    layout = read_layout(Source("plan.txt", text, sha256="", encoding="utf-8"))
    found = [
        one for index in range(len(layout.documents)) for one in extract_industries(Reading(layout, index))
    ]
    assert [
        (one.subject.name, one.object.name)
        for one in found
        if isinstance(one, Statement) and isinstance(one.object, Reference)
    ] == [
        ("韶关市", "现代化工"),
        ("湛江市", "现代化工"),
        ("茂名市", "现代化工"),
    ]


def test_the_place_may_stand_behind_the_industry() -> None:
    (found,) = read("石油化工产业是城东工业园的支柱产业，前景广阔。")
    assert isinstance(found.object, Reference)
    assert (found.subject.name, found.object.name) == ("城东工业园", "石油化工")
    assert found.qualifiers == {"role": "支柱产业"}
    assert industries("发展是党的重要方向，创新是企业的重要产业。") == []


def test_a_name_may_begin_with_a_generation() -> None:
    assert industries("丹枫区形成集成电路、5G等产业集群。") == [("丹枫区", "集成电路"), ("丹枫区", "5G")]


@pytest.mark.parametrize("name", ["以战略性", "将打造集成电路", "人工智能三大世界级"])
def test_a_clause_or_a_count_is_no_industry(name: str) -> None:
    assert not is_industry(name)


@pytest.mark.parametrize("name", ["集成电路", "人工智能", "大健康"])
def test_a_name_without_them_may_be_one(name: str) -> None:
    assert is_industry(name)


def test_a_label_calls_a_list_one_of_industries() -> None:
    assert industries("（一）城东工业园\n\n主导产业：电子信息、生物医药。") == [
        ("城东工业园", "电子信息"),
        ("城东工业园", "生物医药"),
    ]


def test_a_paragraph_of_districts_keeps_each_to_the_next() -> None:
    body = (
        "丹枫区发展纺织产业，打造服装名城。培育电子信息产业。临湖区壮大造纸产业。全市推动数字产业升级，"
        "发展软件产业。"
    )
    assert industries(body) == [
        ("丹枫区", "纺织"),
        ("丹枫区", "服装"),
        ("丹枫区", "电子信息"),
        ("临湖区", "造纸"),
    ]


def test_a_district_under_a_verb_is_spoken_of_to_the_end_of_the_sentence() -> None:
    assert industries("支持石桥镇发展茶叶产业。大力发展旅游产业。") == [("石桥镇", "茶叶")]


def test_the_heading_of_a_section_names_the_district() -> None:
    assert industries(
        "（一）丹枫区\n\n重点发展纺织服装产业。\n\n（二）工作要求\n\n大力发展绿色食品产业。"
    ) == [("丹枫区", "纺织服装")]


def test_places_within_a_clause_are_told_by_the_word_behind_them() -> None:
    assert industries("大力推广石桥、白鹭等地茶叶种植，优化提升稻香、桃源等镇水果品质。") == [
        ("石桥", "茶叶种植"),
        ("白鹭", "茶叶种植"),
        ("稻香", "水果"),
        ("桃源", "水果"),
    ]


def test_several_districts_share_an_industry() -> None:
    assert industries("丹枫区、临湖区重点布局氢能产业。") == [("丹枫区", "氢能"), ("临湖区", "氢能")]


@pytest.mark.parametrize("seed", ["丹枫区发展", "区发展、", "发展产业，", "和", "丹枫区、"])
def test_hostile_text_takes_linear_time(seed: str) -> None:
    layout = read_layout(Source("h.txt", "产业规划\n\n" + (seed * 100_000)[:100_000], "", "utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_industries(Reading(layout, index)))
    assert time.perf_counter() - start < 10


def test_how_great_an_industry_is_is_no_industry() -> None:
    assert not is_industry("千亿级")
    assert not is_industry("五百亿元")
    assert is_industry("新能源")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("依托丹枫经开区，做大电子信息产业集群。", [("丹枫经开区", "电子信息")]),
        ("依据园区规划发展装备制造产业。", []),
        ("虽然白石产业园发展较快。", []),
        ("瞄准粤港澳大湾区承接装备制造产业。", []),
        ("南部乡镇壮大蔬菜产业。", []),
        ("北部乡镇突出发展林下经济。", []),
    ],
)
def test_words_before_a_place_and_towns_at_large_are_no_place(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert industries(sentence) == expected
