from __future__ import annotations

from exports.facts_examples import fact, value_fact
from govgraph_exports.facts.columns import tabulate


def test_every_row_has_one_cell_for_each_column() -> None:
    table = tabulate([fact(value=14.3, unit="万个"), value_fact("云府〔2024〕12号")])
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_qualifiers_are_columns_of_their_own_and_nothing_is_lost() -> None:
    extended = fact(value=14.3, unit="万个")
    extended["source"]["page"] = 7
    table = tabulate([extended, value_fact("云府〔2024〕12号")])
    first, second = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (first["qualifiers.value"], first["qualifiers.unit"], first["source.page"]) == (14.3, "万个", 7)
    assert first["subject.aliases"] == "市科技局；云溪市科学技术局"
    assert (second["object.value"], second["object.label"]) == ("云府〔2024〕12号", None)


def test_columns_do_not_depend_on_the_order_of_facts() -> None:
    facts = [fact(unit="万个"), fact(value=1), fact(due="2025")]
    assert tabulate(facts).columns == tabulate(reversed(facts)).columns


def test_a_qualifier_named_text_does_not_hide_the_sentence() -> None:
    table = tabulate([fact(text="〔市科技局牵头〕") | {"qualifiers": {"text": "显著提高"}}])
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["qualifiers.text"], row["source.text"]) == ("显著提高", "〔市科技局牵头〕")
