"""Projects of which a clause tells something without a verb before their names.

A、B建成通车; A项目已开工建设; 分别是A、B等15个项目; A项目：总投资…; 对A、B进行整治.
"""

from __future__ import annotations

import re
from functools import cache

from govgraph_loaders.extract.alternations import alternation as either
from govgraph_loaders.extract.project_clauses import NamedProject
from govgraph_loaders.extract.project_lists import items, shared_name, trimmed
from govgraph_loaders.extract.project_names import (
    has_head,
    is_kind_of_project,
    is_project_name,
    is_proper,
    names_nothing,
)
from govgraph_loaders.extract.project_phrases import BRACKET, closing, ends, opening, told, verbs, words
from govgraph_loaders.extract.topics import Clause

_CALLED = r"(?:项目|工程|[一二三四五六七八九]期)"
# What a text tells of the project that heads it.
_TELLS = re.compile(r"总投资|开工|启动建设|建成|竣工|全长|占地|总建筑面积")
# Without one of these nothing is called a project, or counted up.
_NAMED = re.compile(r"项目|工程|[一二三四五六七八九]期|开工|竣工|签约")
_WORKED = re.compile(r"[对将]")
# What follows the name where it heads a text on the project: …产业园。占地1200亩，总投资85亿元.
_TOLD_NEXT = re.compile(
    r"(?:该?项目|工程)?(?:计划|规划|预计)?(?:总投资|总占地|占地|总建筑面积|全长|线路全长|建设规模|建设内容|建设地点|建设单位)"
)
_MAX_TOLD = 30
_MAX_LIST = 400
_LEAST_NAME = 3


def find_subjects(text: str, clause: Clause) -> list[NamedProject]:
    """The projects of which the clause tells what has become, or that it counts up."""
    end = clause.end
    named = _NAMED.search(text, clause.body, end) is not None
    achieved = text.endswith(ends("achieved"), clause.body, end)
    if (
        not named
        and not achieved
        and text[end : end + 1] != "："
        and not _heads_text(text, clause)
        and _WORKED.search(text, clause.body, end) is None
    ):
        return []
    start = opening(text, clause)
    if end - start > _MAX_LIST:
        return []
    return (
        (_achieved(text, start, end) if achieved else [])
        or _called(text, start, end, heads=_heads_text(text, clause))
        or (_counted_up(text, start, end) if named else [])
        or _worked_upon(text, start, end)
    )


def _achieved(text: str, start: int, end: int) -> list[NamedProject]:
    """A、B项目建成投产: a clause that ends with what has become of the names before."""
    if not text.endswith(ends("achieved"), start, end):
        return []
    match = told().search(text, start, end)
    if match is None:
        return []
    return _listed(text, start, match.start(), match["stage"], "project.achieved")


def _heads_text(text: str, clause: Clause) -> bool:
    """Whether the clause is a sentence of its own, after which the text tells what it costs or covers."""
    return text[clause.end : clause.end + 1] == "。" and _TOLD_NEXT.match(text, clause.end + 1) is not None


def _called(text: str, start: int, end: int, *, heads: bool) -> list[NamedProject]:
    """A项目已取得备案: a clause whose subject is called a project. A项目：… heads a text on it."""
    whole = heads or (
        text[end : end + 1] == "："
        and (
            text.endswith(("项目", "工程"), start, end)
            or _TELLS.search(text, end, end + _MAX_TOLD) is not None
        )
    )
    match = None if whole else _subject().match(text, start, end)
    stop = end if whole else match.end("names") if match else start
    if stop == start or verbs().match(text, start):
        return []
    return _listed(text, start, stop, "", "project.subject")


def _counted_up(text: str, start: int, end: int) -> list[NamedProject]:
    """15个项目分别是A、B, 共有A、B等19个项目."""
    match = _count().search(text, start, end)
    if match is None:
        return []
    found = _listed(text, match.end(), end, "", "project.list")
    return found if len(found) > 1 else []


def _worked_upon(text: str, start: int, end: int) -> list[NamedProject]:
    """对A、B进行综合整治: the work makes the name of the project."""
    if not text.startswith(("对", "将"), start):
        return []
    match = _work().fullmatch(text, start, end)
    if match is None:
        return []
    found = []
    for name, at in items(text, match.start("names"), match.end("names")):
        if has_head(name) and not names_nothing(name) and is_proper(name):
            whole = name + match["work"]
            found.append(NamedProject(whole, at, at + len(name), "project.shared", "", (name,)))
    return found


def _listed(text: str, start: int, end: int, stage: str, rule: str) -> list[NamedProject]:
    """The names of a list all of whose members can be names of projects; else none."""
    closed = ""
    listed = [(trimmed(name), at + len(name)) for name, at in items(text, start, end)]
    if listed:
        name, at = listed[-1]
        bracket = BRACKET.search(name)
        if bracket and bracket.end() == len(name) and name[: bracket.start()].endswith(("项目", "工程")):
            name = name[: bracket.start()]
        match = closing().search(name.replace("、", "＿") + "建设") if "等" in name else None
        if match is not None:
            closed = name[match.start() :]
            name, at = name[: match.start()], at - len(closed)
        listed[-1] = (name, at)
    called = bool(closed) or (bool(listed) and listed[-1][0].endswith(("项目", "工程")))
    found = []
    for name, at in listed:
        whole = _whole_name(name, listed[-1][0], called=called)
        if not whole:
            return []
        others = (name,) if whole != name else ()
        found.append(NamedProject(whole, at - len(name), at, rule, stage, others))
    sure = [name for name, _ in listed if not called or is_project_name(name, listed=True, proper=True)]
    return found if 2 * len(sure) > len(listed) else []


def _whole_name(name: str, last: str, *, called: bool) -> str:
    """The name as a project's, with what it shares with the last of its list; empty where it is none."""
    if called and (is_project_name(name, listed=True, proper=True) or is_kind_of_project(name)):
        return name
    if name.endswith(("项目", "工程")) and is_project_name(name, proper=True):
        return name
    if called or len(name) < _LEAST_NAME or not has_head(name):
        whole = shared_name(name, last)
        return whole if is_project_name(whole) else ""
    if is_project_name(name, proper=True, least=2):
        return name
    whole = shared_name(name, last)
    return whole if is_project_name(whole) else ""


@cache
def _subject() -> re.Pattern[str]:
    going_on = either(words()["subject_verbs"])
    return re.compile(
        rf"(?P<names>[^，。；：\n]{{3,120}}?{_CALLED}(?:{BRACKET.pattern})?)(?:建设)?(?:{going_on})(?![率数量额库资])"
    )


@cache
def _count() -> re.Pattern[str]:
    return re.compile(r"(?:项目|工程)(?:分别)?(?:是|为|有|包括)|(?:开工|竣工|签约)[^，。；]{0,8}共?有")


@cache
def _work() -> re.Pattern[str]:
    works = either(words()["works"])
    return re.compile(
        rf"(?:对|将)(?P<names>[^，。；：\n]{{3,80}}?)(?:等[^，。；：\n]{{0,12}}?)?(?:进行|实施|开展)"
        rf"(?P<work>[^，。；：\n]{{0,6}}?(?:{works}))"
    )
