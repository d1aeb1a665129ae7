"""From a source to its layout: lines, blocks, tables, documents, sections."""

from __future__ import annotations

from govgraph_loaders.structure.mended_layout import read_layout

__all__ = ["read_layout"]
