from __future__ import annotations

import pytest

from govgraph_loaders.damage.characters import find_characters
from govgraph_loaders.damage.mending import FILLER, mend
from govgraph_ontology.vocabulary import load_vocabulary


def kinds(text: str) -> list[str]:
    return [fault.kind for fault in find_characters(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("⼀⽅水土", "一方水土"),
        ("⼈⺠政府", "人民政府"),
        ("来\uf9e8", "来裡"),
        ("市科技局丶市财政局", "市科技局、市财政局"),
        ("﹙市财政局牵头﹚", "（市财政局牵头）"),
        ("❲市财政局牵头❳", "〔市财政局牵头〕"),
        ("≪云溪市绿道条例≫", "《云溪市绿道条例》"),
        ("责任单位∶市水利局", "责任单位：市水利局"),
    ],
)
def test_signs_that_look_like_a_word_or_a_mark_are_read_as_it(text: str, read: str) -> None:
    assert mend(text).text == read
    assert set(kinds(text)) == {"damage.sign"}


@pytest.mark.parametrize(
    "text", ["推进①农田水利", "5㎡", "Ⅱ类水质", "﨑", "龘", "——2024年", "“十四五”·规划", "℃"]
)
def test_signs_that_are_written_so_stay(text: str) -> None:
    assert kinds(text) == []


def test_a_mark_is_one_character_and_none_is_mended_into_another_damaged_one() -> None:
    marks = load_vocabulary("damage")["signs"]["marks"]
    assert all(len(pair) == 2 for pair in marks)
    assert not {pair[0] for pair in marks} & {pair[1] for pair in marks}
    assert len({pair[0] for pair in marks}) == len(marks)


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\ufe0f", "\x07", "\u202d\u202c", "\U000e0100"])
def test_what_has_no_width_is_dropped(hidden: str) -> None:
    text = f"市科{hidden}技局"
    assert kinds(text) == ["damage.invisible"]
    assert mend(text).text == f"市科{FILLER * len(hidden)}技局"


@pytest.mark.parametrize("lost", ["\ue123", "\ufffd", "\ufffd\ufffd", "锟斤拷"])
def test_a_lost_character_is_flagged_and_never_guessed(lost: str) -> None:
    text = f"市{lost}技局"
    (fault,) = find_characters(text)
    assert (fault.kind, fault.start, fault.end, fault.reading) == ("damage.lost", 1, 1 + len(lost), None)
    assert mend(text).text == text


def test_a_bullet_of_a_symbol_font_before_a_line_is_dropped() -> None:
    text = "一、任务\n \uf0b7建设绿道"
    assert mend(text).text == f"一、任务\n {FILLER}建设绿道"
