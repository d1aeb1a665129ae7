from __future__ import annotations

from collections.abc import Sequence

import pytest

from govgraph.edition_marks import plain
from govgraph.entities import AmbiguousName, Entity
from govgraph.identity import Identity
from govgraph_loaders.statements import DocumentRecord, Evidence, Extraction, Reference, Statement

YUNXI, DANFENG = "示范省/云溪市", "示范省/丹枫市"
TITLE = "云溪市促进民营经济发展若干措施"


def document(title: str, place: str = YUNXI) -> Reference:
    return Reference("Document", title, scope=place, key=f"{place}#{title}")


def cited(title: str, *aliases: str) -> Reference:
    """As loaders refer to a document that is not in the source, by a title that names no place."""
    return Reference("Document", title, aliases=aliases, key=f"#{title}")


def printed(source: str, *papers: tuple[Reference, Sequence[tuple[str, Reference | str]]]) -> Extraction:
    """A source that prints documents, of each of which something is said."""
    records, statements = [], []
    for itself, said in papers:
        records.append(DocumentRecord(itself, "plan", itself.scope, 0, 9))
        statements += [
            Statement(relation, itself, told, itself.key, Evidence(0, 1, "文"), "notes.line", 0.9)
            for relation, told in said
        ]
        work = Reference("Task", "优化营商环境", scope=itself.scope, key=f"{itself.key}#一、")
        office = Reference("Organization", "市商务局", scope=itself.scope)
        statements.append(
            Statement("leads", office, work, itself.key, Evidence(0, 1, "文"), "notes.line", 0.9)
        )
    return Extraction(source, tuple(records), tuple(statements), (), ())


def known(*extractions: Extraction, kind: str = "Document") -> list[Entity]:
    return [one for one in Identity(extractions).entities() if one.type == kind]


def plan(source: str, number: str = "", day: str = "", *more: tuple[str, Reference | str]) -> Extraction:
    said = [(name, told) for name, told in (("documentNumber", number), ("issuedOn", day)) if told]
    return printed(source, (document(TITLE), [*said, *more]))


