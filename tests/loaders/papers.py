"""Small invented documents for the tests of the loaders, and short ways to read them."""

from __future__ import annotations

from govgraph_loaders.extraction import extract_source
from govgraph_loaders.model import Document, Layout
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction, Statement
from govgraph_loaders.structure import read_layout


def source_of(text: str, name: str = "paper.txt") -> Source:
    """A source of that text."""
    return Source(name, text, sha256="", encoding="utf-8")


def layout_of(text: str, name: str = "paper.txt") -> Layout:
    """The layout of a source of that text."""
    return read_layout(source_of(text, name))


def paragraphs_of(layout: Layout, document: Document) -> list[str]:
    """The clean text of each paragraph of a document."""
    return [layout.text(paragraph.start, paragraph.end) for paragraph in document.paragraphs]


def extraction_of(text: str) -> Extraction:
    """All that a source of that text says; every piece of evidence is the exact slice."""
    extraction = extract_source(source_of(text))
    for found in (*extraction.statements, *extraction.equations, *extraction.rejections):
        assert found.evidence.start < found.evidence.end
        assert text[found.evidence.start : found.evidence.end] == found.evidence.text
    return extraction


def notice(
    title: str,
    body: str,
    *,
    issuer: str = "云溪市人民政府",
    number: str = "云府〔2024〕31号",
    date: str = "2024年5月6日",
) -> str:
    """A notice with number, body, signature and date, each parted by a blank line."""
    return f"{title}\n\n{number}\n\n各有关单位：\n\n{body}\n\n{issuer}\n\n{date}\n"


def plan(
    text: str,
    *,
    place: str = "云溪市",
    name: str = "重点工作方案",
    issuer: str = "",
    number: str = "云府〔2024〕31号",
) -> str:
    """A notice of `place` that prints a plan whose first chapter is `text`."""
    return (
        notice(
            f"{issuer or place + '人民政府'}关于印发{place}{name}的通知",
            f"现将《{place}{name}》印发给你们，请认真贯彻执行。",
            issuer=issuer or f"{place}人民政府",
            number=number,
        )
        + f"\n{place}{name}\n\n一、主要任务\n\n{text}\n"
    )


def claims(statements: tuple[Statement, ...], *relations: str) -> list[tuple[str, str, str]]:
    """(relation, subject, object) of the statements of those relations, by name, in order of the text."""
    return [
        (
            found.relation,
            found.subject.name,
            object_name(found),
        )
        for found in statements
        if found.relation in relations
    ]


def statements_of(text: str, *relations: str) -> list[Statement]:
    """The statements of those relations that a source of that text makes."""
    return [statement for statement in extraction_of(text).statements if statement.relation in relations]


def object_name(statement: Statement) -> str:
    """The value of a statement, or the name of what it points to."""
    return statement.object if isinstance(statement.object, str) else statement.object.name


def said(text: str, *relations: str) -> list[tuple[str, str, str]]:
    """(relation, object, rule) of the statements of those relations, rules without `document.`."""
    return [
        (found.relation, object_name(found), found.rule.removeprefix("document."))
        for found in statements_of(text, *relations)
    ]
