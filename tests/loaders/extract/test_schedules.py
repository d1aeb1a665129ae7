import time

import pytest

from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.extract.schedules import extract_schedules
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Statement
from govgraph_loaders.structure import read_layout

FORM = "云溪市2023年消防安全整治工作方案\n\n一、重点任务\n\n{text}\n"


def terms(text: str) -> list[Statement]:
    source = Source("plan.txt", FORM.format(text=text), "", "utf-8")
    layout = read_layout(source)
    found = [
        each for index in range(len(layout.documents)) for each in extract_schedules(Reading(layout, index))
    ]
    for each in found:
        assert isinstance(each, Statement)
        assert source.text[each.evidence.start : each.evidence.end] == each.evidence.text
    return [each for each in found if isinstance(each, Statement)]


@pytest.mark.parametrize(
    ("text", "due", "action"),
    [
        ("由市教育局于6月30日前将名单报市政府。", "2023-06-30", "将名单报市政府"),
        ("2023年底前出台管理办法。", "2023-12-31", "出台管理办法"),
        ("明年上半年全面完成验收。", "2024-06-30", "全面完成验收"),
        ("到2025年，完成整治任务。", "2025", "完成整治任务"),
        ("确保新区医院年内投用。", "2023", "投用"),
        ("10月召开现场推进会。", "2023-10", "召开现场推进会"),
        ("对2020年1月1日前建成的建筑，于9月底前完成鉴定。", "2023-09-30", "完成鉴定"),
        ("各单位于4月20日（星期四）前上报名单。", "2023-04-20", "上报名单"),
        ("11月10日前报送《2023年度工作总结》。", "2023-11-10", "报送《2023年度工作总结》"),
        ("6月全面运行监测平台。", "2023-06", "全面运行监测平台"),
    ],
)
def test_date_before_what_is_to_be_done_is_a_term(text: str, due: str, action: str) -> None:
    (found,) = terms(text)
    assert (found.object, found.qualifiers["due"], found.qualifiers["text"]) == (due, due, action)
    assert found.rule == "schedule.prose"


@pytest.mark.parametrize(
    "text",
    [
        "2023年底前完成老旧小区改造50个。",
        "每镇2023年底前至少建成一所学校。",
        "到2035年，现代化格局基本形成。",
        "本方案自2023年7月1日起施行，有效期至2025年12月31日。",
        "截至3月底，各地已完成排查。",
        "每年12月底前报送总结。",
        "各部门要在每季度末（分别在6月、9月和12月底）报送进展。",
        "按照《2023年6月底前工作安排》报送。",
        "报名时间：2023年5月1日至5月10日。",
        "2022年6月底前完成了第一批整改。",
    ],
)
def test_target_validity_or_past_date_is_no_term(text: str) -> None:
    assert terms(text) == []


def test_bracketed_date_closes_its_heading_and_the_next_sentence_acts() -> None:
    (found,) = terms("（一）全面排查（即日起至6月20日）。市应急管理局对重点场所逐一排查。")
    assert found.rule == "schedule.heading"
    assert found.qualifiers == {"due": "2023-06-20", "actor": "市应急管理局", "text": "全面排查"}


def test_labelled_date_is_the_term_of_the_task() -> None:
    (found,) = terms("1.完善预案。修订专项预案。（责任单位：市水利局，完成时限：2023年11月底前）")
    assert found.rule == "schedule.label"
    assert found.qualifiers == {"due": "2023-11-30", "actor": "市水利局", "text": "完善预案"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("建设示范园。〔市农业农村局牵头，市科技局、市财政局配合，2023年12月底前完成〕", "市农业农村局"),
        ("市科技局、市财政局配合，2023年12月底前完成鉴定。", ""),
        ("市农业农村局支持各镇，市财政局于2023年12月底前完成鉴定。", "市财政局"),
    ],
)
def test_who_helps_does_not_act(text: str, actor: str) -> None:
    (term,) = terms(text)
    assert dict(term.qualifiers).get("actor", "") == actor
    assert not str(dict(term.qualifiers)["text"]).endswith("〕")


def test_who_agrees_does_not_act() -> None:
    (found,) = terms("经县政府批准后在5月20日前向社会公布。")
    assert "actor" not in found.qualifiers


@pytest.mark.parametrize("piece", ["6月底前完成，", "2023年", "（6月前", "完成时限：", "6月30日前报送。"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    before = time.process_time()
    terms(piece * (20_000 // len(piece)))
    assert time.process_time() - before < 10
