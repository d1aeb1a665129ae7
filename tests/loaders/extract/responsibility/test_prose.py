"""Duties in running sentences, each by its rule, and the sentences next to them that give none."""

from __future__ import annotations

import pytest

from loaders.papers import extraction_of, notice, plan

DUTIES = {"leads", "cooperates", "responsible", "implements", "oversees"}
Found = set[tuple[str, str, str]]


def duties(sentence: str, place: str = "云溪市") -> Found:
    """(relation, name, rule) of the duties that a sentence under the heading 建设水库 gives."""
    extraction = extraction_of(plan(f"（二）建设水库。{sentence}", place=place))
    return {
        (found.relation, found.subject.name, found.rule.removeprefix("responsibility."))
        for found in extraction.statements
        if found.relation in DUTIES
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由市水利局牵头，推进水库建设。", {("leads", "市水利局", "prose.lead")}),
        (
            "市水利局、市财政局牵头制定方案。",
            {("leads", "市水利局", "prose.lead"), ("leads", "市财政局", "prose.lead")},
        ),
        (
            "市水利局牵头，市财政局、市自然资源局配合。",
            {
                ("leads", "市水利局", "prose.lead"),
                ("cooperates", "市财政局", "prose.cooperate"),
                ("cooperates", "市自然资源局", "prose.cooperate"),
            },
        ),
        (
            "市水利局会同市财政局制定方案。",
            {("leads", "市水利局", "prose.joint"), ("cooperates", "市财政局", "prose.joint")},
        ),
        (
            "由市水利局会同市财政局、市审计局开展检查。",
            {
                ("leads", "市水利局", "prose.joint"),
                ("cooperates", "市财政局", "prose.joint"),
                ("cooperates", "市审计局", "prose.joint"),
            },
        ),
        ("旗县以上人民政府应当加强水库管理。", {("responsible", "旗县以上人民政府", "prose.duty")}),
        ("县级以上水行政主管部门负责水库管理。", {("leads", "县级以上水行政主管部门", "prose.head")}),
        ("县市区人民政府负责水库管护。", {("leads", "县市区人民政府", "prose.head")}),
        ("市州人民政府负责统筹协调。", {("leads", "市州人民政府", "prose.head")}),
        ("各县市区财政部门要安排资金。", {("responsible", "各县市区财政部门", "prose.duty")}),
        (
            "县级以上人民政府生态环境主管部门应当加强水质监测。",
            {("responsible", "县级以上人民政府生态环境主管部门", "prose.duty")},
        ),
        (
            "各市（州）和县（市、区、特区）人民政府应当建立水库台账。",
            {("responsible", "各市（州）和县（市、区、特区）人民政府", "prose.duty")},
        ),
        ("各县区要加强与水利部门对接。", {("responsible", "各县区", "prose.duty")}),
        ("乡镇人民政府负责水库巡查。", {("leads", "乡镇人民政府", "prose.head")}),
        ("加强水库监管，由市水利局负责。", {("leads", "市水利局", "prose.by")}),
        ("由云溪市水利局负责。", {("leads", "云溪市水利局", "prose.by")}),
        ("由市财政局承担费用。", {("responsible", "市财政局", "prose.by")}),
        ("市水利局负责坝体建设。", {("leads", "市水利局", "prose.head")}),
        (
            "市水利局负责坝体；市财政局负责资金。",
            {("leads", "市水利局", "prose.head"), ("leads", "市财政局", "prose.head")},
        ),
        ("市水利局要加强巡查。", {("responsible", "市水利局", "prose.duty")}),
        ("市水利局应当定期公布水情。", {("responsible", "市水利局", "prose.duty")}),
        ("市水利局定期公布水情。", {("responsible", "市水利局", "prose.told")}),
        ("根据汛情变化，市水利局及时发布预警。", {("responsible", "市水利局", "prose.told")}),
        ("各县（市、区）人民政府要落实属地责任。", {("responsible", "各县（市、区）人民政府", "prose.duty")}),
        (
            "市水利局和市财政局联合开展检查。",
            {("responsible", "市水利局", "prose.told"), ("responsible", "市财政局", "prose.told")},
        ),
        (
            "市水利局负责坝体建设，市公安局配合。",
            {("leads", "市水利局", "prose.head"), ("cooperates", "市公安局", "prose.cooperate")},
        ),
        (
            "市水利局要加强巡查，市公安局要配合做好执法。",
            {("responsible", "市水利局", "prose.duty"), ("cooperates", "市公安局", "prose.cooperate")},
        ),
        (
            "由市水利局牵头、市财政局配合，新建水库3座。",
            {("leads", "市水利局", "prose.lead"), ("cooperates", "市财政局", "prose.partner")},
        ),
        (
            "市水利局牵头，会同市财政局、市审计局制定方案。",
            {
                ("leads", "市水利局", "prose.lead"),
                ("cooperates", "市财政局", "prose.partner"),
                ("cooperates", "市审计局", "prose.partner"),
            },
        ),
        (
            "其中，市水利局负责坝体，市财政局负责资金，市自然资源局负责用地。",
            {
                ("leads", "市水利局", "prose.head"),
                ("leads", "市财政局", "prose.head"),
                ("leads", "市自然资源局", "prose.head"),
            },
        ),
        (
            "市水利局为牵头单位，市财政局为配合单位。",
            {("leads", "市水利局", "prose.lead"), ("cooperates", "市财政局", "prose.cooperate")},
        ),
        (
            "市水利局为牵头单位，市财政局、市审计局为责任单位。",
            {
                ("leads", "市水利局", "prose.lead"),
                ("cooperates", "市财政局", "prose.lead"),
                ("cooperates", "市审计局", "prose.lead"),
            },
        ),
        ("市古桥保护中心负责坝体建设。", {("leads", "市古桥保护中心", "prose.head")}),
        ("由水利局负责坝体建设。", {("leads", "水利局", "prose.by")}),
        (
            "成立水库建设领导小组，领导小组办公室设在市水利局，负责日常工作。",
            {("leads", "市水利局", "prose.founded")},
        ),
        ("办公室设在市水利局，承担领导小组日常工作。", {("responsible", "市水利局", "prose.founded")}),
        ("各县（区）人民政府务必于6月底前完成。", {("responsible", "各县（区）人民政府", "prose.duty")}),
        ("各行署、市、县政府要加强调度。", {("responsible", "各行署、市、县政府", "prose.duty")}),
        ("市水利局主要负责坝体建设。", {("leads", "市水利局", "prose.head")}),
        (
            "市水利局要会同市财政局制定方案。",
            {("leads", "市水利局", "prose.joint"), ("cooperates", "市财政局", "prose.joint")},
        ),
    ],
)
def test_a_sentence_gives_its_duties_by_its_rule(sentence: str, expected: Found) -> None:
    assert duties(sentence) == expected


