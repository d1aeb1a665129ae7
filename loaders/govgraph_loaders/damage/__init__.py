"""Damage: what copying, converting and pasting did to a text, recognised by kind.

The text of a source stays as it is. What is read is a text of the same length in which that is mended whose
reading is certain; the rest is flagged and left, and what is read across damage says so.
"""

from govgraph_loaders.damage.mending import Mended, mend

__all__ = ["Mended", "mend"]
