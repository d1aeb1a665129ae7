"""What a sentence of a personnel notice says: who takes which posts, who leaves which.

张三同志任A局局长，免去其B局副局长职务 makes two claims; the second speaks of the person of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from govgraph_loaders.extract.persons import HAN, NAME, is_person, person_name
from govgraph_loaders.extract.posts import Post, is_post, read_posts
from govgraph_ontology.vocabulary import load_vocabulary

_BRACKET = r"(?:（[^（）]{1,30}）)?"
_NAMES = rf"(?P<names>{NAME}{_BRACKET}(?:[、和]{NAME}{_BRACKET}){{0,80}})"
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_PERSONAL = re.compile(
    r"（(?:试用|挂职|聘期|聘任|任期|任职|正[科处县厅]|副[科处县厅]|享受|保留|女|列)[^（）]{0,40}）"
)
_PROBATION = re.compile(r"试用期(?:为|限)?(?P<time>[一二三四五六七八九十两半\d]{1,3}(?:个月|年))")
_CLAUSE_END = re.compile(r"，(?![^（）]{0,60}）)")
_LISTED = re.compile(rf"{_NAMES}(?:(?P<comrade>同志){_BRACKET}的?|的)(?P<post>.{{3,120}}?)(?:职务|一职)?")
_SPOKEN_OF = re.compile(rf"{_NAMES}同志")
_THE_SAME = "其"


@dataclass(slots=True)
class Claim:
    """Persons who take or leave posts. `sense`: appointed or removed; `mode`: the word that says so."""

    sense: str
    mode: str
    persons: Sequence[str]
    posts: Sequence[Post]
    probation: str = ""


@dataclass
class ClaimReader:
    """Reads sentences under a heading of this sense (empty: under none) and mode.

    `personnel`: whether the document is about personnel; elsewhere only the plainest forms count.
    """

    sense: str = ""
    mode: str = ""
    personnel: bool = True

    def read(self, text: str, gaps: Sequence[int] = ()) -> list[Claim]:
        """The claims of a sentence. `gaps`: offsets before which a space was dropped (张三 市教育局局长)."""
        self._claims: list[Claim] = []
        self._persons: Sequence[str] = ()
        position = 0
        for clause in _CLAUSE_END.split(text):
            self._read_clause(clause, [gap - position for gap in gaps])
            position += len(clause) + 1
            probation = _PROBATION.search(clause)
            if probation and self._claims:
                self._claims[-1].probation = probation["time"]
        return self._claims

    def _read_clause(self, clause: str, gaps: Sequence[int]) -> None:
        for pattern, sense in _patterns():
            match = pattern.search(clause)
            if match is None:
                continue
            found = match.groupdict()
            marked = bool(found.get("comrade"))
            persons = _read_persons(found.get("names") or "", marked, self._persons)
            if not persons or (found["verb"] == "为" and not (self.personnel or marked or self.sense)):
                continue
            mode = _modes(sense, "before" in found)[found["verb"]]
            if self._take(Claim(sense, mode, persons, ()), found["post"]):
                return
        if self._persons:
            return
        if self.sense and self._read_listed(clause, gaps):
            return
        spoken_of = _SPOKEN_OF.match(clause)
        if spoken_of:
            self._persons = _read_persons(spoken_of["names"], True, ())

    def _read_listed(self, clause: str, gaps: Sequence[int]) -> bool:
        """张三的市教育局局长职务, 张三 市教育局局长: only the heading says what happens to them."""
        match = _LISTED.fullmatch(clause)
        if match is not None:
            persons = _read_persons(match["names"], bool(match["comrade"]), ())
            if persons and self._take(Claim(self.sense, self.mode, persons, ()), match["post"]):
                return True
        for gap in gaps:
            name, post = clause[: max(gap, 0)], clause[max(gap, 0) :]
            if name and is_post(trim_post(post)) and is_person(name):
                return self._take(Claim(self.sense, self.mode, [person_name(name)], ()), post)
        return False

    def _take(self, claim: Claim, post: str) -> bool:
        """Keep the claim with the posts of the text, where they are posts that one is appointed to."""
        posts = read_posts(trim_post(post))
        if not posts:
            return False
        if not self.personnel and (not posts[0].organization or posts[0].title in _words()["group_titles"]):
            return False
        if not posts[0].organization and self._claims and claim.sense == "appointed":
            posts = read_posts(self._claims[-1].posts[0].organization + trim_post(post))
        probation = _PROBATION.search(post)
        claim.posts, claim.probation = posts, probation["time"] if probation else ""
        self._claims.append(claim)
        self._persons = claim.persons
        return True


def trim_post(post: str) -> str:
    """The posts without what follows them: 职务, （试用期一年）."""
    post = _PERSONAL.sub("", post)
    for ending in sorted(load_vocabulary("posts")["after_post"], key=lambda word: (-len(word), word)):
        post = post.removesuffix(ending)
    return post.strip(" 、的")


def _read_persons(names: str, marked: bool, known: Sequence[str]) -> Sequence[str]:
    """The persons of a list; those spoken of before for 其 and for none; nobody where a piece is no name."""
    if names in {"", _THE_SAME}:
        return known
    persons: list[str] = []
    for piece in _IN_BRACKETS.sub("", names).split("、"):
        parts = _parted(piece, marked)
        if not parts:
            return ()
        persons += [person_name(part) for part in parts]
    return persons


def _parted(piece: str, marked: bool) -> list[str]:
    """One person (李和平), or the two that 和 joins (张三和李四); empty where it is neither."""
    if is_person(piece, marked=marked and "和" not in piece):
        return [piece]
    for match in re.finditer("和", piece):
        pair = [piece[: match.start()], piece[match.end() :]]
        if all(is_person(part, marked=marked) for part in pair):
            return pair
    return []


def opens_claim(text: str, start: int, end: int) -> bool:
    """Whether a claim begins at `start`: a name and its verb, or a verb and a name."""
    return _opening().match(text, start, end) is not None


def first_claim(text: str, start: int) -> int:
    """Where the first claim after `start` begins; `start` where there is none."""
    match = _opening().search(text, start)
    return match.start() if match else start


@cache
def _words() -> dict[str, Any]:
    return load_vocabulary("appointments")


def _modes(sense: str, before: bool) -> dict[str, str]:
    """The mode of each verb that takes or leaves, standing before the person or after."""
    name = {"appointed": "appoints", "removed": "removes"}[sense]
    modes: dict[str, str] = _words()[f"{name}_before" if before else name]
    return modes


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms of a claim with their sense, the more explicit first. Group `before`: the verb goes first."""
    words = _words()
    prefix = rf"^(?:[^，]{{0,40}}?(?:{_either(words['openings'])}))?"
    names = rf"{_NAMES}(?P<comrade>等?同志|先生|女士)?{_BRACKET}"
    post = r"(?P<post>.{2,200})$"
    taking, leaving = _either(list(words["appoints"])), _either(list(words["removes"]))
    before, away = _either(list(words["appoints_before"])), _either(list(words["removes_before"]))
    removing = rf"(?P<before>)(?P<verb>{away})"
    forms = (
        (rf"(?P<before>)(?P<verb>接受|同意){names}(?:关于)?(?:请求)?辞去(?:其)?{post}", "removed"),
        (rf"{removing}{names}(?:担任)?的{post}", "removed"),
        (rf"{removing}(?P<names>{_THE_SAME})(?:原任|担任)?的?{post}", "removed"),
        (rf"{removing}(?P<names>{NAME})(?P<comrade>同志){_BRACKET}{post}", "removed"),
        (rf"{removing}(?P<names>[{HAN}]{{2,3}}?)(?P<post>[省市县区州].{{2,200}})$", "removed"),
        (rf"(?P<before>)(?P<verb>{before}){names}(?:担任|兼任|任|为){post}", "appointed"),
        (rf"{prefix}{names}(?P<verb>{leaving})(?:其|原任)?的?{post}", "removed"),
        (rf"{prefix}{names}(?P<verb>{taking}){post}", "appointed"),
        (rf"^(?:同时|并|另|且)?(?P<verb>{leaving})(?:原任|担任)?的?{post}", "removed"),
        (rf"^(?:同时|并|另|且|正式)?(?:被)?(?P<verb>{taking}){post}", "appointed"),
    )
    return tuple((re.compile(pattern), sense) for pattern, sense in forms)


@cache
def _opening() -> re.Pattern[str]:
    words = _words()
    after = _either(list(words["appoints"]) + list(words["removes"]))
    before = _either([*(word for word in words["removes_before"] if len(word) > 1), "任命", "聘任"])
    return re.compile(rf"{NAME}(?:同志)?{_BRACKET}(?:{after})|(?:{before}){NAME}")