def citing(source: str, reference: Reference, place: str = YUNXI) -> Extraction:
    return printed(source, (document(f"{source}的方案", place), [("cites", reference)]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("云府〔2023〕5号", ""), ("云府〔2023〕5号", "2023-03-01")),
        (("云府〔2023〕5号", ""), ("云府〔2023〕第5号", "")),
        (("云府〔2023〕5号", "2023-03-01"), ("", "2023-03-01")),
        (("云府〔2023〕5号", ""), ("云府规〔2023〕2号", "")),
        (("", "2023-03-01"), ("", "2023-03-01")),
        (("云府〔2023〕5号", ""), ("", "")),
    ],
)
def test_the_same_plan_printed_twice_is_one_document_with_its_tasks(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    both = plan("a", *one), plan("b", *other)
    assert len(known(*both)) == 1
    assert len(known(*both, kind="Task")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("云府〔2020〕8号", ""), ("云府〔2023〕5号", "")),
        (("云府〔2023〕5号", ""), ("云府〔2023〕6号", "")),
        (("云府〔2020〕8号", ""), ("云府办〔2023〕5号", "")),
        (("", "2020-03-01"), ("", "2023-03-01")),
        (("云府〔2020〕8号", ""), ("", "2023-03-01")),
    ],
)
def test_a_plan_made_anew_under_its_title_is_another_document_with_tasks_of_its_own(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    both = plan("a", *one), plan("b", *other)
    assert [found.label for found in known(*both)] == [TITLE, TITLE]
    assert len(known(*both, kind="Task")) == 2
    with pytest.raises(AmbiguousName, match="https://"):
        raise AmbiguousName(TITLE, known(*both))


def test_a_plan_without_a_number_has_that_of_the_notice_that_forwards_it() -> None:
    notice = document("云溪市人民政府关于印发云溪市促进民营经济发展若干措施的通知")
    sources = [
        printed(
            name, (notice, [("documentNumber", number), ("includes", document(TITLE))]), (document(TITLE), [])
        )
        for name, number in (("a", "云府〔2020〕8号"), ("b", "云府〔2023〕5号"), ("c", "云府〔2023〕5号"))
    ]
    assert len(known(*sources)) == 4
    assert len(known(*sources, kind="Task")) == 4
    assert "云府〔2020〕8号" in {alias for one in known(*sources) for alias in one.aliases}


def test_an_edition_that_nothing_tells_is_none_of_those_known() -> None:
    two = plan("a", "云府〔2020〕8号"), plan("b", "云府〔2023〕5号")
    assert len(known(*two, plan("c"))) == 3
    assert len(known(*two, plan("c", "", "2023-03-01"))) == 2


def test_a_citation_with_its_number_means_that_edition() -> None:
    two = plan("a", "云府〔2020〕8号"), plan("b", "云府〔2023〕5号")
    old = Reference("Document", TITLE, YUNXI, ("云府〔2020〕8号",), f"{YUNXI}#{TITLE}")
    assert len(known(*two, citing("c", old))) == 3


def test_a_title_that_anybody_may_give_is_that_of_the_place_where_it_is_cited() -> None:
    wanted = cited("关于加强招商引资工作的意见")
    one, other = citing("a", wanted), citing("b", wanted, DANFENG)
    assert len(known(one, other)) == 4
    assert len(known(one, citing("c", wanted))) == 3


@pytest.mark.parametrize(
    "title",
    ["中华人民共和国预算法", "国务院关于加强数字政府建设的指导意见", "干部教育培训工作条例", "中国制造2025"],
)
def test_what_the_nation_issues_is_one_wherever_it_is_cited(title: str) -> None:
    assert len(known(citing("a", cited(title)), citing("b", cited(title), DANFENG))) == 3


def test_a_measure_is_no_law_of_the_nation() -> None:
    wanted = cited("关于优化营商环境的实施办法")
    assert len(known(citing("a", wanted), citing("b", wanted, DANFENG))) == 4


def test_the_issuer_before_a_title_tells_whose_it_is() -> None:
    wanted = cited("关于减轻学业负担的意见", "中共中央办公厅国务院办公厅关于减轻学业负担的意见")
    assert len(known(citing("a", wanted), citing("b", wanted, DANFENG))) == 3


def test_numbers_tell_apart_what_is_cited_by_one_title() -> None:
    title = "关于促进民营经济发展的若干措施"
    one = citing("a", cited(title, "云府办〔2022〕9号"))
    assert len(known(one, citing("b", cited(title, "丹府办〔2022〕9号"), DANFENG))) == 4
    assert len(known(one, citing("b", cited(title, "云府办〔2023〕1号")))) == 4
    assert len(known(one, citing("b", cited(title, "云府办〔2022〕第9号"), DANFENG))) == 3
    assert len(known(one, citing("b", cited(title)))) == 3
    assert len(known(one, citing("b", cited(title), DANFENG))) == 4


@pytest.mark.parametrize("place", [YUNXI, "示范省/云溪市/青禾县"])
def test_a_title_cited_alone_means_the_document_of_this_title_of_the_place_or_above(place: str) -> None:
    itself = printed("a", (document("关于加强招商引资工作的意见"), []))
    wanted = cited("关于加强招商引资工作的意见")
    assert len(known(itself, citing("b", wanted, place))) == 2
    assert len(known(itself, citing("b", wanted, DANFENG))) == 3


def test_an_interpretation_cites_by_less_than_the_title_what_the_interpreted_document_cites() -> None:
    whole = Reference(
        "Document",
        "示范省人民政府关于培育产业的意见",
        "示范省",
        (),
        "示范省#示范省人民政府关于培育产业的意见",
    )
    short = cited("关于培育产业的意见")
    note = document("解读")
    explained = printed(
        "a",
        (document(TITLE), [("cites", whole)]),
        (note, [("interprets", document(TITLE)), ("cites", short)]),
    )
    apart = printed("a", (document(TITLE), [("cites", whole)]), (note, [("cites", short)]))
    assert (len(known(explained)), len(known(apart))) == (3, 4)


def test_a_title_cited_with_a_number_means_the_document_that_is_printed_with_both() -> None:
    title = "关于加强招商引资工作的意见"
    itself = printed("a", (document(title), [("documentNumber", "云府〔2023〕5号")]))
    assert len(known(itself, citing("b", cited(title, "云府〔2023〕5号"), DANFENG))) == 2
    assert len(known(itself, citing("b", cited(title, "丹府〔2023〕5号"), DANFENG))) == 3


def test_a_number_alone_means_the_document_that_bears_it() -> None:
    bare = cited("云府〔2023〕5号", "云府〔2023〕5号")
    assert len(known(plan("a", "云府〔2023〕5号"), citing("b", bare))) == 2


def test_a_key_without_a_title_is_left_as_it_is() -> None:
    by_itself = Reference("Document", "云溪文件", YUNXI, (), "一号")
    assert len(known(citing("a", by_itself), citing("b", by_itself, DANFENG))) == 3


def test_the_order_of_the_sources_changes_nothing() -> None:
    sources = [
        plan("a", "云府〔2020〕8号"),
        plan("b", "云府〔2023〕5号"),
        plan("c"),
        citing("d", cited("关于培育产业的意见", "云府办〔2022〕9号")),
        citing("e", cited("关于培育产业的意见")),
    ]
    assert known(*sources) == known(*reversed(sources))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("云府〔2023〕第5号", "云府〔2023〕5号"),
        ("云府〔2023〕 5 号", "云府〔2023〕5号"),
        ("云府令〔2018〕第250号", "云府令〔2018〕第250号"),
        ("云溪市人民政府令第12号", "云溪市人民政府令第12号"),
        ("云溪市人民政府公告第3号", "云溪市人民政府公告第3号"),
    ],
)
def test_a_stray_ordinal_is_no_part_of_a_number_but_for_orders(number: str, expected: str) -> None:
    assert plain(number) == expected
