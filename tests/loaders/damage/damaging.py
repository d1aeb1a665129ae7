"""How damage of each kind costs facts: the bundled samples, damaged at seeded places, against themselves.

    PYTHONPATH=tests .venv/bin/python tests/loaders/damage/damaging.py [SEEDS]

prints the table of docs/formats.md, and with a kind as second argument what is missing and what is wrong.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from govgraph_loaders.statements import Extraction, Reference, Statement
from loaders.papers import extraction_of, object_name

Change = tuple[int, int, str]
"""A place of the text and what stands there instead."""

PLACES = 12
UNRECOGNISED = frozenset({"bracket lost", "characters lost"})
"""What leaves no trace by which a reader could tell it from a text as it was written."""

SAMPLES = ("yunxi-gazette-2024-03.txt", "qinghe-work-report-2024.txt")
_SPAM = [
    "加微信vx88668领取优惠",
    "天天中彩票网官方平台",
    "大发快三开户",
    "点击链接免费领取红包",
    "www.abcd88.com",
    "真人视讯棋牌游戏",
]
_OFFICE = re.compile(r"(?<=[〔（、由，：])[市县][\u4e00-\u9fff]{2,6}?[局委办](?=[、牵负，配参])")
_FOREIGN = ["the", "of", "development", "project", "this"]
_PAGES = ["— 12 —", " - 7 - ", "第 3 页 共 16 页", "【打印】【关闭】", " 打印 关闭 分享到：微信 微博 "]
_RADICALS = dict(
    zip("一人大小山工方日月水民见长门高用生文", "⼀⼈⼤⼩⼭⼯⽅⽇⽉⽔⺠⻅⻓⻔⾼⽤⽣⽂", strict=True)
)
_MARKS = dict(zip("，、；：（）〔〕《》—", "﹐､﹔∶﹙﹚❲❳⟪⟫─", strict=True))
_HAN = re.compile(r"[\u4e00-\u9fff]{12,}")


@dataclass(frozen=True)
class Outcome:
    """Facts of the undamaged text, those of them whose words no damage touches, and what is left of both."""

    untouched: int
    untouched_kept: int
    touched: int
    touched_kept: int
    wrong: int
    faults: int


def sample(name: str) -> str:
    """The text of a bundled sample."""
    return (files("govgraph_exports") / "samples" / name).read_text(encoding="utf-8")


def _inside(text: str, chance: random.Random, count: int = PLACES) -> list[int]:
    """Places within runs of Chinese characters of the running text."""
    places = [at for run in _HAN.finditer(text) for at in range(run.start() + 1, run.end() - 8)]
    return sorted(chance.sample(places, count))


def _insert(words: list[str]) -> Callable[[str, random.Random], list[Change]]:
    return lambda text, chance: [(at, at, chance.choice(words)) for at in _inside(text, chance)]


def _swap(pairs: dict[str, str]) -> Callable[[str, random.Random], list[Change]]:
    def swap(text: str, chance: random.Random) -> list[Change]:
        places = [at for at, character in enumerate(text) if character in pairs]
        return [(at, at + 1, pairs[text[at]]) for at in sorted(chance.sample(places, 10 * PLACES))]

    return swap


def _replace(
    pattern: str, by: Callable[[re.Match[str], random.Random], str]
) -> Callable[[str, random.Random], list[Change]]:
    def replace(text: str, chance: random.Random) -> list[Change]:
        found = list(re.finditer(pattern, text))
        chosen = sorted(chance.sample(range(len(found)), min(PLACES, len(found))))
        return [(*found[index].span(), by(found[index], chance)) for index in chosen]

    return replace


def _doubled(text: str, chance: random.Random) -> list[Change]:
    lengths = [3, 4, 5, 6]
    return [(at, at, text[at : at + chance.choice(lengths)]) for at in _inside(text, chance)]


DAMAGE: dict[str, Callable[[str, random.Random], list[Change]]] = {
    "number": _replace(r"〔(\d{4})〕(\d+)号", lambda found, _: f"〔{found[1]}{found[2]}号"),
    "date": _replace(r"(?<!\d)(\d{4})年(\d+)月(\d+)日", lambda found, _: "".join(found.groups())),
    "doubled": _doubled,
    "spam in a sentence": _insert(_SPAM),
    "spam for an office": _replace(_OFFICE.pattern, lambda _, chance: chance.choice(_SPAM)),
    "stray space": _insert([" ", "  ", "\u3000"]),
    "foreign word": _insert([f" {word} " for word in _FOREIGN]),
    "foreign and": _replace("(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff])", lambda found, _: " and "),
    "page furniture": _insert(_PAGES),
    "radicals": _swap(_RADICALS),
    "marks": _swap(_MARKS),
    "invisible": _insert(["\u200b", "\ufeff", "\u2060", "\ufe0f", "\x02"]),
    "bracket lost": _replace("[〔〕（）](?=[^〔〕（）\n]{0,60}(?:牵头|负责|配合|。|\n))", lambda _, __: ""),
    "mark lost": _replace("(?<=[局委办])、(?=[市县区])", lambda _, __: ""),
    "characters lost": _replace("(?<=[\u4e00-\u9fff])[\u4e00-\u9fff](?=[\u4e00-\u9fff])", lambda _, __: ""),
    "private use": _replace("(?<=[\u4e00-\u9fff])[\u4e00-\u9fff](?=[\u4e00-\u9fff])", lambda _, __: "\ue123"),
}


def damaged(text: str, kind: str, seed: int) -> tuple[str, list[Change]]:
    """The text with damage of that kind, and the changes."""
    changes = DAMAGE[kind](text, random.Random(f"{kind} {seed}"))
    pieces: list[str] = []
    position = 0
    for start, end, instead in changes:
        pieces += [text[position:start], instead]
        position = end
    return "".join([*pieces, text[position:]]), changes


def facts(extraction: Extraction) -> Counter[tuple[str, ...]]:
    """What an extraction says, without where."""
    return Counter(map(claim, extraction.statements))


def claim(statement: Statement) -> tuple[str, ...]:
    """A statement without its place: relation, subject, object, qualifiers."""
    said = (f"{name}={value}" for name, value in sorted(statement.qualifiers.items()))
    return (statement.relation, statement.subject.name, object_name(statement), *said)


def wrong(before: Extraction, after: Extraction) -> list[Statement]:
    """The statements that the undamaged text does not make; one with fewer qualifiers says less, not else.

    A document or task whose own name is damaged, and is marked so, counts by what is said of it.
    """
    known = [claim(statement) for statement in before.statements]
    found = []
    for statement in after.statements:
        relation, subject, object_, *qualifiers = claim(statement)
        if not any(
            said[0] == relation
            and (said[1] == subject or (statement.damage and statement.subject.type in {"Document", "Task"}))
            and (said[2] == object_ or (statement.damage and is_task(statement.object)))
            and set(qualifiers) <= set(said[3:])
            for said in known
        ):
            found.append(statement)
    return found


def is_task(party: Reference | str) -> bool:
    """Whether the object of a statement is a task."""
    return isinstance(party, Reference) and party.type == "Task"


def compare(before: Extraction, after: Extraction, changes: list[Change]) -> Outcome:
    """The outcome of damage at `changes`."""
    kept = set(facts(after))
    counts: Counter[tuple[bool, bool]] = Counter()
    for statement in before.statements:
        evidence = statement.evidence
        touched = any(
            start < evidence.end and max(end, start + 1) > evidence.start for start, end, _ in changes
        )
        counts[touched, claim(statement) in kept] += 1
    return Outcome(
        untouched=counts[False, True] + counts[False, False],
        untouched_kept=counts[False, True],
        touched=counts[True, True] + counts[True, False],
        touched_kept=counts[True, True],
        wrong=len(wrong(before, after)),
        faults=len(after.damage),
    )


def main() -> None:
    """Print the table, or the differences of one kind."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    before = {name: extraction_of(sample(name)) for name in SAMPLES}
    for kind in DAMAGE:
        if only and kind != only:
            continue
        total: Counter[str] = Counter()
        for seed in range(seeds):
            for name, undamaged in before.items():
                text, changes = damaged(sample(name), kind, seed)
                after = extraction_of(text)
                outcome = compare(undamaged, after, changes)
                total.update({**outcome.__dict__, "places": len(changes)})
                if only:
                    _show(undamaged, after)
        untouched = total["untouched_kept"] / max(1, total["untouched"])
        touched = total["touched_kept"] / max(1, total["touched"])
        print(
            f"| {kind} | {total['places']} | {total['faults']} | {total['untouched']} | {untouched:.1%} "
            f"| {total['touched']} | {touched:.1%} | {total['wrong']} |",
            flush=True,
        )


def _show(before: Extraction, after: Extraction) -> None:
    kept = set(facts(after))
    for statement in before.statements:
        if claim(statement) not in kept:
            print("-", claim(statement), repr(statement.evidence.text[:90]))
    for statement in wrong(before, after):
        print(
            "+",
            claim(statement),
            statement.rule,
            statement.confidence,
            repr(statement.evidence.text[:150]),
        )


if __name__ == "__main__":
    main()
