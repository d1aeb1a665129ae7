from __future__ import annotations

import pytest
from rdflib import Literal
from rdflib.collection import Collection

from govgraph_ontology.codes import code_before, code_label, code_unit
from govgraph_ontology.governance import shapes_graph
from govgraph_ontology.schema import QUALIFIERS
from govgraph_ontology.terms import SH
from govgraph_ontology.vocabulary import load_vocabulary

CODES = load_vocabulary("codes")


def codes_of_shapes() -> dict[str, set[str]]:
    """By qualifier the values that the shapes allow, where they are codes and no Chinese words."""
    shapes = shapes_graph()
    found: dict[str, set[str]] = {}
    for name, qualifier in QUALIFIERS.items():
        for node in shapes.subjects(SH.path, qualifier.iri):
            for listed in shapes.objects(node, SH["in"]):
                values = {str(value) for value in Collection(shapes, listed) if isinstance(value, Literal)}
                found.setdefault(name, set()).update(value for value in values if value.isascii())
    return {name: values for name, values in found.items() if values}


def test_the_codes_are_those_of_the_shapes() -> None:
    assert {name: set(codes) for name, codes in CODES.items()} == codes_of_shapes()


@pytest.mark.parametrize(("qualifier", "code"), [(name, code) for name in CODES for code in CODES[name]])
def test_every_code_has_a_label_that_is_no_code(qualifier: str, code: str) -> None:
    assert code_label(qualifier, code) not in ("", code)
    assert not code_label(qualifier, code).isascii()


@pytest.mark.parametrize("qualifier", CODES)
def test_no_two_codes_share_a_label(qualifier: str) -> None:
    labels = [code_label(qualifier, code) for code in CODES[qualifier]]
    assert len(labels) == len(set(labels))


def test_what_is_no_code_is_itself() -> None:
    assert code_label("period", "2024—2026年") == "2024—2026年"
    assert code_label("stage", "increase") == "increase"
    assert code_before("change", "") == code_unit("change", "increase") == ""


def test_before_a_number_stands_another_word_where_one_fits_better() -> None:
    assert code_before("change", "increase") == "增加"
    assert code_before("comparator", "=") == ""
    assert (code_before("change", "multiple"), code_unit("change", "multiple")) == ("为原来的", "倍")
