"""Reports: what a build did, and what the shapes say of a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from govgraph.inputs import Failure
from govgraph.ledger import FindingRow


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What the shapes say of a store: one finding for each node and constraint that it breaks."""

    findings: Sequence[FindingRow]

    @property
    def conforms(self) -> bool:
        """Whether nothing breaks a shape."""
        return not self.findings

    def counts(self) -> dict[str, int]:
        """How often each message was given, the most frequent first."""
        found = Counter(finding.message for finding in self.findings)
        return dict(sorted(found.items(), key=lambda count: (-count[1], count[0])))

    def __str__(self) -> str:
        if self.conforms:
            return "全部符合形状约束 (the graph conforms to its shapes)"
        lines = [f"{count} × {message}" for message, count in self.counts().items()]
        return "\n".join([f"{len(self.findings)} 处不符合形状约束 (places break the shapes):", *lines])


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    `read`: sources that were new or had changed; `unchanged`: those of this call that had not; `dropped`:
    those that are no longer in the store; `failures`: inputs that could not be read, with the reasons.
    `sources`, `documents`, `statements`, `rejections` count what the store holds now. `graphs_written`: named
    graphs whose content changed. `validation`: what the shapes say of the store. `notes`: decisions on
    identity that do nothing today (`govgraph.identity_decisions`). `damage`: how many damaged places of each
    kind there are, by source; sources without any are left out.
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    dropped: tuple[str, ...]
    failures: tuple[Failure, ...]
    sources: int
    documents: int
    statements: int
    rejections: int
    graphs_written: int
    validation: ValidationReport
    notes: tuple[str, ...] = ()
    damage: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
