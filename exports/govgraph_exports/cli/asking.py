"""The commands `govgraph ask …`, made from the declarations of the questions."""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from govgraph_exports.cli.answering import show_answer
from govgraph_exports.cli.blocks import question_blocks
from govgraph_exports.cli.completing import Completer, complete_choice, complete_names
from govgraph_exports.cli.options import JsonOption, StoreOption, suggest

if TYPE_CHECKING:
    from govgraph.questions import Parameter, Question


class AskGroup(TyperGroup):
    """A group that makes its commands when one is called for: the declarations come with all of govgraph."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The questions in the order of their declarations, then the commands that were written by hand."""
        return list(dict.fromkeys([*_commands(), *super().list_commands(ctx)]))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or None."""
        for name, command in _commands().items():
            self.commands.setdefault(name, command)
        return super().get_command(ctx, cmd_name)


@cache
def _commands() -> dict[str, Any]:
    """The command of each question, by name."""
    from govgraph.questions import QUESTIONS

    group = typer.Typer()
    group.callback()(lambda: None)  # so that it is a group even of one command
    for question in QUESTIONS.values():
        example = f"例 Example:  govgraph ask {question.name} {question.example}"
        group.command(question.name, epilog=example, help=f"{question.zh} · {question.en}.")(
            _command(question)
        )
    return dict(typer.main.get_group(group).commands)


def _command(question: Question) -> Callable[..., None]:
    """A function whose parameters are those of the question, which is all that typer looks at."""

    def run(**given: Any) -> None:
        store, as_json = given.pop("store"), given.pop("as_json")
        show_answer(
            store, as_json, lambda graph: graph.ask(question.name, **given), question_blocks(question)
        )
        names = [given[one.name] for one in question.parameters if one.argument and one.kind == "entity"]
        if any(names):
            suggest(f"view graph {shlex.quote(names[0])} -o view.html", "画成图 Draw it", store, as_json)

    parameters = [
        *map(_parameter, question.parameters),
        _keyword("store", StoreOption, None),
        _keyword("as_json", JsonOption, False),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def _parameter(declared: Parameter) -> inspect.Parameter:
    told = f"{declared.zh} · {declared.en}"
    if declared.choices:
        told += f" [{' '.join(declared.choices)}]"
    if declared.argument:
        annotation: Any = Annotated[
            str | None, typer.Argument(help=told, autocompletion=_completer(declared))
        ]
    else:
        flag, metavar = f"--{declared.name.replace('_', '-')}", _METAVARS[declared.kind]
        option = typer.Option(flag, metavar=metavar, help=told, autocompletion=_completer(declared))
        annotation = Annotated[str | None, option]
    return _keyword(declared.name, annotation, inspect.Parameter.empty if declared.required else None)


def _completer(declared: Parameter) -> Completer | None:
    """What the shell offers for the parameter."""
    if declared.choices:
        return complete_choice(declared.choices)
    return complete_names(declared.classes) if declared.classes else None


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


_METAVARS = {
    "entity": "NAME",
    "named": "WORDS",
    "keyword": "WORDS",
    "text": "TEXT",
    "number": "NUMBER",
    "date": "DATE",
    "start": "DATE",
    "choice": "CHOICE",
}
