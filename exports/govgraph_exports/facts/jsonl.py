"""JSON Lines: one fact on each line, UTF-8, in the order of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# JSON allows these inside strings, but readers that split lines by Unicode's rules would cut a fact in two.
_LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def fact_line(fact: dict[str, Any], *, ascii_only: bool = False) -> str:
    """The fact as one line of JSON without its line end; `ascii_only` for consoles that lack characters."""
    return json.dumps(fact, ensure_ascii=ascii_only, allow_nan=False).translate(_LINE_BREAKS)


def write(facts: Iterable[dict[str, Any]], path: Path) -> int:
    """Write the facts to `path`; the number written."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for fact in facts:
            file.write(fact_line(fact) + "\n")
            count += 1
    return count
