"""The READMEs are tests: their commands run and answer as they say, the same in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[2]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
BLOCK = re.compile(r"^```(\w+)\n([^`]*)^```$", re.MULTILINE)
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)#]+)\)")
TIMEOUT_SECONDS = 120


def blocks(readme: Path) -> list[tuple[str, str]]:
    """(language, text) of the fenced blocks, in order."""
    return BLOCK.findall(readme.read_text("utf-8"))


def is_set_up(block: str) -> bool:
    """Set-up is run for good by `.ci/run`; here it is only looked up."""
    return block.startswith(("make ", "pip install"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `make demo` leaves it: the samples in `demo/samples`."""
    folder = tmp_path_factory.mktemp("readme")
    copytree(str(files("govgraph_exports") / "samples"), folder / "demo" / "samples")
    return folder


@pytest.fixture(scope="module")
def outputs(folder: Path) -> dict[str, str]:
    """What each block of commands prints; they run in order, as a reader runs them, and all must succeed."""
    scripts = Path(sys.executable).parent
    printed = {}
    for language, block in blocks(READMES[0]):
        if language != "bash" or is_set_up(block):
            continue
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f'PATH="{scripts}:$PATH"\n{block}'],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        printed[block] = done.stdout
    return printed


def test_both_readmes_hold_the_same_blocks() -> None:
    english, chinese = map(blocks, READMES)
    assert english == chinese
    assert {language for language, _ in english} == {"bash", "text", "python"}


def test_every_question_has_an_answer(outputs: dict[str, str]) -> None:
    for block, printed in outputs.items():
        if block.startswith(("govgraph ask", "govgraph query")):
            assert printed.strip(), block


def test_the_answers_shown_are_the_answers_given(outputs: dict[str, str]) -> None:
    previous = ""
    shown = 0
    for language, block in blocks(READMES[0]):
        if language == "text":
            lines = iter(outputs[previous].splitlines())
            for wanted in block.splitlines():
                assert any(line.startswith(wanted) for line in lines), (
                    f"not in the answer, in this order: {wanted}"
                )
                shown += 1
        previous = block
    assert shown


def test_the_python_snippets_run_one_after_another(folder: Path, outputs: dict[str, str]) -> None:
    assert outputs
    script = "\n".join(block for language, block in blocks(READMES[0]) if language == "python")
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"


def test_make_knows_the_targets_that_are_named() -> None:
    named = [block.split()[1] for _, block in blocks(READMES[0]) if block.startswith("make ")]
    assert named
    subprocess.run(["make", "--dry-run", *named], cwd=ROOT, check=True, capture_output=True)


def test_the_extras_that_are_named_exist() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = {
        extra
        for _, block in blocks(READMES[0])
        for found in re.findall(r"\.\[([a-z,]+)\]", block)
        for extra in found.split(",")
    }
    assert named
    assert named <= extras.keys()


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_pictures_and_links_lead_somewhere(readme: Path) -> None:
    links = LINK.findall(readme.read_text("utf-8"))
    assert any(mark == "!" for mark, _ in links)
    for _, target in links:
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target
