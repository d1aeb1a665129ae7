"""Lines that stand around a title and begin none, and titles that name no kind of document."""

from __future__ import annotations

import pytest

from govgraph_loaders.structure.lines import read_lines
from govgraph_loaders.structure.title_lines import begins_no_title, find_unnamed_title
from loaders.papers import layout_of, source_of

PLAN = "青禾县节约用水工作方案\n\n一、总体要求\n\n坚持节水优先。\n"


@pytest.mark.parametrize(
    "line",
    [
        "（此件公开发布）",
        "打印 分享",
        "发文机关 县政府办公室",
        "【时效性】现行有效",
        "∙【效力等级】规范性文件",
        "正文",
    ],
)
def test_remarks_buttons_and_labels_begin_no_title(line: str) -> None:
    assert begins_no_title(line.replace(" ", ""))
    titles = [document.title for document in layout_of(f"{line}\n{PLAN}").documents]
    assert titles == ["青禾县节约用水工作方案"]


@pytest.mark.parametrize(
    "line", ["青禾县节约用水工作方案", "时间银行管理办法", "分类推进改革的意见", "打通节点的方案"]
)
def test_a_title_is_no_remark(line: str) -> None:
    assert not begins_no_title(line)


def test_a_remark_below_a_title_is_no_part_of_it() -> None:
    text = PLAN.replace("方案\n", "方案\n（此件公开发布）\n", 1)
    assert layout_of(text).documents[0].title == "青禾县节约用水工作方案"


@pytest.mark.parametrize(
    ("text", "title", "numbers"),
    [
        ("青禾县2024年惠民清单事项\n\n一、改造道路\n\n年内完成。", "青禾县2024年惠民清单事项", []),
        (
            "首页\n索引号：0123\n2024年县政府重点工作（青政发〔2024〕2号）\n\n各乡镇：\n\n请落实。",
            "2024年县政府重点工作",
            ["青政发〔2024〕2号"],
        ),
        ("云溪市各部门防汛任务\n\n第一条 备料。", "云溪市各部门防汛任务", []),
    ],
)
def test_a_line_of_a_place_a_year_or_a_number_names_a_document_of_no_known_kind(
    text: str, title: str, numbers: list[str]
) -> None:
    document = layout_of(text).documents[0]
    assert document.title == title
    assert [mark.text for mark in document.numbers] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "云溪市人民政府\n\n请落实节水工作。",
        "2024年1月8日\n\n请落实节水工作。",
        "云溪市人民政府门户网站\n\n请落实节水工作。",
        "请各县落实节水工作。\n\n云溪市各部门防汛任务",
        "一、云溪市防汛任务\n\n备料。",
        "——2024年1月15日在云溪市第五届人民代表大会第三次会议上\n\n备料。",
        "2024年5月29日云溪市第五届人民代表大会第九次会议通过\n\n备料。",
        "云溪市人大常委会任命王一凡为副市长\n\n备料。",
        "云溪市人民政府市长王一凡\n\n备料。",
    ],
)
def test_names_dates_sites_and_what_stands_in_the_text_name_none(text: str) -> None:
    assert find_unnamed_title(read_lines(source_of(text))) is None


def test_a_heading_in_the_text_is_no_title_where_one_stands_above() -> None:
    text = "青禾县2024年惠民事项\n\n要办好下列事项。\n\n保障措施\n\n落实资金。\n"
    assert [document.title for document in layout_of(text).documents] == ["青禾县2024年惠民事项"]
