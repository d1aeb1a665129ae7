"""What spreadsheet programs take for a formula."""

from __future__ import annotations

# OWASP "CSV injection": spreadsheet programs run cells that start so; the full-width forms count in East
# Asian editions of Excel.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program would run the text, typed into a cell or read out of a CSV file."""
    return text.startswith(FORMULA_STARTS)
