"""The questions that govgraph answers by itself: each a commented SPARQL file and a declaration.

The files in `queries` run as they are, in any engine, over everything. To ask about something, the VALUES of
a parameter's slot, which says UNDEF (or the empty keyword), is given its terms, and lines that begin with
`#[parameter]` are taken in. `questions.toml` declares columns and parameters; the command line is made
from it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from govgraph_ontology.errors import QueryRefused, UnknownName

Kind = Literal["entity", "named", "keyword", "text", "number", "date", "start", "choice"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that may be given to a question; `questions.toml` says what each field means."""

    name: str
    slot: str
    kind: Kind
    zh: str
    en: str
    classes: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    factor: int = 1
    narrows: str = ""
    among: tuple[str, ...] = ()
    needs: str = ""
    required: bool = False
    argument: bool = False

    @property
    def open_slot(self) -> str:
        """The VALUES of the query as it stands where nothing is given."""
        return f"VALUES ?{self.slot} {{ {_EMPTY if self.kind == 'keyword' else _ANY} }}"

    def filled(self, terms: Sequence[str]) -> str:
        """The VALUES with these terms, written as in SPARQL."""
        return f"VALUES ?{self.slot} {{ {' '.join(terms)} }}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is declared; `questions.toml` says what each field means."""

    name: str
    zh: str
    en: str
    example: str
    columns: tuple[str, ...]
    headline: str
    entry: str
    below: tuple[str, ...]
    lists: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()

    @property
    def selected(self) -> tuple[str, ...]:
        """The variables that the query gives."""
        return (*self.columns, "statements")

    def parameter(self, name: str) -> Parameter:
        """The parameter with this name. Raises QueryRefused, which lists those that there are."""
        for found in self.parameters:
            if found.name == name:
                return found
        known = ", ".join(found.name for found in self.parameters) or "-"
        raise QueryRefused(f"{self.name} 没有参数 {name!r}，可用的有 (no such parameter; there are): {known}")

    def text(
        self,
        given: Mapping[str, Sequence[str]] | None = None,
        narrowed: Mapping[str, Sequence[str]] | None = None,
    ) -> str:
        """The SPARQL of the question; `given`: by parameter the terms that fill its slot.

        `narrowed`: by variable the terms among which its values are; the query still tells which.
        Raises ValueError where the file lacks a slot: a fault of the file.
        """
        text = (files("govgraph") / "queries" / f"{self.name}.rq").read_text(encoding="utf-8")
        for name, terms in (given or {}).items():
            parameter = self.parameter(name)
            if parameter.open_slot not in text:
                raise ValueError(f"{self.name}.rq has no {parameter.open_slot}")
            text = text.replace(parameter.open_slot, parameter.filled(terms))
            text = text.replace(f"#[{name}] ", "")
        for slot, terms in (narrowed or {}).items():
            text = text.replace(f"VALUES ?{slot} {{ {_ANY} }}", f"VALUES ?{slot} {{ {' '.join(terms)} }}")
        return text


def get_question(name: str) -> Question:
    """The question with this name. Raises UnknownName, which lists them all."""
    if name not in QUESTIONS:
        known = ", ".join(QUESTIONS)
        raise UnknownName(f"没有问题 {name!r}，可用的有 (no such question; there are): {known}")
    return QUESTIONS[name]


_ANY, _EMPTY = "UNDEF", '""'


def _read(cls: type, table: Mapping[str, Any]) -> Any:
    """A declaration as an object of `cls`; a key that it does not have, or lacks, is an error."""
    unknown = table.keys() - {field.name for field in fields(cls)}
    if unknown:
        raise ValueError(f"questions.toml: {table['name']} has unknown keys {sorted(unknown)}")
    return cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in table.items()})


def _question(name: str, table: Mapping[str, Any]) -> Question:
    parameters = [_read(Parameter, one) for one in table.get("parameters", ())]
    found: Question = _read(Question, {**table, "name": name, "parameters": parameters})
    return found


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        name: _question(name, table)
        for name, table in tomllib.loads(
            (files("govgraph") / "questions.toml").read_text(encoding="utf-8")
        ).items()
    }
)
"""Every question, by name, in the order of the file."""
