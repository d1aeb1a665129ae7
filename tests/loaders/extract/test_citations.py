"""Which documents a text names, and which of the names in 《》 are none."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.citations import is_citable
from govgraph_loaders.statements import Reference, Statement
from loaders.papers import extraction_of, notice, plan

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


def cited(text: str, relation: str = "cites") -> list[Statement]:
    return [statement for statement in extraction_of(text).statements if statement.relation == relation]


def titles(text: str, relation: str = "cites") -> list[str]:
    return [s.object.name for s in cited(text, relation) if isinstance(s.object, Reference)]


def test_a_title_with_its_number_is_one_citation() -> None:
    text = notice(TITLE, "根据《示范省人民政府关于建设绿道的意见》（示府〔2020〕33号）要求，通知如下。")
    (statement,) = cited(text)
    assert isinstance(statement.object, Reference)
    assert statement.object.name == "示范省人民政府关于建设绿道的意见"
    assert "示府〔2020〕33号" in statement.object.aliases
    assert statement.object.scope == "示范省"
    assert statement.evidence.text == "《示范省人民政府关于建设绿道的意见》（示府〔2020〕33号）"
    assert statement.rule == "citation.title"


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        ("(示府[2020]33号)", "示府〔2020〕33号"),
        ("（示府（2020）33号）", "示府〔2020〕33号"),
        ("（ 示府〔2020〕33号）", "示府〔2020〕33号"),
    ],
)
def test_the_number_of_a_citation_is_in_its_usual_form(number: str, plain: str) -> None:
    (statement,) = cited(notice(TITLE, f"根据《示范省绿道条例》{number}，通知如下。"))
    assert isinstance(statement.object, Reference)
    assert plain in statement.object.aliases


@pytest.mark.parametrize(
    "title",
    [
        "中华人民共和国森林法",
        "示范省绿道条例",
        "云溪市绿化办法",
        "云溪市绿化方案（2024—2026年）",
        "关于加强绿化的若干意见",
        "国务院关于印发〈绿化规划〉的通知",
        "健康城市行动",
        "绿化标准",
    ],
)
def test_a_document_of_governance_is_cited(title: str) -> None:
    assert is_citable(title)
    assert titles(notice(TITLE, f"落实《{title}》要求。")) == [title]


@pytest.mark.parametrize(
    "title",
    [
        "绿化补助申请表",
        "承诺书",
        "云溪日报",
        "营业执照",
        "建设工程规划许可证",
        "购房合同",
        "限期改正通知书",
        "西厢记",
        "项目备案表",
    ],
)
def test_a_form_a_licence_or_a_work_is_not_cited(title: str) -> None:
    assert not is_citable(title)
    assert titles(notice(TITLE, f"请填写《{title}》。")) == []


def test_a_form_with_a_document_number_is_cited_all_the_same() -> None:
    assert titles(notice(TITLE, "见《绿化守则手记》（云府〔2020〕3号）。")) == ["绿化守则手记"]


def test_a_number_may_stand_for_its_document() -> None:
    text = notice(TITLE, "根据示发〔2021〕19号文件和示府办[2022]5号文件精神，通知如下。")
    assert [(s.rule, titles(text)[index]) for index, s in enumerate(cited(text))] == [
        ("citation.number", "示发〔2021〕19号"),
        ("citation.number", "示府办〔2022〕5号"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "文号为示发〔2021〕19号，特此说明。",
        "省《实施方案》已经印发，请抓好落实。",
        "请按照《通知》要求落实。",
    ],
)
def test_neither_a_number_by_itself_nor_a_word_for_a_kind_is_cited(sentence: str) -> None:
    assert titles(notice(TITLE, sentence)) == []


def test_a_short_name_may_stand_behind_the_number_in_one_bracket() -> None:
    named = "《示范省人民政府关于绿化的通知》（示府〔2022〕3号，以下简称《绿化的通知》）"
    sentence = f"{named}下发后，各地按照《绿化的通知》落实。"
    assert titles(notice(TITLE, sentence)) == ["示范省人民政府关于绿化的通知"]


def test_each_document_is_cited_once() -> None:
    assert titles(
        notice(TITLE, "落实《示范省绿道条例》。\n\n违反《示范省绿道条例》的，依照《云溪市绿化办法》处理。")
    ) == [
        "示范省绿道条例",
        "云溪市绿化办法",
    ]


def test_what_the_notice_cites_the_plan_does_not_cite_again() -> None:
    text = plan("（一）建绿道。落实《示范省绿道条例》和《云溪市公园办法》。").replace(
        "请认真贯彻执行。", "请认真贯彻执行。要根据《示范省绿道条例》推进。"
    )
    statements = cited(text)
    assert [(s.subject.name, s.object.name) for s in statements if isinstance(s.object, Reference)] == [
        ("云溪市人民政府关于印发云溪市重点工作方案的通知", "示范省绿道条例"),
        ("云溪市重点工作方案", "云溪市公园办法"),
    ]


def test_what_a_notice_names_behind_what_it_prints_is_cited() -> None:
    text = plan("（一）建绿道。建成10公里。").replace(
        "请认真贯彻执行。", "请根据《示范省绿道条例》贯彻执行。"
    )
    assert titles(text) == ["示范省绿道条例"]


def test_a_document_never_cites_itself_or_what_it_prints() -> None:
    assert titles(plan("（一）建绿道。《云溪市重点工作方案》由市园林局解释。")) == []


def test_an_abbreviation_that_the_text_makes_is_no_other_document() -> None:
    text = notice(
        TITLE,
        "根据《示范省绿道建设实施方案》（以下简称《实施方案》），通知如下。\n\n一、落实《实施方案》要求。",
    )
    assert titles(text) == ["示范省绿道建设实施方案"]


def test_a_title_within_a_title_is_not_cited_by_itself() -> None:
    assert titles(notice(TITLE, "落实《云溪市贯彻《示范省绿道条例》实施办法》。")) == [
        "云溪市贯彻《示范省绿道条例》实施办法"
    ]


def test_a_reference_to_an_attachment_is_no_citation() -> None:
    assert titles(notice(TITLE, "填报《健康城市建设任务清单》（附件1）。")) in ([], ["健康城市建设任务清单"])
    assert titles(notice(TITLE, "填报《健康城市建设实施方案》（见附件2）。")) == []


def test_the_organ_before_the_title_is_part_of_another_form_of_it() -> None:
    (statement,) = cited(notice(TITLE, "印发后，云溪市教育局《关于开放操场的意见》。"))
    assert isinstance(statement.object, Reference)
    assert statement.object.aliases == ("云溪市教育局关于开放操场的意见",)


def test_a_cited_document_of_the_same_source_is_that_document() -> None:
    first = notice("云溪市人民政府关于开展绿化的意见", "请开展绿化。", number="云府〔2024〕30号")
    extraction = extraction_of(first + "\n" + notice(TITLE, "落实《云溪市人民政府关于开展绿化的意见》。"))
    (statement,) = [s for s in extraction.statements if s.relation == "cites"]
    assert statement.object == extraction.documents[0].reference


def test_a_citation_over_a_page_break_is_whole() -> None:
    (statement,) = cited(notice(TITLE, "落实《示范省绿道\n\n— 2 —\n\n条例》要求。"))
    assert isinstance(statement.object, Reference)
    assert statement.object.name == "示范省绿道条例"
    assert statement.evidence.text == "《示范省绿道\n\n— 2 —\n\n条例》"


INTERPRETATION = (
    "《云溪市绿化办法》政策解读\n\n一、背景\n\n为落实《示范省绿道条例》，我市出台《云溪市绿化办法》。\n\n"
    "二、依据\n\n1.示范省人民政府关于建设绿道的意见（示府〔2020〕33号）；\n\n三、内容\n\n《办法》共十条。\n"
)


def test_an_interpretation_interprets_the_document_of_its_title() -> None:
    (statement,) = cited(INTERPRETATION, "interprets")
    assert isinstance(statement.object, Reference)
    assert (statement.subject.name, statement.object.name) == ("《云溪市绿化办法》政策解读", "云溪市绿化办法")
    assert statement.rule == "citation.interprets"
    assert statement.evidence.text == "《云溪市绿化办法》政策解读"


@pytest.mark.parametrize(
    "title", ["关于《云溪市绿化办法》的解读", "《云溪市绿化办法》图解", "云溪市绿化办法政策解读"]
)
def test_other_forms_of_the_title_of_an_interpretation(title: str) -> None:
    text = f"{title}\n\n一、背景\n\n我市出台办法。\n"
    assert titles(text, "interprets") == ["云溪市绿化办法"]


def test_a_notice_interprets_nothing() -> None:
    assert cited(notice(TITLE, "请做好《云溪市绿化办法》解读工作。"), "interprets") == []


def test_an_interpretation_cites_what_it_rests_on_but_not_what_it_interprets() -> None:
    assert titles(INTERPRETATION) == ["示范省绿道条例", "示范省人民政府关于建设绿道的意见"]
    assert [s.rule for s in cited(INTERPRETATION)] == ["citation.title", "citation.listed"]


def test_a_title_without_quotation_marks_is_cited_by_interpretations_alone() -> None:
    text = notice(TITLE, "1.示范省人民政府关于建设绿道的意见（示府〔2020〕33号）；")
    assert titles(text) == []


def test_an_office_and_its_short_name_are_equated() -> None:
    text = notice(TITLE, "由云溪市金融工作局（以下简称市金融局）组织对接。")
    (equation,) = extraction_of(text).equations
    assert (equation.type, equation.scope, equation.name, equation.other) == (
        "Organization",
        "云溪市",
        "云溪市金融工作局",
        "市金融局",
    )
    assert equation.evidence.text == "云溪市金融工作局（以下简称市金融局）"


def test_the_short_name_of_a_document_equates_no_organizations() -> None:
    assert (
        extraction_of(notice(TITLE, "根据《示范省绿道条例》（以下简称《条例》），通知如下。")).equations == ()
    )
