"""Marking: which facts were read across damage, which cannot be sure for it, and what was not read at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govgraph_loaders.damage.fault import Fault
from govgraph_loaders.damage.spam import office_in_place
from govgraph_loaders.statements import Damage, Equation, Evidence, Reference, Rejection, Statement
from govgraph_ontology.vocabulary import load_vocabulary

_TITLED = frozenset({"Document", "Task"})
"""What need not be named beside what is said of it: its place in the text says which it is."""

_STOPS = "。；\n"
_PAIRS = (("（", "）"), ("〔", "〕"), ("《", "》"))


def damage_of(text: str, faults: Sequence[Fault]) -> tuple[Damage, ...]:
    """The faults as an extraction keeps them, each with its characters."""
    return tuple(Damage(fault.kind, fault.reading is not None, _evidence(text, fault)) for fault in faults)


def unread(text: str, faults: Sequence[Fault]) -> Iterator[Rejection]:
    """Those faults of which no reading is certain, as what was seen and not accepted."""
    for fault in faults:
        if fault.reading is None:
            kind = load_vocabulary("damage")["kinds"][fault.kind]
            reason = f"原文损坏，读法不定：{kind['label']} (damaged, not read: {kind['label_en']})"
            yield Rejection("", reason, _evidence(text, fault), fault.kind)


class Marker:
    """Says of statements what damage means for them; `text` is that of the source."""

    def __init__(self, text: str, faults: Sequence[Fault]) -> None:
        self._text = text
        self._doubtful = [fault for fault in faults if _trust(fault.kind) < 1]
        self._starts = [fault.start for fault in self._doubtful]
        self._ends = [fault.end for fault in self._doubtful]
        self._unread = {_unread_words(text, fault): fault.kind for fault in self._doubtful}
        self._unread.pop("", None)

    def mark(self, found: Statement | Rejection | Equation) -> Statement | Rejection | Equation:
        """What was found; a statement whose words run across damage says so and is less sure, one of which a
        name or a value is damaged is rejected.

        Characters that only look otherwise cost nothing: what they say is as certain as if they were right.
        """
        if not isinstance(found, Statement):
            return found
        if any(map(_is_cut, (found.subject, found.object))):
            return _rejection(found, "damage.bracket", "名称的括号残缺 (a bracket of a name is lost)")
        return self._judged(found) if self._doubtful else found

    def _judged(self, statement: Statement) -> Statement | Rejection:
        parties = (statement.subject, statement.object)
        named = {kind for party in parties for kind in self._kinds(_name(party))}
        if any(self._kinds(_name(party)) for party in parties if not _keeps_facts(party, statement)):
            return _rejection(statement, min(named), "名称或数值损坏 (a name or value is damaged)")
        hidden = self._unread_before(statement)
        if hidden:
            return _rejection(statement, min(hidden), "主体所在文字损坏 (what names the subject is damaged)")
        kinds = tuple(sorted(named | self._across(statement.evidence)))
        if not kinds:
            return statement
        kept = {name: value for name, value in statement.qualifiers.items() if not self._kinds(f"{value}")}
        sure = round(statement.confidence * min(map(_trust, kinds)), 3)
        return replace(statement, confidence=sure, damage=kinds, qualifiers=kept)

    def _kinds(self, words: str) -> set[str]:
        """The kinds of what is unread in these words."""
        return {kind for piece, kind in self._unread.items() if piece in words}

    def _across(self, evidence: Evidence) -> set[str]:
        """The kinds of damage that touch the words of the evidence."""
        first, last = bisect_right(self._ends, evidence.start), bisect_left(self._starts, evidence.end)
        return {fault.kind for fault in self._doubtful[first:last]}

    def _unread_before(self, statement: Statement) -> set[str]:
        """The kinds of what is unread in the sentence between the name of the subject and what is said of it:
        it may be the name of another one.
        """
        start, end = statement.evidence.start, statement.evidence.end
        name = statement.subject.name
        if statement.subject.type in _TITLED or name in self._text[start:end]:
            return set()
        first = max(self._text.rfind(stop, 0, start) for stop in _STOPS) + 1
        named = max(self._text.rfind(name, first, start), first)
        before = self._doubtful[bisect_left(self._starts, named) : bisect_left(self._starts, start)]
        return {fault.kind for fault in before if fault.reading is None}


def _rejection(statement: Statement, kind: str, reason: str) -> Rejection:
    return Rejection(statement.relation, reason, statement.evidence, kind)


def _unread_words(text: str, fault: Fault) -> str:
    """What the clean view has where a fault was not read; empty where it was."""
    if fault.reading is None:
        return text[fault.start : fault.end]
    return fault.reading if fault.reading == office_in_place() else ""


def _name(party: Reference | str) -> str:
    return party if isinstance(party, str) else party.name


def _is_cut(party: Reference | str) -> bool:
    """Whether a name lacks a bracket of a pair: 企业（家. Documents and tasks are known by their place."""
    if isinstance(party, str) or party.type in _TITLED:
        return False
    return any(party.name.count(one) != party.name.count(other) for one, other in _PAIRS)


def _keeps_facts(party: Reference | str, statement: Statement) -> bool:
    """Whether a party may have a damaged name: the document or task itself, not a document that it names."""
    if isinstance(party, str):
        return False
    return party.type == "Task" or (party.type == "Document" and party is statement.subject)


def _trust(kind: str) -> float:
    return float(load_vocabulary("damage")["kinds"][kind]["trust"])


def _evidence(text: str, fault: Fault) -> Evidence:
    return Evidence(fault.start, fault.end, text[fault.start : fault.end])
