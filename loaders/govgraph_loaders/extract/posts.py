"""Posts: 市教育局局长 as the organization and the title, and lists that say the organization once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govgraph_ontology.vocabulary import load_vocabulary

# A list is cut at these, but never within brackets. 兼 stays with what follows it.
_CUT = re.compile(r"[（）、，]|(?<=[长任记员师席理])(?:兼任?|和|以及|及)(?=[^、，（）]{2})")
_BRACKETS = re.compile(r"（[^（）]{1,60}）$")
_CONCURRENT = re.compile(r"^兼任?|（兼）$|（兼任）$")
_COURT = re.compile(r".{0,30}?(?:法院|检察院)")
_MAX_POST = 60


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the text names it, made whole: `name` is the organization and the title.

    `organization` is empty where the text does not say it. `concurrent`: held beside another one (兼).
    """

    name: str
    organization: str
    title: str
    concurrent: bool = False


def read_posts(text: str) -> list[Post]:
    """The posts of a list such as 市教育局局长、党组书记. Empty where one of its pieces is no post."""
    posts: list[Post] = []
    pending = ""
    for piece in _pieces(text):
        pending += piece
        post = _read_post(pending, posts[0].organization if posts else "")
        if post is not None:
            posts.append(post)
            pending = ""
        else:
            pending += "、"
    return [] if pending else posts


def is_post(text: str) -> bool:
    """Whether `text` ends with a title."""
    return len(text) <= _MAX_POST and _title().search(text) is not None


def _pieces(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for match in _CUT.finditer(text):
        if match.group() == "（":
            depth += 1
        elif match.group() == "）":
            depth = max(0, depth - 1)
        elif depth == 0:
            if match.start() > start:
                yield text[start : match.start()]
            start = match.start() if match.group().startswith("兼") else match.end()
    if start < len(text):
        yield text[start:]


def _read_post(text: str, organization: str) -> Post | None:
    concurrent = bool(_CONCURRENT.search(text))
    bare = _CONCURRENT.sub("", text)
    while (bracket := _BRACKETS.search(bare)) and _title().search(bare[: bracket.start()]):
        bare = bare[: bracket.start()]
    match = _title().search(bare)
    if match is None or len(bare) > _MAX_POST:
        return None
    own, title = bare[: match.start()], match.group()
    if (
        not own
        and title in load_vocabulary("posts")["court_titles"]
        and (court := _COURT.match(organization))
    ):
        organization = court.group()  # 民事审判庭副庭长、审判员: the judge is one of the court
    if not own and organization:
        return Post(organization + title, organization, title, concurrent)
    if not own.startswith(organization or own) and _is_inner(own):
        court = _COURT.match(organization)
        organization = court.group() if court else organization
        return Post(organization + own + title, organization, own + title, concurrent)
    return Post(bare, own, title, concurrent)


def _is_inner(own: str) -> bool:
    """Whether a name is that of a part of an office, which says nothing without the office: 审判委员会,
    刑事审判第一庭.
    """
    words = load_vocabulary("posts")
    inner = own.endswith(tuple(words["inner_endings"])) and _COURT.match(own) is None
    return own in words["inner_organs"] or inner


@cache
def _title() -> re.Pattern[str]:
    words = load_vocabulary("posts")
    titles = "|".join(sorted(words["titles"], key=lambda word: (-len(word), word)))
    before = "|".join(sorted(words["before_title"], key=lambda word: (-len(word), word)))
    return re.compile(f"(?:{before}){{0,3}}(?:{titles})$")
