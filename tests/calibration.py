"""Count by rule how many facts the gold annotations bear out, and show what a cut by confidence is worth.

    python tests/calibration.py SCORE_PY FACTS CORPUS GOLD [GOLD ...] [--write] [--check]

A fact is right where the scorer matches it in full. The counts go into `calibration.toml` of the vocabulary
with --write; `confidence.py` of the extraction makes confidences of them. The second table is honest about
them: the facts of each gold file are judged with the counts of the others alone, as if nobody had seen it.
--check fails where of the facts that are then 0.9 sure or more, fewer than nine in ten are right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import govgraph_ontology.vocabulary
from error_analysis import load_scorer
from govgraph_loaders.extract.confidence import expected_share, judged_share, rules
from govgraph_ontology.vocabulary import load_vocabulary

CALIBRATION = Path(govgraph_ontology.vocabulary.__file__).parent / "calibration.toml"
CUTS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95)
PROMISE = 0.9
"""Facts that are so sure have to be right so often."""

_HEAD = CALIBRATION.read_text(encoding="utf-8").partition("\n\n[")[0]


@dataclass(frozen=True)
class Judged:
    """One fact that the gold annotations judge."""

    rule: str
    gold: str
    right: bool


def judged_facts(scorer: ModuleType, facts: Path, corpus: Path, gold_files: list[Path]) -> Iterator[Judged]:
    """Every fact that stands in a region annotated for its family, each as the scorer counts it: once."""
    system = scorer.system_facts(facts)
    for path in gold_files:
        name, regions, gold_all = scorer.gold_facts(path)
        got_all = system.get(name, [])
        scorer.place(got_all, (corpus / name).read_bytes().decode("utf-8-sig"))
        for family, ranges in regions.items():
            relations = scorer.FAMILIES[family]
            gold = [fact for fact in gold_all if fact.relation in relations]
            got = [
                fact
                for fact in got_all
                if fact.relation in relations
                and any(scorer.overlap(fact.lines, tuple(lines)) for lines in ranges)
            ]
            gold, got = scorer.merge_equal(gold, family), scorer.merge_equal(got, family)
            extra = {id(fact) for fact in scorer.score_family(gold, got, family)[3]}
            for fact in got:
                full = any(scorer.match_score(wanted, fact, family)[1] for wanted in gold)
                yield Judged(fact.raw["method"], path.name, full and id(fact) not in extra)


def count(facts: list[Judged]) -> dict[str, dict[str, int]]:
    """`right` and `seen` of every rule that has facts among these, by rule."""
    counts: dict[str, dict[str, int]] = {}
    for fact in sorted(facts, key=lambda fact: fact.rule):
        of_rule = counts.setdefault(fact.rule, {"right": 0, "seen": 0})
        of_rule["right"] += fact.right
        of_rule["seen"] += 1
    return counts


def sureness(rule: str, counts: dict[str, dict[str, int]]) -> float:
    """The confidence of the rule by its judgement, what people read, and these counts."""
    reading = load_vocabulary("calibration")["reading"]
    return expected_share(judged_share(rule), [counts.get(rule), reading.get(rule)])


def left_out(facts: list[Judged]) -> list[tuple[float, bool]]:
    """Confidence and truth of every fact; the confidence by the counts of the other gold files alone."""
    judged = []
    for name in sorted({fact.gold for fact in facts}):
        counts = count([fact for fact in facts if fact.gold != name])
        judged += [(sureness(fact.rule, counts), fact.right) for fact in facts if fact.gold == name]
    return judged


def as_toml(gold: dict[str, dict[str, int]], reading: dict[str, dict[str, int]]) -> str:
    """The calibration file: its comment, and a line for each rule."""
    lines = [_HEAD]
    for table, counts in (("gold", gold), ("reading", reading)):
        lines += ["", f"[{table}]"]
        for rule, found in counts.items():
            lines.append(f'"{rule}" = {{ right = {found["right"]}, seen = {found["seen"]} }}')
    return "\n".join(lines) + "\n"


def print_rules(counts: dict[str, dict[str, int]]) -> None:
    """Judgement, counts and confidence of every rule."""
    reading = load_vocabulary("calibration")["reading"]
    print(f"{'rule':34} {'judged':>7} {'gold':>10} {'reading':>10} {'sure':>7}")
    for rule in rules():
        by_gold, by_reading = (
            f"{found['right']}/{found['seen']}" if found else "-"
            for found in (counts.get(rule), reading.get(rule))
        )
        sure = sureness(rule, counts)
        print(f"{rule:34} {judged_share(rule):7.2f} {by_gold:>10} {by_reading:>10} {sure:7.3f}")


def print_cuts(judged: list[tuple[float, bool]]) -> None:
    """How many facts a cut by confidence leaves, and how many of those are right."""
    print(
        f"\n{'sure from':>9} {'facts':>7} {'of all':>7} {'right':>7}   (each gold file judged by the others)"
    )
    for cut in CUTS:
        kept = [right for sure, right in judged if sure >= cut]
        print(f"{cut:9.2f} {len(kept):7} {len(kept) / len(judged):7.3f} {share_right(judged, cut):7.3f}")


def share_right(judged: list[tuple[float, bool]], cut: float) -> float:
    """The share that is right of the facts at least so sure; 1 where there are none."""
    kept = [right for sure, right in judged if sure >= cut]
    return sum(kept) / len(kept) if kept else 1.0


def main(arguments: list[str]) -> int:
    """Print both tables; write or check where told."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scorer", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="write the counts into the vocabulary")
    parser.add_argument("--check", action="store_true", help="exit status 1 where the promise is not kept")
    options = parser.parse_args(arguments)
    facts = list(judged_facts(load_scorer(options.scorer), options.facts, options.corpus, options.gold))
    counts = count(facts)
    if options.write:
        toml = as_toml(counts, load_vocabulary("calibration")["reading"])
        CALIBRATION.write_text(toml, encoding="utf-8")
    print_rules(counts)
    judged = left_out(facts)
    print_cuts(judged)
    kept = share_right(judged, PROMISE)
    if options.check and kept < PROMISE:
        print(f"Of the facts that are {PROMISE} sure only {kept:.3f} are right.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
