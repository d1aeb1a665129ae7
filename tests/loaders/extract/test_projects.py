"""Projects in prose: lists, single works, achievements; and what looks like a project and is none."""

from __future__ import annotations

import time
from typing import Any

import pytest

from govgraph_loaders.extract.projects import extract_projects
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Rejection, Statement
from govgraph_loaders.structure import read_layout


def read(body: str) -> list[Statement | Rejection]:
    text = f"青禾县2024年政府工作报告\n\n（一）抓好建设。{body}\n"
    layout = read_layout(Source("report.txt", text, sha256="", encoding="utf-8"))
    found = [
        item for index in range(len(layout.documents)) for item in extract_projects(Reading(layout, index))
    ]
    result = [item for item in found if isinstance(item, Statement | Rejection)]
    assert all(text[item.evidence.start : item.evidence.end] == item.evidence.text for item in result)
    return result


def projects(body: str) -> list[tuple[str, str]]:
    """(name, stage) of each project."""
    result = []
    for item in read(body):
        if isinstance(item, Statement):
            assert isinstance(item.object, Reference)
            result.append((item.object.name, str(item.qualifiers.get("stage", ""))))
    return result


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "力促澜测传感三期、北辰轴承等项目投产。",
            [("澜测传感三期", "投产"), ("北辰轴承", "投产")],
        ),
        (
            "推进澜测传感、北辰轴承、远大叶片等一批重点项目加快建设。",
            [("澜测传感", "加快建设"), ("北辰轴承", "加快建设"), ("远大叶片", "加快建设")],
        ),
        (
            "加快澜测科技项目、北辰厨具用品等重点项目建设步伐。",
            [("澜测科技项目", "加快建设"), ("北辰厨具用品", "加快建设")],
        ),
        (
            "力促澜测传感三期项目动工，北辰轴承、远大叶片项目投产。",
            [("澜测传感三期项目", "动工"), ("北辰轴承", "投产"), ("远大叶片项目", "投产")],
        ),
        (
            "推动云青研究院建设、示范省科学院青禾分院落地。",
            [("云青研究院", "建设"), ("示范省科学院青禾分院", "落地")],
        ),
        (
            "推动北山、南洲等光伏项目建设。",
            [("北山", "建设"), ("南洲", "建设")],
        ),
    ],
)
def test_a_list_that_is_said_to_be_of_projects_gives_its_members(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert projects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建成青能35万千瓦光伏项目。", [("青能35万千瓦光伏项目", "建成")]),
        ("加快规划建设桃源智能产业园。", [("桃源智能产业园", "加快规划建设")]),
        (
            "新建青禾县第三小学，改扩建稻香镇卫生院。",
            [("青禾县第三小学", "新建"), ("稻香镇卫生院", "改扩建")],
        ),
        ("加快国道318线青禾至石桥段建设进度。", [("国道318线青禾至石桥段", "加快建设")]),
        ("推动青禾核电3-4号机组前期工作。", [("青禾核电3-4号机组", "前期工作")]),
        ("建设清水河右岸碧道2.8公里。", [("清水河右岸碧道", "建设")]),
        ("推进县人民医院迁建工作。", [("县人民医院迁建", "建设")]),
        ("修缮加固北立交桥。", [("北立交桥", "修缮加固")]),
        ("确保澜测传感二期项目2025年9月建成投产。", [("澜测传感二期项目", "建成投产")]),
        ("完成县城污水管网二期改造。", [("县城污水管网二期改造", "完成")]),
        ("以建设示范（青禾）国际风电城为契机，完善配套。", [("示范（青禾）国际风电城", "建设")]),
        ("青禾大桥建成通车。", [("青禾大桥", "建成通车")]),
        ("澜测传感、北辰轴承等18个项目竣工投产。", [("澜测传感", "竣工投产"), ("北辰轴承", "竣工投产")]),
    ],
)
def test_a_work_is_named_from_its_verb_to_the_end_of_its_name(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert projects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "完成清水农村水系整治及白鹭、石桥灌区改造工程。",
            [
                ("清水农村水系整治", "完成"),
                ("白鹭灌区改造工程", "完成"),
                ("石桥灌区改造工程", "完成"),
            ],
        ),
        (
            "开工建设110千伏东坪、南溪站输变电工程。",
            [("110千伏东坪输变电工程", "开工建设"), ("南溪站输变电工程", "开工建设")],
        ),
        ("开工建设白鹭、石桥机场。", [("白鹭机场", "开工建设"), ("石桥机场", "开工建设")]),
        (
            "开工建设青禾至石桥、白鹭至云溪高速公路。",
            [("青禾至石桥高速公路", "开工建设"), ("白鹭至云溪高速公路", "开工建设")],
        ),
        ("完成白鹭、石桥客运站迁建。", [("白鹭客运站迁建", "完成"), ("石桥客运站迁建", "完成")]),
    ],
)
def test_members_of_a_list_share_the_head_of_the_last(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert projects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "滨江路、稻香路、干渠南路建成通车，青禾大桥即将贯通。",
            [
                ("滨江路", "建成通车"),
                ("稻香路", "建成通车"),
                ("干渠南路", "建成通车"),
                ("青禾大桥", "贯通"),
            ],
        ),
        (
            "澜测国际医院快速推进，白鹭酒店主体完工。",
            [("澜测国际医院", "快速推进"), ("白鹭酒店", "主体完工")],
        ),
        (
            "澜测储能、北辰轴承等项目落地建设。",
            [("澜测储能", "落地建设"), ("北辰轴承", "落地建设")],
        ),
        ("澜测二期项目已取得备案，正在办理手续。", [("澜测二期项目", "")]),
        (
            "澜测二期、北辰20MW光伏发电项目正在开展前期工作。",
            [("澜测二期", ""), ("北辰20MW光伏发电项目", "")],
        ),
        (
            "对清水河、白鹭河等5条河进行环境整治。",
            [("清水河环境整治", ""), ("白鹭河环境整治", "")],
        ),
        (
            "此次开工活动共有澜测动力电池、北辰医用膜、远大纺织等19个项目。",
            [("澜测动力电池", ""), ("北辰医用膜", ""), ("远大纺织", "")],
        ),
    ],
)
def test_a_clause_without_a_verb_in_front_tells_of_its_subject(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert projects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "计划新开工：望江西路隧道工程、白鹭中学等17个项目。",
            [("望江西路隧道工程", "新开工"), ("白鹭中学", "新开工")],
        ),
        (
            "改造望江路（南环）、稻香路等34条城市道路。",
            [("望江路", "改造"), ("稻香路", "改造")],
        ),
        (
            "完成青禾高中、白鹭三中等6所学校改造。",
            [("青禾高中", "完成"), ("白鹭三中", "完成")],
        ),
        (
            "加快推进白鹭公园、石桥路慢行系统建设。",
            [("白鹭公园", "加快推进建设"), ("石桥路慢行系统", "加快推进建设")],
        ),
        (
            "推进白鹭水库等重点水源工程的前期工作，加快青禾至云溪高速等项目前期工作。",
            [("白鹭水库", "前期工作"), ("青禾至云溪高速", "前期工作")],
        ),
        ("启动白鹭小学及幼儿园建设。", [("白鹭小学及幼儿园", "启动建设")]),
        ("新建市养老服务中心投入运营。", [("市养老服务中心", "投入运营")]),
        (
            "建成滨江路延伸段、改扩建白鹭卫生院、完成石桥灌区改造。",
            [("滨江路延伸段", "建成"), ("白鹭卫生院", "改扩建"), ("石桥灌区改造", "完成")],
        ),
        (
            "完成扩建青禾中学以及新建白鹭中心学校教学楼。",
            [("青禾中学", "扩建"), ("白鹭中心学校教学楼", "新建")],
        ),
        (
            "谋划青禾至云溪城际铁路，争取稻香物资储备中心列入国家计划。",
            [("青禾至云溪城际铁路", "谋划"), ("稻香物资储备中心", "列入国家计划")],
        ),
        ("续建项目：南湖快速路、白鹭科学城等9个。", [("南湖快速路", "续建"), ("白鹭科学城", "续建")]),
        (
            "北岭220千伏输变电工程、白沙110千伏变电站投运。",
            [("北岭220千伏输变电工程", "投运"), ("白沙110千伏变电站", "投运")],
        ),
        ("白鹭大桥提前半年通车，枫桥互通加紧施工。", [("白鹭大桥", "通车"), ("枫桥互通", "施工")]),
        ("加快望江公园、西塔广场建设。", [("望江公园", "加快建设"), ("西塔广场", "加快建设")]),
        ("稻香市民中心：2024年启动建设。", [("稻香市民中心", "")]),
        (
            "加快推进青白鹭、稻香南站等高铁项目。",
            [("青白鹭高铁", "加快推进"), ("稻香南站", "加快推进")],
        ),
        (
            "完成滨江路、稻香南路等5条路雨污分流改造。",
            [("滨江路雨污分流改造", "完成"), ("稻香南路雨污分流改造", "完成")],
        ),
        (
            "实施白鹭草场修复治理45亩、石桥水库工程20公里。",
            [("石桥水库工程", "实施")],
        ),
        ("建成360套稻香公租房。", [("稻香公租房", "建成")]),
        (
            "实施白鹭巷道路改造、石桥公路养护工程12公里。",
            [("白鹭巷道路改造", "实施"), ("石桥公路养护工程", "实施")],
        ),
        ("石桥安置房项目落地开工。", [("石桥安置房项目", "")]),
        ("建成“云水间”文旅园。", [("“云水间”文旅园", "建成")]),
        ("实施滨江路东延，加快白鹭片区城市更新。", [("滨江路东延", "实施"), ("白鹭片区城市更新", "加快")]),
    ],
)
def test_a_list_is_read_to_what_closes_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert projects(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "推动一批重点项目加快建设，新开工亿元以上项目30个。",
        "实施人才强县工程、质量提升工程和“头雁”培育工程。",
        "实施工业强县“万千百”工程。",
        "打造全国重要的旅游名城和百亿级光谷。",
        "打造全省最大的种苗生产基地。",
        "加强基础设施建设，推进平安青禾建设和法治政府建设。",
        "推进园区标准厂房、污水管网、人才公寓等配套项目建设。",
        "推进城镇老旧小区改造，建设口袋公园5个。",
        "推动水电、风电等绿色能源项目建设。",
        "创建省级工业设计中心、国家级示范区。",
        "积极引进光电材料项目28个。",
        "加快发展绿色食品产业，壮大产业集群。",
        "加快项目建设进度，推进项目落地。",
        "建设村（社区）幸福食堂4个，新建标准化农村公益性公墓4处。",
        "完成100公里“四好农村路”提档升级，完成城区3处积水点改造。",
        "建成天然气管网15公里、新建热力管网5.5公里。",
        "全年新开工项目已完成投资30亿元，签约项目有序推进。",
        "确保2018年签约项目全面开工。",
        "推进农村人居环境整治，实施黑臭水体治理和老旧小区改造。",
        "力争年底建成区基本消除黑臭水体。",
        "加快公办学校建设，建设企业研究中心和检测服务平台。",
        "推进八家村、滨淮村创建示范园区。",
        "对老旧小区进行改造，对企业进行技术改造。",
        "实施200个以上节能改造和用能设备更新项目。",
        "新开工高速公路和国省干线1500公里，建设改造城镇地下管网2.4万公里。",
        "完成造林100万亩、沙化土地治理350万亩。",
        "完成白鹭草场修复治理45万亩，实施青禾公路养护工程1500公里。",
        "建成20个500千伏输变电工程，布局建设70万千瓦新型储能项目。",
        "完成500户居家适老化改造、1.7万间教室照明改造。",
        "组织实施“到村任职”、“三支一扶”（支教、支农、支医）等项目。",
        "支持民间投资参与重大工程项目建设，力争县长项目落地率50%以上。",
        "推动物流园区、工矿企业、港口码头接入铁路专用线或管道。",
        "加快新一轮国家数字经济创新发展试验区建设。",
        "开通“12319”服务热线，强力推进大抓项目。",
        "实施农村基础设施改造项目和扩大教育资源项目。",
        "实施背街小巷整治工程、电梯加装工程，推进算力基础设施项目建设。",
        "制约企业项目开工、影响工业项目投产的难题由市发展改革局会商。",
        "[7] “百园千企”高质量发展工程：指云溪市的一项部署。",
    ],
)
def test_vague_phrases_campaigns_and_visions_are_no_projects(sentence: str) -> None:
    assert projects(sentence) == []


