import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.targets import extract_targets
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Rejection, Statement
from govgraph_loaders.structure import read_layout

PLAN = "云溪市产业发展行动计划（2023—2025年）\n\n一、{heading}\n\n{text}\n"
YEARLY = "云溪市2024年重点工作方案\n\n一、{heading}\n\n{text}\n"
REPORT = "2024年云溪市政府工作报告\n\n一、2023年工作回顾\n\n{past}\n\n二、2024年工作安排\n\n{ahead}\n"


def read(text: str) -> Iterator[Statement | Rejection]:
    source = Source("plan.txt", text, "", "utf-8")
    layout = read_layout(source)
    for index in range(len(layout.documents)):
        for found in extract_targets(Reading(layout, index)):
            assert isinstance(found, Statement | Rejection)
            evidence = found.evidence
            assert text[evidence.start : evidence.end] == evidence.text
            yield found


def targets(text: str, form: str = PLAN, heading: str = "重点任务") -> list[Statement]:
    return [found for found in read(form.format(text=text, heading=heading)) if isinstance(found, Statement)]


def name(statement: Statement) -> str:
    assert not isinstance(statement.object, str)
    return statement.object.name


def numbers(text: str, form: str = PLAN, heading: str = "重点任务") -> list[tuple[object, ...]]:
    return [
        (name(found), found.qualifiers["value"], found.qualifiers.get("unit", ""))
        for found in targets(text, form, heading)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争全市数字经济规模突破2000亿元。", [("数字经济规模", 2000, "亿元")]),
        ("规上工业增加值增长9%左右。", [("规上工业增加值", 9, "%")]),
        (
            "新增高新技术企业50家、科技型中小企业200家以上。",
            [("高新技术企业", 50, "家"), ("科技型中小企业", 200, "家")],
        ),
        ("打造3个以上省级示范园区。", [("省级示范园区", 3, "个")]),
        ("改造提升5万亩高标准农田。", [("高标准农田", 5, "万亩")]),
        ("每年培训技能人才超3万人次。", [("技能人才", 3, "万人次")]),
        ("电子信息产业营业收入力争翻一番。", [("电子信息产业营业收入", 2, "倍")]),
        ("企业开办时间压缩至0.5个工作日以内。", [("企业开办时间", 0.5, "个工作日")]),
        ("PM2.5平均浓度控制在35微克/立方米以下。", [("PM2.5平均浓度", 35, "微克/立方米")]),
        ("完成固定资产投资500亿元，增长12%。", [("固定资产投资", 500, "亿元"), ("固定资产投资", 12, "%")]),
        ("按不低于收入总额的3%安排研发经费。", [("研发经费", 3, "%")]),
        (
            "形成3个千亿级和5个百亿级以上的优势产业集群。",
            [("千亿级优势产业集群", 3, "个"), ("百亿级以上的优势产业集群", 5, "个")],
        ),
        ("引进投资超20亿元化工项目3个以上。", [("投资超20亿元化工项目", 3, "个")]),
        (
            "数字产业增加值达到156亿元，占地区生产总值比重达8%。",
            [("数字产业增加值", 156, "亿元"), ("数字产业增加值占地区生产总值比重", 8, "%")],
        ),
        ("到2025年至少2个县（市、区）完成改革试点。", [("县（市、区）完成改革试点", 2, "个")]),
    ],
)
def test_number_to_be_reached_is_a_target(text: str, expected: list[tuple[object, ...]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "对总投资8000万元以上的项目开展代办。",
        "支持年产值20亿元以上企业设立研究院。",
        "建成20万千瓦风电项目，开工建设220千伏变电站。",
        "实施五大行动，部署16项重点任务。",
        "对新认定企业给予50万元奖励，最高不超过100万元。",
        "院长每届任期为4年，每4年一轮。",
        "落实“四个一”机制，打通“最后一米”。",
        "总投资18亿元，占地面积300亩。",
        "申请企业未发生3次以上质量事故。",
        "单户贷款额度最高30万元。",
        "增速高于全省平均0.8个百分点。",
    ],
)
def test_condition_capacity_or_known_set_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_refused_number_is_kept_with_the_reason() -> None:
    found = list(read(PLAN.format(heading="重点任务", text="总投资18亿元。")))
    assert [type(rejection) for rejection in found] == [Rejection]
    assert isinstance(found[0], Rejection) and found[0].reason and found[0].evidence.text == "18亿元"


