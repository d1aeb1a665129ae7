"""Who does what in a list of organizations: 市科技局牵头，市财政局配合；责任单位：…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from govgraph_loaders.extract.organizations import OrganizationName, read_organizations
from govgraph_loaders.extract.responsibility.leaders import read_leaders
from govgraph_loaders.structure.duty_labels import OTHER, duty_label_expression
from govgraph_ontology.vocabulary import load_vocabulary

RELATIONS = {
    "lead": "leads",
    "cooperate": "cooperates",
    "responsible": "responsible",
    "implement": "implements",
    "oversee": "oversees",
}
_END = r"(?=$|[，。；、：\n）)〕】\]])"
_LABEL_END = r"(?:[：:]|(?<=[位门])(?:为|[】\]][：:]?|(?=[省市县区][\u4e00-\u9fff]{2}|各[县市区镇乡])))"
# （市水利局、各县区，2024年底前完成）: the term behind a list of names.
_TERM = re.compile(
    r"[，；。](?:(?:19|20)\d\d年|\d{1,2}月|长期|持续|全年|年底)[^，。；]{0,16}"
    r"(?:[，；](?:并)?(?:长期|持续)[^，。；]{0,12})?$"
    r"|[，；。](?:(?:完成|办理|落实|整改)?(?:时限|时间)|进度(?:安排|要求)|时间节点)：[^。；]{1,24}$"
)
# 市发展改革委（牵头）、市财政局（配合）.
_IN_BRACKETS = re.compile(r"[（(](?P<role>牵头|主办|主责|配合|协办|参与)(?:单位|部门)?[）)]")
_BY = re.compile(r"(?<![自理])由")
_LEADING = frozenset({"牵头", "主办", "主责"})
_STARS = frozenset("*＊★☆※▲△●◆")
_SEPARATORS = "，。；、,;\n"


@dataclass(frozen=True, slots=True)
class Duty:
    """One organization, or person, with its role in a list; `starred` where its name carries the * of a
    rule, `said` where words say the role.
    """

    role: str
    name: OrganizationName
    starred: bool = False
    said: bool = True
    is_person: bool = False


@cache
def label_pattern() -> re.Pattern[str]:
    """A label before a list, with one named group for each role."""
    return re.compile(rf"{duty_label_expression()}(?:[（(][^（()）]{{1,12}}[）)])?\s*{_LABEL_END}\s*")


@cache
def phrase_pattern() -> re.Pattern[str]:
    """A phrase after a list; 牵头 and 负责 count anywhere, the others only at the end of a clause."""
    phrases = load_vocabulary("roles")["phrases"]
    pairs = [(word, role) for role, words in phrases.items() for word in words]
    groups: dict[str, list[str]] = {}
    for word, role in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        groups.setdefault(role, []).append(word)
    anywhere = [word for word in groups["lead"] if "牵头" in word]
    groups["lead"] = [word for word in groups["lead"] if "牵头" not in word]
    ended = "|".join(f"(?P<{role}>{'|'.join(words)})" for role, words in groups.items())
    # 市水利局负责编制方案，市财政局负责资金: what is done stands behind the word.
    doing = r"(?P<doing>(?:具体|主要)?负责)(?![的人]|同志)"
    return re.compile(rf"(?P<leading>{'|'.join(anywhere)})(?!的|人)|(?:{ended}){_END}|{doing}")


def has_role(text: str) -> bool:
    """Whether a text could name a role at all: a cheap check before it is read."""
    return any(cue in text for cue in load_vocabulary("roles")["cues"])


def read_duties(text: str, start: int, end: int, gaps: frozenset[int] = frozenset()) -> list[Duty]:
    """The duties that a list `text[start:end]` names, in order; none where it names no role or no
    organization.
    """
    labels = list(label_pattern().finditer(text, start, end))
    if labels:
        return list(_labelled(text, labels, end, gaps))
    return list(_phrased(text, start, end, gaps))


def read_plain_list(text: str, start: int, end: int, gaps: frozenset[int] = frozenset()) -> list[Duty]:
    """A list without any role, all of whose pieces are organizations: all are responsible."""
    term = _TERM.search(text, start, end)
    end = term.start() if term else end
    names = read_organizations(text, start, end, gaps)
    length = sum(len(name.name) for name in names)
    body = re.sub(r"[、，,；;等和及与\s*＊]", "", text[start:end])
    if not names or length < len(body) - 1:
        return []
    return _by_brackets([Duty("responsible", name, is_starred(text, name), said=False) for name in names])


def _by_brackets(duties: list[Duty]) -> list[Duty]:
    """The roles that brackets behind the names say: beside 市水利局（牵头） the others cooperate."""
    said = [_IN_BRACKETS.search(duty.name.name) for duty in duties]
    if not any(said):
        return duties
    led = any(match is not None and match["role"] in _LEADING for match in said)
    found: list[Duty] = []
    for duty, match in zip(duties, said, strict=True):
        if match is None:
            found.append(replace(duty, role="cooperate", said=True) if led else duty)
            continue
        name = duty.name.name.replace(match.group(), "")
        bare = OrganizationName(name, duty.name.start, duty.name.end)
        role = "lead" if match["role"] in _LEADING else "cooperate"
        found.append(replace(duty, role=role, name=bare, said=True))
    return found


def _labelled(text: str, labels: list[re.Match[str]], end: int, gaps: frozenset[int]) -> Iterator[Duty]:
    for index, label in enumerate(labels):
        role = label.lastgroup or "responsible"
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        sentence = text.find("。", label.end(), stop)
        stop = sentence if sentence >= 0 else stop
        while stop > label.end() and text[stop - 1] in "（〔[【":
            stop -= 1
        if role == OTHER:
            continue
        if role == "oversee":
            leaders = read_leaders(text, label.end(), _before_closing(text, label.end(), stop))
            yield from (Duty(role, name, is_person=True) for name in leaders)
            continue
        inner = list(_phrased(text, label.end(), stop, gaps))
        if any(duty.said for duty in inner):
            yield from inner
            continue
        names = read_organizations(text, label.end(), stop, gaps)
        yield from _by_brackets([Duty(role, name, is_starred(text, name)) for name in names])


def _before_closing(text: str, start: int, end: int) -> int:
    """Where a list within a bracket ends: before the mark that closes what was opened before `start`."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "（〔[【") - (text[at] in "）〕]】")
        if depth < 0:
            return at
    return end


