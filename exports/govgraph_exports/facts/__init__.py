"""The facts contract as files, the format chosen by the ending of the name.

A fact is one flat JSON object. JSONL keeps it as it is; CSV, XLSX and Parquet spread it over columns with
dotted names (`subject.label`, `qualifiers.value`), as `pandas.json_normalize` would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from govgraph_exports.facts import csv_file, jsonl, parquet, xlsx
from govgraph_exports.output import choose_writer, replacing

Fact = dict[str, Any]
Writer = Callable[[Iterable[Fact], Path], int]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        ".csv": csv_file.write,
        ".jsonl": jsonl.write,
        ".parquet": parquet.write,
        ".xlsx": xlsx.write,
    }
)


def get_writer(path: Path) -> Writer:
    """The writer for the ending of `path`. Raises UnknownName, listing the endings that there are."""
    return choose_writer(WRITERS, path, "facts")


def write_facts(facts: Iterable[Fact], path: Path) -> int:
    """Write the facts to `path` in the format of its ending; the number of facts written.

    The file appears only when it is whole. Raises UnknownName for an ending without a format, MissingExtra
    where the format needs a package that is not installed, OSError where the place cannot be written.
    """
    write = get_writer(path)
    with replacing(path) as part:
        return write(facts, part)
