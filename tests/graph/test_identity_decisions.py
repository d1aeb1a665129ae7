from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph import KnowledgeGraph
from govgraph.build import build_store
from govgraph.entities import Entity
from govgraph.identity import Identity
from govgraph.identity_decisions import (
    IDENTITY_FILE,
    Decisions,
    IdentityRefused,
    entity_id,
    iri_of,
    key_of_id,
    parse_decisions,
)
from govgraph.keys import Key
from govgraph.store import Store
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction
from graph.plain_notes import read_notes

YUNXI = "示范省/云溪市"
PLACE = "示范省%2F云溪市"
LONG, SHORT = f"organization/{PLACE}/大数据发展服务局", f"organization/{PLACE}/数发局"
EDUCATION = f"organization/{PLACE}/教育局"


def plan(name: str, *lines: str, place: str = YUNXI) -> Extraction:
    return read_notes(Source(name, "\n".join([f"# {place} {name}的方案", *lines]), "", "utf-8"))


TWO_NAMES = plan("a", "市数发局 leads 甲", "市大数据发展服务局 leads 乙", "市教育局 leads 丙")


def entry(table: str, *entities: str) -> str:
    return f"[[{table}]]\nentities = {list(entities)!r}\n"


def organizations(text: str, *extractions: Extraction) -> dict[str, Entity]:
    identity = Identity(extractions, parse_decisions(text, "identity.toml"))
    return {one.label: one for one in identity.entities() if one.type == "Organization"}


def test_two_names_that_a_person_holds_for_one_are_one_entity() -> None:
    assert len(organizations("", TWO_NAMES)) == 3
    found = organizations(entry("same", SHORT, LONG), TWO_NAMES)
    assert len(found) == 2
    assert {"市数发局", "市大数据发展服务局"} <= {name for one in found.values() for name in one.aliases}


def test_the_order_within_and_of_entries_changes_nothing() -> None:
    third = f"organization/{PLACE}/数据局筹备组"
    said = plan("b", "市数据局筹备组 leads 丁")
    entries = [entry("same", SHORT, LONG), entry("same", third, SHORT)]
    expected = organizations("".join(entries), TWO_NAMES, said)
    assert len(expected) == 2
    assert organizations("".join(reversed(entries)), said, TWO_NAMES) == expected
    assert organizations(entry("same", third, LONG, SHORT), TWO_NAMES, said) == expected


def test_an_office_of_the_table_gives_its_iri_to_those_that_are_the_same() -> None:
    found = organizations(entry("same", f"organization/{PLACE}/一个学校局", EDUCATION), TWO_NAMES)
    assert iri_of(key_of_id(EDUCATION)) in {one.iri for one in found.values()}


def test_a_decision_holds_over_what_a_document_equates() -> None:
    said = plan("a", "= 市大数据发展服务局 市数发局", "市数发局 leads 甲", "市大数据发展服务局 leads 乙")
    assert len(organizations("", said)) == 1
    assert len(organizations(entry("different", LONG, SHORT), said)) == 2


def test_a_decision_holds_over_bureau_and_commission_of_one_stem() -> None:
    said = plan("a", "市发改局 leads 甲", "市发改委 leads 乙")
    apart = [f"organization/{PLACE}/发展和改革局", f"organization/{PLACE}/发展和改革委员会"]
    assert len(organizations("", said)) == 1
    assert len(organizations(entry("different", *apart), said)) == 2


def test_the_label_is_what_a_person_says_and_the_old_one_an_alias() -> None:
    text = f'[[label]]\nentity = "{EDUCATION}"\nlabel = "云溪市教育体育局"\n'
    found = organizations(text, TWO_NAMES)
    assert "云溪市教育局" in found["云溪市教育体育局"].aliases


def test_a_label_holds_for_those_that_are_the_same() -> None:
    text = entry("same", SHORT, LONG) + f'[[label]]\nentity = "{SHORT}"\nlabel = "云溪市数据中心"\n'
    assert "云溪市数据中心" in organizations(text, TWO_NAMES)


def test_a_decision_on_what_is_not_stored_waits_and_is_told() -> None:
    elsewhere = "organization/示范省%2F丹枫市/教育局"
    identity = Identity([TWO_NAMES], parse_decisions(entry("different", elsewhere, EDUCATION), "f"))
    assert [note.split(":")[0] for note in identity.notes()] == [elsewhere]
    assert Identity([TWO_NAMES], parse_decisions(entry("different", LONG, EDUCATION), "f")).notes() == []


