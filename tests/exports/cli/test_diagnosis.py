from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError
from importlib.resources import files
from pathlib import Path

import pytest

from govgraph_exports.cli import diagnosis
from govgraph_exports.cli.diagnosis import Check, diagnose

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = tomllib.loads((files("govgraph_exports.cli") / "doctor.toml").read_text(encoding="utf-8"))


def _packages(requirements: list[str]) -> set[str]:
    """The names of the packages; extras of govgraph itself are no packages."""
    names = {re.split(r"[<>=\[ ]", requirement)[0] for requirement in requirements}
    return names - {"govgraph"}


def _found(checks: list[Check], name: str) -> Check:
    (check,) = [check for check in checks if check.name == name]
    return check


def test_what_is_looked_for_is_what_the_project_declares() -> None:
    extras = {
        name: _packages(said) for name, said in PROJECT["optional-dependencies"].items() if name != "dev"
    }
    assert {name: set(extra["packages"]) for name, extra in DECLARED["extras"].items()} == extras
    assert set(DECLARED["required"]) == _packages(PROJECT["dependencies"])


def test_an_extra_that_lacks_a_package_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def version(package: str) -> str:
        if package == "pyarrow":
            raise PackageNotFoundError(package)
        return "1.0"

    monkeypatch.setattr(diagnosis, "version", version)
    checks = diagnose(tmp_path / "none")
    parquet = _found(checks, "parquet")
    assert (parquet.state, parquet.found) == ("absent", "缺 lacks pyarrow")
    assert parquet.mend == "pip install 'govgraph[parquet]'"
    assert _found(checks, "pandas").state == "ok"


def test_a_required_package_that_is_missing_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def version(_: str) -> str:
        raise PackageNotFoundError

    monkeypatch.setattr(diagnosis, "version", version)
    checks = diagnose(tmp_path / "none")
    assert {check.state for check in checks if check.name in DECLARED["required"]} == {"broken"}
    assert _found(checks, "govgraph").state == "ok"  # run from its source


def test_libreoffice_is_looked_for_where_the_reader_looks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("GOVGRAPH_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", "")
    assert _found(diagnose(tmp_path / "none"), "LibreOffice").state == "absent"
    monkeypatch.setenv("GOVGRAPH_SOFFICE", "/opt/office")
    assert _found(diagnose(tmp_path / "none"), "LibreOffice").found == "/opt/office"


def test_no_store_yet_is_no_fault(tmp_path: Path) -> None:
    check = _found(diagnose(tmp_path / "none"), str(tmp_path / "none"))
    assert (check.part, check.state) == ("store", "absent")
    assert check.mend.startswith("govgraph build")


def test_a_store_that_is_damaged_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    check = _found(diagnose(tmp_path / "store"), str(tmp_path / "store"))
    assert check.state == "broken"
    assert check.note


def test_a_store_tells_what_it_holds_and_what_older_rules_read(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = [check for check in diagnose(store) if check.part == "store"]
    assert [(check.name, check.state) for check in checks] == [(str(store), "ok")]
    assert "4 个来源 sources" in checks[0].found
    monkeypatch.setattr("govgraph_loaders.extraction.EXTRACTION_VERSION", "newer")
    assert _found(diagnose(store), "rules").found == "4"


def test_sqlite_without_full_text_search_is_slower_and_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("govgraph.phrases.has_full_text", lambda _: False)
    check = _found(diagnose(tmp_path / "none"), "SQLite")
    assert check.state == "absent"
    assert "FTS5" in check.note
