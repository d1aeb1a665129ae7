"""Which documents a document names: cites, and, for an interpretation (解读), interprets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govgraph_loaders.extract.descriptions import plain_number
from govgraph_loaders.extract.families import documents_by_title, family_of, own_titles
from govgraph_loaders.extract.organizations import find_organizations
from govgraph_loaders.extract.reading import Found, Reading, document_reference
from govgraph_loaders.statements import Equation, Reference
from govgraph_loaders.structure.jurisdiction import place_chain
from govgraph_loaders.structure.titles import DOCUMENT_NUMBER, QUOTED_TITLE, normal_title, title_kind
from govgraph_ontology.vocabulary import load_vocabulary

_NUMBER_AFTER = re.compile(rf"\s*[（(](?P<number>{DOCUMENT_NUMBER.pattern})")
_BARE = re.compile(
    rf"(?P<title>[\u4e00-\u9fff“”、，（）\d—\-]{{6,110}}?)[（(](?P<number>{DOCUMENT_NUMBER.pattern})[）)]"
)
_ABBREVIATION = re.compile(
    r"[（(](?:[^（）()]{4,60}[，,])?(?:以下简称|以下统称|以下称|下称|简称)(?P<names>[^（）()]{2,60})[）)]"
)
_LONGEST_GENERIC = 4
_QUOTED = re.compile(r"《([^《》]{2,40})》|“([^“”]{2,40})”")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named in the text: its title, its number where given, other forms of the title, its clean
    span.
    """

    title: str
    number: str
    aliases: tuple[str, ...]
    start: int
    end: int
    rule: str


def extract_citations(reading: Reading) -> Iterator[Found]:
    """The citations of a document, each cited document once for the family of a notice and what it prints."""
    own = own_titles(reading)
    abbreviations = _abbreviations(reading)
    yield from _equations(reading)
    yield from _interprets(reading)
    seen = _cited_before(reading)
    if reading.document.kind == "interpretation":
        own |= {normal_title(reference.name) for reference in _interpreted(reading)}
    for citation in find_citations(reading):
        keys = {normal_title(citation.title), *(normal_title(alias) for alias in citation.aliases)}
        if any(_abridges(normal_title(citation.title), title) for title in own):
            continue
        if keys & own or keys & seen or keys & abbreviations or (citation.number and citation.number in seen):
            continue
        seen |= keys | ({citation.number} if citation.number else set())
        evidence = reading.evidence(citation.start, citation.end)
        yield reading.statement(
            "cites", reading.reference, _reference(reading, citation), evidence, citation.rule
        )


def find_citations(reading: Reading) -> Iterator[Citation]:
    """Every document that the text names, in order, repeats and abbreviations too."""
    text = reading.text
    for paragraph in reading.document.paragraphs:
        for match in QUOTED_TITLE.finditer(text, paragraph.start, paragraph.end):
            if text.startswith(("（附件", "（见附件", "（详见附件"), match.end()):
                continue
            number = _NUMBER_AFTER.match(text, match.end(), paragraph.end)
            title = match["title"]
            if number is None and not is_citable(title):
                continue
            end = (
                number.end() + 1 if number and text[number.end() : number.end() + 1] in "）)" else match.end()
            )
            if number is not None and end == match.end():
                end = number.end()
            prefix = _prefix(text, match.start(), paragraph.start)
            aliases = (f"{prefix}{title}",) if prefix else ()
            yield Citation(
                title,
                plain_number(number["number"]) if number else "",
                aliases,
                match.start(),
                end,
                "citation.title",
            )
        yield from _numbered(text, paragraph.start, paragraph.end)
        if reading.document.kind == "interpretation" and "《" not in text[paragraph.start : paragraph.end]:
            yield from _bare(reading, paragraph.start, paragraph.end)


def _numbered(text: str, start: int, end: int) -> Iterator[Citation]:
    """Documents that the text names by their number alone: 根据云府〔2021〕19号文件."""
    if "〔" not in text[start:end] and "[" not in text[start:end]:
        return
    for match in _by_number().finditer(text, start, end):
        number = plain_number(match["number"])
        yield Citation(number, number, (), match.start("number"), match.end("number"), "citation.number")


@cache
def _by_number() -> re.Pattern[str]:
    cues = "|".join(sorted(load_vocabulary("citations")["by_number"], key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?:{cues}|(?<=文件)[、和及与])(?P<number>[\u4e00-\u9fff]{{2,8}}[〔\[](?:19|20)\d\d[〕\]]第?\d{{1,5}}号)"
        r"(?=文件|文|精神|要求|规定)"
    )


def _abridges(title: str, own: str) -> bool:
    """Whether a title is the document's own with a few characters left out, as careless drafts have it."""
    if not 0.85 * len(own) <= len(title) < len(own) or title[-2:] != own[-2:]:
        return False
    rest = iter(own)
    return all(character in rest for character in title)


def _bare(reading: Reading, start: int, end: int) -> Iterator[Citation]:
    """An interpretation lists what a policy rests on, often without 《》: …的意见（国办发〔2023〕10号）."""
    section = next((found for found in reading.document.sections if found.start == start), None)
    first = start + len(section.marker) if section is not None else start
    match = _BARE.match(reading.text, first, end)
    if match is not None and title_kind(match["title"]) is not None:
        yield Citation(
            match["title"], plain_number(match["number"]), (), match.start(), match.end(), "citation.listed"
        )


