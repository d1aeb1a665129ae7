"""Ways in which governments of many places name who does what: each text gives exactly its facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph import KnowledgeGraph
from samples.golden import FAMILIES, claim, describe, distinct, pair

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("responsibility_cases.jsonl").read_text("utf-8").splitlines()
]

# The paper around the text says for which place it speaks.
PAPER = """{issuer}关于印发{place}2024年重点工作方案的通知

{number}

{addressees}：

现将《{place}2024年重点工作方案》印发给你们，请认真贯彻执行。

{issuer}

2024年5月6日

{place}2024年重点工作方案

一、主要任务

{text}
"""
NUMBERS = {"示范省": "示府〔2024〕21号", "云溪市": "云府〔2024〕31号", "丹枫区": "丹府〔2024〕8号"}
ADDRESSEES = {
    "示范省": "各市人民政府，省政府各部门",
    "云溪市": "各县（区）人民政府，市政府各部门",
    "丹枫区": "各街道办事处，区政府各部门",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_text_gives_exactly_its_facts(case: dict[str, Any], tmp_path: Path) -> None:
    place = case["place"]
    paper = PAPER.format(
        issuer=f"{place}人民政府",
        place=place,
        number=NUMBERS[place],
        addressees=ADDRESSEES[place],
        text=case["text"],
    )
    path = tmp_path / "paper.txt"
    path.write_text(paper, "utf-8")
    with KnowledgeGraph.build([path]) as graph:
        got = distinct(
            claim(fact) for fact in graph.facts() if fact["relation"] in FAMILIES["responsibility"]
        )
    gold = [
        claim({"relation": relation, "subject": names, "object": [task]})
        for relation, names, task in case["facts"]
    ]
    missed, extra = pair(gold, got)
    assert not missed and not extra, f"missed\n{describe(missed)}\nextra\n{describe(extra)}"
