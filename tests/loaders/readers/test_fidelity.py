"""What comes through in each format, at least 98 per cent of what the plain text gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loaders.papers import source_of
from loaders.readers.fidelity import FORMATS, compare, measure
from loaders.readers.written import plain_text


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_what_the_plain_text_gives(name: str, tmp_path: Path) -> None:
    program, _ = FORMATS[name]
    if program and shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    found = measure(name, tmp_path)
    assert min(found.facts, found.headings, found.cells, found.merged, found.metadata) >= 0.98
    assert found.text >= 0.9
    assert found.places == 1.0


def test_what_is_lost_lowers_the_share() -> None:
    whole = source_of(plain_text())
    found = compare(whole, source_of(plain_text().replace("市粮", "某粮").replace("\t2024年12月", "\t")))
    assert found.facts < 0.98
    assert found.cells < 1.0
    assert found.places == 0.0