def test_task_above_is_the_subject_and_the_clause_the_evidence() -> None:
    (found,) = targets("（一）扩大学位供给。完善布局，力争到2025年新增普惠学位1.6万个以上。")
    assert found.subject.type == "Task" and found.subject.name == "扩大学位供给"
    assert found.evidence.text == "力争到2025年新增普惠学位1.6万个以上"
    assert found.qualifiers == {
        "value": 1.6,
        "unit": "万个",
        "comparator": ">=",
        "change": "increase",
        "due": "2025",
    }


def test_number_dealt_out_to_places_is_set_for_each_of_them() -> None:
    found = targets("新增学位12000个。其中，丹枫区新增3000个，青禾县、临水镇各2500个。")
    assert [(each.subject.name, name(each), each.qualifiers["value"]) for each in found[1:]] == [
        ("丹枫区", "学位", 3000),
        ("青禾县", "学位", 2500),
        ("临水镇", "学位", 2500),
    ]


def test_each_of_several_things_gets_its_own_target() -> None:
    assert numbers("新增省级示范园区、省级示范基地各2个。") == [
        ("省级示范园区", 2, "个"),
        ("省级示范基地", 2, "个"),
    ]


def test_numbers_dealt_out_to_one_name_are_all_read() -> None:
    values = [found.qualifiers["value"] for found in targets("城乡低保标准分别提高5%、8%。")]
    assert values == [5, 8]


def test_number_without_a_name_measures_the_task_above() -> None:
    text = "（一）实施困难家庭适老化改造。免费安装扶手，全年改造1500户，累计投入200万元。"
    assert numbers(text, YEARLY)[0] == ("实施困难家庭适老化改造", 1500, "户")


def test_day_holds_for_its_own_part_of_the_sentence() -> None:
    found = targets("6月底前建成驿站3个；新增停车位500个。", YEARLY)
    assert [each.qualifiers["due"] for each in found] == ["2024-06-30", "2024"]


def test_heading_that_mends_a_shortcoming_is_no_heading_of_conditions() -> None:
    assert numbers("新增学位300个。", YEARLY, "聚力民生改善，补齐服务短板") == [("学位", 300, "个")]
    assert numbers("新增学位300个。", YEARLY, "申报条件") == []


def test_change_is_told_from_level_and_baseline_is_kept() -> None:
    (level,) = targets("软件业务收入由120亿元增加到200亿元。")
    assert (level.qualifiers["value"], level.qualifiers["baseline"]) == (200, 120)
    assert "change" not in level.qualifiers
    (change,) = targets("单位能耗较2020年下降10%以上。")
    assert (change.qualifiers["change"], change.qualifiers["baseline_date"]) == ("decrease", "2020")


def test_period_holds_for_what_happens_every_year_only() -> None:
    found = targets("每年引进人才100名，培训人才200人次；到2025年，新增平台5家。")
    assert [each.qualifiers.get("period") for each in found] == ["annual", "annual", None]
    assert [each.qualifiers.get("due") for each in found] == [None, None, "2025"]


def test_target_of_a_one_year_plan_is_due_in_that_year() -> None:
    (found,) = targets("建设绿道3.5公里。", YEARLY)
    assert found.qualifiers["due"] == "2024"


def test_date_under_a_heading_of_goals_holds_for_its_bullets() -> None:
    text = "到2025年，数字经济规模突破2000亿元。\n\n——基础设施。5G基站数达到8000个。"
    assert [found.qualifiers.get("due") for found in targets(text, heading="主要目标")] == ["2025", "2025"]
    assert [found.qualifiers.get("due") for found in targets(text)] == ["2025", None]


def test_result_in_the_review_is_achieved_and_goal_of_the_year_is_not() -> None:
    text = REPORT.format(past="全市实现地区生产总值256亿元，增长6.1%。", ahead="地区生产总值增长6.5%左右。")
    found = [each for each in read(text) if isinstance(each, Statement)]
    assert [(each.rule, each.qualifiers.get("achieved"), each.qualifiers["due"]) for each in found] == [
        ("target.result", True, "2023"),
        ("target.result", True, "2023"),
        ("target.prose", None, "2024"),
    ]


def test_past_year_in_a_plan_tells_a_result() -> None:
    (found,) = targets("2021年，全市森林覆盖率达到62%。", YEARLY)
    assert found.qualifiers["achieved"] is True and found.qualifiers["due"] == "2021"


def test_goal_in_words_is_read_among_goals() -> None:
    text = "居民收入增长与经济增长同步，主要水污染物排放量继续下降。地区生产总值增长6%。"
    found = [each for each in targets(text, YEARLY, "预期目标") if each.rule == "target.words"]
    assert [(name(each), each.qualifiers["text"]) for each in found] == [
        ("居民收入", "居民收入增长与经济增长同步"),
        ("主要水污染物排放量", "主要水污染物排放量继续下降"),
    ]


