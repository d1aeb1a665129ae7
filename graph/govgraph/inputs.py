"""Inputs: the files that a build reads, found in folders in an order that does not depend on the machine."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

STORE_FILE = "govgraph-store.json"
"""A folder that holds this file is a store; a walk does not go into it."""

_IGNORED = (".", "~$")


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A file to read. `name`: its path in the folder that was given, with `/`, or else its file name."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """An input that is not in the graph. `message` names the input, the reason and the mend."""

    name: str
    message: str


def find_inputs(paths: Iterable[Path | str]) -> tuple[list[Input], list[Failure]]:
    """The files under `paths`, sorted by name, and what cannot be read or named.

    Files and folders whose names start with `.` or `~$` are left out, and so are stores. Names are NFC. Two
    files that would get the same name are both failures: neither is the right one.
    """
    found: set[Input] = set()
    failures: set[Failure] = set()
    for path in map(Path, paths):
        if path.is_dir():
            _walk(path, found, failures)
        elif os.path.lexists(path):
            _add(path.name, path, found, failures)
        else:
            failures.add(Failure(str(path), f"{path}: 没有这个文件或文件夹 (no such file or folder)"))
    by_name: dict[str, list[Path]] = {}
    for one in sorted(found):
        by_name.setdefault(one.name, []).append(one.path)
    inputs = []
    for name, sharing in by_name.items():
        if len({path.resolve() for path in sharing}) == 1:
            inputs.append(Input(name, sharing[0]))
        else:
            listed = "、".join(map(str, sharing))
            message = f"{name}: 几个文件同名，请给出共同的上级文件夹 (same name; give their common folder)"
            failures.add(Failure(name, f"{message}: {listed}"))
    return inputs, sorted(failures)


def _walk(folder: Path, found: set[Input], failures: set[Failure]) -> None:
    def unreadable(error: OSError) -> None:
        path = Path(error.filename)
        name = path.relative_to(folder).as_posix() if path != folder else folder.name
        message = f"{path}: 文件夹无法读取，请检查权限 (folder cannot be read; check its permissions)"
        failures.add(Failure(name, f"{message}: {error.strerror}"))

    for parent, folders, files in os.walk(folder, onerror=unreadable):
        if STORE_FILE in files:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(_IGNORED)]
        for file in files:
            if not file.startswith(_IGNORED):
                path = Path(parent, file)
                _add(path.relative_to(folder).as_posix(), path, found, failures)


def _add(name: str, path: Path, found: set[Input], failures: set[Failure]) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = name.encode(errors="backslashreplace").decode()
        message = f"{shown}: 文件名不是有效的 UTF-8，请改名 (file name is not valid UTF-8; rename it)"
        failures.add(Failure(shown, message))
        return
    found.add(Input(normalize("NFC", name), path))
