"""The projects that a clause names: a verb that moves or builds, a list of names, what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from govgraph_loaders.extract.project_lists import items, last_name, shared_name, stands_alone, trimmed
from govgraph_loaders.extract.project_names import (
    has_head,
    has_strong_head,
    has_work,
    is_campaign,
    is_headed,
    is_project_name,
    is_rebuilt,
    project_core,
)
from govgraph_loaders.extract.project_phrases import closing, ends, label, named, opening, verbs, words
from govgraph_loaders.extract.topics import Clause
from govgraph_ontology.vocabulary import load_vocabulary

_AND_ALSO = re.compile(r"以及|和|及")
_COUNTED_PROJECTS = re.compile(r"项目[\d一二三四五六七八九十]+(?:个|项)")
_COUNT_BEHIND = re.compile(r"(?:[2-9]|\d{2,})(?:余|多)?(?:个|座|处|所|家|户|套|间|台|张|宗)")
# A target of so much of a kind of work: 退化草原修复治理450万亩.
_MEASURED_BEHIND = re.compile(
    r"\d[\d.]*(?:[万余多]+(?:公里|亩|公顷|平方|户|间|人)|[余多]?[亩户间]|(?<=\d{4})[余多]?公里)"
)
_COUNTED_BEFORE = re.compile(
    r"(?:[2-9]|\d[\d.]+)[万余多]*(?P<of>个|项|处|座|条|所|家|台|部|辆|张|户|间|套|亩|公里)(?:以上|左右)?"
)
# What the work upon several roads or rivers is called after: 等5条路雨污分流改造.
_SEVERAL_WAYS = re.compile(r"(?:城市|市政|主?次?干|城区)*(?:道路|公路|路段|路|街道|街|巷|河道|河流|河)")
_BEFORE_A_VERB = "以为将要并来过"
_STOPS = "，。；！？\n"
_MAX_OBJECT = 300
_MAX_LABEL = 24


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project with the clean span of its name; `others`: fuller forms of the name.

    `rule` is empty for what is called a project and is none (a campaign).
    """

    name: str
    start: int
    end: int
    rule: str
    stage: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb whose object a list of names is, and the whole phrase as the text has it (加快推进)."""

    word: str
    phrase: str

    @property
    def builds(self) -> bool:
        """Whether the verb builds: what follows is a project where its name is one of something built."""
        return self.word in words()["building"]


NO_VERB = Verb("", "")


def find_projects(text: str, clause: Clause, before: Verb) -> tuple[list[NamedProject], Verb]:
    """The projects of a clause under its verb or label, and the verb that the next clause may share."""
    start = opening(text, clause)
    labelled = _labelled(text, clause.start) if text[clause.start - 1 : clause.start] == "：" else None
    if labelled is not None:
        found = list(_read_object(text, start, clause.end, labelled))
        if found:
            return found, NO_VERB
    for match in verbs().finditer(text, start, min(clause.end, start + _MAX_OBJECT)):
        verb = Verb(match["verb"], match.group())
        inside = match.start() > start and text[match.start() - 1] not in _BEFORE_A_VERB
        if inside and verb.phrase in words()["nominal"]:
            continue
        found = list(_read_object(text, match.end(), clause.end, verb))
        if found:
            return found, verb
    if before.word and verbs().match(text, start) is None:
        joined = _AND_ALSO.match(text, start, clause.end)
        found = list(_read_object(text, joined.end() if joined else start, clause.end, before))
        if joined or any(_is_told(project, before) for project in found):
            return found, before
    if text.find("等", start, clause.end) < 0:
        return [], NO_VERB
    listed = [project for project in _read_object(text, start, clause.end, NO_VERB) if project.stage]
    return [project for project in listed if project.rule == "project.list"], NO_VERB


def _is_told(project: NamedProject, before: Verb) -> bool:
    """Whether the clause itself, and not only the verb of the one before, says that this is a project."""
    return project.stage != before.phrase or project.rule == "project.list" or has_work(project.name)


def _labelled(text: str, start: int) -> Verb | None:
    """The verb of the label before the colon at which a list begins: 计划新开工：."""
    first = max((text.rfind(stop, max(0, start - _MAX_LABEL), start - 1) for stop in _STOPS), default=-1)
    match = label().fullmatch(text[first + 1 if first >= 0 else max(0, start - _MAX_LABEL) : start - 1])
    return Verb("建设", match["label"]) if match else None


def _read_object(text: str, start: int, end: int, verb: Verb) -> Iterator[NamedProject]:
    """The projects that the object of a verb names: groups of names, each closed by what becomes of it."""
    pending: list[tuple[str, int]] = []
    end -= text.endswith("等", start, end)
    for member, first in items(text, start, min(end, start + _MAX_OBJECT)):
        item, at = member, first
        begun = verbs().match(item)
        if begun is not None and begun.group() not in words()["nouns"] and _has_object(item, begun.end()):
            # A、建成B: the member begins the object of another verb.
            yield from _group(text, pending, "", verb)
            pending, verb = [], Verb(begun["verb"], begun.group())
            item, at = item[begun.end() :], at + begun.end()
        end_of_list = closing().search(item.replace("、", "＿")) if "等" in item or "大" in item else None
        if end_of_list is not None:
            names = [*pending, (item[: end_of_list.start()], at)]
            yield from _closed(names, end_of_list, verb)
            pending = []
            continue
        name, stage = _named(item)
        pending.append((name, at))
        if stage:
            yield from _group(text, pending, stage, verb)
            pending = []
    if len(pending) > 1 and is_project_name(trimmed(pending[0][0])) and pending[-1][0].endswith("建设"):
        # A公园、B步道系统建设: the head of the last name is in no word list.
        pending[-1] = (pending[-1][0].removesuffix("建设"), pending[-1][1])
        yield from _group(text, pending, "建设", verb, built=True)
    else:
        yield from _group(text, pending, "", verb)


def _has_object(item: str, start: int) -> bool:
    """Whether a name stands behind a verb, and not only the work itself (扩建工程)."""
    return len(item) - start > 1 and not item.startswith(("工程", "项目", "工作", "任务", "等", "后"), start)


def _group(
    text: str, names: list[tuple[str, int]], stage: str, verb: Verb, *, built: bool = False
) -> Iterator[NamedProject]:
    """The members of a list of names that one stage closes: A、B项目动工. `built`: each is said to be one."""
    last = last_name(names)
    is_project = is_project_name(last)
    called = built or (last.endswith(("项目", "工程")) and is_project)
    for index, (name, at) in enumerate(names):
        bare = trimmed(name)
        end = at + len(name)
        whole = shared_name(bare, last) if index + 1 < len(names) and is_project else ""
        others: tuple[str, ...] = ()
        if whole and is_project_name(whole) and not (verb.builds and stands_alone(bare)):
            rule, others = "project.shared", (bare,)
        elif is_project_name(bare, least=3 if len(names) == 1 else 2):
            whole, others = "", (whole,) if whole else ()
            worked = (verb.word in words()["finishing"] and has_work(bare)) or (
                verb.word in words()["wishing"] and has_strong_head(bare)
            )
            rule = "project.named" if worked or name.endswith(("项目", "工程")) else "project.built"
        elif called and (stage or verb.builds) and is_project_name(bare, listed=True, proper=True):
            rule = "project.list"
        elif is_campaign(bare):
            yield NamedProject(bare, at, end, "")
            continue
        else:
            continue
        if verb.word in words()["envisioning"] and not has_strong_head(bare):
            continue
        if _COUNT_BEHIND.match(text, end) or _is_counted(text, names, index, whole or bare):
            continue
        if rule != "project.built" or stage or verb.builds:
            yield NamedProject(whole or bare, end - len(bare), end, rule, _stage(stage, verb.phrase), others)


def _is_counted(text: str, names: list[tuple[str, int]], index: int, name: str) -> bool:
    """Whether a number makes the name one of so many things: 200个以上X改造和Y更新项目, X治理350万亩."""
    end = names[index][1] + len(names[index][0])
    if (has_work(name) or name.endswith("工程")) and _MEASURED_BEHIND.match(text, end):
        return True
    first = next((step for step in range(index, 0, -1) if text[names[step][1] - 1] == "、"), 0)
    counted = _COUNTED_BEFORE.match(names[first][0])
    return counted is not None and not (has_head(project_core(name)) and counted["of"] in "间套")


def _closed(names: list[tuple[str, int]], end_of_list: re.Match[str], verb: Verb) -> Iterator[NamedProject]:
    """A、B等光伏项目建设: the members of a list that is said to be of projects."""
    kind, group = end_of_list["kind"] or "", end_of_list["group"] or ""
    done = end_of_list["stage"] or end_of_list["done"] or end_of_list["built"] or ""
    said = done or end_of_list["quoted"] or ""
    groups = words()["closing"]["groups"]
    several = end_of_list["things"] or end_of_list["count"] or end_of_list.group()[-1] in "个项条座所处"
    counted = end_of_list.group()[0] != "等" or (verb.builds and several)
    if not said and not (verb.phrase and (group in groups or counted)):
        return
    kinds = tuple(load_vocabulary("industries")["endings"])
    listed = [(trimmed(name), at + len(name)) for name, at in names]
    if not any(is_project_name(name, listed=True, proper=True) for name, _ in listed):
        return
    if kind and all(name.endswith(kinds) for name, _ in listed):
        return
    work = done if done in words()["works"] else ""
    tail = work or (f"{kind}{group}" if (kind or group not in groups) and "＿" not in kind else "")
    stage = verb.phrase if work and verb.phrase not in words()["silent_verbs"] else _stage(done, verb.phrase)
    for name, end in listed:
        if is_project_name(name, listed=True):
            others = (name + tail,) if tail and not name.endswith((tail, "工程", "项目")) else ()
            whole = _whole_name(name, end_of_list)
            others = tuple(dict.fromkeys((name, *others))) if whole != name else others
            yield NamedProject(whole, end - len(name), end, "project.list", stage, others)


def _whole_name(name: str, end_of_list: re.Match[str]) -> str:
    """The name with what its list says that all are.

    A、B等高铁项目: A高铁. A路、B路等5条路绿化改造: A路绿化改造.
    """
    kind, group = end_of_list["kind"] or "", end_of_list["group"] or ""
    head = kind if group in words()["closing"]["groups"] else group if not kind else ""
    if head in words()["closing"]["shared"] and not is_headed(name) and not has_work(project_core(name)):
        return name + head
    said = (
        f"{kind}{group}{end_of_list['stage'] or ''}"
        or f"{end_of_list['things'] or ''}{end_of_list['done'] or ''}"
    )
    ways = _SEVERAL_WAYS.match(said)
    work = said[ways.end() :] if ways else ""
    if "＿" not in work and has_work(work) and name.endswith(ends("named_heads")):
        return name + work
    return name


def find_listed_projects(text: str, start: int, end: int) -> list[NamedProject]:
    """分别为：A项目、B项目; 重点项目：A、B: what calls the list one of projects, or each of its members."""
    listed = [(trimmed(name), at) for name, at in items(text, start, min(end, start + _MAX_OBJECT))]
    called = text.endswith(("项目", "工程", "项目包括", "项目有"), max(0, start - 12), start - 1)
    named_so = [
        name for name, _ in listed if name.endswith(("项目", "工程")) or (called and is_project_name(name))
    ]
    proper = all(is_project_name(name, listed=called, proper=True) for name, _ in listed)
    if len(listed) < 2 or not proper or 2 * len(named_so) < len(listed) * (1 if called else 2):
        return []
    return [NamedProject(name, at, at + len(name), "project.list") for name, at in listed]


@lru_cache(maxsize=8_192)
def _named(item: str) -> tuple[str, str]:
    """The name with which an item begins, and what becomes of it; the whole item where it is a bare name."""
    match = None if _COUNTED_PROJECTS.search(item) else named().match(item)
    if match is None:
        return item, ""
    return match["name"], match["stage"] or ("建设" if match["work"] and is_rebuilt(match["name"]) else "")


def _stage(stage: str, phrase: str) -> str:
    """What is to become of a project, as far as the verb and the words behind say it: 投产, 加快建设."""
    after: str = words()["same_stages"].get(stage, stage)
    silent = phrase in words()["silent_verbs"]
    if not after:
        return phrase if not silent or phrase.endswith(("推进", "推动")) else ""
    if after != "建设" or silent:
        return after
    return phrase if phrase.endswith(ends("said_building")) else phrase + after
