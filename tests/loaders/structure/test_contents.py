"""A list of contents is no content: it is taken out, and its entries are titles to look for."""

from __future__ import annotations

from govgraph_loaders.structure.contents import Contents, find_contents
from govgraph_loaders.structure.lines import read_lines
from loaders.papers import layout_of, paragraphs_of, source_of


def contents_of(text: str) -> Contents | None:
    source = source_of(text)
    return find_contents(read_lines(source), source.text, 0)


def entries(text: str) -> list[str]:
    contents = contents_of(text)
    assert contents is not None
    return [entry.text for entry in contents.entries]


AFTER = "\n云溪市绿道建设方案\n\n一、总体要求\n\n坚持绿化。\n"


def test_entries_with_page_numbers_end_with_the_last_of_them() -> None:
    text = "目 录\n\n云溪市绿道建设方案……………1\n云溪市公园管理办法..........12\n绿化标准 ···· (20)\n" + AFTER
    contents = contents_of(text)
    assert contents is not None
    assert [entry.text for entry in contents.entries] == [
        "云溪市绿道建设方案",
        "云溪市公园管理办法",
        "绿化标准",
    ]
    assert read_lines(source_of(text))[contents.last].text in {"", "云溪市绿道建设方案"}


def test_page_numbers_may_stand_behind_tabs() -> None:
    assert entries("目录\n云溪市绿道建设方案\t1\n云溪市公园管理办法\t12\n") == [
        "云溪市绿道建设方案",
        "云溪市公园管理办法",
    ]


def test_an_entry_over_two_lines_is_one() -> None:
    text = "目录\n\n云溪市人民政府关于印发云溪市绿道\n建设方案的通知……………1\n\n云溪市公园管理办法……………12\n"
    assert entries(text) == ["云溪市人民政府关于印发云溪市绿道建设方案的通知", "云溪市公园管理办法"]


def test_a_number_under_an_entry_is_its_number_and_no_entry() -> None:
    text = (
        "目录\n云溪市人民政府关于加强河湖管护的意见\n（云府〔2023〕4号）…………1\n"
        "云溪市人民政府关于防汛的通知\n（云府〔2023〕5号）…………3\n"
    )
    contents = contents_of(text)
    assert contents is not None
    assert [entry.text for entry in contents.entries] == [
        "云溪市人民政府关于加强河湖管护的意见",
        "云溪市人民政府关于防汛的通知",
    ]
    assert {index: mark.text for index, mark in contents.numbers.items()} == {
        0: "云府〔2023〕4号",
        1: "云府〔2023〕5号",
    }
    assert all(text[mark.start : mark.end] == mark.text for mark in contents.numbers.values())


def test_a_list_without_page_numbers_ends_where_its_first_entry_comes_back() -> None:
    first, second = "云溪市人民政府关于加强河湖管护的意见", "云溪市人民政府关于防汛的通知"
    text = f"目录\n\n{first}\n\n{second}\n\n{first}\n\n各单位：\n\n请落实。\n"
    contents = contents_of(text)
    assert contents is not None
    assert [entry.text for entry in contents.entries] == [first, second]
    assert contents.last == 6


def test_a_heading_that_no_list_follows_is_no_contents() -> None:
    assert contents_of("目录\n\n为加强管理，制定本目录。\n\n一、总则\n") is None


def test_another_word_is_no_heading_of_contents() -> None:
    assert contents_of("绿化目录\n云溪市绿道建设方案……1\n") is None


def test_group_headings_between_the_entries_are_no_entries() -> None:
    text = "目录\n\n【市政府文件】\n\n云溪市绿道建设方案……1\n\n【部门文件】\n\n云溪市公园管理办法……5\n"
    assert entries(text) == ["云溪市绿道建设方案", "云溪市公园管理办法"]


def test_entries_know_their_place_in_the_source() -> None:
    text = "目录\n云溪市绿道建设方案……………1\n云溪市公园管理办法……………3\n"
    contents = contents_of(text)
    assert contents is not None
    assert [text[entry.start : entry.end] for entry in contents.entries] == [
        "云溪市绿道建设方案",
        "云溪市公园管理办法",
    ]


def test_the_contents_of_a_plan_are_not_its_sections() -> None:
    text = (
        "云溪市绿道建设方案\n\n目录\n\n一、总体要求……………1\n二、主要任务……………2\n（一）贯通绿道…………2\n\n"
        "一、总体要求\n\n坚持绿化。\n\n二、主要任务\n\n（一）贯通绿道\n\n建成绿道100公里。\n"
    )
    layout = layout_of(text)
    (document,) = layout.documents
    assert [section.title for section in document.sections] == ["总体要求", "主要任务", "贯通绿道"]
    assert "……" not in "".join(paragraphs_of(layout, document))


def test_the_contents_of_a_plan_without_page_numbers_are_not_its_sections() -> None:
    text = (
        "云溪市绿道建设方案\n\n目录\n\n一、总体要求\n二、主要任务\n三、保障措施\n\n"
        "一、总体要求\n\n坚持绿化。\n\n二、主要任务\n\n建成绿道。\n\n三、保障措施\n\n加强领导。\n"
    )
    (document,) = layout_of(text).documents
    assert [section.title for section in document.sections] == ["总体要求", "主要任务", "保障措施"]


def test_titles_one_below_the_other_are_a_list_though_no_document_of_them_follows() -> None:
    text = (
        "云溪市人民政府公报\n2020年第2期\n目录\n市政府文件\n市人民政府关于加强绿化的通知\n市人民政府办公室关于做好防汛的通知\n"
        "市人民政府办公室关于开展普查的通知\n\n正文另见。\n"
    )
    (gazette,) = layout_of(text).documents
    assert gazette.kind == "gazette"
    assert [mark.text for mark in gazette.contents] == [
        "市人民政府关于加强绿化的通知",
        "市人民政府办公室关于做好防汛的通知",
        "市人民政府办公室关于开展普查的通知",
    ]
