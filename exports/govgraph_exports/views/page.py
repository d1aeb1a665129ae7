"""One HTML file around a picture: everything inline, nothing fetched, no text of a document ever live.

Texts travel as JSON in a data block and reach the page by `textContent` or the canvas only. A content
security policy (CSP Level 3) with the hashes of our own scripts forbids every other script and every request.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from govgraph_exports.output import write_text


@dataclass(frozen=True, slots=True)
class Page:
    """A page as one HTML file, without any need of a network. Shows itself in a notebook's cell."""

    html: str = field(repr=False)
    title: str

    def write(self, path: Path | str) -> None:
        """Write the page to `path` as UTF-8; the file appears only when it is whole."""
        write_text(path, self.html)

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="{escape(self.title)}" srcdoc="{escape(self.html)}" '
            'sandbox="allow-scripts allow-downloads" '
            'style="width:100%;height:640px;border:1px solid #d5dbe3"></iframe>'
        )


def render_page(name: str, title: str, libraries: Sequence[str] = (), **shown: Any) -> str:
    """The page `name` of the templates (`name`.html.j2 with its .css and .js) with what it shows.

    `libraries`: scripts that run before that of the page.
    """
    scripts = [*libraries, asset(f"{name}.js")]
    hashes = " ".join(_csp_hash(script) for script in scripts)
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template(f"{name}.html.j2")
    return template.render(title=title, policy=policy, style=asset(f"{name}.css"), scripts=scripts, **shown)


def render_reading(name: str, title: str, passages: Sequence[Any], **shown: Any) -> str:
    """A page to read (`name`.html.j2 extends reading.html.j2), with a panel for its `passages`."""
    return render_page(name, title, [asset("reading.js")], passages=passages, **shown)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates"), autoescape=True, undefined=StrictUndefined
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def asset(name: str) -> str:
    """The text of a file of the templates."""
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _csp_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
