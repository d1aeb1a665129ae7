"""What the pages of graph views must always be: quiet, with names that keep clear of each other."""

from __future__ import annotations

from exports.browser import Opened

OVERLAPS = """() => {
  const { network, nodes, names } = window.govgraph;
  const scale = network.getScale();
  const boxes = nodes.get().filter((node) => node.look).map((node) => {
    const { x, y } = network.getPosition(node.id);
    const [half, tall] = [node.look.width / 2, node.look.height / 2];
    const [left, right, top, bottom] = [x - half, x + half, y - tall, y + tall].map((side) => side * scale);
    return { left, right, top, bottom };
  });
  boxes.push(...names.boxes());
  const found = [];
  boxes.forEach((a, i) => boxes.slice(0, i).forEach((b) => {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push([a, b]);
  }));
  return [boxes.length, found.length];
}"""


def assert_quiet(page: Opened) -> None:
    """No request was made beyond the page itself, and the console has said nothing."""
    assert page.requests == []
    assert page.complaints == []


def names_apart(page: Opened) -> int:
    """How many names are drawn, in boxes or below dots; none of them may cover another."""
    drawn, overlaps = page.evaluate(OVERLAPS)
    assert overlaps == 0
    return int(drawn)
