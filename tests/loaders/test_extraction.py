"""Extraction is a pure function of one source: always the same, exact in its evidence, never in trouble."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fresh_python import output_of, outputs_by_seed
from govgraph_loaders.extraction import EXTRACTION_VERSION, extract_source
from govgraph_loaders.statements import Extraction, Reference
from govgraph_ontology.schema import RELATIONS, get_class
from loaders.papers import extraction_of, notice, plan, source_of
from loaders.strategies import SNIPPETS, chinese_text, genre_text

PAPER = "\n\n".join(SNIPPETS) + "\n" + plan("\n\n".join(SNIPPETS), place="青禾县")


def test_the_same_source_gives_the_same_extraction_again() -> None:
    assert extract_source(source_of(PAPER)) == extract_source(source_of(PAPER))


def test_hash_seeds_make_no_difference(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, "utf-8", newline="")
    code = (
        "import json, sys; from pathlib import Path;"
        "from govgraph_loaders.extraction import extract_source;"
        "from govgraph_loaders.readers import read_sources;"
        "(source,) = read_sources(Path(sys.argv[1]), 'paper.txt');"
        "print(json.dumps(extract_source(source).to_json()))"
    )
    (printed,) = outputs_by_seed("-c", code, str(path))
    assert json.loads(printed)["statements"]


def test_an_earlier_source_leaves_no_trace_in_a_later_one() -> None:
    alone = extract_source(source_of(plan("（一）建水库。建成3座。（市水利局牵头）")))
    extract_source(source_of(plan("（一）建水库。建成5座。（县水利局牵头）", place="青禾县")))
    assert extract_source(source_of(plan("（一）建水库。建成3座。（市水利局牵头）"))) == alone


def test_the_name_of_the_file_is_not_in_what_is_said() -> None:
    text = plan("（一）建水库。建成3座。（市水利局牵头）")
    assert (
        extract_source(source_of(text, "a.txt")).statements
        == extract_source(source_of(text, "folder/b.txt")).statements
    )


def test_all_that_is_said_stands_in_the_order_of_the_text() -> None:
    extraction = extraction_of(PAPER)
    starts = [statement.evidence.start for statement in extraction.statements]
    assert starts == sorted(starts)
    assert [record.start for record in extraction.documents] == sorted(
        record.start for record in extraction.documents
    )


def test_every_statement_is_of_the_ontology_and_of_a_document() -> None:
    extraction = extraction_of(PAPER)
    keys = {record.reference.key for record in extraction.documents}
    for statement in extraction.statements:
        relation = RELATIONS[statement.relation]
        assert statement.document in keys
        assert 0 < statement.confidence <= 1
        assert "." in statement.rule
        assert isinstance(statement.object, str) == relation.takes_value
        for reference in (statement.subject, statement.object):
            if isinstance(reference, Reference):
                assert get_class(reference.type)
                assert reference.name
                assert reference.name == reference.name.strip()


def test_every_qualifier_is_one_of_its_relation() -> None:
    for statement in extraction_of(PAPER).statements:
        known = {qualifier.name for qualifier in RELATIONS[statement.relation].qualifiers}
        assert set(statement.qualifiers) <= known, statement.relation


def test_records_span_the_source() -> None:
    text = (
        notice("云溪市人民政府关于绿化的通知", "请绿化。")
        + "\n"
        + notice("云溪市人民政府关于防汛的通知", "请防汛。")
    )
    first, second = extraction_of(text).documents
    assert text[first.start : first.end].startswith("云溪市人民政府关于绿化的通知")
    assert text[second.start : second.end].startswith("云溪市人民政府关于防汛的通知")
    assert first.end == second.start
    assert second.end == len(text)


@given(genre_text)
def test_every_piece_of_evidence_is_the_exact_slice(text: str) -> None:
    extraction_of(text)


@given(genre_text)
def test_an_extraction_comes_back_equal_from_json(text: str) -> None:
    extraction = extract_source(source_of(text))
    assert Extraction.from_json(json.loads(json.dumps(extraction.to_json()))) == extraction


@given(
    st.one_of(
        chinese_text,
        st.text(max_size=200),
        st.binary(max_size=200).map(lambda b: b.decode("gb18030", "ignore")),
    )
)
def test_no_text_brings_extraction_into_trouble(text: str) -> None:
    extraction_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\r",
        "\t",
        "。",
        "（",
        "《",
        "\x00",
        "一、",
        "牵头",
        "\ufeff",
        "𠮷",
        "《》",
        "目录",
        "通知",
        "附件",
    ],
)
def test_the_smallest_texts_are_read(text: str) -> None:
    assert len(extraction_of(text).documents) == 1


def test_the_version_is_a_word() -> None:
    assert EXTRACTION_VERSION
    assert EXTRACTION_VERSION.strip() == EXTRACTION_VERSION


HOSTILE = ["（）", "局", "、", "《", "9", "\u3000", "“"]
SHORTER = [
    *(
        "（",
        "）",
        "〔",
        "》",
        "市局",
        "。",
        ".",
        "…",
        "*",
        "甲 ",
        "\n",
        "\t",
        "|",
        "甲\t乙\n",
        "一、",
        "1．绿化\n",
        "牵头",
    ),
    *(
        "会同",
        "由",
        "各",
        "市",
        "省",
        "各市、",
        "市教育局、",
        "市教育局",
        "领导小组",
        "2023年",
        "关于",
        "现印发",
        "《关于",
        "自",
    ),
]
READ = """
import json, sys
from loaders.papers import extraction_of
length = int(sys.argv[1])
for piece in json.loads(sys.argv[2]):
    extraction_of((piece * (length // len(piece) + 1))[:length])
"""


@pytest.mark.parametrize(("length", "pieces"), [("100000", HOSTILE), ("5000", SHORTER)])
def test_any_piece_repeated_to_a_long_text_is_read(length: str, pieces: list[str]) -> None:
    # One process for all, so that the test stays quick.
    output_of("-c", READ, length, json.dumps(pieces))


TIMED = """
import sys, time
from loaders.papers import extraction_of
extraction_of("云溪市")
for text in (eval(sys.argv[1]) for n in (int(sys.argv[2]), 4 * int(sys.argv[2]))):
    before = time.process_time()
    extraction_of(text)
    print(time.process_time() - before)
"""


@pytest.mark.parametrize(
    ("text", "length"),
    [
        pytest.param("'责任单位：' * n", 8000, id="labels"),
        pytest.param("'目录\\n' * n", 3000, id="headings of contents"),
        pytest.param(
            "''.join(f'云溪市人民政府关于绿化第{i}号的通知\\n\\n请绿化。\\n\\n' for i in range(n))",
            500,
            id="documents",
        ),
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(text: str, length: int) -> None:
    # Seconds of the processor, so that a busy machine fails nothing; square growth would be sixteen times.
    once, four = map(float, output_of("-c", TIMED, text, str(length)).split())
    assert four < 9 * once
    assert four < 4