def test_words_that_set_nothing_are_no_goal() -> None:
    assert targets("实现农村公路全覆盖，服务水平明显提升。", YEARLY) == []


def test_budget_has_no_targets() -> None:
    assert targets("机关运行经费增长10%。", "云溪市2024年部门预算\n\n一、{heading}\n\n{text}\n") == []


def test_conditions_of_measures_are_no_targets_but_what_is_due_is() -> None:
    form = "云溪市企业培育管理办法\n\n一、{heading}\n\n{text}\n"
    assert targets("营业收入达到1亿元。", form) == []
    assert numbers("到2025年底前入库企业达到100家。", form) == [("入库企业", 100, "家")]


@settings(deadline=None, max_examples=60)
@given(
    st.text(
        "新增达到企业家每年0123456789亿元万个%以上，。；、由其中各“”（）2025年底前增长下降的和", max_size=80
    )
)
def test_any_text_is_read_and_evidence_is_exact(text: str) -> None:
    list(read(YEARLY.format(heading="主要目标", text=text)))


@pytest.mark.parametrize(
    "piece",
    [
        "新增5家、",
        "增长5%，",
        "由5%",
        "2025年",
        "“5家",
        "（5家",
        "其中5家各",
        "新增新增",
        "每年5家",
        "零的突破，",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = YEARLY.format(heading="主要目标", text=piece * (30_000 // len(piece)))
    source = Source("plan.txt", text, "", "utf-8")
    reading = Reading(read_layout(source), 0)
    before = time.process_time()
    for _ in extract_targets(reading):
        pass
    assert time.process_time() - before < 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "城镇和农村居民人均可支配收入分别增长5%和6.5%左右。",
            [("城镇居民人均可支配收入", 5, "%"), ("农村居民人均可支配收入", 6.5, "%")],
        ),
        (
            "一产、二产增加值分别达8.2亿元、30亿元，增长3.1%和7%。",
            [
                ("一产增加值", 8.2, "亿元"),
                ("二产增加值", 30, "亿元"),
                ("一产增加值", 3.1, "%"),
                ("二产增加值", 7, "%"),
            ],
        ),
        (
            "文创产业增加值达31亿元、服务业增加值达154亿元，分别增长8.5%、5.2%。",
            [
                ("文创产业增加值", 31, "亿元"),
                ("服务业增加值", 154, "亿元"),
                ("文创产业增加值", 8.5, "%"),
                ("服务业增加值", 5.2, "%"),
            ],
        ),
        (
            "孕产妇死亡率、婴儿死亡率分别控制在10/10万以内、4.0‰以内。",
            [("孕产妇死亡率", 10, "/10万"), ("婴儿死亡率", 4, "‰")],
        ),
        ("粮食、油料产量达到5万吨以上。", [("粮食、油料产量", 5, "万吨")]),
    ],
)
def test_each_number_of_a_row_has_its_own_name(text: str, expected: list[tuple[object, ...]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list goes on behind a name that stands behind its number
        (
            "新增1个省级特色产业集群、新认定加工企业20家。",
            [("省级特色产业集群", 1, "个"), ("加工企业", 20, "家")],
        ),
        ("打造省级特色酒庄5个、美食街区6条。", [("省级特色酒庄", 5, "个"), ("美食街区", 6, "条")]),
        ("建成35个先导区、100个和美乡村。", [("先导区", 35, "个"), ("和美乡村", 100, "个")]),
        ("建成城西路等6条市政道路、建成丹枫大桥、安装路灯。", [("市政道路", 6, "条")]),
        ("建设和改造城镇管网400公里以上。", [("城镇管网", 400, "公里")]),
        ("新（改）建高标准农田3万亩。", [("高标准农田", 3, "万亩")]),
        ("增加5000个普通高中招生计划。", [("普通高中招生计划", 5000, "个")]),
        (
            "建设12个百亿元、70个30亿元以上项目建设。",
            [("百亿元项目建设", 12, "个"), ("30亿元以上项目建设", 70, "个")],
        ),
        ("新能源电池产能达55GWh。", [("新能源电池产能", 55, "GWh")]),
        (
            "高速公路通车里程新增30公里、突破900公里。",
            [("高速公路通车里程", 30, "公里"), ("高速公路通车里程", 900, "公里")],
        ),
        (
            "地区生产总值年均增长6%、迈上千亿元台阶。",
            [("地区生产总值", 6, "%"), ("地区生产总值", 1000, "亿元")],
        ),
        ("城乡居民收入倍差缩小到1.7以内。", [("城乡居民收入倍差", 1.7, "")]),
    ],
)
def test_name_ends_where_the_list_goes_on(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(got, value, unit or "") for got, value, unit in numbers(text, YEARLY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "人均地区生产总值：增长6%左右（高于省、市8%的平均水平），责任单位为市发展改革委；",
            [("人均地区生产总值", 6, "%")],
        ),
        ("高新技术企业数：新增10家以上。", [("高新技术企业数", 10, "家")]),
        ("森林覆盖率：70%以上。", [("森林覆盖率", 70, "%")]),
        ("工作目标：新增学位500个。", [("学位", 500, "个")]),
        ("工作目标：达到95%以上。", []),
    ],
)
def test_number_behind_a_colon_is_of_what_stands_before_it(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert numbers(text, YEARLY) == expected


def test_share_of_a_plan_and_growth_are_of_what_was_named() -> None:
    past = "固定资产投资300亿元，完成年计划385亿元的77.9%，比上年减少5亿元，下降1.6%。"
    found = [each for each in read(REPORT.format(past=past, ahead="")) if isinstance(each, Statement)]
    assert [(name(each), each.qualifiers["value"]) for each in found] == [
        ("固定资产投资", 300),
        ("固定资产投资", 77.9),
        ("固定资产投资", 5),
        ("固定资产投资", 1.6),
    ]


def test_count_of_one_size_is_of_what_was_counted() -> None:
    past = "成功招引亿元以上项目27个，其中3亿元以上17个、10亿元以上制造业项目5个。"
    found = [each for each in read(REPORT.format(past=past, ahead="")) if isinstance(each, Statement)]
    assert [(name(each), each.qualifiers["value"]) for each in found] == [
        ("亿元以上项目", 27),
        ("3亿元以上项目", 17),
        ("10亿元以上制造业项目", 5),
    ]


@pytest.mark.parametrize(
    "text",
    ["新增学位3000个，省外12所高校对口帮扶我市学校建设。", "固定资产投资增长16%，连续9个月保持15%以上增速。"],
)
def test_what_another_statement_counts_is_no_target(text: str) -> None:
    assert len(numbers(text, YEARLY)) == 1


def test_paragraph_that_opens_looking_back_reports() -> None:
    back = "过去五年，全市面貌焕然一新。高速公路通车里程突破300公里。建成农村公路50公里。"
    assert {each.qualifiers.get("achieved") for each in targets(back)} == {True}
    ahead = "过去五年，全市面貌焕然一新。到2025年，高速公路通车里程达到300公里。"
    assert [each.qualifiers.get("achieved") for each in targets(ahead)] == [None]


def test_all_goals_together_are_no_goal() -> None:
    assert not targets("确保按时完成全年目标任务。", heading="主要目标")
    found = targets("为实现经济社会发展目标任务，粮食产量稳定在50万吨，制定本方案。", heading="主要目标")
    assert [each.qualifiers.get("value") for each in found] == [50]


def test_numbers_in_a_row_are_due_by_the_dates_in_a_row() -> None:
    found = targets("2023年、2024年、2025年，规上工业总产值分别达到220亿元、260亿元、300亿元。")
    assert [(each.qualifiers["value"], each.qualifiers["due"]) for each in found] == [
        (220, "2023"),
        (260, "2024"),
        (300, "2025"),
    ]


def test_year_of_the_base_dates_no_target() -> None:
    text = "研发投入强度由2022年的1.8%提高到2.6%，高新技术企业由320家增加到600家，专利拥有量达到5件。"
    found = targets(f"到2025年，综合实力明显增强。\n\n{text}", heading="主要目标")
    assert [(each.qualifiers["due"], each.qualifiers.get("achieved")) for each in found] == [
        ("2025", None)
    ] * 3
    assert found[0].qualifiers["baseline_date"] == "2022"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市80%以上的村完成清产核资。", [("村完成清产核资", 80, "%")]),
        ("持股50%以上的企业优先。", []),
        ("延包试点扩大到10个县。", [("延包试点", 10, "个")]),
        (
            "新建和改造高标准农田32万亩，其中新建12万亩。",
            [("高标准农田", 32, "万亩"), ("新建高标准农田", 12, "万亩")],
        ),
        (
            "自来水普及率、规模化供水覆盖人口比例分别提高到93%、70%。",
            [("自来水普及率", 93, "%"), ("规模化供水覆盖人口比例", 70, "%")],
        ),
        ("每年实施项目5个，三年累计投资9亿元。", [("项目", 5, "个"), ("投资", 9, "亿元")]),
    ],
)
def test_what_is_counted_in_plans_of_other_places(text: str, expected: list[tuple[object, ...]]) -> None:
    assert numbers(text, YEARLY) == expected