def is_citable(title: str) -> bool:
    """Whether a title in 《》 is a document of governance: an official kind, a law, or something 关于 a
    matter.
    """
    words = load_vocabulary("citations")
    bare = re.sub(r"[（(][^（）()]{1,24}[）)]$", "", title.strip())
    if (
        len(bare) <= _LONGEST_GENERIC
        and title_kind(title) is not None
        and not bare.endswith(tuple(words["laws"]))
    ):
        return False  # 《实施方案》 alone is short for a document that was named before
    if (
        title_kind(title) in {"notice", "opinion", "measures", "plan", "decision", "report", "reply"}
        and len(bare) > 3
    ):
        return not bare.endswith(("意见书", "通知书", "决定书"))
    if bare.endswith(tuple(words["never"])):
        return False
    return "关于" in bare[:20] or title_kind(title) is not None or bare.endswith(tuple(words["laws"]))


def _prefix(text: str, at: int, floor: int) -> str:
    """The organ or place written right before the title (中共中央办公厅 国务院办公厅《…》, 阳江市《…》)."""
    start = at
    while start > floor and at - start < 40 and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    names = find_organizations(text, start, at)
    if names and names[-1].end == at:
        first = names[-1].start
        for name in reversed(names[:-1]):
            if name.end == first:
                first = name.start
        return text[first:at]
    place, length = place_chain(text[max(start, at - 4) : at])
    return text[max(start, at - 4) : at] if place and length == at - max(start, at - 4) else ""


def _reference(reading: Reading, citation: Citation) -> Reference:
    """The cited document: the one of this source where it is here, else one known by title and number."""
    wanted = normal_title(citation.title)
    known = documents_by_title(reading.layout).get(wanted)
    if known is not None:
        return document_reference(known)
    scope, _ = place_chain(citation.title)
    aliases = tuple(filter(None, (*citation.aliases, citation.number)))
    return Reference("Document", citation.title, scope=scope, aliases=aliases, key=f"{scope}#{wanted}")


def _abbreviations(reading: Reading) -> set[str]:
    """Names that the source makes for what it cites: 《实施方案》 after （以下简称《实施方案》）."""
    names: set[str] = set()
    for document in family_of(reading):
        for match in _ABBREVIATION.finditer(reading.text, document.start, document.end):
            for quoted in _QUOTED.finditer(match["names"]):
                names.add(normal_title(quoted.group()))
            names.add(normal_title(match["names"]))
    for reference in _interpreted(reading):
        kind = re.search(
            r"[\u4e00-\u9fff]{2}(?:方案|办法|措施|意见|规划|计划|细则|规定|通知)$",
            normal_title(reference.name),
        )
        names |= {kind.group(), kind.group()[2:]} if kind else set()
    return names


def _equations(reading: Reading) -> Iterator[Found]:
    """Abbreviations of organizations that the text makes: 阳江市金融工作局（以下简称市金融局）."""
    text = reading.text
    for paragraph in reading.document.paragraphs:
        for match in _ABBREVIATION.finditer(text, paragraph.start, paragraph.end):
            names = find_organizations(text, max(paragraph.start, match.start() - 60), match.start())
            short = match["names"].strip("“”《》 ")
            if names and names[-1].end == match.start() and "《" not in match["names"]:
                reference = reading.organization(names[-1].name)
                evidence = reading.evidence(names[-1].start, match.end())
                yield Equation("Organization", reference.scope, reference.name, short, evidence)


def _interpreted(reading: Reading) -> list[Reference]:
    document = reading.document
    if document.kind != "interpretation":
        return []
    titles = [match["title"] for match in QUOTED_TITLE.finditer(document.title)]
    if not titles:
        match = re.match(r"(?:关于)?(?P<title>.{6,90}?)(?:的)?(?:政策)?(?:解读|图解)$", document.title)
        titles = [match["title"]] if match else []
    references = []
    for title in titles:
        known = next(
            (d for d in reading.layout.documents if normal_title(d.title) == normal_title(title)), None
        )
        scope, _ = place_chain(title)
        scope = scope or reading.scope
        references.append(
            document_reference(known)
            if known
            else Reference("Document", title, scope=scope, key=f"{scope}#{normal_title(title)}")
        )
    return references


def _interprets(reading: Reading) -> Iterator[Found]:
    mark = reading.document.title_mark
    if mark is None:
        return
    evidence = reading.source_evidence(mark.start, mark.end)
    for reference in _interpreted(reading):
        yield reading.statement("interprets", reading.reference, reference, evidence, "citation.interprets")


def _cited_before(reading: Reading) -> set[str]:
    """What the earlier documents of the family cite: it counts once."""
    layout = reading.layout
    seen: set[str] = set()
    for index in layout.families[layout.roots[reading.index]]:
        if index < reading.index:
            for citation in find_citations(Reading(layout, index)):
                seen |= {normal_title(citation.title)} | ({citation.number} if citation.number else set())
    return seen
