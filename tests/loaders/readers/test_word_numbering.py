"""Numbers that Word makes are written as readers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govgraph_loaders.readers.word_numbering import Numbering, format_number

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _level(index: int, kind: str, text: str, more: str = "") -> str:
    shown = f'<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/>{shown}</w:lvl>'


_NUMBERING = etree.fromstring(f"""<w:numbering xmlns:w="{_W}">
  <w:abstractNum w:abstractNumId="7">
    {_level(0, "chineseCounting", "%1、")}
    {_level(1, "chineseCounting", "（%2）")}
    {_level(2, "decimal", "%2.%3", "<w:isLgl/>")}
    {_level(3, "decimal", "%2.%4")}
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>""")
_STYLES = etree.fromstring(f"""<w:styles xmlns:w="{_W}">
  <w:style w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Chapter"><w:basedOn w:val="Part"/></w:style>
  <w:style w:styleId="Plain"/>
</w:styles>""")


def _paragraph(level: int | None = None, number: int = 1, style: str = "") -> etree._Element:
    own = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return etree.fromstring(f'<w:p xmlns:w="{_W}"><w:pPr>{named}{own}</w:pPr></w:p>')


def _written(*paragraphs: etree._Element) -> list[str]:
    numbering = Numbering(_NUMBERING, _STYLES)
    return [numbering.number(paragraph) for paragraph in paragraphs]


def test_levels_count_and_begin_anew_under_the_next_heading() -> None:
    levels = [0, 1, 1, 2, 2, 0, 1]
    assert _written(*map(_paragraph, levels)) == ["一、", "（一）", "（二）", "2.1", "2.2", "二、", "（一）"]


def test_a_level_shows_the_others_as_they_are_written_unless_it_is_legal() -> None:
    assert _written(*map(_paragraph, [0, 1, 2, 3])) == ["一、", "（一）", "1.1", "一.1"]


def test_an_instance_starts_anew_where_it_is_first_used_and_others_count_on() -> None:
    paragraphs = [
        _paragraph(0),
        _paragraph(0),
        _paragraph(0, number=2),
        _paragraph(0),
        _paragraph(0, number=2),
    ]
    assert _written(*paragraphs) == ["一、", "二、", "一、", "二、", "三、"]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_on_it() -> None:
    assert _written(_paragraph(style="Part"), _paragraph(style="Chapter"), _paragraph(style="Plain")) == [
        "一、",
        "二、",
        "",
    ]


def test_number_zero_takes_the_number_of_the_style_away() -> None:
    assert _written(_paragraph(0, number=0, style="Part")) == [""]


def test_a_document_without_numberings_has_no_numbers() -> None:
    assert Numbering(None, None).number(_paragraph(0)) == ""


@pytest.mark.parametrize(
    ("number", "name", "written"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百〇五"),
        (3, "decimalEnclosedCircle", "③"),
        (2, "ideographTraditional", "乙"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (1, "chineseLegalSimplified", "壹"),
        (7, "decimalZero", "07"),
        (25, "decimalEnclosedCircle", "25"),
        (3, "someFormatOfTheFuture", "3"),
    ],
)
def test_a_format_writes_the_number(number: int, name: str, written: str) -> None:
    assert format_number(number, name) == written


@given(st.integers(1, 9999))
def test_chinese_numbers_are_all_different(number: int) -> None:
    assert format_number(number, "chineseCounting") != format_number(number + 1, "chineseCounting")
