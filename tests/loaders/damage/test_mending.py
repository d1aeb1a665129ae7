from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.damage.mending import FILLER, mend
from govgraph_loaders.damage.spam import office_in_place
from govgraph_loaders.statements import Reference
from govgraph_ontology.vocabulary import load_vocabulary
from loaders.damage.damaging import DAMAGE, SAMPLES, damaged, sample
from loaders.papers import extraction_of, layout_of
from loaders.strategies import SNIPPETS, chinese_text, genre_text, plain_line

JUNK = [
    "进一步进一步",
    "关于关于",
    " the ",
    " and ",
    " development ",
    "加微信vx88668领取优惠",
    "大发快三开户",
    "— 12 —",
    "【打印】【关闭】",
    "⼀⽅",
    "\ue123",
    "\ufffd",
    "\u2060",
    "2023111前",
    "〔20238号",
]

damaged_text = st.lists(st.sampled_from([*SNIPPETS, *JUNK, "\n", "\n\n"]), max_size=16).map("".join)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_text_without_damage_comes_back_as_it_is(name: str) -> None:
    text = sample(name)
    mended = mend(text)
    assert mended.text is text
    assert mended.faults == ()


@given(genre_text)
def test_lines_of_documents_in_any_order_have_no_word_mended_but_those_that_lost_something(text: str) -> None:
    allowed = {"damage.invisible", "damage.number", "damage.doubled", "damage.page"}
    assert {fault.kind for fault in mend(text).faults} <= allowed


@given(st.one_of(damaged_text, chinese_text, genre_text, plain_line))
def test_the_mended_text_has_every_character_at_its_place(text: str) -> None:
    mended = mend(text)
    assert len(mended.text) == len(text)
    assert [at for at, character in enumerate(mended.text) if character == "\n"] == [
        at for at, character in enumerate(text) if character == "\n"
    ]
    mending = [fault for fault in mended.faults if fault.reading is not None]
    touched = {at for fault in mending for at in range(fault.start, fault.end)}
    assert all(mended.text[at] == text[at] for at in range(len(text)) if at not in touched)
    assert all(len(fault.reading or "") <= fault.end - fault.start for fault in mended.faults)


@given(damaged_text)
def test_the_clean_view_of_a_damaged_text_maps_back_in_order(text: str) -> None:
    layout = layout_of(text or "云溪市")
    origins = layout.view.origins
    assert all(before < after for before, after in pairwise(origins))
    assert FILLER not in layout.view.text


@given(damaged_text)
def test_evidence_is_an_exact_slice_and_no_name_holds_what_was_dropped_or_put_in(text: str) -> None:
    extraction = extraction_of(text or "云溪市")
    for statement in extraction.statements:
        for party in (statement.subject, statement.object):
            name = party.name if isinstance(party, Reference) else party
            assert FILLER not in name and office_in_place() not in name
    for place in extraction.damage:
        assert (text or "云溪市")[place.evidence.start : place.evidence.end] == place.evidence.text


@pytest.mark.parametrize("kind", DAMAGE)
def test_every_kind_of_damage_has_a_name_and_what_it_costs(kind: str) -> None:
    text, _ = damaged(sample(SAMPLES[0]), kind, 1)
    kinds = load_vocabulary("damage")["kinds"]
    for fault in mend(text).faults:
        assert kinds[fault.kind]["label"] and kinds[fault.kind]["label_en"]
        assert 0 < kinds[fault.kind]["trust"] <= 1


@pytest.mark.parametrize(
    "piece",
    [
        "进一步" * 30_000,
        "市" * 100_000,
        "— 1 " * 25_000,
        "〔2023" * 20_000,
        "加微信" * 30_000,
        "the" * 33_000,
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    assert len(mend(piece).text) == len(piece)
