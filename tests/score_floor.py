"""Fail when a family of facts scores below its floor in `score_floor.toml`, over all gold files or in one.

    python tests/score_floor.py SCORE_PY FACTS GOLD [GOLD ...]

SCORE_PY is run with `--json`; exit status 1 where a floor is not reached or a family was not scored.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_suffix(".toml")
ALL = "f1"


def read_floors(path: Path = FLOORS, table: str = ALL) -> dict[str, float]:
    """The floors by family, from 0 to 1: over all gold files, or those of the file that `table` names."""
    data = tomllib.loads(path.read_text("utf-8"))
    floors = data[ALL] if table == ALL else data.get("files", {}).get(table, {})
    return {family: float(floor) for family, floor in floors.items()}


def find_shortfalls(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """One line for each family below its floor, or without a score; empty where all hold."""
    lines = []
    for family, floor in sorted(floors.items()):
        score = scores.get(family)
        if score is None:
            lines.append(f"{family}: not scored, floor {floor:.3f}")
        elif score < floor:
            lines.append(f"{family}: F1 {score:.3f} is below its floor {floor:.3f}")
    return lines


def read_scores(scorer: str, facts: str, gold: list[str]) -> dict[str, float]:
    """F1 by family, as the scorer prints it for these gold files together."""
    command = [sys.executable, scorer, facts, *gold, "--json"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {family: row["f1"] for family, row in json.loads(output)["families"].items()}


def main(arguments: list[str]) -> int:
    """Score, compare, print what falls short."""
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    scorer, facts, *gold = arguments
    shortfalls = find_shortfalls(read_scores(scorer, facts, gold), read_floors())
    for path in gold:
        name = Path(path).name
        floors = read_floors(table=name)
        if floors:
            found = find_shortfalls(read_scores(scorer, facts, [path]), floors)
            shortfalls += [f"{name} {line}" for line in found]
    print("\n".join(shortfalls) or "Every family reaches its floor.")
    return 1 if shortfalls else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
