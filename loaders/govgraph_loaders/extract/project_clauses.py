"""The projects that a clause names: a verb that moves or builds, a list of names, what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from govgraph_loaders.extract.project_names import (
    has_head,
    has_strong_head,
    has_work,
    is_campaign,
    is_project_name,
    is_rebuilt,
)
from govgraph_loaders.extract.topics import Clause
from govgraph_ontology.vocabulary import load_vocabulary

_MASKED = re.compile(r"“[^“”\n]{1,40}”|（[^（）\n]{1,60}）")
_BRACKET = re.compile(r"（[^（）]{1,60}）")
_ENUMERATION = re.compile(r"[一二三四五六七八九十]{1,3}是")
_WHEN = r"(?:(?:20\d\d年|今年|明年|年内)?(?:\d{1,2}月)?(?:上半年|下半年|年?底|月?底|初)?(?:之?前|内)?)?"
_NAME_ENDS = (
    r"20\d\d年|为(?:契机|抓手|牵引|载体|依托|龙头|重点|突破口|引领)|今年|明年|年内|年底|上半年|下半年|并|（(?:总?投资|占地|规划|一期|续建|新建)|$"
    r"|\d[\d.]*(?:万|余|多)?(?:公里|千米|米|亩|公顷|平方|立方|吨|个|座|处|户|套|间|台|张)"
)
_COUNT = re.compile(r"(?:\d+(?:\.\d+)?|[一两二三四五六七八九十]{1,2})(?:个|宗|条|座|所|家|处|项)")
_MEASURED = re.compile(r"(?:总?投资|占地|日处理|年产|总长|全长|规模)[^，、的]{1,16}的")
_COUNTED_PROJECTS = re.compile(r"项目[\d一二三四五六七八九十]+(?:个|项)")
_MAX_OBJECT = 300
_LEAST_LIST = 2


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


def find_projects(text: str, clause: Clause, verb_before: str) -> tuple[list[NamedProject], str]:
    """The projects of a clause, and the verb that a following clause without one shares."""
    start = clause.body
    marker = _ENUMERATION.match(text, start, clause.end)
    start = marker.end() if marker else start
    for verb in _verbs().finditer(text, start, min(clause.end, start + _MAX_OBJECT)):
        found = list(_read_object(text, verb.end(), clause.end, verb["verb"], verb.group()))
        if found:
            return found, verb.group()
    if verb_before:
        found = [project for project in _read_object(text, start, clause.end, "推动", "") if project.stage]
        if found:
            return found, verb_before
    return _read_achieved(text, start, clause.end), ""


def _read_object(text: str, start: int, end: int, verb: str, phrase: str) -> Iterator[NamedProject]:
    """The projects that the object of a verb names: groups of names, each closed by what becomes of it."""
    pending: list[tuple[str, int]] = []
    for item, at in _items(text, start, min(end, start + _MAX_OBJECT)):
        closing = _closing().search(item) if "等" in item or "大" in item else None
        if closing is not None:
            names = [*pending, (item[: closing.start()], at)]
            yield from _closed(names, closing, phrase)
            pending = []
            continue
        name, stage = _named(item)
        pending.append((name, at))
        if stage:
            yield from _group(pending, stage, verb, phrase)
            pending = []
    yield from _group(pending, "", verb, phrase)


def _group(names: list[tuple[str, int]], stage: str, verb: str, phrase: str) -> Iterator[NamedProject]:
    """The members of a list of names that one stage closes: A、B项目动工."""
    last = _trimmed(names[-1][0]) if names else ""
    shared = last.endswith(("项目", "工程")) and is_project_name(last)
    for name, at in names:
        bare = _trimmed(name)
        if is_project_name(bare):
            worked = verb in _words()["finishing"] and has_work(bare)
            rule = "project.named" if worked or bare.endswith(("项目", "工程")) else "project.built"
        elif (
            shared
            and (stage or verb in _words()["building"])
            and is_project_name(bare, listed=True, proper=True)
        ):
            rule = "project.list"
        elif is_campaign(bare):
            yield NamedProject(bare, at, at + len(name), "")
            continue
        else:
            continue
        if verb in _words()["envisioning"] and not has_strong_head(bare):
            continue
        if rule != "project.built" or stage or verb in _words()["building"]:
            end = at + len(name)
            yield NamedProject(bare, end - len(bare), end, rule, _stage(stage, phrase))


def _closed(names: list[tuple[str, int]], closing: re.Match[str], phrase: str) -> Iterator[NamedProject]:
    """A、B等光伏项目建设: the members of a list that is said to be of projects."""
    kind = closing["kind"] or ""
    group = closing["group"] or ""
    said = closing["stage"] or closing["built"] or closing["quoted"] or ""
    stage = _stage("" if closing["quoted"] else said, phrase)
    if not said and not (phrase and group in _words()["closing"]["groups"]):
        return
    members = [(_trimmed(name), at + len(name)) for name, at in names]
    kinds = tuple(load_vocabulary("industries")["endings"])
    if not any(is_project_name(name, listed=True, proper=True) for name, _ in members):
        return
    if kind and all(name.endswith(kinds) for name, _ in members):
        return
    for name, end in members:
        if is_project_name(name, listed=True):
            tail = f"{kind}{group}"
            others = (name + tail,) if kind and not name.endswith(tail) else ()
            yield NamedProject(name, end - len(name), end, "project.list", stage, others)


def _read_achieved(text: str, start: int, end: int) -> list[NamedProject]:
    """A、B项目建成投产: a clause without a verb before its names."""
    if end - start > _MAX_OBJECT or not text.endswith(tuple(_words()["achieved"]), start, end):
        return []
    match = _achieved().search(text, start, end)
    if match is None:
        return []
    names = [_trimmed(name) for name, _ in _items(text, start, match.start())]
    names = [re.sub(r"等(?:[^等]{0,8})(?:项目|工程)$", "", name) for name in names]
    closed = text.endswith(("项目", "工程"), start, match.start())
    if not all(
        is_project_name(name, listed=closed, proper=True) and (closed or has_head(name)) for name in names
    ):
        return []
    return [NamedProject(name, start, end, "project.achieved", match["stage"]) for name in names]


def find_listed_projects(text: str, start: int, end: int) -> list[NamedProject]:
    """分别为：A项目、B项目; 重点项目：A、B: what calls the list one of projects, or each of its members."""
    items = [(_trimmed(name), at) for name, at in _items(text, start, min(end, start + _MAX_OBJECT))]
    called = text.endswith(("项目", "工程", "项目包括", "项目有"), max(0, start - 12), start - 1)
    named = [name for name, _ in items if name.endswith(("项目", "工程")) or (called and has_head(name))]
    proper = all(is_project_name(name, listed=called, proper=True) for name, _ in items)
    if len(items) < _LEAST_LIST or not proper or 2 * len(named) < len(items) * (1 if called else 2):
        return []
    return [NamedProject(name, at, at + len(name), "project.list") for name, at in items]


def _items(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The members of a list with their offsets. 和 parts two only after the head of a name."""
    masked = _MASKED.sub(lambda match: "＿" * len(match.group()), text[start:end])
    position = 0
    for match in re.finditer(r"、|以及|[和及与](?!其|配套)", masked):
        if match.group() != "、" and not _ends_name(masked[position : match.start()]):
            continue
        if match.start() > position:
            yield text[start + position : start + match.start()], start + position
        position = match.end()
    if position < len(masked):
        yield text[start + position : end], start + position


