"""How much one input may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one input; what exceeds one of them is skipped with a message that names it.

    `size`: bytes of a file or of a member of an archive. `members`: files in an archive, those of archives
    within it too. `nesting`: archives within archives. `unpacked`: bytes of all members together. `ratio`:
    how many times larger a member may be than what is stored of it. `pages`: of a PDF.
    `seconds` and `memory` (bytes of address space): what reading may take where the format is parsed in a
    process of its own.
    """

    size: int = 64 * 1024 * 1024
    members: int = 10_000
    nesting: int = 3
    unpacked: int = 512 * 1024 * 1024
    ratio: int = 200
    pages: int = 2_000
    seconds: float = 120.0
    memory: int = 3 * 1024 * 1024 * 1024
