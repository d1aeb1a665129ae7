"""Files and characters per second of `govgraph build` on invented documents of mixed formats.

    python tests/benchmarks/building.py [--files N] [--workers 1 2] [--folder FOLDER] [--json]

The same files are built into a new store for each number of workers, one after the other, by the command that
people use. Memory is the most that the processes of a build held together (proportional set size, read from
/proc twice a second; Linux only). Figures to compare on one machine, never an assertion.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, sleep

from mixed_files import write_files

_EVERY = 0.5


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock and of the processors, the most bytes held, and what it stored."""

    workers: int
    seconds: float
    processor: float
    memory: int
    stored: int
    failed: int
    statements: int


def main() -> None:
    """Write the files, build them with each number of workers, show the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--folder", type=Path, help="keep the files and the stores here")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = arguments.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files = folder / "files"
        shutil.rmtree(files, ignore_errors=True)
        characters = write_files(files, arguments.files)
        formats = Counter(path.suffix[1:] for path in files.iterdir())
        builds = [build(files, folder / f"store-{workers}", workers) for workers in arguments.workers]
    if arguments.json:
        rows = [asdict(one) for one in builds]
        print(json.dumps({"formats": formats, "characters": characters, "builds": rows}, indent=2))
        return
    listed = ", ".join(f"{count} {name}" for name, count in sorted(formats.items()))
    print(f"{arguments.files} files ({listed}), {characters:,} characters")
    print(
        f"{'workers':>8}{'seconds':>10}{'CPU s':>8}{'files/s':>10}{'characters/s':>16}"
        f"{'memory MB':>12}{'statements':>12}"
    )
    for one in builds:
        print(
            f"{one.workers:>8}{one.seconds:>10.1f}{one.processor:>8.1f}{arguments.files / one.seconds:>10.1f}"
            f"{characters / one.seconds:>16,.0f}{one.memory / 1e6:>12,.0f}{one.statements:>12,}"
        )
        if one.failed:
            print(f"{one.failed} files could not be read")


def build(files: Path, store: Path, workers: int) -> Build:
    """Build the files into a new store."""
    shutil.rmtree(store, ignore_errors=True)
    program = Path(sys.executable).with_name("govgraph")
    command = [program, "build", files, "--store", store, "--workers", str(workers), "--json"]
    most = 0
    with tempfile.TemporaryFile() as answer:
        start, before = perf_counter(), _processor_seconds()
        with subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None:
                most = max(most, sum(_held(one) for one in _family(process.pid)))
                sleep(_EVERY)
        seconds, processor = perf_counter() - start, _processor_seconds() - before
        answer.seek(0)
        report = json.load(answer)
    return Build(
        workers, seconds, processor, most, report["sources"], len(report["failures"]), report["statements"]
    )


def _processor_seconds() -> float:
    """What the processes that ended have taken, those below them too: a busy machine changes little of it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(process: int) -> list[int]:
    """A process and all those below it."""
    found = [process]
    for one in found:
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (thread / "children").read_text().split())
    return found


def _held(process: int) -> int:
    """Bytes of memory of a process, what it shares with others in proportion; 0 when it is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main()