def test_a_campaign_is_kept_as_a_rejection() -> None:
    (rejection,) = read("实施人才强县工程。")
    assert isinstance(rejection, Rejection)
    assert rejection.relation == "hasProject"


def qualifiers(body: str) -> list[dict[str, Any]]:
    return [item.qualifiers for item in read(body) if isinstance(item, Statement)]


def test_the_investment_is_that_of_the_bracket_behind_the_name() -> None:
    first, second = qualifiers("开工建设澜测传感二期项目（总投资7.5亿元）、禾元蛋白项目（总投资8000万元）。")
    assert (first["investment"], first["investment_unit"]) == (7.5, "亿元")
    assert (second["investment"], second["investment_unit"]) == (8000, "万元")


def test_the_investment_may_stand_before_the_name() -> None:
    (found,) = qualifiers("推动总投资20亿元的蓝鲸储能电站项目开工建设。")
    assert (found["investment"], found["investment_unit"], found["stage"]) == (20, "亿元", "开工建设")


def test_builder_and_period_stand_beside_the_name() -> None:
    (found,) = qualifiers(
        "开工建设北辰二期项目（总投资7.5亿元，建设单位：北辰轴承有限公司，建设年限：2024—2026年）。"
    )
    assert (found["builder"], found["period"]) == ("北辰轴承有限公司", "2024—2026年")
    (found,) = qualifiers("由云溪市路桥集团投资12亿元建设的南湖大桥建成通车。")
    assert (found["builder"], found["investment"]) == ("云溪市路桥集团", 12)