def test_the_bureau_of_the_county_behind_joint_is_no_bureau_of_another_county() -> None:
    assert duties("由县水利局会同县财政局制定办法。", place="青禾县") == {
        ("leads", "县水利局", "prose.joint"),
        ("cooperates", "县财政局", "prose.joint"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "支持行业协会牵头制定标准。",
        "由市水利局牵头的项目优先安排。",
        "市水利局牵头人为王一凡。",
        "办公室设在市水利局，办公室主任由王一凡兼任。",
        "企业负责水库安全。",
        "请报市水利局备案。",
        "经市水利局会同市财政局审核后拨付。",
        "向市水利局申请补助。",
        "市水利局是水行政主管部门。",
        "市水利局已建成水库2座。",
        "各部门要高度重视。",
        "由各责任单位自行负责。",
        "由市水利局、市财政局共同组成检查组。",
        "根据市水利局负责的工作安排。",
        "市水利局不得收取费用。",
        "市水利局可以委托第三方检查。",
        "市水利局局长王一凡到会。",
        "在市委、市政府的领导下，加快建设。",
        "市人大常委会会议通过了水库建设方案。",
        "材料经市财政局负责同志审签后报送。",
    ],
)
def test_a_sentence_that_sets_no_duty_gives_none(sentence: str) -> None:
    assert duties(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "市水利局负责人带队检查。",
        "市水利局负责同志带队检查。",
        "市水利局负责的项目要公开。",
        "市水利局要求各地报送情况。",
        "去年，市水利局牵头完成了整治。",
        "近年来，由市水利局牵头建成水库2座。",
        "市水利局组织开展了整治。",
    ],
)
def test_words_that_begin_like_a_duty_and_the_past_give_none(sentence: str) -> None:
    assert duties(sentence) == set()


