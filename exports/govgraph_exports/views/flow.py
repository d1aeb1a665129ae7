"""The flow of work: from documents to their tasks to those who have a part in them, as bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from govgraph_exports.views.page import Page, render_reading
from govgraph_exports.views.roles import MARKS
from govgraph_exports.views.sankey import BAR, Band, Box, Flow, Node, lay_flows
from govgraph_exports.views.told import Fact, Passages, Told
from govgraph_exports.wrapping import balance_label

MOST_DOCUMENTS, MOST_TASKS, MOST_BUREAUS = 10, 30, 24
"""So many are drawn by themselves, those with the most parts; the rest as one, with their number."""

WIDTH = 1040
_LEFT_SIDES = (176.0, 470.0, 862.0)
_LABELS = ((24, 4), (42, 2), (24, 2))  # half-width columns of a line, and lines, of the labels of each column
_LINE = 16.0
_COUNTED = ("其他 {} 份文件", "其他 {} 项任务", "其他 {} 个单位")
_NAMED = 12  # names that a title gives before it counts
_REST = ""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class FlowPage(Page):
    """The flow of so many documents, tasks and bureaus, whether drawn by themselves or not."""

    documents: int
    tasks: int
    bureaus: int


@dataclass(frozen=True, slots=True)
class Part:
    """That somebody has a part in a task by a document: IRIs, the role, and the facts that say so."""

    document: str
    task: str
    bureau: str
    role: str
    facts: list[Fact] = field(default_factory=list)


class Stop(NamedTuple):
    """What a box stands for: a document, a task of a document, or a bureau, by IRI; _REST for all others."""

    column: int
    document: str
    iri: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A box or a band with what a click on it shows; `passages`: numbers of the words behind it."""

    shape: Box | Band
    title: str
    passages: tuple[int, ...]
    lines: Sequence[str] = ()
    ends: tuple[str, ...] = ()
    role: str = ""


def draw_flow(told: Told) -> FlowPage:
    """The flow in what is told. Raises UnknownName where nobody has a part in a task."""
    parts = _parts(told)
    told.require(parts, "分工", "responsibilities")
    stops: dict[Stop, list[Part]] = {}
    bands: dict[tuple[Stop, Stop, str], list[Part]] = {}
    for part, (document, task, bureau) in zip(parts, _stops(parts), strict=True):
        for stop in (document, task, bureau):
            stops.setdefault(stop, []).append(part)
        bands.setdefault((document, task, ""), []).append(part)
        bands.setdefault((task, bureau, part.role), []).append(part)
    keys = {stop: f"n{number}" for number, stop in enumerate(stops)}
    labels = {stop: _label(told, stop, held) for stop, held in stops.items()}
    lines = {stop: balance_label(labels[stop], *_LABELS[stop.column]) for stop in stops}
    in_order = sorted(stops, key=lambda stop: stop.column == 1 and stop.iri == _REST)
    picture = lay_flows(
        [
            Node(keys[stop], stop.column, len(lines[stop]) * _LINE, stop.column != 1 and stop.iri == _REST)
            for stop in in_order
        ],
        [Flow(keys[tail], keys[head], len(held)) for (tail, head, _), held in bands.items()],
        _LEFT_SIDES,
    )
    passages = told.passages()
    boxes = {
        keys[stop]: Drawn(
            picture.boxes[keys[stop]],
            _title(told, labels[stop], held, stop.column),
            _numbers(told, passages, held),
            lines[stop],
        )
        for stop, held in stops.items()
    }
    lanes = [
        Drawn(
            shape,
            _title(told, labels[head], held, head.column),
            _numbers(told, passages, held),
            ends=(keys[tail], keys[head]),
            role=role,
        )
        for shape, ((tail, head, role), held) in zip(picture.bands, bands.items(), strict=True)
    ]
    sizes = [len({getattr(part, name) for part in parts}) for name in ("document", "task", "bureau")]
    heading = f"{told.about} · 任务流向"
    html = render_reading(
        "flow",
        heading,
        passages.found,
        boxes=[(key, stop.column, boxes[key]) for stop, key in keys.items()],
        bands=lanes,
        size=(WIDTH, round(picture.height)),
        bar=BAR,
        line=_LINE,
        roles=list(MARKS.values()),
        counts=Counter(part.role for part in parts),
        sizes=sizes,
    )
    return FlowPage(html, heading, *sizes)


def _parts(told: Told) -> list[Part]:
    found: dict[tuple[str, str, str, str], Part] = {}
    for fact in told.duties:
        key = (fact["source"]["document"], fact["object"]["id"], fact["subject"]["id"], fact["relation"])
        found.setdefault(key, Part(*key)).facts.append(fact)
    return list(found.values())


def _stops(parts: Sequence[Part]) -> Iterable[tuple[Stop, Stop, Stop]]:
    """By part the boxes through which it flows."""
    documents = _largest((part.document for part in parts), MOST_DOCUMENTS)
    tasks = _largest(((part.document, part.task) for part in parts), MOST_TASKS)
    bureaus = _largest((part.bureau for part in parts), MOST_BUREAUS)
    for part in parts:
        document = part.document if part.document in documents else _REST
        task = part.task if document and (part.document, part.task) in tasks else _REST
        bureau = part.bureau if part.bureau in bureaus else _REST
        yield Stop(0, document, document), Stop(1, document, task), Stop(2, "", bureau)


def _largest(keys: Iterable[Key], most: int) -> set[Key]:
    """The keys that are there most often, the earlier of equals; all where only one would be left out."""
    counts = Counter(keys)
    return set(counts) if len(counts) <= most + 1 else {key for key, _ in counts.most_common(most)}


def _label(told: Told, stop: Stop, held: Iterable[Part]) -> str:
    if stop.iri != _REST:
        return told.label(stop.iri)
    return _COUNTED[stop.column].format(
        len({(part.document, part.task, part.bureau)[stop.column] for part in held})
    )


def _title(told: Told, label: str, held: Sequence[Part], column: int) -> str:
    """What a box or band is about in one line: of a document how much, else by role the bureaus or tasks."""
    if column == 0:
        return f"{label}：{len({part.task for part in held})} 项任务，{len(held)} 项分工"
    by_role = {
        role.label: list(
            dict.fromkeys(
                told.label(part.bureau if column == 1 else part.task)
                for part in held
                if part.role == role.name
            )
        )
        for role in MARKS.values()
    }
    said = (f"{role} {_names(names)}" for role, names in by_role.items() if names)
    return f"{label}：{'。'.join(said)}"


def _names(names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 项" if len(names) > _NAMED else ""
    return "；".join(names[:_NAMED]) + more


def _numbers(told: Told, passages: Passages, held: Iterable[Part]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(told.passage(passages, fact) for part in held for fact in part.facts))
