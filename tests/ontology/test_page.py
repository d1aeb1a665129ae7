from pathlib import Path

import pytest

from fresh_python import outputs_by_seed
from govgraph_ontology import page
from govgraph_ontology.governance import all_terms, local_name
from govgraph_ontology.terms import GOV

STORED = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_stored_page_is_fresh() -> None:
    assert page.main(["--check", str(STORED)]) == 0


def test_stale_page_fails_the_check_and_says_how_to_mend_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "ontology.md"
    assert page.main(["--check", str(stale)]) == 1
    stale.write_text(page.render() + " ", encoding="utf-8")
    assert page.main(["--check", str(stale)]) == 1
    assert "python -m govgraph_ontology.page >" in capsys.readouterr().err


def test_page_names_every_term() -> None:
    text = page.render()
    for term in all_terms():
        if term != GOV.Qualifier:
            assert f"`gov:{local_name(term)}`" in text, term


def test_every_row_of_a_table_has_the_cells_of_its_head() -> None:
    for table in page.render().split("\n\n"):
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len({row.count(" |") for row in rows}) <= 1


def test_page_is_printed_in_utf8_whatever_the_terminal(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert page.main([]) == 0
    assert capsysbinary.readouterr().out.decode("utf-8") == page.render()


def test_page_does_not_depend_on_the_hash_seed() -> None:
    assert outputs_by_seed("-m", "govgraph_ontology.page") == {page.render().encode("utf-8")}
