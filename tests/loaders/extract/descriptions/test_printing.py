"""What a notice prints and what a gazette lists."""

from __future__ import annotations

import pytest

from govgraph_loaders.statements import Reference
from loaders.papers import extraction_of, notice, object_name, plan, statements_of

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


GAZETTE = (
    "青禾县人民政府公报\n\n2024年第1期\n\n青禾县人民政府主管主办\n\n2024年4月15日出版\n\n目录\n\n"
    "青禾县人民政府关于加强节约用水工作的意见……………1\n青禾县统计公报……………3\n\n"
) + notice(
    "青禾县人民政府关于加强节约用水工作的意见",
    "请节约用水。",
    issuer="青禾县人民政府",
    number="青府〔2024〕1号",
)


def test_a_notice_includes_the_plan_that_follows_it() -> None:
    text = plan("（一）建水库。建成3座。")
    (statement,) = statements_of(text, "includes")
    assert isinstance(statement.object, Reference)
    assert (statement.subject.name, statement.object.name) == (
        "云溪市人民政府关于印发云溪市重点工作方案的通知",
        "云溪市重点工作方案",
    )
    assert statement.rule == "document.printing"
    assert statement.evidence.text == "《云溪市重点工作方案》"


def test_a_notice_includes_each_of_several_plans() -> None:
    text = notice(
        "青禾县人民政府关于印发人才公寓管理办法等2个文件的通知",
        "现将《青禾县人才公寓管理办法》《青禾县人才补贴发放细则》印发给你们，请遵照执行。",
        issuer="青禾县人民政府",
    )
    printed = "\n青禾县人才公寓管理办法\n\n第一条 规范管理。\n\n青禾县人才补贴发放细则\n\n第一条 依法发放。\n"
    wanted = ["青禾县人才公寓管理办法", "青禾县人才补贴发放细则"]
    assert [object_name(s) for s in statements_of(text + printed, "includes")] == wanted
    assert [object_name(s) for s in statements_of(text, "includes")] == wanted


def test_of_several_plans_those_count_too_whose_text_is_not_here() -> None:
    text = notice(
        "青禾县人民政府关于印发《青禾县人才公寓管理办法》《青禾县人才补贴发放细则》的通知",
        "现将《青禾县人才公寓管理办法》《青禾县人才补贴发放细则》印发给你们，请遵照执行。",
        issuer="青禾县人民政府",
    )
    printed = "\n青禾县人才公寓管理办法\n\n第一条 规范管理。\n"
    wanted = ["青禾县人才公寓管理办法", "青禾县人才补贴发放细则"]
    assert [object_name(s) for s in statements_of(text + printed, "includes")] == wanted
    assert statements_of(text + printed, "cites") == []


@pytest.mark.parametrize(
    ("title", "sentence", "printed"),
    [
        (
            TITLE,
            "现将《云溪市健康城市规划》（以下简称《规划》）印发给你们，请抓好落实。",
            ["云溪市健康城市规划"],
        ),
        ("云溪市人民政府令", "《云溪市停车管理办法》已经审议通过，现予公布。", ["云溪市停车管理办法"]),
        ("云溪市人民政府关于印发云溪市健康城市规划的通知", "经研究，现印发给你们。", ["云溪市健康城市规划"]),
        ("云溪市人民政府关于印发《云溪市健康城市规划》的通知", "请抓好落实。", ["云溪市健康城市规划"]),
        ("云溪市人民政府关于转发关于绿化工作意见的通知", "请抓好落实。", []),
    ],
)
def test_a_notice_says_in_its_text_or_its_title_what_it_prints(
    title: str, sentence: str, printed: list[str]
) -> None:
    assert [object_name(s) for s in statements_of(notice(title, sentence), "includes")] == printed


def test_a_notice_that_only_cites_includes_nothing() -> None:
    text = notice(TITLE, "请按照《云溪市健康城市规划》抓好落实，相关情况印发各单位。")
    assert statements_of(text, "includes") == []


def test_what_a_notice_cites_behind_what_it_prints_is_not_printed() -> None:
    text = notice(TITLE, "现将《云溪市健康城市规划》印发给你们，请根据《示范省健康条例》抓好落实。")
    assert [object_name(s) for s in statements_of(text, "includes")] == ["云溪市健康城市规划"]


def test_a_gazette_says_who_runs_it_when_it_came_out_and_what_it_lists() -> None:
    gazette = [
        s for s in extraction_of(GAZETTE).statements if s.subject.name.startswith("青禾县人民政府公报")
    ]
    assert [(s.relation, object_name(s), s.rule) for s in gazette] == [
        ("issuedBy", "青禾县人民政府", "document.imprint"),
        ("issuedOn", "2024-04-15", "document.imprint"),
        ("includes", "青禾县人民政府关于加强节约用水工作的意见", "document.contents"),
        ("includes", "青禾县统计公报", "document.contents"),
    ]


def test_what_a_gazette_lists_and_prints_is_one_document() -> None:
    extraction = extraction_of(GAZETTE)
    listed = next(s.object for s in extraction.statements if s.relation == "includes")
    assert isinstance(listed, Reference)
    assert listed.key == extraction.documents[1].reference.key


def test_a_menu_above_the_title_does_not_hide_what_the_notice_prints() -> None:
    menu = "".join(f"{number}.栏目\n" for number in range(1, 30))
    text = menu + notice(TITLE, "现将《云溪市健康城市规划》《云溪市健康城市标准》印发给你们，请抓好落实。")
    assert [object_name(s) for s in statements_of(text, "includes")] == [
        "云溪市健康城市规划",
        "云溪市健康城市标准",
    ]


def test_a_title_within_the_name_of_what_is_printed_is_not_what_is_printed() -> None:
    text = (
        "云溪市人民政府办公室关于印发《政府工作报告》重点任务分工的通知\n\n各单位：\n\n"
        "《政府工作报告》重点任务分工已经市政府同意，现印发给你们。\n"
    )
    assert [object_name(found) for found in statements_of(text, "includes")] == [
        "《政府工作报告》重点任务分工"
    ]