def test_a_project_that_heads_its_text_has_what_the_text_tells() -> None:
    (found,) = qualifiers("北山抽水蓄能项目总投资80亿元，由示范能源集团建设，目前进展顺利。")
    assert (found["investment"], found["builder"]) == (80, "示范能源集团")


def test_each_of_a_list_has_its_own_investment() -> None:
    first, second = qualifiers("力争投资50亿元的澜测半导体、投资30亿元的北辰轨道等一批项目尽快开工建设。")
    assert (first["investment"], second["investment"]) == (50, 30)


def test_the_district_of_the_clause_is_that_of_the_project() -> None:
    (found,) = qualifiers("在白鹭镇建设稻渔综合物流园。")
    assert found["district"] == "白鹭镇"


def test_a_list_behind_a_colon_needs_no_verb() -> None:
    assert projects("本次共2个项目，分别为：北山一海上风电项目、北山二海上风电项目。") == [
        ("北山一海上风电项目", ""),
        ("北山二海上风电项目", ""),
    ]


def test_a_label_may_call_a_list_one_of_projects() -> None:
    assert projects("水利工程：石桥水库扩容、清水河综合治理、白鹭泵站。") == [
        ("石桥水库扩容", ""),
        ("清水河综合治理", ""),
        ("白鹭泵站", ""),
    ]
    assert projects("重点工作：石桥水库扩容、清水河综合治理。") == []


