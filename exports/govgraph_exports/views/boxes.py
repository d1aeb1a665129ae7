"""Nodes as boxes with their names inside: how large they are, and how the page's own painter draws them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from govgraph_exports.views.layout import Box
from govgraph_exports.views.palette import DATE, VALUE, type_color
from govgraph_exports.wrapping import balance_label, text_columns

LINE_HEIGHT = 1.35
_ACTORS = ("Organization", "OrganizationGroup", "Person", "Enterprise")
_SHORT = (DATE, VALUE, "Indicator", "Industry", "Term")
_MARGIN_ACROSS, _MARGIN_ALONG = 10, 5
_HEADING_SIZE, _NOTE_SIZE, _NOTE_LINES = 15, 12, 2


class _Shape(NamedTuple):
    """Columns and lines of the name in a box, and the size of its font."""

    columns: int
    lines: int
    size: int


_FOCUS, _ACTOR, _OTHER, _SMALL = _Shape(20, 4, 18), _Shape(22, 2, 14), _Shape(32, 3, 14), _Shape(26, 2, 14)


class BoxText(NamedTuple):
    """What stands in a box: the lines of the name, the lines of the notes below, the name's font size."""

    name: list[str]
    notes: list[str]
    size: int


def box_text(attributes: Mapping[str, Any], notes: Sequence[str] = (), *, focus: bool = False) -> BoxText:
    """Short names in one line or two, titles of tasks in up to three; each note in up to two."""
    shape = _shape(attributes, focus=focus)
    wide = shape.columns * shape.size // _NOTE_SIZE
    noted = [line for note in notes for line in balance_label(note, wide, _NOTE_LINES)]
    name = balance_label(str(attributes.get("label", "")), shape.columns, shape.lines)
    return BoxText(name, noted, shape.size)


def measure_box(attributes: Mapping[str, Any], notes: Sequence[str] = (), *, focus: bool = False) -> Box:
    """The size of the box around `box_text`; all boxes of a kind are equally wide."""
    shape = _shape(attributes, focus=focus)
    text = box_text(attributes, notes, focus=focus)
    # Two more columns: closing punctuation may stand beyond the margin.
    width = (shape.columns + 2) * shape.size / 2 + 2 * _MARGIN_ACROSS
    height = (len(text.name) * text.size + len(text.notes) * _NOTE_SIZE) * LINE_HEIGHT
    return Box(width, height + 2 * _MARGIN_ALONG)


def box_look(
    attributes: Mapping[str, Any], box: Box, notes: Sequence[str] = (), *, focus: bool = False
) -> dict[str, Any]:
    """What the painter needs: vis-network sets lines of text without space between them."""
    name = str(attributes.get("type", ""))
    color = type_color(name)
    solid = focus or name in _ACTORS
    text = box_text(attributes, notes, focus=focus)
    look = {
        "width": round(box.width, 1),
        "height": round(box.height, 1),
        "fill": color if solid else tint(color, 0.08),
        "stripe": color,
        "ink": "#ffffff" if solid else "#1f2937",
        "size": text.size,
        "center": solid,
        "lines": text.name,
    }
    if text.notes:
        look |= {"notes": text.notes, "noteSize": _NOTE_SIZE, "noteInk": "#dbe6f4" if solid else "#5d6b7e"}
    return look


def heading_look(label: str) -> dict[str, Any]:
    """The look of the heading of a block: its words alone."""
    return {
        "width": text_columns(label) * _HEADING_SIZE / 2,
        "height": _HEADING_SIZE * 1.4,
        "ink": "#475569",
        "size": _HEADING_SIZE,
        "lines": [label],
    }


def tint(color: str, share: float) -> str:
    """The colour thinned with white: `share` of it is left."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)


def _shape(attributes: Mapping[str, Any], *, focus: bool) -> _Shape:
    if focus:
        return _FOCUS
    name = attributes.get("type")
    return _ACTOR if name in _ACTORS else _SMALL if name in _SHORT else _OTHER
