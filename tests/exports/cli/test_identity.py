from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from exports.commands import invoke
from govgraph_loaders import extraction as rules
from graph.plain_notes import read_notes

TEXT = """# 示范省/云溪市 云溪市数据方案
市数发局 leads 甲
市大数据发展服务局 leads 乙
市教育局 leads 丙
# 示范省/丹枫市 丹枫市数据方案
市教育局 leads 丁
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rules, "extract_source", read_notes)
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert invoke("build", path, "--store", tmp_path / "store").exit_code == 0
    return tmp_path / "store"


def bureaus(store: Path) -> int:
    done = invoke("stats", "--json", "--store", store)
    return int(json.loads(done.stdout)["entities"]["Organization"])


def nquads(store: Path, tmp_path: Path) -> bytes:
    path = tmp_path / "out.nq"
    assert invoke("export", "-o", path, "--store", store).exit_code == 0
    return path.read_bytes()


def test_review_lists_pairs_with_their_sentences(store: Path) -> None:
    done = invoke("identity", "review", "--json", "--store", store)
    (found,) = json.loads(done.stdout)
    assert found["rule"] == "short"
    assert {one["label"] for one in found["entities"]} == {"云溪市数发局", "云溪市大数据发展服务局"}
    assert any("plan.txt:2 市数发局 leads 甲" in line for line in found["evidence"])


def test_review_without_a_terminal_lists_and_asks_nothing(store: Path) -> None:
    done = invoke("identity", "review", "--store", store)
    assert done.exit_code == 0
    assert "云溪市数发局" in done.stdout
    assert not (store / "identity.toml").exists()


@pytest.mark.parametrize(("answer", "table", "left"), [("y", "same", 3), ("n", "different", 4), ("s", "", 4)])
def test_review_writes_what_the_person_answers(
    store: Path, monkeypatch: pytest.MonkeyPatch, answer: str, table: str, left: int
) -> None:
    monkeypatch.setattr("govgraph_exports.cli.identity._is_asked", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert invoke("identity", "review", "--store", store).exit_code == 0
    assert bureaus(store) == left
    path = store / "identity.toml"
    assert path.exists() == bool(table)
    if table:
        text = path.read_text(encoding="utf-8")
        assert f"[[{table}]]" in text
        assert "plan.txt:2 市数发局 leads 甲" in text
        assert invoke("identity", "review", "--store", store).exit_code == 1


def test_same_joins_at_once_and_forget_restores_every_byte(store: Path, tmp_path: Path) -> None:
    before = nquads(store, tmp_path)
    assert invoke("identity", "same", "市数发局", "市大数据发展服务局", "--store", store).exit_code == 0
    assert bureaus(store) == 3
    assert nquads(store, tmp_path) != before
    assert invoke("identity", "same", "市数发局", "市大数据发展服务局", "--store", store).exit_code == 0
    assert invoke("identity", "forget", "市数发局", "市大数据发展服务局", "--store", store).exit_code == 0
    assert nquads(store, tmp_path) == before
    assert invoke("identity", "forget", "市数发局", "--store", store).exit_code == 1


def test_different_contradicting_same_is_refused(store: Path) -> None:
    invoke("identity", "same", "市数发局", "市大数据发展服务局", "--store", store)
    done = invoke("identity", "different", "市数发局", "市大数据发展服务局", "--store", store)
    assert done.exit_code == 3
    assert "矛盾" in done.stderr


def test_what_the_table_holds_for_one_cannot_be_parted(store: Path) -> None:
    done = invoke("identity", "different", "云溪市教育局", "示范省云溪市教育局", "--store", store)
    assert done.exit_code in {1, 3}


def test_rename_changes_the_label(store: Path) -> None:
    assert invoke("identity", "rename", "市数发局", "云溪市数据局", "--store", store).exit_code == 0
    assert "云溪市数据局" in invoke("ask", "leads", "云溪市数据局", "--store", store).stdout


def test_an_unknown_name_and_an_ambiguous_one_decide_nothing(store: Path) -> None:
    assert invoke("identity", "same", "市没有局", "市数发局", "--store", store).exit_code == 1
    done = invoke("identity", "same", "市教育局", "市数发局", "--store", store)
    assert done.exit_code == 2
    assert "丹枫市教育局" in done.stdout
    assert not (store / "identity.toml").exists()


def test_a_build_takes_decisions_from_a_file(store: Path, tmp_path: Path) -> None:
    invoke("identity", "same", "市数发局", "市大数据发展服务局", "--store", store)
    kept = tmp_path / "team.toml"
    kept.write_bytes((store / "identity.toml").read_bytes())
    other = tmp_path / "other"
    done = invoke("build", tmp_path / "plan.txt", "--store", other, "--identity", kept)
    assert done.exit_code == 0, done.stderr
    assert bureaus(other) == 3
    kept.write_text("[[same]]\nentities = []\n", encoding="utf-8")
    done = invoke("build", tmp_path / "plan.txt", "--store", other, "--identity", kept)
    assert done.exit_code == 3
    assert "team.toml:1" in done.stderr
    assert bureaus(other) == 3


def test_a_decision_that_waits_is_told(store: Path, tmp_path: Path) -> None:
    elsewhere = 'entities = ["organization/示范省%2F青禾市/甲局", "organization/示范省%2F青禾市/乙局"]'
    (store / "identity.toml").write_text(f"[[same]]\n{elsewhere}\n", encoding="utf-8")
    done = invoke("build", tmp_path / "plan.txt", "--store", store)
    assert done.exit_code == 0
    assert "organization/示范省%2F青禾市/甲局" in done.stderr


def test_stdin_decides_whether_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    from govgraph_exports.cli import identity

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert identity._is_asked()


def test_decisions_answer_in_json(store: Path) -> None:
    pair = ("市数发局", "市大数据发展服务局", "--json", "--store", store)
    taken, again, back = (invoke("identity", word, *pair) for word in ("same", "same", "forget"))
    assert json.loads(taken.stdout)["graphs_changed"] > 0
    assert json.loads(again.stdout) == {"graphs_changed": 0, "notes": []}
    assert json.loads(back.stdout)["graphs_changed"] > 0
    none = invoke("identity", "forget", *pair)
    assert (none.exit_code, json.loads(none.stdout)["graphs_changed"]) == (1, 0)
