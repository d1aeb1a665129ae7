from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph import terms
from govgraph_loaders.statements import Scalar
from govgraph_ontology import terms as vocabulary  # XSD itself would be collected as a test class


@pytest.mark.parametrize(
    ("value", "datatype", "written"),
    [
        (14.3, vocabulary.XSD.decimal, "14.3"),
        (20.0, vocabulary.XSD.decimal, "20"),
        (143000, vocabulary.XSD.decimal, "143000"),
        ("2025", vocabulary.XSD.date, "2025-12-31"),
        ("2024-02", vocabulary.XSD.date, "2024-02-29"),
        (True, vocabulary.XSD.boolean, "true"),
        (2024, vocabulary.XSD.integer, "2024"),
        ("万个", vocabulary.XSD.string, "万个"),
    ],
)
def test_values_become_literals_of_their_type(value: Scalar, datatype: str, written: str) -> None:
    literal = terms.typed(value, str(datatype))
    assert (literal.value, literal.datatype.value) == (written, str(datatype))


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        (True, vocabulary.XSD.decimal),
        ("14", vocabulary.XSD.decimal),
        (1, vocabulary.XSD.boolean),
        ("2025年", vocabulary.XSD.date),
        (float("nan"), vocabulary.XSD.decimal),
    ],
)
def test_a_value_of_another_type_is_refused(value: Scalar, datatype: str) -> None:
    with pytest.raises(ValueError):
        terms.typed(value, str(datatype))


def test_a_truth_value_is_not_taken_for_the_number_that_equals_it() -> None:
    assert terms.typed(1, str(vocabulary.XSD.decimal)).value == "1"
    with pytest.raises(ValueError):
        terms.typed(True, str(vocabulary.XSD.decimal))


@given(st.one_of(st.integers(-(10**12), 10**12), st.decimals(-(10**9), 10**9, places=4).map(float)))
def test_numbers_come_back_as_they_went_in(number: float) -> None:
    literal = terms.typed(number, str(vocabulary.XSD.decimal))
    assert terms.plain(literal.value, literal.datatype.value) == number