def _phrased(text: str, start: int, end: int, gaps: frozenset[int]) -> Iterator[Duty]:
    position = start
    led = headed = False
    for phrase in phrase_pattern().finditer(text, start, end):
        if phrase.start() < position:
            continue
        role = "lead" if phrase.lastgroup in {"leading", "doing"} else phrase.lastgroup or "responsible"
        duties = list(_listed(text, position, phrase.start(), gaps, role))
        if not duties:
            continue
        shares = phrase.lastgroup == "doing" and not headed  # each does a part of its own
        if (
            led
            and not shares
            and (role == "responsible" or (role == "lead" and "牵头" not in phrase.group()))
        ):
            duties = [replace(duty, role="cooperate") for duty in duties]
        headed = headed or phrase.lastgroup == "leading"
        led = led or any(duty.role == "lead" for duty in duties)
        yield from duties
        position = _skip_predicate(text, phrase.end(), end)
    rest = read_organizations(text, position, end, gaps) if position > start else []
    yield from (
        Duty("cooperate" if led else "responsible", name, is_starred(text, name), said=False) for name in rest
    )


def _listed(text: str, start: int, end: int, gaps: frozenset[int], role: str) -> Iterator[Duty]:
    """The organizations before a phrase; those after 会同 cooperate with those before it, who lead."""
    while start < end and text[start] in "，。；、由 ":
        start += 1
    by = _BY.search(text, start, end)
    if by is not None and not read_organizations(text, start, by.start(), gaps):
        start = by.end()  # 本条政策由市商务局
    joint = text.find("会同", start, end)
    if joint == start:
        start, role = joint + 2, "cooperate"
    elif joint > start:
        yield from (Duty("lead", name) for name in read_organizations(text, start, joint, gaps))
        start, role = joint + 2, "cooperate"
    if role == "lead":
        yield from (Duty(role, name, is_person=True) for name in read_leaders(text, start, end))
    for name in read_organizations(text, start, end, gaps):
        yield Duty(role, name, is_starred(text, name))


def _skip_predicate(text: str, position: int, end: int) -> int:
    """Past what follows 牵头 in its clause: 牵头制定方案，各部门落实."""
    while position < end and text[position] not in _SEPARATORS:
        position += 1
    return position


def is_starred(text: str, name: OrganizationName) -> bool:
    """Whether one of the stars by which documents mark the lead stands right before or behind the name."""
    before = text[name.start - 1 : name.start]
    return before in _STARS or text[name.end : name.end + 1] in _STARS
