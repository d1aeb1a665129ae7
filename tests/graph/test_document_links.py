from __future__ import annotations

import pytest

from govgraph.document_links import link
from govgraph_loaders.statements import Evidence, Reference, Statement
from govgraph_ontology.terms import GOV

BASED, CARRIES, REPORTS = str(GOV.basedOn), str(GOV.carriesOut), str(GOV.reportsOn)


def relation(text: str, title: str = "《示范省传感产业规划》", explained: str = "") -> str:
    start = text.index(title)
    evidence = Evidence(start, start + len(title), title)
    this, other = Reference("Document", "本"), Reference("Document", title)
    statement = Statement("cites", this, other, "本", evidence, "citation.title", 0.9)
    found = link(text, statement, explained)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《示范省传感产业规划》，结合我市实际，制定本方案。", BASED),
        ("根据《示范省传感产业规划》（示府〔2024〕5号）要求，特制定本办法。", BASED),
        ("依据《产业促进法》《示范省传感产业规划》等，结合实际，制定本规划。", BASED),
        ("为贯彻落实《示范省传感产业规划》，加快发展，制定本行动计划。", CARRIES),
        ("为深入贯彻会议精神，根据《示范省传感产业规划》，\n制定本方案。", BASED),
        ("按照《产业促进法》，全面落实《示范省传感产业规划》，提出以下措施。", CARRIES),
        ("现将《示范省传感产业规划》执行情况报告如下。", REPORTS),
        ("《示范省传感产业规划》2024年度实施情况已公布。", ""),
        ("现将《示范省传感产业规划》实施情况通报如下", REPORTS),
    ],
)
def test_the_sentence_tells_how_the_document_rests_on_the_other(text: str, expected: str) -> None:
    assert relation(f"前文落实到位。{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "具体按照《示范省传感产业规划》执行。",
        "《示范省传感产业规划》已于去年印发，现制定本方案。",
        "根据《示范省传感产业规划》，市科技局负责此项工作。另行制定本项目管理办法。",
        "现将《示范省传感产业规划》印发给你们，请认真贯彻落实。",
        "各地要根据《示范省传感产业规划》制定实施方案。",
    ],
)
def test_a_citation_alone_says_nothing(text: str) -> None:
    assert relation(text) == ""


def test_an_interpretation_does_not_speak_of_itself_as_this_plan() -> None:
    text = "根据《示范省传感产业规划》，制定本方案。"
    assert relation(text) == BASED
    assert relation(text, explained="云溪市行动计划") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《示范省传感产业规划》，市科技局起草了《云溪市传感产业行动计划》。", BASED),
        ("为贯彻落实《示范省传感产业规划》，我市制定《行动计划》。", CARRIES),
        ("根据《示范省传感产业规划》，市科技局起草了《云溪市专项资金办法》。", ""),
        ("《示范省传感产业规划》印发后，我市制定《行动计划》。", ""),
    ],
)
def test_an_interpretation_tells_on_what_the_interpreted_document_rests(text: str, expected: str) -> None:
    assert relation(text, explained="云溪市传感产业行动计划") == expected


def test_a_hostile_text_is_read_in_time() -> None:
    text = "根据" + "《甲》" * 30_000 + "《示范省传感产业规划》" + "，制定" * 30_000
    assert relation(text) == ""
