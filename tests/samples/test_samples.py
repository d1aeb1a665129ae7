"""What the rules read in the bundled samples, against facts written by hand from reading them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from govgraph import KnowledgeGraph
from samples.golden import FAMILIES, Claim, GoldFile, claim, describe, distinct, pair, read_gold

SAMPLES = Path(str(files("govgraph_exports") / "samples"))
GOLD = [read_gold(path) for path in sorted((Path(__file__).parent / "gold").glob("*.jsonl"))]
LEAST_F1 = 0.95


@pytest.fixture(scope="module")
def facts() -> Iterator[list[dict[str, Any]]]:
    """Every fact of the samples, built together as a user builds them."""
    with KnowledgeGraph.build([SAMPLES]) as graph:
        yield list(graph.facts())


def claims_in_regions(facts: list[dict[str, Any]], gold: GoldFile, family: str) -> list[Claim]:
    """The extracted claims of a family whose source touches a line where the gold is complete."""
    text = (SAMPLES / gold.file).read_text("utf-8")
    found = []
    for fact in facts:
        source = fact["source"]
        if Path(source["file"]).name != gold.file or fact["relation"] not in FAMILIES[family]:
            continue
        first = text.count("\n", 0, source["start"]) + 1
        last = text.count("\n", 0, source["end"]) + 1
        if any(
            first <= region_last and region_first <= last
            for region_first, region_last in gold.regions[family]
        ):
            found.append(claim(fact))
    return distinct(found)


@pytest.mark.parametrize(
    "family",
    [
        "responsibility",
        "document",
        "citation",
        "appointment",
        "budget",
    ],
)
def test_samples_are_read_as_a_person_reads_them(facts: list[dict[str, Any]], family: str) -> None:
    wanted = hit = got = 0
    lines = []
    for gold in GOLD:
        if family not in gold.regions:
            continue
        found = claims_in_regions(facts, gold, family)
        missed, extra = pair(gold.claims[family], found)
        wanted += len(gold.claims[family])
        got += len(found)
        hit += len(gold.claims[family]) - len(missed)
        lines.append(f"{gold.file}: missed\n{describe(missed)}\nextra\n{describe(extra)}")
    f1 = 2 * hit / (wanted + got)
    assert f1 >= LEAST_F1, f"{family}: F1 {f1:.3f}\n" + "\n".join(lines)


def test_every_sample_has_golden_facts() -> None:
    assert {gold.file for gold in GOLD} == {path.name for path in SAMPLES.glob("*.txt")}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.file)
def test_golden_quotes_stand_in_the_lines_they_name(gold: GoldFile) -> None:
    lines = (SAMPLES / gold.file).read_text("utf-8").split("\n")
    rows = (Path(__file__).parent / "gold" / gold.file).with_suffix(".jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, rows[1:]):
        first, last = row["line"] if isinstance(row["line"], list) else (row["line"], row["line"])
        assert row["quote"] in "\n".join(lines[first - 1 : last]), row


def test_the_county_and_the_city_each_have_their_own_education_bureau(facts: list[dict[str, Any]]) -> None:
    bureaus = {
        fact["subject"]["id"]: fact["subject"]["label"] for fact in facts if fact["relation"] == "leads"
    }
    assert sorted(label for label in bureaus.values() if label.endswith("教育局")) == [
        "云溪市教育局",
        "青禾县教育局",
    ]
