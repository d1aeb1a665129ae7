"""What the shell offers, asked as bash asks: the line before the cursor in an environment variable."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from govgraph_exports.cli.app import app


def _offered(words: str, word: str) -> list[str]:
    """What is offered for `word` after the other words of the line."""
    line = ["govgraph", *words.split(), word]
    asked = {
        "_GOVGRAPH_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(line),
        "COMP_CWORD": str(len(line) - 1),
    }
    done = CliRunner().invoke(app, [], prog_name="govgraph", env=asked)
    assert done.stderr == ""
    return list(filter(None, done.stdout.splitlines()))


@pytest.mark.parametrize(
    ("words", "word", "name"),
    [
        ("ask leads", "云溪市民", "云溪市民政局"),
        ("ask leads", "市民政", "市民政局"),
        ("explain", "新建改建社区", "新建改建社区食堂"),
        ("ask targets --bureau", "云溪市民", "云溪市民政局"),
        ("ask path 云溪市民政局", "云溪市财", "云溪市财政局"),
        ("view matrix", "云溪", "云溪市"),
        ("view graph", "云溪市民", "云溪市民政局"),
        ("view graph --type", "任", "任务"),
        ("view cooperation", "青禾", "青禾县"),
        ("report", "青禾", "青禾县"),
        ("identity same", "云溪市教", "云溪市教育局"),
        ("view source", "yunxi-g", "yunxi-gazette-2024-03.txt"),
        ("remove", "qinghe-g", "qinghe-goals-2023.txt"),
    ],
)
def test_names_of_the_store_are_offered(
    words: str, word: str, name: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(store))
    offered = _offered(words, word)
    assert name in offered
    assert all(one.startswith(word) for one in offered)


def test_only_names_of_what_may_stand_there_are_offered(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(store))
    assert "云溪市民政局" not in _offered("report", "云溪市")
    assert "云溪市民政局" in _offered("explain", "云溪市")
    assert _offered("ask leads", "新建改建社区") == []


def test_the_store_of_the_line_is_asked(store: Path, tmp_path: Path) -> None:
    assert "云溪市民政局" in _offered(f"ask leads --store {store}", "云溪市民")
    assert _offered(f"ask leads --store {tmp_path}", "云溪市民") == []


def test_without_a_word_labels_are_offered(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(store))
    assert "云溪市民政局" in _offered("ask leads", "")
    assert len(_offered("explain", "")) == 100


def test_questions_and_choices_are_offered() -> None:
    assert _offered("ask", "ti") == ["timeline"]
    assert _offered("ask gaps", "un") == ["unled", "undated", "unmeasured", "untasked"]
    assert _offered("ask people --only", "t") == ["tenures"]
