from __future__ import annotations

import inspect
import re
import tomllib
from importlib.resources import files

import pytest

from govgraph.asking import Asking
from govgraph.questions import QUESTIONS, get_question
from govgraph_ontology.errors import QueryRefused, UnknownName
from govgraph_ontology.schema import CLASSES, get_relation

_SELECTED = re.compile(r"(?:AS )?\?(\w+)\)?")


def selected(text: str) -> list[str]:
    """The variables that a query gives, in order."""
    head = text[text.index("SELECT") : text.index("\nWHERE {")]
    return [
        name
        for line in head.removeprefix("SELECT").splitlines()
        for name in ([line.rsplit("?", 1)[1].rstrip(") ")] if " AS ?" in line else _SELECTED.findall(line))
    ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_file_explains_itself_in_both_languages(question: str) -> None:
    head = get_question(question).text().splitlines()[:2]
    assert head[0].startswith("# ") and not head[0].isascii()
    assert head[1].startswith("# ") and head[1].isascii()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_query_gives_the_declared_columns_and_the_statements(question: str) -> None:
    declared = get_question(question)
    assert selected(declared.text()) == [*declared.columns, "statements"]
    assert {"sentence", "source", "line"} <= set(declared.columns)
    assert {*declared.lists, *declared.below} <= set(declared.columns)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_parameter_has_its_slot_and_known_classes(question: str) -> None:
    declared = get_question(question)
    for parameter in declared.parameters:
        assert parameter.filled(["1"]) in declared.text({parameter.name: ["1"]})
        assert set(parameter.classes) <= set(CLASSES)
        assert bool(parameter.classes) == (parameter.kind in {"entity", "named"})
        assert bool(parameter.choices) == (parameter.kind == "choice")


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_method_takes_what_is_declared(question: str) -> None:
    declared = get_question(question)
    taken = list(inspect.signature(getattr(Asking, question)).parameters.values())[1:]
    assert [one.name for one in taken] == [one.name for one in declared.parameters]
    assert [one.default is one.empty for one in taken] == [one.required for one in declared.parameters]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_column_has_a_heading_of_its_own(question: str) -> None:
    headings = tomllib.loads((files("govgraph") / "headings.toml").read_text(encoding="utf-8"))
    columns = get_question(question).columns
    assert len({headings[column] for column in columns}) == len(columns)


def test_the_roles_are_called_as_the_ontology_calls_them() -> None:
    for question in ("tasks", "who"):
        for name in ("leads", "responsible", "cooperates", "implements", "oversees"):
            assert f'(gov:{name} "{get_relation(name).label_zh}" ' in get_question(question).text()


def test_an_unknown_question_or_parameter_lists_those_that_there_are() -> None:
    with pytest.raises(UnknownName, match="leads, tasks, who"):
        get_question("leeds")
    with pytest.raises(QueryRefused, match="name"):
        get_question("leads").parameter("bureau")
