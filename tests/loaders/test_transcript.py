"""A transcript holds what it is given, line by line, and knows the place of each piece."""

from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.source import Source
from govgraph_loaders.transcript import Transcript, TranscriptCell

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=6)


def _source(transcript: Transcript) -> Source:
    return transcript.source("a.docx", "", "utf-8", "text/html", 0)


def test_rows_are_lines_of_cells_and_blanks_stay() -> None:
    transcript = Transcript()
    transcript.add_paragraph(" 任务\n分工 ", "第1段")
    transcript.add_row([TranscriptCell("牵头\t单位", "B1"), TranscriptCell(""), TranscriptCell("时限", "D1")])
    transcript.add_row([TranscriptCell("  ")])
    source = _source(transcript)
    assert source.text == "任务 分工\n牵头 单位\t\t时限\n"
    assert [source.place(source.text.index(word)) for word in ("任务", "单位", "时限")] == [
        "第1段",
        "B1",
        "D1",
    ]


def test_breaks_do_not_add_up() -> None:
    transcript = Transcript()
    transcript.add_break()
    transcript.add_paragraph("一")
    for _ in range(3):
        transcript.add_break()
    transcript.add_paragraph("二")
    assert _source(transcript).text == "一\n\n二\n"


def test_half_a_character_is_marked() -> None:
    transcript = Transcript()
    transcript.add_paragraph("云\ud800溪")
    assert _source(transcript).text == "云\ufffd溪\n"


@given(TEXTS)
def test_every_paragraph_is_a_line_at_its_place(texts: list[str]) -> None:
    transcript = Transcript()
    for number, text in enumerate(texts):
        transcript.add_paragraph(text, f"第{number}段")
    source = _source(transcript)
    wanted = [(" ".join(text.split()), f"第{number}段") for number, text in enumerate(texts) if text.split()]
    assert transcript.empty == (not wanted)
    found = []
    start = 0
    for line in source.text.split("\n")[:-1]:
        found.append((line, source.place(start)))
        start += len(line) + 1
    assert found == wanted
