"""Compare grammar, model and both on left-out sentences and on annotated documents.

    python tests/experiments/span_model/evaluate.py MODEL_DIR SCORER [GOLD ... --corpus DIR]

SCORER is the script that scores a facts file: its matchers decide here too. GOLD are its annotation files,
none of which the model has seen. A span of the model is a project, or an industry of the places named
before it; `both` adds to the grammar's facts those of the model that name nothing the grammar has named.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

import spacy
from spacy.language import Language

from govgraph_loaders.extract.industries import extract_industries
from govgraph_loaders.extract.projects import extract_projects
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.readers import read_sources
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Reference, Statement
from govgraph_loaders.structure import read_layout

sys.path.insert(0, str(Path(__file__).parent))
from annotations import places_of, read_sentences

Row = dict[str, Any]
FAMILIES = ("project", "industry")
TITLE = "云溪市2024年政府工作报告\n\n"


def _row(relation: str, subject: list[str], name: list[str], start: int, end: int) -> Row:
    return {
        "relation": relation,
        "subject": subject,
        "object": name,
        "qualifiers": {},
        "source": {"file": "", "start": start, "end": end},
    }


def grammar_rows(source: Source) -> Iterator[Row]:
    """What the rules read in running text (tables are left to both alike)."""
    layout = read_layout(source)
    for index in range(len(layout.documents)):
        reading = Reading(layout, index)
        for found in [*extract_projects(reading), *extract_industries(reading)]:
            if isinstance(found, Statement) and isinstance(found.object, Reference):
                place = found.subject.scope.rpartition("/")[2]
                subject = [found.subject.name, place + found.subject.name, *found.subject.aliases]
                names = [found.object.name, *found.object.aliases]
                yield _row(found.relation, subject, names, found.evidence.start, found.evidence.end)


def model_rows(source: Source, nlp: Language) -> Iterator[Row]:
    """What the model finds in the paragraphs of the same documents."""
    layout = read_layout(source)
    for index in range(len(layout.documents)):
        reading = Reading(layout, index)
        for paragraph in reading.document.paragraphs:
            text = reading.text[paragraph.start : paragraph.end]
            spans = [(span.start_char, span.end_char, span.label_) for span in nlp(text).ents]
            for start, end, label in spans:
                evidence = reading.evidence(paragraph.start + start, paragraph.start + end)
                at = (evidence.start, evidence.end)
                if label == "PROJECT":
                    yield _row("hasProject", [], [text[start:end], text[start:end] + "项目"], *at)
                elif label == "INDUSTRY":
                    for place in places_of(spans, text, start):
                        subject = [place, reading.scope.rpartition("/")[2] + place]
                        yield _row("developsIndustry", subject, [text[start:end]], *at)


def both_rows(grammar: list[Row], model: list[Row], scorer: ModuleType) -> list[Row]:
    """The grammar's facts, and those of the model that are like none of them."""
    added = [
        row
        for row in model
        if not any(
            row["relation"] == other["relation"] and scorer.similar(row["object"], other["object"], 0.6)
            for other in grammar
        )
    ]
    return [*grammar, *added]


def left_out_gold() -> tuple[str, list[Row]]:
    """The left-out sentences as one document, and the facts that their annotations say."""
    text, rows = TITLE, []
    for sentence in read_sentences():
        if not sentence.left_out:
            continue
        spans = list(sentence.spans)
        for start, end, label in spans:
            at = (len(text) + start, len(text) + end)
            name = sentence.text[start:end]
            if label == "PROJECT":
                rows.append(_row("hasProject", [], [name, name + "项目"], *at))
            elif label == "INDUSTRY":
                rows += [
                    _row("developsIndustry", [place], [name], *at)
                    for place in places_of(spans, sentence.text, start)
                ]
        text += sentence.text + "\n\n"
    return text, rows


def report(scorer: ModuleType, text: str, gold: list[Any], rows: dict[str, list[Row]], regions: Row) -> None:
    """Print precision, recall and F1 of each way and family."""
    for family in FAMILIES:
        for way, found in rows.items():
            facts = [
                scorer.Fact(row["relation"], row["subject"], row["object"], {}, (0, 0), row) for row in found
            ]
            scorer.place(facts, text)
            ranges = [tuple(span) for span in regions.get(family, [])]
            wanted = [fact for fact in gold if fact.relation in scorer.FAMILIES[family]]
            got = [
                fact
                for fact in facts
                if fact.relation in scorer.FAMILIES[family]
                and any(scorer.overlap(fact.lines, span) for span in ranges)
            ]
            wanted, got = scorer.merge_equal(wanted, family), scorer.merge_equal(got, family)
            hit = scorer.score_family(wanted, got, family)[0]
            p, r, f1 = scorer.prf(hit, len(wanted), len(got))
            if wanted:
                print(f"  {family:9} {way:8} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  ({len(wanted)}, {len(got)})")


def main() -> int:
    """Print the comparison and the speed of the model."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path, nargs="*")
    parser.add_argument("--corpus", type=Path, default=Path())
    arguments = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", arguments.scorer)
    if spec is None or spec.loader is None:
        parser.error(f"{arguments.scorer} is no Python file")
    scorer = importlib.util.module_from_spec(spec)
    sys.modules["scorer"] = scorer
    spec.loader.exec_module(scorer)
    nlp = spacy.load(arguments.model)

    def compare(title: str, source: Source, gold: list[Any], regions: Row) -> None:
        grammar = list(grammar_rows(source))
        start = perf_counter()
        model = list(model_rows(source, nlp))
        speed = len(source.text) / (perf_counter() - start)
        print(f"{title}: {speed:,.0f} characters/s with the model")
        ways = {"grammar": grammar, "model": model, "both": both_rows(grammar, model, scorer)}
        report(scorer, source.text, gold, ways, regions)

    text, rows = left_out_gold()
    gold = [scorer.Fact(row["relation"], row["subject"], row["object"], {}, (0, 0), row) for row in rows]
    scorer.place(gold, text)
    whole = {family: [(1, text.count("\n") + 1)] for family in FAMILIES}
    compare("left out", Source("left-out.txt", text, sha256="", encoding="utf-8"), gold, whole)
    for path in arguments.gold:
        name, regions, facts = scorer.gold_facts(path)
        if any(regions.get(family) for family in FAMILIES):
            source = read_sources(arguments.corpus / name, name)[0]
            compare(path.name, source, facts, regions)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
