"""Scanned pages: the lines that are recognised in the picture of a page, by the models of the extra `ocr`.

RapidOCR brings the models with it (PP-OCRv6, Apache-2.0) and loads nothing when it runs. One thread, so that
the same picture gives the same text on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

from govgraph_loaders.readers.pdf_page import Spacing, TextLine, blocks_of
from govgraph_loaders.readers.pdf_tables import Grid

_PACKAGES = ("rapidocr", "onnxruntime")
_RESOLUTION = 200
"""Dots per inch at which a page is drawn: letters of 10 points are 28 dots high, as the models want them."""
_POINTS = 72 / _RESOLUTION
_LEAST_SCORE = 0.6
"""A line of which the model is less sure is dirt, a seal or a signature."""
_RECOGNISED = Spacing(same_line=6, gap=-1)
"""A scan is never quite straight; what the model sees as two pieces stands apart, though its boxes touch."""
_MOST_LETTERS = 20
_LEAST_SHARE = 0.5


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(package) is not None for package in _PACKAGES)


def is_scan(page: Any) -> bool:
    """Whether a page of pdfplumber is a picture, with a few letters of a program that made it at most."""
    if len(page.chars) > _MOST_LETTERS:
        return False
    covered = max((image["width"] * image["height"] for image in page.images), default=0)
    return bool(covered >= _LEAST_SHARE * page.width * page.height)


def read_scan(page: Any) -> list[TextLine | Grid]:
    """What stands on the picture of a page, as `pdf_page.read_page` gives what is written on one.

    Raises MemoryError where the models get too little of it; a page of A4 takes 1.8 GB of address space.
    """
    picture = page.to_image(resolution=_RESOLUTION).original.convert("RGB")
    try:
        found = _engine()(picture)
    except Exception as error:  # the engine wraps what its runtime raises
        if "bad_alloc" in str(error):
            raise MemoryError(str(error)) from error
        raise
    return blocks_of(_pieces(found), _RECOGNISED)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False, **threads})


def _pieces(found: Any) -> Iterator[dict[str, Any]]:
    """The pieces of lines as pdfplumber has words, in points; letters are as large as they are apart."""
    if found.boxes is None:
        return
    for box, text, score in zip(found.boxes.tolist(), found.txts, found.scores, strict=True):
        if score < _LEAST_SCORE or not any(map(str.isalnum, text)):
            continue
        left, right = (edge([x for x, _ in box]) * _POINTS for edge in (min, max))
        top, bottom = (edge([y for _, y in box]) * _POINTS for edge in (min, max))
        wide = sum(0.5 if letter.isascii() else 1.0 for letter in text)
        size = min(bottom - top, (right - left) / wide)
        yield {"text": text, "x0": left, "x1": right, "top": top, "bottom": bottom, "size": round(size, 1)}
