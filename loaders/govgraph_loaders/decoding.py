"""From bytes to text: byte-order mark, else strict UTF-8, GB18030 or Big5; never with replacements."""

from __future__ import annotations

import codecs
import re

from govgraph_ontology.errors import DocumentSkipped

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}
# A text may hold a stray control character; a program or a picture holds them everywhere.
_CONTROL_SHARE = 0.001
# Bytes of any kind make characters of two or four bytes; those of a text are mostly of scripts in use here.
_USUAL = re.compile(
    r"[\t\n\r -~\u00a0-\u00ff\u0370-\u06ff\u0f00-\u0fff\u1800-\u18af\u2000-\u206f\u2160-\u24ff"
    r"\u3000-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_USUAL_SHARE = 0.5
# Bytes of Big5 are mostly valid GB18030 too, but what they say there holds hardly a word that every text has.
_EVERYWHERE = frozenset("的一是在不了有和人年市政府及會为為于於日月")
_LEAST_COMMON = 0.02
_RARE = 0.25
"""How much rarer such words are in a text decoded by the wrong one of the two."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of `data` and the name of its encoding.

    Raises DocumentSkipped where the bytes are no text: empty, with NUL bytes, or in no encoding that is
    known.
    """
    if not data.strip():
        raise DocumentSkipped(f"{name}: 文件是空的 (the file is empty); nothing to read")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, _ = _checked(*_strict(data[len(mark) :], encoding, name), name)
            if encoding != "utf-8" and len(_USUAL.findall(text)) < _USUAL_SHARE * len(text):
                why = f"以 {encoding} 解码不成文字，不是文本文件 (begins like {encoding}, but is no text)"
                raise DocumentSkipped(f"{name}: {why}")
            return text, encoding
    if b"\x00" in data:
        raise DocumentSkipped(
            f"{name}: 第 {data.index(0)} 字节是 NUL，不是文本文件 (NUL byte, not a text file); "
            "give the text of it, or a format that is supported"
        )
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _chinese(data, name)
    return _checked(text, encoding, name)


def _chinese(data: bytes, name: str) -> tuple[str, str]:
    """The text by GB18030; by Big5 where that alone gives a text that reads like one."""
    try:
        other = data.decode("big5hkscs")
    except UnicodeDecodeError:
        return _strict(data, "gb18030", name)
    likely = _common_share(other)
    if likely < _LEAST_COMMON:
        return _strict(data, "gb18030", name)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return other, "big5hkscs"
    return (other, "big5hkscs") if _common_share(text) < _RARE * likely else (text, "gb18030")


def _common_share(text: str) -> float:
    return sum(character in _EVERYWHERE for character in text) / max(1, len(text))


def _checked(text: str, encoding: str, name: str) -> tuple[str, str]:
    """The same text and encoding, where it says something and is not full of control characters."""
    if not text.strip():
        raise DocumentSkipped(f"{name}: 文件是空的 (the file is empty); nothing to read")
    controls = sum(1 for character in text if ord(character) in _CONTROLS)
    if controls > max(2, _CONTROL_SHARE * len(text)):
        raise DocumentSkipped(
            f"{name}: 含 {controls} 个控制字符，不是文本文件 (control characters: a binary file?)"
        )
    return text, encoding


def _strict(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise DocumentSkipped(
            f"{name}: 编码无法识别 (neither UTF-8 nor {encoding}; byte {error.start}); "
            "save it as UTF-8 and try again"
        ) from error
