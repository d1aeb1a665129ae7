"""How long a graph view takes to be drawn, to show its first picture and to react, beside stock pyvis.

    python tests/benchmarks/views.py [--nodes 300 2000 10000] [--limit SECONDS] [--json]

The same invented graph (bodies that lead tasks and cooperate in them) is drawn by govgraph and by pyvis with
its default template, vis-network inlined, and opened in a real Chromium without a network, one page after
another. Of a graph with more than 2,000 nodes govgraph draws the best connected 2,000, as its command does.

- `drawn`: processor seconds from the networkx graph to the HTML, with positions (pyvis: without).
- `picture`: seconds by the clock from opening the page to the first frame with the picture; for pyvis when
  its loading bar goes. `processor`: what all of Chromium's processes took until then, so that others on the
  machine matter less.
- `click`: milliseconds from letting the button go over a node to the second frame after all handlers have
  run, the middle one of three.

A page that takes more than the limit of processor seconds, or twice that by the clock, is ended; what it had
taken is shown as `> N`. Linux only (/proc). Figures to look at, never an assertion.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import Any

import networkx as nx
from playwright.sync_api import Page, sync_playwright
from pyvis.network import Network

from govgraph_exports.views.graph import view_graph
from govgraph_exports.views.limits import MOST_NODES

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
EVERY = 0.5
"""Seconds between two looks at what a page has taken."""

FRAMES = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
})"""
LISTEN = """() => {
  const network = window.govgraph ? window.govgraph.network : window.network;
  document.addEventListener('pointerup', () => {
    const start = performance.now();
    network.once('click', () => requestAnimationFrame(() => requestAnimationFrame(() => {
      window.reaction = performance.now() - start;
    })));
  }, true);
  const id = network.body.nodeIndices[0];
  const at = network.canvasToDOM(network.getPosition(id));
  const frame = network.canvas.frame.getBoundingClientRect();
  return [frame.left + at.x, frame.top + at.y];
}"""
LOADED = """() => {
  const bar = document.getElementById('loadingBar');
  return !bar || bar.style.opacity === '0' || bar.style.display === 'none';
}"""


def main() -> None:
    """Measure each page in a process of its own, show the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", type=int, nargs="+", default=[300, 2000, 10000])
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", nargs=2, metavar=("PAGE", "NODES"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        page, nodes = arguments.one
        print(json.dumps(measure(PAGES[page], int(nodes))))
        return
    found = [measured(page, nodes, arguments.limit) for nodes in arguments.nodes for page in PAGES]
    print(json.dumps(found, indent=2) if arguments.json else table(found))


def measured(page: str, nodes: int, limit: int) -> dict[str, Any]:
    """The figures of one page, from a process that is ended when the time is over."""
    command = [sys.executable, __file__, "--one", page, str(nodes)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    start = perf_counter()
    taken = clock = 0.0
    while process.poll() is None:
        taken, clock = max(taken, processor(process.pid)), perf_counter() - start
        if taken > limit or clock > 2 * limit:
            os.killpg(process.pid, signal.SIGKILL)
        sleep(EVERY)
    out = process.communicate()[0]
    if process.returncode:
        return {"nodes": nodes, "page": page, "ended": {"picture": round(clock), "processor": round(taken)}}
    return {"nodes": nodes, "page": page, **json.loads(out)}


def processor(parent: int) -> float:
    """The processor seconds that all processes below this one have taken."""
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            continue
        parents[int(stat.parent.name)] = int(words[1])
        seconds[int(stat.parent.name)] = sum(map(int, words[11:13])) / os.sysconf("SC_CLK_TCK")
    below = {parent}
    while found := {one for one, above in parents.items() if above in below} - below:
        below |= found
    return sum(seconds[one] for one in below - {parent})


def measure(draw: Callable[[nx.MultiDiGraph], tuple[str, int]], nodes: int) -> dict[str, float]:
    """Draw the graph, open the page, click."""
    graph = invented(nodes)
    start = process_time()
    html, shown = draw(graph)
    drawn = process_time() - start
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.set_default_timeout(0)
        before = processor(os.getpid())
        page.goto(path.as_uri())
        picture = first_picture(page)
        took = processor(os.getpid()) - before
        reactions = sorted(reaction(page) for _ in range(3))
        browser.close()
    return {
        "drawn": round(drawn, 2),
        "bytes": len(html.encode()),
        "shown": shown,
        "picture": round(picture / 1000, 2),
        "processor": round(took, 2),
        "click": round(reactions[1]),
    }


def first_picture(page: Page) -> float:
    """Milliseconds from opening the page to the frame in which nothing covers the picture."""
    while not page.evaluate(LOADED):
        sleep(0.05)
    return float(page.evaluate(FRAMES))


def reaction(page: Page) -> float:
    """Milliseconds from letting the button go to the second frame after the handlers."""
    x, y = page.evaluate(LISTEN)
    page.evaluate("() => { window.reaction = null; }")
    page.mouse.click(x, y)
    while (took := page.evaluate("() => window.reaction")) is None:
        sleep(0.02)
    sleep(0.6)  # a third click must not count as the second half of a double one
    return float(took)


def draw_govgraph(graph: nx.MultiDiGraph) -> tuple[str, int]:
    """The overview, and how many nodes it shows."""
    view = view_graph(graph, limit=min(len(graph), MOST_NODES))
    return view.html, view.shown


def draw_pyvis(graph: nx.MultiDiGraph) -> tuple[str, int]:
    """The page of pyvis as it comes, with vis-network inlined, and how many nodes it shows."""
    network = Network(height="750px", width="100%", directed=True, cdn_resources="in_line")
    for node, attributes in graph.nodes(data=True):
        network.add_node(node, label=attributes["label"], title=attributes["label"])
    for tail, head, edge in graph.edges(data=True):
        network.add_edge(tail, head, title=edge["evidence"])
    return network.generate_html(), len(graph)


PAGES: dict[str, Callable[[nx.MultiDiGraph], tuple[str, int]]] = {
    "govgraph": draw_govgraph,
    "pyvis": draw_pyvis,
}


def invented(nodes: int) -> nx.MultiDiGraph:
    """A twentieth of the nodes are bodies, the others tasks, each with a lead and two that cooperate."""
    graph = nx.MultiDiGraph()
    bodies = max(1, nodes // 20)
    for number in range(nodes):
        body = number < bodies
        label = f"云溪市第{number}局" if body else f"推进第{number}项重点工作任务"
        graph.add_node(
            f"n{number}", label=label, type="Organization" if body else "Task", place="示范省/云溪市"
        )
    for task in range(bodies, nodes):
        for turn, relation in enumerate(("leads", "cooperates", "cooperates")):
            body = (task * (turn * 7 + 3) + turn * turn * 11) % bodies
            graph.add_edge(
                f"n{body}",
                f"n{task}",
                relation=relation,
                evidence=f"（市第{body}局负责第{task}项）",
                source="云溪市公报.txt",
                line=task,
                start=task * 20,
                end=task * 20 + 12,
                confidence=0.98,
                qualifiers={},
            )
    return graph


def table(found: list[dict[str, Any]]) -> str:
    """The figures in rows."""
    names = ("nodes", "page", "shown", "drawn", "kB", "picture", "processor", "click")
    rows = ["".join(f"{name:>11}" for name in names)]
    for one in found:
        cells = {name: f"> {value}" for name, value in one.get("ended", {}).items()} | one
        if "bytes" in one:
            cells["kB"] = round(one["bytes"] / 1000)
        rows.append("".join(f"{cells.get(name, '-'):>11}" for name in names))
    return "\n".join(rows)


if __name__ == "__main__":
    main()
