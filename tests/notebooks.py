"""Run the tutorials in docs/notebooks from start to end and store what they show.

python tests/notebooks.py    (`make notebooks`) writes the outputs of a run into the notebooks

What is stored is what a run gives and nothing of the machine, so that a run that gives something else is
seen as a difference: no times, no version, no metadata, streams in one piece, cells named by their number.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode

FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
TIMEOUT_SECONDS = 120  # for one cell
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def notebook_paths() -> list[Path]:
    """The tutorials, in the order in which they are read."""
    return sorted(FOLDER.glob("*.ipynb"))


def read_notebook(path: Path) -> NotebookNode:
    """A notebook as it is stored."""
    return nbformat.read(path, as_version=4)


def run_notebooks(paths: Sequence[Path]) -> list[NotebookNode]:
    """The notebooks with the outputs of a run, all at once, each in a kernel and a folder of its own.

    Raises nbclient's CellExecutionError for a cell that fails.
    """
    return asyncio.run(_run_all([read_notebook(path) for path in paths]))


async def _run_all(notebooks: Sequence[NotebookNode]) -> list[NotebookNode]:
    return list(await asyncio.gather(*map(_run, notebooks)))


async def _run(notebook: NotebookNode) -> NotebookNode:
    with TemporaryDirectory(prefix="notebook-", ignore_cleanup_errors=True) as folder:
        kernel = AsyncKernelManager(
            kernel_name=_KERNEL["name"],
            transport="ipc",  # no port is opened
            connection_file=f"{folder}/kernel.json",
        )
        client = NotebookClient(
            notebook,
            km=kernel,
            timeout=TIMEOUT_SECONDS,
            record_timing=False,
            coalesce_streams=True,
            resources={"metadata": {"path": folder}},
        )
        # Nobody's own start-up files and settings of IPython take part.
        try:
            await client.async_execute(env={**os.environ, "IPYTHONDIR": f"{folder}/.ipython"})
        finally:
            await kernel.shutdown_kernel(now=True)
    return _settled(notebook)


def _settled(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what differs from machine to machine."""
    notebook.metadata = NotebookNode(kernelspec=_KERNEL, language_info={"name": "python"})
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        cell.metadata = NotebookNode()
    return notebook


def main() -> None:
    """Write the outputs of a run into the notebooks."""
    paths = notebook_paths()
    for path, notebook in zip(paths, run_notebooks(paths), strict=True):
        nbformat.validate(notebook)
        nbformat.write(notebook, path)
        print(f"{path.name}: {path.stat().st_size // 1000} kB", file=sys.stderr)


if __name__ == "__main__":
    main()
