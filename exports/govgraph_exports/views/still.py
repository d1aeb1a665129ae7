"""The picture of a view as SVG: for a report, a printer, and for what shows no page inside a page.

Drawn from the same model as the page, box for box and line for line, in SVG without script, style sheet or
reference to anything outside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from govgraph_exports.output import write_text
from govgraph_exports.views.boxes import LINE_HEIGHT
from govgraph_exports.views.network import FONT
from govgraph_exports.views.palette import relation_color, relation_label
from govgraph_exports.wrapping import printable, text_columns

_EDGE = 24.0  # of white around the picture
_LEGEND, _LEGEND_GAP = 13, 26.0
_DOT_FONT_DROP = 4.0

_Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Still:
    """A picture as one SVG. Shows itself in a notebook's cell."""

    svg: str = field(repr=False)
    title: str

    def write(self, path: Path | str) -> None:
        """Write the picture to `path` as UTF-8; the file appears only when it is whole."""
        write_text(path, self.svg)

    def _repr_svg_(self) -> str:
        return self.svg


def draw_still(nodes: Sequence[_Node], edges: Sequence[_Node], title: str) -> Still:
    """The nodes and edges of the model of a view (see `network`), with a legend of the relations below."""
    ends = {node["id"]: node for node in nodes}
    relations = dict.fromkeys(edge["relation"] for edge in edges)
    extents = [_extent(node) for node in nodes]
    left, top = min(box[0] for box in extents) - _EDGE, min(box[1] for box in extents) - _EDGE
    right, bottom = max(box[2] for box in extents) + _EDGE, max(box[3] for box in extents) + _EDGE
    legend, legend_right = _legend(list(relations), left + _EDGE, bottom)
    width, height = max(right, legend_right + _EDGE) - left, bottom + (_EDGE if legend else 0) - top
    name = escape(printable(title))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_at(left, top)} {_at(width, height)}" '
        f'width="{_number(width)}" height="{_number(height)}" font-family="{escape(FONT)}" role="img">',
        f"<title>{name}</title>",
        f'<rect x="{_number(left)}" y="{_number(top)}" width="100%" height="100%" fill="#ffffff"/>',
        *(_line(edge, ends[edge["from"]], ends[edge["to"]]) for edge in edges),
        *(_box(node) if "look" in node else _dot(node) for node in sorted(nodes, key=_from_afar)),
        *legend,
        "</svg>",
    ]
    return Still("\n".join(parts) + "\n", title)


def _line(edge: _Node, tail: _Node, head: _Node) -> str:
    """From side to side where one stands left of the other, so that no line crosses its own boxes."""
    (x1, y1), (x2, y2) = (tail["x"], tail["y"]), (head["x"], head["y"])
    color = edge["color"]
    look = f'fill="none" stroke="{color["color"]}" stroke-opacity="{color["opacity"]:.2f}" '
    look += f'stroke-width="{_number(edge["width"])}"'
    if "look" not in tail or x1 == x2:
        return f'<path d="M{_at(x1, y1)} L{_at(x2, y2)}" {look}/>'
    side = 1 if x2 > x1 else -1
    x1 += side * tail["look"]["width"] / 2
    x2 -= side * head["look"]["width"] / 2
    middle = (x1 + x2) / 2
    return f'<path d="M{_at(x1, y1)} C{_at(middle, y1)} {_at(middle, y2)} {_at(x2, y2)}" {look}/>'


def _box(node: _Node) -> str:
    look = node["look"]
    left, top = node["x"] - look["width"] / 2, node["y"] - look["height"] / 2
    frame = f'x="{_number(left)}" y="{_number(top)}" height="{_number(look["height"])}"'
    drawn = ""
    if "fill" in look:
        drawn = f'<rect {frame} width="{_number(look["width"])}" rx="5" fill="{look["fill"]}" '
        drawn += f'stroke="{look["stripe"]}"/>'
        if not look["center"]:
            drawn += f'<rect {frame} width="5" fill="{look["stripe"]}"/>'
    centered = look.get("center", False)
    across = node["x"] if centered else left + (13 if "fill" in look else 0)
    named, noted = look["size"] * LINE_HEIGHT, look.get("noteSize", 0) * LINE_HEIGHT
    notes = look.get("notes", ())
    upper = node["y"] - (len(look["lines"]) * named + len(notes) * noted) / 2
    lower = upper + len(look["lines"]) * named
    drawn += _text(look["lines"], (across, upper + named / 2), look["size"], look["ink"], centered=centered)
    if notes:
        below = (across, lower + noted / 2)
        drawn += _text(notes, below, look["noteSize"], look["noteInk"], centered=centered)
    return drawn if "fill" in look else _halo(drawn, "#ffffff", 5)


def _from_afar(node: _Node) -> bool:
    """Whether the label is one of the large ones, which no other may cover."""
    return bool(node.get("hub"))


def _dot(node: _Node) -> str:
    font = node["font"]
    circle = f'<circle cx="{_number(node["x"])}" cy="{_number(node["y"])}" r="{_number(node["size"])}" '
    below = (node["x"], node["y"] + node["size"] + font["size"] / 2 + _DOT_FONT_DROP)
    label = _text(node["label"].split("\n"), below, font["size"], font["color"], centered=True)
    return f'{circle}fill="{node["color"]}"/>{_halo(label, font["strokeColor"], font["strokeWidth"])}'


def _halo(drawn: str, color: str, width: float) -> str:
    """Text with a rim that parts it from the lines behind it."""
    return f'<g stroke="{color}" stroke-width="{_number(width)}" paint-order="stroke">{drawn}</g>'


def _text(lines: Sequence[str], at: tuple[float, float], size: float, ink: str, *, centered: bool) -> str:
    """The lines below each other, the middle of the first at `at`."""
    anchor = ' text-anchor="middle"' if centered else ""
    x, y = at
    spans = (
        f'<tspan x="{_number(x)}" y="{_number(y + row * size * LINE_HEIGHT + size * 0.35)}">'
        f"{escape(line)}</tspan>"
        for row, line in enumerate(lines)
    )
    return f'<text font-size="{_number(size)}" fill="{ink}"{anchor}>{"".join(spans)}</text>'


def _legend(relations: Sequence[str], left: float, top: float) -> tuple[list[str], float]:
    """What the colours of the lines mean, in a row, and where it ends."""
    parts = []
    for name in relations:
        label = relation_label(name)
        parts.append(
            f'<path d="M{_at(left, top)} h18" stroke="{relation_color(name)}" stroke-width="3"/>'
            + _text([label], (left + 24, top), _LEGEND, "#475569", centered=False)
        )
        left += 24 + text_columns(label) * _LEGEND / 2 + _LEGEND_GAP
    return parts, left - _LEGEND_GAP


def _extent(node: _Node) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a node with its label."""
    x, y = node["x"], node["y"]
    if "look" in node:
        half, tall = node["look"]["width"] / 2, node["look"]["height"] / 2
        return (x - half, y - tall, x + half, y + tall)
    lines, size, radius = node["label"].split("\n"), node["font"]["size"], node["size"]
    half = max(radius, max(map(text_columns, lines)) * size / 4)
    below = radius + _DOT_FONT_DROP + len(lines) * size * LINE_HEIGHT
    return (x - half, y - radius, x + half, y + below)


def _at(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    """Tenths of a pixel, without a zero that says nothing."""
    return f"{value:.1f}".removesuffix(".0")
