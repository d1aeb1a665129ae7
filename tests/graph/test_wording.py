from __future__ import annotations

import pytest

from govgraph.result import Cell
from govgraph.wording import cell_words, qualifier_words, relation_label, type_label


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("change", "increase", "增加"),
        ("comparator", ">=", "≥"),
        ("period", "quarter", "每季度"),
        ("period", "2024—2026年", "2024—2026年"),
        ("relation", "leads", "牵头"),
        ("relation", "被…引用", "被…引用"),
        ("task", "increase", "increase"),
        ("achieved", True, "是"),
        ("reached", False, "否"),
        ("value", 14.3, "14.3"),
        ("due", None, ""),
    ],
)
def test_a_cell_reads_as_people_say_it(column: str, cell: Cell, words: str) -> None:
    assert cell_words(column, cell) == words


def test_qualifiers_stand_in_the_order_of_the_ontology_and_unknown_ones_last() -> None:
    said = {"zeta": 1, "change": "decrease", "alpha": True, "value": 3}
    assert qualifier_words("hasTarget", said) == [
        ("数值", "3"),
        ("变化方式", "减少"),
        ("alpha", "是"),
        ("zeta", "1"),
    ]
    assert qualifier_words("unheardOf", {"value": 3}) == [("value", "3")]


def test_names_that_the_ontology_lacks_are_themselves() -> None:
    assert (type_label("Task"), type_label("Nothing")) == ("任务", "Nothing")
    assert (relation_label("leads"), relation_label("nothing")) == ("牵头", "nothing")
