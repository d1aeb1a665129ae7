"""What a sentence of a personnel notice says: who takes which posts, who leaves which.

张三同志任A局局长，免去其B局副局长职务 makes two claims; the second speaks of the person of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from govgraph_loaders.extract.appointment_forms import (
    BRACKET,
    NAMES,
    THE_SAME,
    carried_forms,
    claim_forms,
    modes,
    next_claim,
    opening,
    words,
)
from govgraph_loaders.extract.persons import is_person, person_name
from govgraph_loaders.extract.posts import Post, is_post, read_posts
from govgraph_ontology.vocabulary import load_vocabulary

_IN_BRACKETS = re.compile(r"（[^（）]*）")
_PEOPLE = re.compile(r"（[^（）]*族[^（）]*）")
_PERSONAL = re.compile(
    r"（(?:试用|挂职|聘期|聘任|任期|任职|正[科处县厅]|副[科处县厅]|享受|保留|女|列|时间|终止|均系)[^（）]{0,40}）"
)
_PROBATION = re.compile(r"试用期(?:为|限)?(?P<time>[一二三四五六七八九十两半\d]{1,3}(?:个月|年))")
_CLAUSE_END = re.compile(r"，(?![^（）]{0,60}）)")
# 张三市商务局局长职务: under 免去 the 的 may be left out.
_LEFT = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:同志)?(?P<post>[省市县区州旗盟][\u4e00-\u9fff]{3,40})职务"
)
_LISTED = re.compile(rf"{NAMES}(?:(?P<comrade>同志){BRACKET}的?|的)(?P<post>.{{3,120}}?)(?:职务|一职)?")
_OFFICE = re.compile(rf"(?P<post>[^：、，]{{3,40}}?)(?:职务)?：{NAMES}")
_SPOKEN_OF = re.compile(rf"{NAMES}(?:同志|(?=退休|试用期满|任职试用期满|挂职期满|因|达到))")
_NUMBER_OF = re.compile(r"^[\d一二三四五六七八九十]{1,3}(?:名|位)")
_POST_END = re.compile(r"(?<=.{2})(?:职务|一职)")


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

    `personnel`: whether the document is about personnel; elsewhere only the plainest forms count. `organ`:
    the organization that heads a list of posts in it. `before`: the claim of the sentence before, where a
    semicolon parts the two; `spoken_of`: the persons of that claim, in any case.
    """

    sense: str = ""
    mode: str = ""
    personnel: bool = True
    organ: str = ""
    before: Claim | None = None
    spoken_of: Sequence[str] = ()
    _claims: list[Claim] = field(default_factory=list, init=False)
    _persons: Sequence[str] = field(default=(), init=False)

    def read(self, text: str, gaps: Sequence[int] = ()) -> list[Claim]:
        """The claims of a sentence. `gaps`: offsets before which a space was dropped (张三 市教育局局长)."""
        position = 0
        for clause in _CLAUSE_END.split(text):
            self._read_clause(clause, [gap - position for gap in gaps])
            position += len(clause) + 1
            probation = _PROBATION.search(clause)
            if probation and self._claims:
                self._claims[-1].probation = probation["time"]
        return self._claims

    def _read_clause(self, clause: str, gaps: Sequence[int]) -> None:
        following = next_claim().search(clause)
        if following is not None and _read_persons(following["names"], False, ()):
            self._read_clause(clause[: following.start()], gaps)
            if self._goes_on(following["rest"]):
                return
        if self._goes_on(clause):
            return
        for pattern, sense in claim_forms():
            match = pattern.search(clause)
            if match is None:
                continue
            found = match.groupdict()
            marked = bool(found.get("comrade"))
            known = self._persons or (self.spoken_of if found.get("names") == THE_SAME else ())
            persons = _read_persons(found.get("names") or "", marked, known)
            decided = self.personnel or marked or self.sense or found.get("opening") in words()["deciding"]
            if not persons or (found["verb"] == "为" and not decided):
                continue
            mode = modes(sense, "before" in found).get(found["verb"], found["verb"])
            if mode == "为" and not self.sense and (unnamed := _after_verb(persons[0])):
                persons, mode = [unnamed, *persons[1:]], "任"
            if self._take(Claim(sense, mode, persons, ()), found["post"]):
                return
        if self._persons:
            return
        if self._read_office(clause) or (self.sense and self._read_listed(clause, gaps)):
            return
        spoken_of = _SPOKEN_OF.match(clause)
        if spoken_of:
            marked = clause.startswith("同志", spoken_of.end("names"))
            self._persons = _read_persons(spoken_of["names"], marked, ())

    def _goes_on(self, clause: str) -> bool:
        """Whether the clause goes on with the claim before it, whose verb it does without: 李四为B."""
        last = self._claims[-1] if self._claims else self.before
        if last is None or (last.sense == "appointed" and last.mode not in modes(last.sense, True).values()):
            return False
        match = carried_forms()[last.sense].match(clause)
        if match is None:
            return False
        persons = _read_persons(match["names"], bool(match["comrade"]), ())
        return bool(persons) and self._take(Claim(last.sense, last.mode, persons, ()), match["post"])

    def _read_listed(self, clause: str, gaps: Sequence[int]) -> bool:
        """张三的市教育局局长职务, 张三 市教育局局长: only the heading says what happens to them."""
        match = _LISTED.fullmatch(clause)
        if match is not None:
            persons = _read_persons(match["names"], bool(match["comrade"]), ())
            if persons and self._take(Claim(self.sense, self.mode, persons, ()), match["post"]):
                return True
        left = _LEFT.fullmatch(clause) if self.sense == "removed" else None
        if left is not None and is_person(left["name"]):
            return self._take(Claim(self.sense, self.mode, [person_name(left["name"])], ()), left["post"])
        for gap in gaps:
            name, post = clause[: max(gap, 0)], clause[max(gap, 0) :]
            if name and is_post(trim_post(post)) and is_person(name):
                return self._take(Claim(self.sense, self.mode, [person_name(name)], ()), post)
        return False

    def _read_office(self, clause: str) -> bool:
        """云溪市人民政府副市长：张三、李四, under a heading or in the result of an election."""
        match = _OFFICE.fullmatch(clause) if self.personnel and self.sense != "removed" else None
        if match is None or not is_post(trim_post(match["post"])):
            return False
        persons = _read_persons(match["names"], False, ())
        return bool(persons) and self._take(
            Claim("appointed", self.mode or "当选", persons, ()), match["post"]
        )

    def _take(self, claim: Claim, post: str) -> bool:
        """Keep the claim with the posts of the text, where they are posts that one is appointed to."""
        trimmed = trim_post(post)
        posts = [] if _NUMBER_OF.match(trimmed) else read_posts(trimmed)
        if posts and not posts[0].organization:
            organ = self.organ
            if self._claims and claim.sense == "appointed":
                organ = self._claims[-1].posts[0].organization
            posts = read_posts(organ + trimmed) if organ else posts
        if not posts:
            return False
        if not self.personnel and (
            posts[0].organization in ("", *load_vocabulary("posts")["inner_organs"])
            or posts[0].title in words()["group_titles"]
        ):
            return False
        probation = _PROBATION.search(post)
        claim.posts, claim.probation = posts, probation["time"] if probation else ""
        self._claims.append(claim)
        self._persons = claim.persons
        return True


