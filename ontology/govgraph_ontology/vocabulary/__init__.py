"""Vocabularies as data: TOML files beside this module, read once and cached.

A rule of the language of government that can be said as a list of words is said here, so that a new word
is one line and no code.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from govgraph_ontology.errors import UnknownName


@cache
def load_vocabulary(name: str) -> dict[str, Any]:
    """The TOML file `name`.toml beside this module, as a dictionary. Treat it as read-only.

    Raises UnknownName where there is no such file, naming those that there are.
    """
    folder = files(__package__)
    path = folder / f"{name}.toml"
    if not path.is_file():
        known = sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".toml"))
        raise UnknownName(f"no vocabulary {name!r}; there are: {', '.join(known)}")
    return tomllib.loads(path.read_text(encoding="utf-8"))
