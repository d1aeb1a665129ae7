"""Print what the extraction misses and what it says too much, family by family, each beside its sentence.

    python tests/error_analysis.py SCORE_PY FACTS CORPUS GOLD [GOLD ...] [--family NAME] [--most N]

The matching is the scorer's own, so that the lists are exactly what its figures count.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module. Its data classes need it to be known by name."""
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules["gold_scorer"] = module
    spec.loader.exec_module(module)
    return module


def describe(fact: Any, lines: list[str]) -> str:
    """A fact in one line, and under it the line of the source in which it stands, cut to be read."""
    details = ", ".join(f"{name}={value}" for name, value in fact.q.items())
    head = f"  {fact.relation}: {' / '.join(fact.subject[:2])} → {' / '.join(fact.object[:2])}"
    first = fact.lines[0]
    sentence = lines[first - 1].strip() if 0 < first <= len(lines) else ""
    quote = fact.raw.get("quote") or fact.raw.get("source", {}).get("text", "")
    at = sentence.find(str(quote)[:20])
    start = max(0, at - 30)
    return f"{head}  {details}\n      {first}: {sentence[start : start + 160]}"


def main(arguments: list[str]) -> int:
    """Print the misses and extras; exit status 0, for this is a picture and no verdict."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scorer", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--family", help="only this family")
    parser.add_argument("--most", type=int, default=20, help="at most so many misses and extras of each")
    options = parser.parse_args(arguments)
    scorer = load_scorer(options.scorer)
    report, _ = scorer.evaluate(options.facts, options.gold, options.corpus, options.most)
    files = {path.name: scorer.gold_facts(path)[0] for path in options.gold}
    for name, family, hit, full, gold, got, missed, extra in report:
        if options.family in {None, family}:
            lines = (options.corpus / files[name]).read_bytes().decode("utf-8-sig").split("\n")
            print(f"\n{name} {family}: {hit} of {gold} found, {full} in full, {got} said")
            for title, facts in (("missed", missed), ("too much", extra)):
                for fact in facts:
                    print(f" {title}")
                    print(describe(fact, lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
