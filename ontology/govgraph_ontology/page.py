"""The page of the ontology, `docs/ontology.md`, rendered from `governance.ttl`.

python -m govgraph_ontology.page > docs/ontology.md        write it
python -m govgraph_ontology.page --check                    exit status 1 where it is stale
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import URIRef

from govgraph_ontology.governance import (
    all_terms,
    definition,
    label,
    local_name,
    members,
    value,
)
from govgraph_ontology.schema import CLASSES, QUALIFIERS, RELATIONS, EntityClass, Relation
from govgraph_ontology.terms import GOV, OWL, PREFIXES, RDFS, SKOS

_INTRODUCTION = """\
# The ontology 治理本体

Made from `ontology/govgraph_ontology/governance.ttl` by `python -m govgraph_ontology.page`:
change the TTL and make the page again.

Prefix `gov:` is `{namespace}`. Every fact is in the graph twice: as a direct triple,
for questions (`?bureau gov:leads ?task`), and as a statement node, for checking:

```turtle
?statement a gov:Participation ;
    gov:subject ?bureau ; gov:relation gov:leads ; gov:object ?task ;
    gov:rule "…" ; gov:confidence 0.98 ; prov:wasDerivedFrom ?document ; gov:evidence ?evidence .
?evidence a gov:Evidence ;
    oa:hasSource ?source ; oa:start 10231 ; oa:end 10258 ; oa:exact "〔…牵头〕" ; gov:line 412 .
```

Names are `skos:prefLabel` (one) and `skos:altLabel` (any number). A date is the last day of what is meant,
as `xsd:date`, with the precision of the text beside it. A number is in the unit as written, and once more
without the multiplier of its unit. The shapes that all of this must fit are in `shapes.ttl`.
"""
PAGE = Path("docs/ontology.md")
_LINKS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch, RDFS.seeAlso)


def render() -> str:
    """The whole page, as Markdown."""
    return "\n".join(
        [
            _INTRODUCTION.format(namespace=GOV),
            *_section("Things 事物", _class_rows(kind for kind in CLASSES.values() if not _states(kind))),
            *_section("Statements 陈述", _class_rows(kind for kind in CLASSES.values() if _states(kind))),
            *_section("Relations 关系", _relation_rows(RELATIONS.values())),
            *_section("Qualifiers 限定", _qualifier_rows()),
            *_section("Other properties 其他属性", _property_rows()),
        ]
    )


def _section(title: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    head, *body = rows
    yield f"## {title}\n"
    yield _line(head)
    yield _line(["---"] * len(head))
    yield from map(_line, body)
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;').replace('<', '&lt;') for cell in cells)} |"


def _states(kind: EntityClass) -> bool:
    return kind.segment == "statement"


def _class_rows(kinds: Iterable[EntityClass]) -> Iterator[tuple[str, ...]]:
    yield ("class 类", "名称 label", "meaning 含义", "linked to 关联")
    for kind in kinds:
        yield (f"`gov:{kind.name}`", _label(kind.iri), _meaning(kind.iri), _links(kind.iri))


def _relation_rows(relations: Iterable[Relation]) -> Iterator[tuple[str, ...]]:
    yield (
        "relation 关系",
        "名称 label",
        "subject → object 主体 → 客体",
        "meaning 含义",
        "statement, inverse, links",
    )
    for relation in relations:
        ends = f"{' / '.join(relation.domain)} → {_object(relation)}"
        beside = [f"`{_short(relation.statement_class)}`"]
        if relation.inverse:
            beside.append(f"inverse `gov:{relation.inverse}`")
        beside.append(_links(relation.iri))
        yield (
            f"`gov:{relation.name}`",
            _label(relation.iri),
            ends,
            _meaning(relation.iri),
            "; ".join(filter(None, beside)),
        )


def _object(relation: Relation) -> str:
    return _short(relation.datatype) if relation.datatype else " / ".join(relation.range)


def _qualifier_rows() -> Iterator[tuple[str, ...]]:
    yield (
        "qualifier 限定",
        "property 属性",
        "名称 label",
        "type 类型",
        "of 用于",
        "meaning 含义",
        "beside it 相关",
    )
    for qualifier in QUALIFIERS.values():
        beside = [found for found in (qualifier.precision, qualifier.normalized) if found]
        if qualifier.unit:
            beside.append(QUALIFIERS[qualifier.unit].iri)
        yield (
            f"`{qualifier.name}`",
            f"`{_short(qualifier.iri)}`",
            _label(qualifier.iri),
            _short(qualifier.datatype),
            " / ".join(map(local_name, members(qualifier.iri, RDFS.domain))),
            _meaning(qualifier.iri),
            "; ".join([*(f"`{_short(found)}`" for found in beside), *filter(None, [_links(qualifier.iri)])]),
        )


def _property_rows() -> Iterator[tuple[str, ...]]:
    yield ("property 属性", "名称 label", "from → to 定义域 → 值域", "meaning 含义", "linked to 关联")
    shown = {found.iri for table in (CLASSES, RELATIONS, QUALIFIERS) for found in table.values()}
    inverses = {value(relation.iri, OWL.inverseOf) for relation in RELATIONS.values()}
    for term in all_terms():
        if term in shown or term in inverses or term == GOV.Qualifier:
            continue
        ends = " → ".join(
            " / ".join(_short(member).removeprefix("gov:") for member in members(term, side))
            for side in (RDFS.domain, RDFS.range)
        )
        yield (f"`{_short(term)}`", _label(term), ends, _meaning(term), _links(term))


def _label(term: URIRef) -> str:
    return f"{label(term, 'zh')} {label(term, 'en')}"


def _meaning(term: URIRef) -> str:
    return f"{definition(term, 'zh')} {definition(term, 'en')}"


def _links(term: URIRef) -> str:
    """Links to terms of other vocabularies: ⊂ a sub-term of theirs, ≈ very like, ~ akin, → see also."""
    signs = {
        RDFS.subClassOf: "⊂",
        RDFS.subPropertyOf: "⊂",
        SKOS.closeMatch: "≈",
        SKOS.relatedMatch: "~",
        RDFS.seeAlso: "→",
    }
    found = [
        f"{signs[link]} `{_short(other)}`"
        for link in _LINKS
        for other in sorted(members(term, link))
        if not other.startswith(str(GOV))
    ]
    return ", ".join(found)


def _short(term: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace):
            return f"{prefix}:{term[len(namespace) :]}"
    return str(term)


def main(arguments: list[str] | None = None) -> int:
    """Print the page, or compare it with a file; the exit status is 1 where that file is stale or missing."""
    parser = argparse.ArgumentParser(prog="python -m govgraph_ontology.page")
    parser.add_argument(
        "--check", type=Path, nargs="?", const=PAGE, metavar="FILE", help=f"compare FILE ({PAGE})"
    )
    stored: Path | None = parser.parse_args(arguments).check
    page = render()
    if stored is None:
        sys.stdout.buffer.write(page.encode("utf-8"))
        return 0
    if stored.is_file() and stored.read_text(encoding="utf-8") == page:
        return 0
    print(f"{stored} 已过期，请重新生成 (is stale; make it again):", file=sys.stderr)
    print(f"    python -m govgraph_ontology.page > {stored}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
