"""What comes through in each format and layout, at least 98 per cent of what the plain text gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.papers import source_of
from loaders.readers.fidelity import compare, fitting, measure, write_all
from loaders.readers.layouts import LAYOUTS, plain_text


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    return write_all(tmp_path_factory.mktemp("formats"))


@pytest.mark.parametrize(("layout", "name"), list(fitting()))
def test_a_format_gives_what_the_plain_text_gives(
    files: dict[tuple[str, str], Path], layout: str, name: str
) -> None:
    if (layout, name) not in files:
        pytest.skip(f"what writes {name} is not installed")
    found = measure(layout, files[layout, name])
    assert min(found.facts, found.headings, found.cells, found.merged, found.metadata) >= 0.98
    assert found.text >= 0.8  # the numbers of footnotes are printed before them
    assert found.places == 1.0


def test_what_is_lost_lowers_the_share() -> None:
    text = plain_text(LAYOUTS["notice"])
    found = compare(source_of(text), source_of(text.replace("市粮", "某粮").replace("\t2024年12月", "\t")))
    assert found.facts < 0.98
    assert found.cells < 1.0
    assert found.places == 0.0