def test_what_rules_still_join_against_a_decision_is_told() -> None:
    said = plan(
        "a",
        "= 市大数据局总部 市数发局",
        "= 市大数据局总部 市数服局",
        "市数发局 leads 甲",
        "市数服局 leads 乙",
    )
    apart = (SHORT, f"organization/{PLACE}/数服局")
    notes = Identity([said], parse_decisions(entry("different", *apart), "f")).notes()
    assert len(notes) == 1
    assert "规则仍视为一个" in notes[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same = [", "f: 不是合法的 TOML"),
        ("[[joined]]\nentities = []", "没有 \\[\\[joined\\]\\]"),
        ("same = 3", "same 须写作"),
        (entry("same", SHORT), r"f:1 \[\[same\]\]: entities 须列出至少两个"),
        ('[[same]]\nentities = "甲"', "entities 须列出至少两个"),
        (entry("same", SHORT, SHORT), "同一实体写了两次"),
        ("\n" + entry("same", SHORT, "阳江市科技局"), r"f:2 \[\[same\]\]: 不是实体标识"),
        (entry("same", SHORT, "organization/"), "不是实体标识"),
        (entry("same", SHORT, "statement/甲"), "不是实体标识"),
        (entry("same", SHORT, "person/甲"), "实体种类不同"),
        ('[[same]]\nentity = "甲"', "须有且仅有"),
        (f'[[label]]\nentity = "{SHORT}"\nlabel = " "', "label 须为非空文字"),
        (entry("same", SHORT, LONG) + entry("different", LONG, SHORT), r"f:3 \[\[different\]\]: 与 f:1"),
        (
            entry("same", SHORT, LONG)
            + entry("same", LONG, EDUCATION)
            + entry("different", EDUCATION, SHORT),
            "矛盾",
        ),
        (
            f'[[label]]\nentity = "{SHORT}"\nlabel = "甲"\n[[label]]\nentity = "{SHORT}"\nlabel = "乙"\n',
            "名称不同",
        ),
    ],
)
def test_decisions_that_cannot_hold_are_refused_with_their_place(text: str, message: str) -> None:
    with pytest.raises(IdentityRefused, match=message):
        parse_decisions(text, "f")


def test_a_circle_of_the_same_is_one_thing() -> None:
    text = entry("same", SHORT, LONG) + entry("same", LONG, EDUCATION) + entry("same", EDUCATION, SHORT)
    assert len(organizations(text, TWO_NAMES)) == 1


@given(st.lists(st.text(alphabet="甲乙/%# .", min_size=1, max_size=4), min_size=1, max_size=3))
def test_the_id_of_an_entity_leads_back_to_it(parts: list[str]) -> None:
    key = Key("Project", tuple(parts))
    assert key_of_id(entity_id(iri_of(key))) == key
    assert key_of_id(iri_of(key)) == key


TEXTS = {
    "one": f"# {YUNXI} 甲方案\n市数发局 leads 甲\n市教育局 leads 乙\n",
    "two": f"# {YUNXI} 乙方案\n市大数据发展服务局 leads 丙\n市数发局 cooperates 丁\n",
    "three": "# 示范省/丹枫市 丙方案\n市数发局 leads 戊\n",
}


def dump(folder: Path) -> bytes:
    with Store(folder) as store:
        return store.dump()


def test_a_decision_taken_back_leaves_no_trace(build: Callable[..., KnowledgeGraph]) -> None:
    folder = build(**TEXTS).store.folder
    before = dump(folder)
    (folder / IDENTITY_FILE).write_text(entry("same", SHORT, LONG), encoding="utf-8")
    assert build_store(folder, []).graphs_written == 3
    decided = dump(folder)
    assert decided != before
    (folder / IDENTITY_FILE).write_text("", encoding="utf-8")
    build_store(folder, [])
    assert dump(folder) == before


def test_history_changes_nothing(notes: None, tmp_path: Path) -> None:
    """Files read one by one in any order, the decision before or after them: the same graph."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    dumps = set()
    for seed in range(4):
        folder = tmp_path / f"store-{seed}"
        folder.mkdir()
        steps = [*TEXTS, "decide"]
        random.Random(seed).shuffle(steps)
        for step in steps:
            if step == "decide":
                (folder / IDENTITY_FILE).write_text(entry("same", SHORT, LONG), encoding="utf-8")
            else:
                build_store(folder, [tmp_path / f"{step}.txt"])
        build_store(folder, [])
        dumps.add(dump(folder))
    assert len(dumps) == 1


def test_a_build_with_decisions_that_cannot_hold_changes_nothing(
    build: Callable[..., KnowledgeGraph],
) -> None:
    folder = build(**TEXTS).store.folder
    before = dump(folder)
    (folder / IDENTITY_FILE).write_text(entry("same", SHORT), encoding="utf-8")
    with pytest.raises(IdentityRefused):
        build_store(folder, [])
    assert dump(folder) == before


def test_no_decisions_are_the_usual_case(tmp_path: Path) -> None:
    from govgraph.identity_decisions import read_decisions

    assert read_decisions(tmp_path / IDENTITY_FILE) == Decisions()
