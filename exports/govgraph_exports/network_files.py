"""Files for network tools, the format chosen by the ending: GraphML, GEXF (Gephi), a ZIP of CSV for Neo4j.

Nodes and edges carry what `KnowledgeGraph.to_networkx` gives them. These formats know plain values alone, so
lists are joined with ； and the qualifiers of a statement are attributes of their own, `q_value`, `q_due` ….
An attribute has one type throughout. The place in the source is `offset_start` and `offset_end`, for GEXF
takes `start` and `end` for times.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import networkx as nx

from govgraph_exports.xml_text import xml_text

Writer = Callable[[nx.MultiDiGraph, Path], int]
Value = str | int | float | bool

_SEPARATOR = "；"
_QUALIFIER = "q_"
_RENAMED = {"start": "offset_start", "end": "offset_end"}
_NEO4J_TYPES: Mapping[type, str] = MappingProxyType({bool: "boolean", int: "int", float: "double"})
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""No clock in data: every member of a ZIP bears the first date that the format has."""

NEO4J_NOTES = """解开本压缩包，在 Neo4j 的安装目录中运行 (unpack this, and where Neo4j is installed run):

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \\
        --multiline-fields=true --overwrite-destination neo4j

然后例如 (then, for example):

    MATCH (bureau:Organization)-[said:leads]->(task:Task)
    RETURN bureau.label, task.label, said.evidence, said.source, said.line LIMIT 25
"""


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write the graph as GraphML; the number of edges."""
    nx.write_graphml(_flat(graph, xml_text), path, named_key_ids=True, infer_numeric_types=True)
    return int(graph.number_of_edges())


def write_gexf(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write the graph as GEXF 1.2: Gephi shows the labels and can colour by `type`; the number of edges."""
    flat = _flat(graph, xml_text)
    for number, (_, _, attributes) in enumerate(flat.edges(data=True)):
        attributes["id"] = str(number)
        attributes["label"] = attributes["relation"]
    text = "\n".join(nx.generate_gexf(flat))
    path.write_text(_without_date(text) + "\n", encoding="utf-8", newline="\n")
    return int(graph.number_of_edges())


def write_neo4j(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write a ZIP with the two CSV files of `neo4j-admin database import` and notes; the number of edges."""
    flat = _flat(graph, str)
    nodes = (
        {"iri:ID": iri, ":LABEL": attributes.pop("type"), **attributes}
        for iri, attributes in ((iri, dict(found)) for iri, found in flat.nodes(data=True))
    )
    relationships = (
        {":START_ID": start, ":END_ID": end, ":TYPE": attributes["relation"], "statement": key, **attributes}
        for start, end, key, attributes in flat.edges(keys=True, data=True)
    )
    members = {
        "nodes.csv": _csv(nodes, ("iri:ID", ":LABEL")),
        "relationships.csv": _csv(relationships, (":START_ID", ":END_ID", ":TYPE")),
        "README.txt": NEO4J_NOTES,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return int(graph.number_of_edges())


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {".graphml": write_graphml, ".gexf": write_gexf, ".zip": write_neo4j}
)


def _flat(graph: nx.MultiDiGraph, clean: Callable[[str], str]) -> nx.MultiDiGraph:
    """The same graph with plain values, of one type for each attribute, texts passed through `clean`."""
    flat = nx.MultiDiGraph()
    for iri, attributes in graph.nodes(data=True):
        flat.add_node(clean(iri), **_plain(attributes, clean))
    for start, end, key, attributes in graph.edges(keys=True, data=True):
        own = {_RENAMED.get(name, name): value for name, value in attributes.items() if name != "qualifiers"}
        own |= {_QUALIFIER + name: value for name, value in attributes["qualifiers"].items()}
        flat.add_edge(clean(start), clean(end), key=clean(key), **_plain(own, clean))
    _unify([attributes for _, attributes in flat.nodes(data=True)])
    _unify([attributes for _, _, attributes in flat.edges(data=True)])
    return flat


def _plain(attributes: Mapping[str, Any], clean: Callable[[str], str]) -> dict[str, Value]:
    plain: dict[str, Value] = {}
    for name in sorted(attributes):
        value = attributes[name]
        if isinstance(value, list | tuple):
            value = _SEPARATOR.join(map(str, value))
        plain[name] = clean(value) if isinstance(value, str) else value
    return plain


def _unify(rows: list[dict[str, Value]]) -> None:
    """Give every attribute one type: whole numbers beside floats become floats, all else text."""
    kinds: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).add(type(value))
    mixed = {name: float if found == {int, float} else str for name, found in kinds.items() if len(found) > 1}
    for row in rows:
        for name in mixed.keys() & row.keys():
            row[name] = mixed[name](row[name])


def _without_date(gexf: str) -> str:
    """networkx writes today's date into the file, which is no part of the graph."""
    before, found, rest = gexf.partition(' lastmodifieddate="')
    return before + rest.partition('"')[2] if found else gexf


def _csv(rows: Iterable[Mapping[str, Value]], first: tuple[str, ...]) -> str:
    """CSV (RFC 4180) with the columns `first`, then all others sorted, numbers typed as Neo4j wants them."""
    held = list(rows)
    others = sorted({name for row in held for name in row} - set(first))
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*first, *(_typed(name, held) for name in others)])
    for row in held:
        writer.writerow([row.get(name, "") for name in (*first, *others)])
    return file.getvalue()


def _typed(name: str, rows: list[Mapping[str, Value]]) -> str:
    """The heading of a column: `line:int`, `confidence:double`, or the bare name for text."""
    kind = next(type(row[name]) for row in rows if name in row)
    return f"{name}:{_NEO4J_TYPES[kind]}" if kind in _NEO4J_TYPES else name
