"""The words around the names of projects, as patterns: verbs, stages, what closes a list."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from govgraph_loaders.extract.alternations import alternation as either
from govgraph_loaders.extract.alternations import first_of
from govgraph_loaders.extract.topics import Clause
from govgraph_ontology.vocabulary import load_vocabulary

BRACKET = re.compile(r"（[^（）]{1,60}）")
NUMBER = r"(?:\d+(?:\.\d+)?|[一两二三四五六七八九十]{1,3})"
CLASSIFIER = "(?:个|项|宗|条|座|所|家|处|段|栋|幢|批|类)"
_WHEN = r"(?:(?:20\d\d年|今年|明年|年内)?(?:\d{1,2}月)?(?:上半年|下半年|年?底|月?底|初)?(?:之?前|内)?)?"
_NAME_ENDS = (
    r"20\d\d年|为(?:契机|抓手|牵引|载体|依托|龙头|重点|突破口|引领)|今年|明年|年内|年底|上半年|下半年|并"
    r"|（(?:总?投资|占地|规划|一期|续建|新建)|$"
    r"|\d[\d.]*(?:万|余|多)?(?:公里|千米|米|亩|公顷|平方|立方|吨|个|座|处|户|套|间|台|张)"
)


_OPENING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}是|其中|此外|同时)?(?:(?:(?:到)?20\d\d年|今年|明年|全年|年内|上半年|下半年|近期|今后)?"
    r"(?:\d{1,2}月)?(?:年?底|月?底|初)?(?:之?前|以前)?)(?:，)?(?:我[市县区州省]|全[市县区州省])?(?:将|要|还将)?"
)


# With one of these, or a digit, an opening begins.
_OPENS = frozenset("一二三四五六七八九十其此同到今明全年上下近月底初之以，我将要还")


def opening(text: str, clause: Clause) -> int:
    """Where a clause begins to say what is done: behind its place, its number and its time."""
    first = text[clause.body : clause.body + 1]
    if first not in _OPENS and not first.isdecimal():
        return clause.body
    match = _OPENING.match(text, clause.body, clause.end)
    return match.end() if match else clause.body


@cache
def words() -> dict[str, Any]:
    """The vocabulary of projects (`projects.toml`)."""
    return load_vocabulary("projects")


@cache
def ends(key: str) -> tuple[str, ...]:
    """Words of the vocabulary for `str.startswith` and `str.endswith`."""
    return tuple(words()[key])


@cache
def verbs() -> re.Pattern[str]:
    """A verb that moves or builds, with the adverbs and verbs before it."""
    found = words()
    before = found["adverbs"] + found["building"]
    return re.compile(
        rf"(?={first_of([*before, *found['moving']])})(?:{either(before)}){{0,4}}"
        rf"(?P<verb>{either(found['moving'] + found['building'])})"
        rf"(?!活动|仪式|现场|面积|(?<=建成)区)"
    )


def stages() -> str:
    """What becomes of a project, with its adverbs."""
    found = words()
    return rf"(?:{either(found['stage_adverbs'])}){{0,2}}(?:{either(found['stages'])})"


@cache
def closing() -> re.Pattern[str]:
    """What closes a list of projects: 等一批重点光伏项目加快建设, 两大实验室建设, 等3条道路改造, 等建设."""
    found = words()
    heads = either(found["closing"]["groups"] + found["closing"]["others"] + found["strong_heads"])
    works = either(found["works"])
    grades = either(found["closing"]["grades"])
    return re.compile(
        rf"(?:等|[两三四五六七八九十]大)(?:一大?批|(?P<count>{NUMBER}{CLASSIFIER}))?(?:{grades})*"
        rf"(?P<kind>[^，。、等的促使让]{{0,12}}?)(?P<group>{heads})的?(?P<stage>{stages()}|{works})?(?:工作)?"
        rf"(?:并[^，、]{{0,10}})?$"
        rf"|等{NUMBER}{CLASSIFIER}(?P<things>[^，。、等的促使让]{{2,10}}?)(?P<done>{stages()}|{works})?$"
        rf"|等{NUMBER}{CLASSIFIER}$|等(?P<built>建设)$|等(?P<quoted>“[^“”]{{1,20}}”)(?:建设)?$"
    )


@cache
def named() -> re.Pattern[str]:
    """The name of a project at the beginning of a text, and what becomes of it."""
    found = words()
    heads = either(["项目", "工程", *found["strong_heads"], *found["weak_heads"], *found["works"]])
    return re.compile(
        rf"(?P<name>(?:“[^“”\n]{{1,40}}”|（[^（）\n]{{1,60}}）|[^，。；“（]){{1,45}}?(?:{heads}|[一二三四五六七八九\d]期))"
        rf"(?:{BRACKET.pattern})?(?:{_WHEN}(?P<stage>{stages()})(?:工作)?(?=[并后到至，、]|步伐|力度|任务|发展|$)"
        rf"|(?P<work>工作)$|(?={_NAME_ENDS}))"
    )


@cache
def told() -> re.Pattern[str]:
    """What a clause without a verb before its names tells of them: 建成通车, 基本完工, 建设加快."""
    found = words()
    return re.compile(
        rf"(?:已|均|全部|全面|顺利|正式|相继|陆续|如期|建设|实现|成功|即将|正|正在|加紧|将|先后|同步|一并"
        rf"|提前[^，、]{{0,4}}|于?\d{{1,2}}月(?:份|底)?|年底|年内)*"
        rf"(?P<stage>{either(found['achieved'])})$"
    )


@cache
def label() -> re.Pattern[str]:
    """What stands before the colon of a list of projects: 计划新开工, 续建项目（5个）, 加快推进."""
    found = words()
    return re.compile(
        rf"(?:{either(found['adverbs'])}|计划|拟|一批|重点)*(?P<label>{either(found['labels'])})(?:项目|工程|类|的)*"
        rf"(?:（[^（）]{{1,20}}）|{NUMBER}{CLASSIFIER}?)?$"
    )