def _ends_name(text: str) -> bool:
    return text.endswith(("项目", "工程", "建设")) or has_head(text)


def _named(item: str) -> tuple[str, str]:
    """The name with which an item begins, and what becomes of it; the whole item where it is a bare name."""
    match = None if _COUNTED_PROJECTS.search(item) else _name().match(item)
    if match is None:
        return item, ""
    return match["name"], match["stage"] or ("建设" if match["work"] and is_rebuilt(match["name"]) else "")


def _stage(stage: str, phrase: str) -> str:
    """What is to become of a project, as far as the verb and the words behind say it: 投产, 加快建设."""
    words = _words()
    after = {
        "建设进度": "建设",
        "建设进程": "建设",
        "建设步伐": "建设",
        "建设速度": "建设",
        "节点建设": "建设",
    }.get(stage, stage)
    before = "" if phrase in words["silent_verbs"] else phrase
    if after in {"", "建设"}:
        return before if before.endswith(tuple(words["building"])) else before + after
    return after


def _trimmed(name: str) -> str:
    """A name without the words before it that are no part of it."""
    prefixes = tuple(_words()["prefixes"])
    while name.startswith(prefixes):
        name = name[len(next(prefix for prefix in prefixes if name.startswith(prefix))) :]
    for pattern in (_MEASURED, _COUNT):
        before = pattern.match(name)
        name = name[before.end() :] if before else name
    return name


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("projects")


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _verbs() -> re.Pattern[str]:
    words = _words()
    verbs = _either(words["moving"] + words["building"])
    before = _either(words["adverbs"] + words["building"])
    return re.compile(rf"(?:{before}){{0,4}}(?P<verb>{verbs})")


def _stages() -> str:
    words = _words()
    return rf"(?:{_either(words['stage_adverbs'])}){{0,2}}(?:{_either(words['stages'])})"


@cache
def _closing() -> re.Pattern[str]:
    """What closes a list of projects: 等一批重点光伏项目加快建设, 两大实验室建设, 等建设."""
    words = _words()
    heads = _either(words["closing"]["groups"] + words["closing"]["others"] + words["strong_heads"])
    works = _either(words["works"])
    return re.compile(
        rf"(?:等|[两三四五六七八九十]大)(?:一批|[\d一二三四五六七八九十]+个)?(?:省级?|市级?|重点|重大|在建)*"
        rf"(?P<kind>[^，。、等的促使让]{{0,12}}?)(?P<group>{heads})(?P<stage>{_stages()}|{works})?(?:工作)?"
        rf"(?:并[^，、]{{0,10}})?$|等(?P<built>建设)$|等(?P<quoted>“[^“”]{{1,20}}”)$"
    )


@cache
def _name() -> re.Pattern[str]:
    words = _words()
    heads = _either(["项目", "工程", *words["strong_heads"], *words["weak_heads"], *words["works"]])
    return re.compile(
        rf"(?P<name>(?:“[^“”\n]{{1,40}}”|（[^（）\n]{{1,60}}）|[^，。；“（]){{1,45}}?(?:{heads}|[一二三四五六七八九\d]期))"
        rf"(?:{_BRACKET.pattern})?(?:{_WHEN}(?P<stage>{_stages()})(?:工作)?(?=[并后到至，、]|步伐|力度|任务|发展|$)|(?P<work>工作)$|(?={_NAME_ENDS}))"
    )


@cache
def _achieved() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?:已|均|全部|全面|顺利|正式|相继|陆续|如期|建设)?(?P<stage>{_either(words['achieved'])})$"
    )
