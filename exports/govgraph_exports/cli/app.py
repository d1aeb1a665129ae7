"""Every command in one list; each lives in the module of its group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from govgraph_exports.cli import (
    answering,
    checking,
    connecting,
    demo,
    doctor,
    identity,
    pages,
    pictures,
    reading,
    writing,
)
from govgraph_exports.cli.asking import AskGroup
from govgraph_exports.cli.failures import CarefulGroup

app = typer.Typer(
    name="govgraph",
    cls=CarefulGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="治理知识图谱：谁牵头、谁配合、何时完成，每条事实都带原文。\n\n"
    "A knowledge graph of governance out of Chinese government documents, every fact with its sentence.",
    epilog="数据写到标准输出，进度和提示写到标准错误。"
    "退出码：0 完成，1 没有找到，2 用法有误，3 输入或库不可用。\n\n"
    "Data on stdout, messages on stderr. "
    "Exit status: 0 done, 1 nothing found, 2 usage, 3 bad input or store.",
)

ask = typer.Typer(
    cls=AskGroup,
    no_args_is_help=True,
    help="提问：牵头、任务、找人 · Ask who leads, what to do, whom to see.",
)
who_is_who = typer.Typer(
    no_args_is_help=True, help="谁是谁：人工认定同一与不同 · Decide what is one thing and what is not."
)
view = typer.Typer(no_args_is_help=True, help="画成网页，离线可看 · Draw as a page that opens offline.")


def _add(group: typer.Typer, name: str, command: Callable[..., None], example: str) -> None:
    group.command(name, epilog=f"例 Example:  govgraph {example}")(command)


_add(app, "build", reading.build, "build 公报/ 计划.txt --store store")
_add(app, "demo", demo.demo, "demo -o demo")
_add(ask, "path", connecting.path, "ask path 市科技局 市教育局")
_add(ask, "brokers", connecting.brokers, "ask brokers --district 云溪市")
app.add_typer(ask, name="ask")
_add(app, "query", answering.query, "query 'SELECT ?task WHERE { ?who gov:leads/skos:prefLabel ?task }'")
_add(app, "explain", answering.explain, "explain 新建改建社区食堂")
_add(app, "facts", writing.facts, "facts -o facts.csv")
_add(view, "graph", pictures.view_graph, "view graph 市科技局 -o view.html")
_add(view, "cooperation", pictures.view_cooperation, "view cooperation 云溪市 -o cooperation.html")
_add(view, "source", pages.view_source, "view source yunxi-gazette-2024-03.txt -o source.html")
_add(view, "matrix", pages.view_matrix, "view matrix 云溪市 -o matrix.html")
_add(view, "timeline", pages.view_timeline, "view timeline 云溪市 --on 2024-11-01 -o timeline.html")
_add(view, "load", pages.view_load, "view load 云溪市 -o load.html")
_add(view, "indicators", pages.view_indicators, "view indicators 云溪市 -o indicators.html")
_add(view, "flow", pages.view_flow, "view flow 云溪市 -o flow.html")
app.add_typer(view, name="view")
_add(app, "report", pages.report, "report 云溪市 -o report.html")
_add(app, "export", writing.export, "export -o graph.ttl")
_add(app, "stats", checking.stats, "stats --json")
_add(app, "validate", checking.validate, "validate")
_add(app, "rejected", checking.rejected, "rejected")
_add(app, "doctor", doctor.doctor, "doctor --json")
_add(app, "remove", reading.remove, "remove 计划.txt")
_add(who_is_who, "review", identity.review, "identity review")
_add(who_is_who, "same", identity.same, "identity same 市数发局 市大数据发展服务局")
_add(who_is_who, "different", identity.different, "identity different 市金融局 市金融工作服务局")
_add(who_is_who, "rename", identity.rename, "identity rename 市数发局 云溪市大数据局")
_add(who_is_who, "forget", identity.forget, "identity forget 市数发局 市大数据发展服务局")
app.add_typer(who_is_who, name="identity")


def _show_version(wanted: bool) -> None:
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    from govgraph_exports.cli.streams import write_data

    try:
        write_data(f"govgraph {version('govgraph')}")
    except PackageNotFoundError:
        write_data("govgraph （源码，未安装 from source, not installed）")
    raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", help="版本 · show the version", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """What stands before the command."""