def trim_post(post: str) -> str:
    """The posts without what follows them: 职务, （试用期一年）."""
    post = _PERSONAL.sub("", post).lstrip("：")
    end = _POST_END.search(post)
    if end is not None:
        post = post[: end.start()]
    for ending in sorted(load_vocabulary("posts")["after_post"], key=lambda word: (-len(word), word)):
        post = post.removesuffix(ending)
    return post.strip(" 、的")


def _read_persons(names: str, marked: bool, known: Sequence[str]) -> Sequence[str]:
    """The persons of a list; those spoken of before for 其 and for none; nobody where a piece is no name."""
    if names in {"", THE_SAME}:
        return known
    persons: list[str] = []
    for piece in _parted_names(names):
        parts = _parted(_IN_BRACKETS.sub("", piece), marked or _PEOPLE.search(piece) is not None)
        if not parts:
            return ()
        persons += [person_name(part) for part in parts]
    return persons


def _after_verb(name: str) -> str:
    """The name behind the verb in 任张明同志为A, which reads like a name with the surname 任."""
    return name[1:] if name.startswith("任") and len(name) > 2 and is_person(name[1:]) else ""


def _parted_names(names: str) -> list[str]:
    """The names of a list, each with what stands in brackets behind it."""
    pieces = [""]
    depth = 0
    for character in names:
        depth += (character == "（") - (character == "）")
        if character == "、" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += character
    return pieces


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
    return opening().match(text, start, end) is not None


def first_claim(text: str, start: int) -> int:
    """Where the first claim after `start` begins; `start` where there is none."""
    match = opening().search(text, start)
    return match.start() if match else start