def test_what_a_notice_asks_of_its_readers_is_no_task() -> None:
    text = plan("（一）建水库。建水库3座。").replace(
        "请认真贯彻执行。", "请认真贯彻执行。各县（区）人民政府要加强领导，市水利局要加强指导。"
    )
    assert not [found for found in extraction_of(text).statements if found.relation in DUTIES]


def test_a_report_of_the_past_year_sets_no_duty() -> None:
    text = notice(
        "青禾县人民政府关于2023年工作情况的报告",
        "一、工作回顾\n\n县水利局负责建成水库3座。",
        issuer="青禾县人民政府",
    )
    assert not [found for found in extraction_of(text).statements if found.relation in DUTIES]


def test_the_evidence_is_the_clause_from_the_name_on() -> None:
    extraction = extraction_of(plan("（二）建设水库。加强监管，由市 水利局负责。建成3座。"))
    assert [found.evidence.text for found in extraction.statements if found.relation == "leads"] == [
        "由市 水利局负责"
    ]


def test_a_sentence_in_a_section_without_heading_names_its_own_task() -> None:
    extraction = extraction_of(plan("市水利局负责水库大坝安全鉴定和除险加固。"))
    (found,) = [found for found in extraction.statements if found.relation == "leads"]
    assert not isinstance(found.object, str)
    assert "水库大坝安全鉴定" in found.object.name or found.object.name == "主要任务"


def test_whom_the_clause_names_belongs_to_its_task() -> None:
    extraction = extraction_of(plan("（二）市水利局将定期对各县（区）人民政府完成情况进行督查。"))
    found = [found.object for found in extraction.statements if found.relation == "responsible"]
    assert [task.name for task in found if not isinstance(task, str)] == [
        "定期对各县（区）人民政府完成情况进行督查"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法由市水利局负责解释。",
        "由市水利局会同市财政局负责解释。",
        "由市水利局承担具体解释工作。",
        "由市水利局局长兼任办公室主任。",
        "由市水利局主要领导担任组长。",
        "由市水利局一名副局长参加。",
    ],
)
def test_explaining_a_text_and_what_persons_do_is_no_task_of_a_body(sentence: str) -> None:
    assert duties(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市水利局是水库主管部门，负责水库的综合管理。", {("leads", "市水利局", "prose.head")}),
        ("各镇街负责本辖区水库巡查。", {("leads", "各镇街", "prose.head")}),
        ("市财政部门负责专项资金的拨付。", {("leads", "市财政部门", "prose.head")}),
        ("由市水利部门牵头制定标准。", {("leads", "市水利部门", "prose.lead")}),
    ],
)
def test_departments_towns_and_bodies_in_charge_have_duties(sentence: str, expected: Found) -> None:
    assert duties(sentence) == expected


def test_a_department_behind_its_place_and_one_that_is_in_charge_lead() -> None:
    assert duties("乐昌市建设行政主管部门负责施工许可。", place="乐昌市") == {
        ("leads", "乐昌市建设行政主管部门", "prose.head")
    }
    assert duties("县级以上水利主管部门主管水库工作。") == {("leads", "县级以上水利主管部门", "prose.head")}
