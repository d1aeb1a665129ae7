"""One HTML file around a picture: everything inline, nothing fetched, no text of a document ever live.

Texts travel as JSON in a data block and reach the page by `textContent` or the canvas only. A content
security policy (CSP Level 3) with the hashes of our own scripts forbids every other script and every request.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from govgraph_exports.views.network import vis_bundle


def render_page(title: str, data: Mapping[str, Any]) -> str:
    """The page with the title and the data of one picture, as `graph.js` reads them."""
    scripts = [vis_bundle(), _asset("graph.js")]
    style = _asset("graph.css")
    hashes = " ".join(_csp_hash(script) for script in scripts)
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template("graph.html.j2")
    return template.render(title=title, policy=policy, style=style, scripts=scripts, data=data)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates"), autoescape=True, undefined=StrictUndefined
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _csp_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
