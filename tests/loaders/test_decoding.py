"""Bytes become text in the encoding that they have, or are refused with the reason; nothing is replaced."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.decoding import decode
from govgraph_ontology.errors import DocumentSkipped
from loaders.strategies import chinese_text

TEXT = "云溪市人民政府关于开展绿化的通知\r\n\r\n各县（区）：\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
    ],
)
def test_text_is_decoded_without_its_mark_and_with_its_line_ends(data: bytes, encoding: str) -> None:
    assert decode(data, "a.txt") == (TEXT, encoding)


@given(chinese_text.filter(str.strip), st.sampled_from(["utf-8", "gb18030"]))
def test_chinese_text_comes_back_from_its_bytes(text: str, encoding: str) -> None:
    if text.startswith("\ufeff"):
        return
    decoded, used = decode(text.encode(encoding), "a.txt")
    assert used in {"utf-8", "gb18030"}
    if used == encoding:
        assert decoded == text


def test_rare_han_of_gb18030_comes_back() -> None:
    text = "𠮷家村村民委员会，㙍头镇。"
    assert decode(text.encode("gb18030"), "a.txt") == (text, "gb18030")


@pytest.mark.parametrize("data", [b"", b" ", b"\r\n\t\n"])
def test_an_empty_file_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(DocumentSkipped, match=r"folder/a\.txt: 文件是空的"):
        decode(data, "folder/a.txt")


@pytest.mark.parametrize(
    "data", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u3000\u3000\n".encode(), codecs.BOM_UTF8 + b" \n"]
)
def test_a_file_of_a_mark_or_wide_spaces_alone_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(DocumentSkipped, match="文件是空的"):
        decode(data, "a.txt")


def test_a_nul_byte_is_named_with_its_place() -> None:
    with pytest.raises(DocumentSkipped, match=r"a\.txt: 第 3 字节是 NUL"):
        decode("市".encode() + b"\x00abc", "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 4,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(1, 256)) * 8,
        bytes(range(1, 128)) * 40,
    ],
)
def test_a_binary_file_is_refused_whatever_its_name(data: bytes) -> None:
    with pytest.raises(DocumentSkipped, match=r"picture\.txt: "):
        decode(data, "picture.txt")


def test_a_binary_file_that_begins_like_utf_16_is_refused() -> None:
    with pytest.raises(DocumentSkipped):
        decode(codecs.BOM_UTF16_LE + b"\x00\x01" * 400, "picture.txt")


def test_a_stray_control_character_does_not_make_a_file_binary() -> None:
    text = "云溪市\x0b人民政府\x1f"
    assert decode(text.encode(), "a.txt") == (text, "utf-8")


@pytest.mark.parametrize(
    "data", [codecs.BOM_UTF8 + b"\xff\xfe", codecs.BOM_UTF16_LE + b"\x00\xd8a", b"\xff\xff\xff ab"]
)
def test_bytes_of_no_encoding_are_refused_and_never_replaced(data: bytes) -> None:
    with pytest.raises(DocumentSkipped, match="编码无法识别"):
        decode(data, "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.txt")
    except DocumentSkipped as refusal:
        assert str(refusal).startswith("a.txt: ")
        return
    assert "\ufffd" not in text or "\ufffd".encode(encoding) in data
    assert text.encode(encoding) in data


def test_big5_is_told_from_gb18030_by_its_words() -> None:
    text = "雲溪市人民政府關於印發糧食安全行動方案的通知。各區人民政府，市政府各部門：現將方案印發給你們。"
    assert decode(text.encode("big5hkscs"), "a.txt") == (text, "big5hkscs")
    plain = "云溪市人民政府关于印发粮食安全行动方案的通知。各区人民政府，市政府各部门：现将方案印发给你们。"
    assert decode(plain.encode("gb18030"), "a.txt") == (plain, "gb18030")
    assert decode("责任单位".encode("gb18030"), "a.txt") == ("责任单位", "gb18030")
