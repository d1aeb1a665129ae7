"""The inputs that could not be read, kept beside the graph so that they can be tried again.

The log holds paths of this machine and is no part of the graph: the same files give the same graph wherever
they lie.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from govgraph.inputs import Failure, Input
from govgraph_ontology.errors import StoreUnusable

LOG_FILE = "failures.json"


def failed_inputs(folder: Path) -> list[Input]:
    """The inputs that could not be read, wholly or in part, in the builds so far, sorted by name.

    Raises StoreUnusable where the log is damaged.
    """
    path = folder / LOG_FILE
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return sorted(Input(entry["name"], Path(entry["path"])) for entry in held)
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError) as error:
        why = "失败记录已损坏，请删除后重新构建 (the log is damaged; delete it and build again)"
        raise StoreUnusable(f"{path}: {why}: {error}") from error


def log_failures(folder: Path, tried: Sequence[Input], failures: Iterable[Failure]) -> None:
    """Bring the log to what came of the inputs that were tried; others stay as they are."""
    said = list(failures)
    names = {one.name for one in tried}
    held = {one.name: one.path for one in failed_inputs(folder) if one.name not in names}
    entries = [{"name": name, "path": str(path)} for name, path in held.items()]
    for one in tried:
        messages = [found.message for found in said if (found.name + "/").startswith(one.name + "/")]
        if messages:
            path = str(one.path.absolute())
            entries.append({"name": one.name, "path": path, "messages": "\n".join(messages)})
    file = folder / LOG_FILE
    if entries:
        entries.sort(key=lambda entry: entry["name"])
        file.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        file.unlink(missing_ok=True)
