"""What a query may not ask for, found before any engine sees it.

SERVICE makes the engine call addresses, FROM makes rdflib read files and addresses, updates change the store
(SPARQL 1.1 Federated Query; Query, section 13.2; Update). Oxigraph needs no space around keywords (it reads
`1SERVICE<…>` as two tokens), so the letters are looked for everywhere but in strings and names, and what
holds them at all must also be clean for rdflib's parser.
"""

from __future__ import annotations

import re

from govgraph_ontology.errors import QueryRefused
from govgraph_ontology.terms import PREFIXES

LENGTH_LIMIT = 100_000
DEPTH_LIMIT = 64

# Possessive quantifiers: no string, however hostile, is gone over twice.
_TOKEN = re.compile(
    r"""
      (?P<iri> <[^<>"{}|^`\\\x00-\x20]*+> )
    | (?P<comment> \#[^\r\n]*+ )
    | (?P<string> \"{3}(?:[^"\\]|\\.|"(?!""))*+\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*+'{3}
                | "(?:[^"\\\r\n]|\\.)*+" | '(?:[^'\\\r\n]|\\.)*+' )
    | (?P<open_string> ["'] )
    | (?P<variable> [?$@][^\s<>"'{}()\[\];,.|^/*+=!&?$\#\\@]++ )
    | (?P<local> :[^\s<>"'{}()\[\];,|^/*+=!&?$\#\\@]*+ )
    | (?P<bracket> [(){}\[\]] )
    | (?P<word> [^\s<>"'{}()\[\];,.|^/*+=!&?$\#\\@:]++ )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_NO_SERVICE = "不允许 SERVICE：查询不访问网络 (SERVICE is refused: queries never use the network)"
_NO_FROM = "不允许 FROM：查询面向整个库，来源用 GRAPH 指定 (FROM is refused: name a graph with GRAPH)"


def check_query(query: str) -> None:
    """Raise QueryRefused where `query` asks for what is never allowed, or is too long or too deep."""
    if len(query) > LENGTH_LIMIT:
        raise QueryRefused(f"查询过长：{len(query)} 字符，上限 {LENGTH_LIMIT} (the query is too long)")
    text = _ESCAPE.sub(_unescape, query)
    depth = deepest = 0
    form = ""
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match.group()
        if kind == "open_string":
            raise QueryRefused(f"查询中的引号 {token} 未闭合 (a string is not closed)")
        if kind == "bracket":
            depth += 1 if token in "({[" else -1
            deepest = max(deepest, depth)
        if kind == "word":
            word = token.upper()
            form = form or (word if word in _FORMS | _UPDATES else "")
            _check_word(word, form)
    if deepest > DEPTH_LIMIT:
        raise QueryRefused(f"查询嵌套 {deepest} 层，上限 {DEPTH_LIMIT} (the query is nested too deeply)")
    if "SERVICE" in text.upper():
        _check_with_rdflib(query)


def _check_word(word: str, form: str) -> None:
    if "SERVICE" in word:
        raise QueryRefused(_NO_SERVICE)
    if word == "FROM":
        raise QueryRefused(_NO_FROM)
    if form in _UPDATES:
        raise QueryRefused(f"不允许 {form}：查询不修改库 ({form} is refused: queries only read)")


def _check_with_rdflib(query: str) -> None:
    """For the rare query with the letters in a string or a name: no parser may see a keyword in them."""
    from rdflib.plugins.sparql import prepareQuery  # a fifth of a second that other queries need not wait

    try:
        parsed = prepareQuery(query, initNs=PREFIXES)
    except Exception as error:  # rdflib raises many kinds; each means that it cannot be shown to be safe
        raise QueryRefused(f"查询无法解析 (the query cannot be parsed): {error}") from error
    if _has_service(parsed.algebra):
        raise QueryRefused(_NO_SERVICE)


def _has_service(part: object) -> bool:
    if isinstance(part, dict):  # the nodes of rdflib's algebra are dicts with a name
        named = getattr(part, "name", "") == "ServiceGraphPattern"
        return named or any(map(_has_service, part.values()))
    return isinstance(part, list | tuple | set) and any(map(_has_service, part))


def _unescape(match: re.Match[str]) -> str:
    """SPARQL 1.1, section 19.2: codepoint escapes count everywhere, before the grammar applies."""
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= 0x10FFFF else match[0]