def test_a_project_is_of_the_task_under_whose_heading_it_stands() -> None:
    (found,) = [item for item in read("建设青禾县第三小学。") if isinstance(item, Statement)]
    assert (found.subject.type, found.subject.name) == ("Task", "抓好建设")


@pytest.mark.parametrize("seed", ["推进", "A、", "建设", "等项目", "项目建设、", "“", "（", "新建中学和"])
def test_hostile_text_takes_linear_time(seed: str) -> None:
    layout = read_layout(Source("h.txt", "工作报告\n\n推进" + (seed * 100_000)[:100_000], "", "utf-8"))
    start = time.perf_counter()
    for index in range(len(layout.documents)):
        list(extract_projects(Reading(layout, index)))
    assert time.perf_counter() - start < 10


def test_a_name_before_what_it_costs_is_a_project() -> None:
    assert projects("云溪集成电路测试基地。总投资50亿元，占地300亩。") == [("云溪集成电路测试基地", "")]
    (found,) = [one for one in read("云溪集成电路测试基地。计划总投资50亿元。") if isinstance(one, Statement)]
    assert (found.qualifiers["investment"], found.qualifiers["investment_unit"]) == (50, "亿元")
    assert projects("坚持创新发展。总投资增长5%。") == []


def test_a_section_that_is_all_on_a_project_is_of_what_stands_above() -> None:
    text = "青禾县制造业发展方案\n\n一、重大项目\n\n1.云溪汽车产业园。占地1200亩，总投资85亿元。\n"
    layout = read_layout(Source("plan.txt", text, sha256="", encoding="utf-8"))
    (found,) = [one for one in extract_projects(Reading(layout, 0)) if isinstance(one, Statement)]
    assert found.subject.name == "重大项目"
    assert "district" not in found.qualifiers


def test_what_a_unit_of_a_project_must_do_is_no_project() -> None:
    assert projects("项目单位应当在项目竣工后6个月内编制决算。") == []


def test_wards_of_a_hospital_are_built() -> None:
    assert projects("建成县人民医院传染病区、文体中心。") == [
        ("县人民医院传染病区", "建成"),
        ("文体中心", "建成"),
    ]


def test_what_a_project_costs_is_no_part_of_its_name() -> None:
    found = [
        one for one in read("10亿元南湖公路港枢纽、5亿元云溪物流园项目签约。") if isinstance(one, Statement)
    ]
    assert [
        (one.object.name, one.qualifiers["investment"], one.qualifiers["investment_unit"])
        for one in found
        if isinstance(one.object, Reference)
    ] == [("南湖公路港枢纽", 10, "亿元"), ("云溪物流园项目", 5, "亿元")]


def test_a_verb_of_drawing_along_is_no_part_of_a_name() -> None:
    assert [name for name, _ in projects("带动通信模块研发生产等10个项目落地。")] == ["通信模块研发生产"]
