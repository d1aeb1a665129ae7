"""The looks of the cells of a book: each once, made when first wanted."""

from __future__ import annotations

from functools import cache
from typing import Any

NUMBER, BROKEN_NUMBER = "#,##0", "#,##0.####"
DATES = {4: 'yyyy"年"', 7: 'yyyy"年"m"月"', 10: "yyyy-mm-dd"}
"""How a date is shown, by the length of its ISO 8601 form: as precisely as the text says it."""

_FONT = {"font_name": "Microsoft YaHei", "font_size": 10}
_LINE = {"bottom": 1, "bottom_color": "#D9DFE7"}
_BODY = {**_FONT, **_LINE, "valign": "top"}
_HEAD = {**_FONT, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF"}
_BLUE = "#1F5FA8"

_STYLES: dict[str, dict[str, Any]] = {
    "head": {**_HEAD, "valign": "vcenter"},
    "head down": {
        **_HEAD,
        "rotation": 270,
        "align": "center",
        "valign": "top",
        "left": 1,
        "left_color": "#5A7396",
    },
    "note": {**_FONT, "italic": True, "font_color": "#5B6675"},
    "text": {**_BODY, "text_wrap": True},
    "quoted": {**_BODY, "text_wrap": True, "quote_prefix": True},
    "link": {**_BODY, "text_wrap": True, "font_color": _BLUE, "underline": 1},
    "mark": {**_BODY, "align": "center", "font_color": _BLUE, "left": 4, "left_color": "#D9DFE7"},
    "whole": {**_BODY, "num_format": NUMBER},
    "broken": {**_BODY, "num_format": BROKEN_NUMBER},
    **{f"date {length}": {**_BODY, "num_format": shown, "align": "left"} for length, shown in DATES.items()},
}


class Styles:
    """The formats of one book of xlsxwriter, by name."""

    def __init__(self, book: Any) -> None:
        self._get = cache(lambda name: book.add_format(_STYLES[name]))

    def __getitem__(self, name: str) -> Any:
        return self._get(name)
