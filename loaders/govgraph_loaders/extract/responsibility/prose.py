"""Duties in prose: 由市科技局牵头…, 市商务局会同市财政局…, 市教育局要…, at the head of a sentence or
clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govgraph_loaders.extract.organizations import OrganizationName, is_group
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility.lists import DutyList
from govgraph_loaders.extract.responsibility.tasks import clause_name
from govgraph_loaders.model import Paragraph
from govgraph_loaders.statements import Reference, Rejection, Statement
from govgraph_loaders.structure.numbering import match_marker
from govgraph_ontology.vocabulary import load_vocabulary

_SENTENCE = re.compile(r"[^。；！？\n]+")
_JOINT = re.compile(r"[、，]?(?:和|及|与|以及|、)|、")
_LIST_TAIL = re.compile(r"等(?:有关|相关)?(?:单位|部门)?|、(?:单位|部门)(?!负责人)")
_BY = re.compile(r"(?:具体)?由$|(?<!自)由(?:各?[省市县区]?[、（）市县区]{0,8})$")
_CLAUSE_HEAD = re.compile(r"(?:^|[，：:]|其中[，、]?|同时[，、]?|并)$")
_VAGUE = re.compile(
    r"^(?:各部门|各单位|各有关部门|各有关单位|有关部门|相关部门|各相关部门|各相关单位|有关单位|相关单位|各地|各级各部门|各级各有关部门|各责任单位|各成员单位|各牵头单位|我省|我市)$"
)
_OPENING_CLAUSE = re.compile(
    r"(?:为|根据|按照|按|在|对|经|如|因|结合|围绕|每|(?:19|20)\d\d年)[^。；]{0,120}，"
)
_BARE_HELP = re.compile(
    r"(?:应当|应|要|须|需)?(?:予以|积极|密切|主动|给予)?(?:配合|协助)(?:做好)?(?:相关|有关)?(?:工作)?[，。；]?(?=$|[，。；\n])"
)
_JOINTLY = re.compile(r"(?:要|应当|应|须|需)?(?:牵头)?会同")
_LED = "responsibility.prose.lead"
_PARTNER = "responsibility.prose.partner"
_HEAD = "responsibility.prose.head"
_CARRIES_OUT = re.compile(
    r"(?:具体|负责|分级|抓好|组织)?(?:落实|实施|抓好落实|组织实施|具体落实)(?=$|[，。；])"
)
_NAMED_AS = {
    "leads": ("为牵头单位", "为牵头部门", "为主办单位"),
    "cooperates": ("为配合单位", "为配合部门", "为协办单位", "为参与单位"),
    "responsible": ("为责任单位", "为责任部门"),
}
_OWN_CLAUSE = re.compile(r"(?:[，：]|(?<![自理])由|会同|其中)$")
_NO_DUTY = (
    "负责人",
    "负责同志",
    "负责的",
    "要求",
    "要素",
    "要点",
    "要闻",
    "牵头的",
    "牵头人",
    "将军",
    "会议",
    "常务会",
    "常委会",
    "办公会",
    "全会",
    "党组会",
    "大会",
    *(
        "局长",
        "副局长",
        "主任",
        "副主任",
        "书记",
        "副书记",
        "厅长",
        "院长",
        "处长",
        "科长",
        "队长",
        "党组",
        "同志",
    ),
    *("主要领导", "分管领导", "分管负责", "主要负责同志", "主要负责人", "法定代表人", "一名", "派员"),
)
# 本办法由市财政局（会同市审计局）负责解释: who explains a text does no task of it.
_EXPLAINS = re.compile(r"(?:会同[^，。；]{2,24})?(?:具体|共同)?(?:负责|承担)?(?:具体|相关|政策)?(?:的)?解释")
# 市水利局是主管部门，负责…: what the body is stands between it and its duty.
_CHARGED = re.compile(r"[是为][^，。；]{2,30}(?:部门|单位|机构|主体)，(?=(?:主要|具体)?(?:负责|承担))")
_LOOKS_BACK = re.compile(r"去年|近年来|上年|一年来|五年来|以来|年来|过去")
_ADVERB = re.compile(r"^(?:主要|具体|全面|统一|共同|分别)(?=负责|组织|统筹)")
_FOUNDED = re.compile(r"(?:成立|组建|设立|建立)(?:[^，。；]{0,40}的)?$")
# 办公室设在市水利局，负责日常工作.
_HOSTS = ("设在", "设于", "挂靠", "挂靠在")
_HOSTED = re.compile(r"(?:[（(][^（）()]{1,20}[）)])?，(?:主要|具体)?(?P<verb>负责|承担|牵头)")
_DONE = re.compile(r"了(?![解结如然])|已(?!有)|曾")
_TOLD = frozenset(f"responsibility.prose.{rule}" for rule in ("head", "told", "founded"))
_NOTICES = ("notice", "circular")
_MAX_SENTENCE = 400


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(sorted(load_vocabulary("roles")["prose"][kind], key=lambda word: (-len(word), word)))


def extract_prose_duties(reading: Reading, lists: Sequence[DutyList]) -> Iterator[Found]:
    """The duties that the sentences of a document give, outside its lists of duties."""
    if reading.document.kind not in _words("kinds"):
        return
    said_only = reading.document.kind == "report"
    covered = [(found.start, found.end) for found in lists]
    prints = len(reading.layout.families[reading.layout.roots[reading.index]]) > 1
    for paragraph in reading.document.paragraphs:
        # The body of a notice that prints a plan asks its addressees to carry it out: no task of its own.
        if prints and reading.document.kind in _NOTICES and paragraph.section is None:
            continue
        for sentence in _SENTENCE.finditer(reading.text, paragraph.start, paragraph.end):
            if any(start < sentence.end() and sentence.start() < end for start, end in covered):
                continue
            start = sentence.start()
            if start == paragraph.start:
                marker = match_marker(sentence.group())
                start += marker.end if marker else 0
            if start < sentence.end():
                stop = min(sentence.end(), start + _MAX_SENTENCE)
                for found in _read_sentence(reading, paragraph, start, stop):
                    # A report tells what was done: only what it says to be somebody's duty is one.
                    if not said_only or found.rule not in _TOLD:
                        yield found


def _read_sentence(
    reading: Reading, paragraph: Paragraph, start: int, end: int
) -> Iterator[Statement | Rejection]:
    text = reading.text
    names = [
        OrganizationName(found.text, found.start, found.end)
        for found in reading.between("organization", start, end)
    ]
    groups = _coordinated(text, names)
    earlier: Reference | None = None
    partners: list[OrganizationName] = []
    for index, group in enumerate(groups):
        if group is partners:
            continue
        first, last = group[0], group[-1]
        tail = _LIST_TAIL.match(text, last.end, end)
        after = tail.end() if tail else last.end
        charged = _CHARGED.match(text, after, end)
        after = charged.end() if charged else after
        before = text[start : first.start]
        role, rule = _role(text, before, after, end, names, group)
        if earlier is not None and (role in {None, "responsible"} or rule == _HEAD):
            role, rule = _partner_role(text, before, after, end) or (role, rule)
        if role is None:
            continue
        if earlier is not None and role == "responsible" and rule == _LED:
            role = "cooperates"  # 市水利局为牵头单位，市财政局为责任单位
        evidence = reading.evidence(first.start - (1 if before.endswith("由") else 0), end)
        jointly = _JOINTLY.match(text, after, end)
        following = groups[index + 1 : index + 2]
        partners = following[0] if jointly and following and following[0][0].start == jointly.end() else []
        if partners:
            tail = _LIST_TAIL.match(text, partners[-1].end, end)
            after = tail.end() if tail else partners[-1].end
        until = _next_subject(
            text, after, [group for group in groups[index + 1 :] if group is not partners], end
        )
        helps = earlier is not None and (rule == _PARTNER or _BARE_HELP.match(text, after, end) is not None)
        task = earlier if helps else _task(reading, paragraph, after, until)
        if task is None:
            yield Rejection(role, "没有任务名称 (no task is named)", evidence, rule)
            continue
        earlier = task
        for name in group:
            yield reading.statement(role, reading.organization(name.name), task, evidence, rule)
        for name in partners:
            yield reading.statement("cooperates", reading.organization(name.name), task, evidence, rule)


def _next_subject(text: str, after: int, groups: Sequence[Sequence[OrganizationName]], end: int) -> int:
    """Where the next clause with doers of its own begins; the ones named within a clause belong to its task:
    对各单位完成情况进行督办.
    """
    for group in groups:
        if _OWN_CLAUSE.search(text, after, group[0].start):
            return group[0].start
    return end


def _partner_role(text: str, before: str, after: int, end: int) -> tuple[str, str] | None:
    """What those do who are named after the lead in one sentence: …牵头，市财政局配合，各镇街具体落实."""
    follows = text[after:end]
    if before.endswith("会同"):
        return "cooperates", _PARTNER
    if not before.endswith(("，", "、", "；", "并由", "由")):
        return None
    if follows.startswith(_words("cooperate_verbs")):
        return "cooperates", _PARTNER
    if _CARRIES_OUT.match(follows):
        return "implements", _PARTNER
    return None


def _coordinated(text: str, names: Sequence[OrganizationName]) -> list[list[OrganizationName]]:
    """Names that stand together as one subject: 市教育局、市财政局和各县（市、区）人民政府."""
    groups: list[list[OrganizationName]] = []
    for name in names:
        if groups and _JOINT.fullmatch(text[groups[-1][-1].end : name.start]):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _role(
    text: str,
    before: str,
    after: int,
    end: int,
    names: Sequence[OrganizationName],
    group: Sequence[OrganizationName],
) -> tuple[str | None, str]:
    """The relation that the words around a subject give, with the rule; None where they give none."""
    follows, last = text[after:end], group[-1]
    by = _BY.search(before) is not None
    head = by or not before.strip("，、 ") or _CLAUSE_HEAD.search(before) is not None
    for role, openings in _NAMED_AS.items():
        if follows.startswith(openings):
            return (
                role,
                _LED if role != "cooperates" else "responsibility.prose.cooperate",
            )
    if (
        follows.startswith(_NO_DUTY)
        or _EXPLAINS.match(follows)
        or _LOOKS_BACK.search(before)
        or _DONE.search(follows[:16])
    ):
        return None, ""
    if follows.startswith("牵头") and (head or not before.endswith(("的", "向", "报"))):
        return "leads", _LED
    if _FOUNDED.search(before) and follows.startswith("，") and not before.lstrip().startswith(("各", "每")):
        return _founded_role(follows[1:])
    hosted = _HOSTED.match(follows) if before.endswith(_HOSTS) else None
    if hosted is not None:
        return ("responsible" if hosted["verb"] == "承担" else "leads"), "responsibility.prose.founded"
    if not head:
        return None, ""
    jointly = _JOINTLY.match(follows)
    if jointly and any(name.start == after + jointly.end() for name in names):
        return "leads", "responsibility.prose.joint"
    if follows.startswith(_words("past")):
        return None, ""
    if by:
        if "组成" in follows[:24] or _VAGUE.match(last.name):
            return None, ""
        if follows.startswith(_words("lead_verbs")):
            return "leads", "responsibility.prose.by"
        return ("responsible", "responsibility.prose.by") if follows.strip("，") else (None, "")
    if _VAGUE.match(last.name):
        return None, ""
    verb = follows
    for modal in _words("duty_modals"):
        if verb.startswith(modal):
            verb = verb[len(modal) :]
            break
    modal_said = verb is not follows
    verb = _ADVERB.sub("", verb)
    if any(word in verb[:14] for word in _words("exhortations")):
        return None, ""
    if verb.startswith(_words("cooperate_verbs")) or (
        modal_said and any(word in verb[:8] for word in _words("cooperate_verbs"))
    ):
        return "cooperates", "responsibility.prose.cooperate"
    sentence_head = (
        not before.strip()
        or before.endswith(("其中，", "："))
        or _OPENING_CLAUSE.fullmatch(before) is not None
    )
    if sentence_head and (
        verb.startswith("负责") or (not modal_said and verb.startswith(_words("lead_verbs")))
    ):
        return "leads", _HEAD
    if ("牵头" in verb[:30] and modal_said) or (sentence_head and "，负责" in follows[:40]):
        return "leads", "responsibility.prose.duty"
    governments = any(word in name.name for name in group for word in ("政府", "管委会"))
    if is_group(last.name) and not modal_said and not governments:
        return None, ""
    if modal_said or (sentence_head and verb.startswith(_words("duty_adverbs"))):
        if _DONE.search(follows[:30]) and not modal_said:
            return None, ""
        rule = "responsibility.prose.duty" if modal_said else "responsibility.prose.told"
        return "responsible", rule
    if verb.startswith("负责") and before.endswith("，"):
        return "leads", _HEAD
    return None, ""


def _founded_role(follows: str) -> tuple[str | None, str]:
    """What a body does that the same sentence sets up: 成立…领导小组，负责统筹…"""
    if follows.startswith(_words("lead_verbs")):
        return "leads", "responsibility.prose.founded"
    if follows.startswith(_words("duty_adverbs")):
        return "responsible", "responsibility.prose.founded"
    return None, ""


def _task(reading: Reading, paragraph: Paragraph, after: int, end: int) -> Reference | None:
    """The section where it has a heading of its own; else what the sentence says is to be done."""
    section = reading.section(paragraph.section)
    text = reading.text
    predicate = clause_name(text, after, end)
    if predicate.startswith("为") and predicate.endswith(("单位", "部门")):
        predicate = ""
    modal = next((word for word in _words("duty_modals") if predicate.startswith(word)), "")
    for word in (modal, "牵头", "负责", "，"):
        predicate = predicate.removeprefix(word)
    # A sentence that names its own doers is no heading of what others do.
    headed = section is not None and not any(
        reading.between("organization", section.start, section.heading_end)
    )
    if (
        section is not None
        and headed
        and paragraph.section is not None
        and _is_heading(text, section.heading_end, section.title)
    ):
        return reading.task(paragraph.section)
    if not predicate:
        return None
    aliases = (section.title,) if section is not None else ()
    return reading.task_named(predicate, paragraph.section, aliases=aliases, part=predicate)


def _is_heading(text: str, end: int, title: str) -> bool:
    """A heading names its section; the first clause of a running sentence does not."""
    return 2 <= len(title) <= 40 and text[end : end + 1] in {"。", "\n", "：", ""}