def test_yearly_pace_holds_for_numbers_of_its_kind() -> None:
    paces = [
        each.qualifiers.get("period") for each in targets("产值年均增长5%，企业达到80家以上、占比20%以上。")
    ]
    assert paces[:2] == ["annual", None]


def test_count_of_policies_is_a_known_set() -> None:
    assert not numbers("出台惠企利民等10项民生政策。", YEARLY)


def test_share_of_a_whole_is_named_without_the_particle() -> None:
    past = "民生支出占一般公共预算支出的82.3%，落实补贴资金3.4亿元。"
    found = [each for each in read(REPORT.format(past=past, ahead="")) if isinstance(each, Statement)]
    assert [name(each) for each in found] == ["民生支出占一般公共预算支出", "补贴资金"]


def test_built_is_a_verb_before_a_region_and_part_of_a_built_up_area() -> None:
    assert numbers("建成区域医疗中心2个，建成区面积达30平方公里。", YEARLY) == [
        ("区域医疗中心", 2, "个"),
        ("建成区面积", 30, "平方公里"),
    ]


def test_background_of_a_plan_reports_results() -> None:
    found = targets("每千人口床位数达到6.5张。", heading="规划背景")
    assert [each.qualifiers.get("achieved") for each in found] == [True]


def test_what_a_place_has_is_a_result_where_results_are_told() -> None:
    text = "截至2022年底，全市共有医疗卫生机构1250个，其中医院56个。"
    found = targets(text, heading="发展基础")
    assert [(name(each), each.qualifiers["value"]) for each in found] == [
        ("医疗卫生机构", 1250),
        ("医院", 56),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡居民收入比由2.3:1缩小至2.1:1。", [("城乡居民收入比", 2.1, 2.3)]),
        ("贫困发生率由14.6%降至0。", [("贫困发生率", 0, 14.6)]),
        (
            "确保粮食播种面积稳定在60万亩以上、产量稳定在30万吨以上。",
            [("粮食播种面积", 60, None), ("粮食产量", 30, None)],
        ),
        ("粮食产量连续十一年稳定在30万吨以上。", [("粮食产量", 30, None)]),
        (
            "工业产值突破1万亿元，争创1.5万亿元。",
            [("工业产值", 1, None), ("工业产值", 1.5, None)],
        ),
    ],
)
def test_name_is_that_of_the_thing_measured(
    text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    assert [
        (name(found), found.qualifiers["value"], found.qualifiers.get("baseline")) for found in targets(text)
    ] == expected


def test_nothing_left_is_told_in_the_unit_of_what_there_was() -> None:
    (found,) = targets("贫困发生率由14.6%降至0。")
    assert found.qualifiers["unit"] == "%"


def test_most_that_is_lent_is_no_target() -> None:
    assert targets("创业担保贷款个人最高额度提高至30万元。") == []
    assert targets("贷款余额提高至30亿元。") != []


def test_heading_on_what_was_done_reports_though_it_names_goals() -> None:
    (found,) = targets("2023年上半年，产值806亿元。", heading="主要目标完成情况")
    assert found.rule == "target.result"


def test_half_a_year_holds_for_the_whole_sentence_of_results() -> None:
    text = "2023年上半年，产值达806亿元；税收完成21亿元。"
    assert [found.qualifiers["due"] for found in targets(text, heading="目标完成情况")] == ["2023-06-30"] * 2


@pytest.mark.parametrize("text", ["产值塌目标1.8个百分点。", "增速高于目标2.1个百分点。"])
def test_distance_from_a_goal_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_share_that_is_passed_does_not_grow_with_what_was_said_before() -> None:
    one, other = targets("零售额增长8%，其中网上零售额占比超过40%。")
    assert (one.qualifiers.get("change"), other.qualifiers.get("change")) == ("increase", None)


def test_footnote_and_conjunction_are_no_part_of_a_name() -> None:
    assert numbers("净增“四上”企业[1]35家。") == [("“四上”企业", 35, "家")]
    assert numbers("但工业投资增长23%。") == [("工业投资", 23, "%")]


def test_body_in_brackets_behind_a_number_is_not_what_it_counts() -> None:
    assert numbers("新增就业3.5万人【市人社局】") == [("就业", 3.5, "万人")]
