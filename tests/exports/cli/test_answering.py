from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from exports.commands import invoke
from govgraph.questions import QUESTIONS

BUREAU = "云溪市民政局"
UNANSWERED = {"promise"}
"""What the samples do not answer: none reports a result for the year of a target of another."""


def test_leads_prints_tasks_partners_sentences_and_places(store: Path) -> None:
    done = invoke("ask", "leads", BUREAU, "--store", store)
    assert done.exit_code == 0
    assert "新建改建社区食堂" in done.stdout
    assert "云溪市财政局" in done.stdout
    assert "牵头单位：市民政局" in done.stdout
    assert "yunxi-gazette-2024-03.txt" in done.stdout


def test_answers_go_to_stdout_and_words_to_stderr(store: Path) -> None:
    done = invoke("ask", "leads", BUREAU, "--json", "--store", store)
    rows = json.loads(done.stdout)
    assert {row["bureau"] for row in rows} == {BUREAU}
    assert done.stderr == ""


def test_leads_without_a_name_answers_for_all(store: Path) -> None:
    rows = json.loads(invoke("ask", "leads", "--json", "--store", store).stdout)
    assert len({row["bureau"] for row in rows}) > 5


def test_an_ambiguous_name_lists_who_bears_it_with_places(store: Path) -> None:
    done = invoke("ask", "leads", "教育局", "--store", store)
    assert done.exit_code == 0
    rows = {tuple(line.split()) for line in done.stdout.splitlines()}
    assert {label for label, _ in rows} == {"云溪市教育局", "青禾县教育局"}
    assert all(place.rsplit("/")[-1] in label for label, place in rows)
    assert "ask again" in done.stderr


def test_an_ambiguous_name_is_json_too(store: Path) -> None:
    answer = json.loads(invoke("ask", "tasks", "教育局", "--json", "--store", store).stdout)
    assert {"云溪市教育局", "青禾县教育局"} <= {found["label"] for found in answer["candidates"]}


def test_an_unknown_name_suggests_near_ones(store: Path) -> None:
    done = invoke("ask", "leads", "云溪市民证局", "--store", store)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert BUREAU in done.stderr
    assert "您是不是要找 (did you mean)" in done.stderr


def test_nothing_found_is_exit_status_1(store: Path) -> None:
    done = invoke("ask", "who", "量子计算机", "--store", store)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Nothing found" in done.stderr


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_example_in_the_help_of_every_question_is_answered_from_the_samples(
    question: str, store: Path
) -> None:
    example = shlex.split(QUESTIONS[question].example)
    assert f"ask {question} {example[0]}" in invoke("ask", question, "--help").stdout
    done = invoke("ask", question, *example, "--store", store)
    assert done.exit_code == (1 if question in UNANSWERED else 0), done.stderr
    assert "出处" in done.stdout or "--json" in example or question in UNANSWERED


def test_a_date_that_is_none_is_exit_status_2(store: Path) -> None:
    done = invoke("ask", "targets", "--by", "明年", "--store", store)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "2025-06" in done.stderr


def test_who_groups_bodies_under_their_task(store: Path) -> None:
    done = invoke("ask", "who", "社区食堂", "--store", store)
    assert done.stdout.startswith("新建改建社区食堂")
    assert "牵头：云溪市民政局" in done.stdout


def test_sparql_gives_a_table_and_knows_the_prefixes(store: Path, tmp_path: Path) -> None:
    query = f'SELECT ?task WHERE {{ ?who skos:prefLabel "{BUREAU}" ; gov:leads/skos:prefLabel ?task }}'
    (tmp_path / "tasks.rq").write_text(query, encoding="utf-8")
    typed = invoke("query", query, "--json", "--store", store)
    from_file = invoke("query", "-f", tmp_path / "tasks.rq", "--json", "--store", store)
    leads = json.loads(invoke("ask", "leads", BUREAU, "--json", "--store", store).stdout)
    assert sorted(row["task"] for row in json.loads(typed.stdout)) == sorted(row["task"] for row in leads)
    assert sorted(typed.stdout) == sorted(from_file.stdout)


@pytest.mark.parametrize(
    "arguments", [(), ("ASK {}", "-f", "x.rq"), ("SELECT",), ("SELECT * { SERVICE <http://a/> {} }",)]
)
def test_a_query_that_cannot_be_asked_is_exit_status_2(arguments: tuple[str, ...], store: Path) -> None:
    done = invoke("query", *arguments, "--store", store)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr


def test_explain_shows_the_sentence_with_the_words_around_it(store: Path) -> None:
    done = invoke("explain", BUREAU, "--store", store)
    assert done.exit_code == 0
    assert "新建改建社区食堂" in done.stdout
    assert "上下文" in done.stdout


def test_a_folder_without_a_store_is_exit_status_3_and_names_the_mend(tmp_path: Path) -> None:
    done = invoke("ask", "leads", "--store", tmp_path)
    assert done.exit_code == 3
    assert "govgraph build" in done.stderr


def test_the_store_may_come_from_the_environment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE", str(store))
    assert invoke("ask", "leads", BUREAU).exit_code == 0
