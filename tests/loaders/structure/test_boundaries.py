"""Where the documents of a source begin, what their titles are, and which notice prints which of them."""

from __future__ import annotations

import pytest

from loaders.papers import layout_of, notice, plan


def outline(text: str) -> list[tuple[str, str, int | None]]:
    return [(document.kind, document.title, document.parent) for document in layout_of(text).documents]


OPINION = notice(
    "青禾县人民政府关于加强节约用水工作的意见",
    "一、总体要求\n\n坚持节水优先。",
    issuer="青禾县人民政府",
    number="青府〔2024〕1号",
)
CIRCULAR = notice(
    "青禾县人民政府办公室关于做好森林防火工作的通知",
    "请做好防火工作。",
    issuer="青禾县人民政府办公室",
    number="青府办〔2024〕2号",
)


def test_two_documents_in_one_file_are_two() -> None:
    assert outline(OPINION + "\n" + CIRCULAR) == [
        ("opinion", "青禾县人民政府关于加强节约用水工作的意见", None),
        ("notice", "青禾县人民政府办公室关于做好森林防火工作的通知", None),
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n\n\n", "\n— 4 —\n\n"])
def test_a_signature_never_begins_the_title_below_it(between: str) -> None:
    titles = [title for _, title, _ in outline(OPINION + between + CIRCULAR + between + OPINION)]
    assert titles[1] == "青禾县人民政府办公室关于做好森林防火工作的通知"
    assert titles[2] == "青禾县人民政府关于加强节约用水工作的意见"


@pytest.mark.parametrize(
    "printed",
    [
        "青府〔2024〕1号青禾县人民政府关于加强节约用水工作的意见",
        "青府〔2024〕1号《青禾县人民政府关于加强节约用水工作的意见》",
        "政策文件丨青禾县人民政府关于加强节约用水工作的意见",
        "青禾县人民政府关于加强节约用水工作的意见_青禾县人民政府网",
    ],
)
def test_the_title_that_a_page_prints_above_its_article_begins_no_second_document(printed: str) -> None:
    assert outline(f"{printed}\n\n浏览次数：3\n\n{OPINION}") == [
        ("opinion", "青禾县人民政府关于加强节约用水工作的意见", None),
    ]


def test_a_gazette_is_parted_into_its_documents() -> None:
    text = (
        "青禾县人民政府公报\n\n2024年第1期\n\n目录\n\n青禾县人民政府关于加强节约用水工作的意见……………1\n"
        "青禾县人民政府办公室关于做好森林\n防火工作的通知……………3\n\n" + OPINION + "\n" + CIRCULAR
    )
    assert outline(text) == [
        ("gazette", "青禾县人民政府公报2024年第1期", None),
        ("opinion", "青禾县人民政府关于加强节约用水工作的意见", None),
        ("notice", "青禾县人民政府办公室关于做好森林防火工作的通知", None),
    ]


def test_a_gazette_whose_contents_have_no_page_numbers_is_parted_too() -> None:
    text = (
        "青禾县人民政府公报\n\n2024年第1号\n\n目录\n\n青禾县人民政府关于加强节约用水工作的意见\n（青府〔2024〕1号）\n"
        "青禾县人民政府办公室关于做好森林防火工作的通知\n（青府办〔2024〕2号）\n\n"
        + OPINION
        + "\n"
        + CIRCULAR
    )
    documents = layout_of(text).documents
    assert [document.title for document in documents[1:]] == [
        "青禾县人民政府关于加强节约用水工作的意见",
        "青禾县人民政府办公室关于做好森林防火工作的通知",
    ]
    assert [[mark.text for mark in document.numbers] for document in documents[1:]] == [
        ["青府〔2024〕1号"],
        ["青府办〔2024〕2号"],
    ]


def test_a_plan_belongs_to_the_notice_that_prints_it() -> None:
    text = notice("云溪市人民政府关于印发云溪市绿道建设方案的通知", "现将方案印发给你们。") + (
        "\n云溪市绿道建设方案\n\n一、总体要求\n\n坚持绿化。\n"
    )
    assert outline(text) == [
        ("notice", "云溪市人民政府关于印发云溪市绿道建设方案的通知", None),
        ("plan", "云溪市绿道建设方案", 0),
    ]


def test_several_plans_belong_to_one_notice() -> None:
    text = notice(
        "青禾县人民政府关于印发人才公寓管理办法等2个文件的通知",
        "现将《青禾县人才公寓管理办法》《青禾县人才补贴发放细则》印发给你们，请遵照执行。",
        issuer="青禾县人民政府",
    ) + (
        "\n青禾县人才公寓管理办法\n\n第一条 为了规范管理，制定本办法。\n\n"
        "青禾县人才补贴发放细则\n\n第一条 县财政局负责补贴的发放。\n"
    )
    assert outline(text)[1:] == [
        ("measures", "青禾县人才公寓管理办法", 0),
        ("measures", "青禾县人才补贴发放细则", 0),
    ]


def test_a_printed_plan_is_found_under_the_word_attachment() -> None:
    text = notice(
        "云溪市人民政府关于印发《云溪市绿道建设方案》的通知", "现将《云溪市绿道建设方案》印发给你们。"
    ) + ("\n附件\n\n云溪市绿道建设方案\n（2024—2026年）\n\n一、总体要求\n\n坚持绿化。\n")
    assert outline(text)[1] == ("plan", "云溪市绿道建设方案（2024—2026年）", 0)


@pytest.mark.parametrize(
    "text_of_it",
    [
        "第一条 为了更新城市，制定本办法。\n\n第二条 "
        + "市住房城乡建设局负责城市更新，每年更新老旧小区二十个。" * 5,
        pytest.param(
            "第一条 为了更新城市，制定本办法。",
        ),
    ],
)
def test_an_interpretation_is_a_document_of_its_own(text_of_it: str) -> None:
    text = (
        notice("云溪市人民政府关于印发《云溪市城市更新办法》的通知", "现将《云溪市城市更新办法》印发给你们。")
        + f"\n云溪市城市更新办法\n\n{text_of_it}\n\n"
        + "《云溪市城市更新办法》解读\n\n一、出台背景\n\n我市出台《云溪市城市更新办法》。\n"
    )
    assert outline(text)[1:] == [
        ("measures", "云溪市城市更新办法", 0),
        ("interpretation", "《云溪市城市更新办法》解读", None),
    ]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "云溪市人民政府关于印发云溪市绿道建设\n行动方案（2024—2026年）的通知",
            "云溪市人民政府关于印发云溪市绿道建设行动方案（2024—2026年）的通知",
        ),
        (
            "云溪市教育局\n云溪市财政局\n关于做好乡村教师工作的通知",
            "云溪市教育局云溪市财政局关于做好乡村教师工作的通知",
        ),
        (
            "云溪市教育局 云溪市财政局\n云溪市人力资源和社会保障局关于印发\n《云溪市乡村教师支持办法》的通知",
            "云溪市教育局云溪市财政局云溪市人力资源和社会保障局关于印发《云溪市乡村教师支持办法》的通知",
        ),
        ("云溪市人民政府\n\n关于加强河湖管护的意见", "云溪市人民政府关于加强河湖管护的意见"),
        (
            "云溪市人民政府关于印发云溪市公园\n管理办法（试行）的通知",
            "云溪市人民政府关于印发云溪市公园管理办法（试行）的通知",
        ),
    ],
)
def test_a_title_over_several_lines_is_one(lines: str, title: str) -> None:
    assert outline(notice(lines, "请抓好落实。"))[0][1] == title


@pytest.mark.parametrize("suffix", ["（试行）", "（2024—2026年）", "（2023年修订）"])
def test_a_suffix_on_the_line_below_belongs_to_the_title(suffix: str) -> None:
    text = f"云溪市公园管理办法\n{suffix}\n\n第一条 为了管理公园，制定本办法。\n"
    assert outline(text)[0][1] == f"云溪市公园管理办法{suffix}"


def test_a_number_in_brackets_below_the_title_is_no_part_of_it() -> None:
    (document,) = layout_of(
        "云溪市公园管理办法\n（云府〔2024〕3号）\n\n第一条 为了管理公园，制定本办法。\n"
    ).documents
    assert document.title == "云溪市公园管理办法"
    assert [mark.text for mark in document.numbers] == ["云府〔2024〕3号"]


def test_a_letterhead_begins_the_document_below_it() -> None:
    text = OPINION + "\n云溪市人民政府文件\n\n" + notice("云溪市人民政府关于防汛的通知", "请做好防汛。")
    second = layout_of(text).documents[1]
    assert second.title == "云溪市人民政府关于防汛的通知"
    assert "文件" not in layout_of(text).text(
        layout_of(text).documents[0].start, layout_of(text).documents[0].end
    )


def test_a_title_printed_twice_on_a_page_is_one_document() -> None:
    title = "云溪市人民政府关于推进健康城市建设的实施意见"
    text = (
        f"首页\n{title}\n发布日期：2024-04-08\n{title}\n云府〔2024〕18号\n\n各县（区）：\n\n坚持健康第一。\n"
    )
    assert outline(text) == [("opinion", title, None)]


def test_a_report_is_known_by_its_name_alone() -> None:
    text = (
        "政府工作报告\n\n——2024年1月9日在青禾县第十六届人民代表大会上\n\n各位代表：\n\n一、回顾\n\n增长6%。\n"
    )
    assert outline(text) == [("report", "政府工作报告", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《云溪市人民政府关于防汛的通知》要求，制定措施。",
        "请按照市政府关于防汛的通知抓好落实。",
        "落实关于防汛的通知精神，",
        "附件：云溪市防汛物资清单",
    ],
)
def test_a_title_in_a_sentence_begins_no_document(sentence: str) -> None:
    assert len(outline(notice("云溪市人民政府关于开展绿化的通知", sentence))) == 1


def test_a_source_without_any_title_is_one_document_named_after_the_file() -> None:
    layout = layout_of("市教育局负责开放操场。\n", name="folder/开放操场.txt")
    assert [(document.kind, document.title) for document in layout.documents] == [("other", "开放操场")]


def test_what_stands_above_the_first_title_belongs_to_the_first_document() -> None:
    layout = layout_of("市政府第三次会议通过，现予公布，自公布之日起生效。\n\n" + OPINION)
    assert len(layout.documents) == 1
    assert layout.documents[0].start == 0


ORDER = (
    "云溪市人民政府令\n\n第12号\n\n《云溪市停车管理办法》已经2024年3月1日市人民政府第20次常务会议通过，现予公布，"
    "自2024年5月1日起施行。\n\n市长 张明\n\n2024年3月15日\n\n云溪市停车管理办法\n\n"
    "第一章 总则\n\n第一条 规范停车。\n"
)


@pytest.mark.parametrize("before", ["", OPINION + "\n"])
def test_an_order_is_a_document_and_prints_what_it_promulgates(before: str) -> None:
    kinds = [(kind, title) for kind, title, _ in outline(before + ORDER)]
    assert kinds[-2:] == [("order", "云溪市人民政府令"), ("measures", "云溪市停车管理办法")]


def test_a_line_that_only_ends_like_an_order_begins_no_document() -> None:
    text = OPINION + "\n云溪市人民政府令\n\n坚持节水优先。\n"
    assert [kind for kind, _, _ in outline(text)] == ["opinion"]


def test_a_closing_formula_is_no_title() -> None:
    assert [title for _, title, _ in outline("请各单位抓好落实。\n\n特此通知\n\n云溪市人民政府\n")] == [
        "paper"
    ]


def test_what_stands_above_the_title_of_a_report_is_no_part_of_it() -> None:
    text = "区四届人大\n\n二次会议文件（九）\n\n政府工作报告\n\n各位代表：\n\n请予审议。\n"
    assert [title for _, title, _ in outline(text)] == ["政府工作报告"]


def test_the_title_of_a_plan_above_the_notice_that_prints_it_begins_no_document() -> None:
    text = "云溪市重点工作方案\n\n" + plan("（一）建水库。建成3座。")
    assert outline(text) == [
        ("notice", "云溪市人民政府关于印发云溪市重点工作方案的通知", None),
        ("plan", "云溪市重点工作方案", 0),
    ]


def test_a_plan_with_text_of_its_own_stays_before_the_notice_that_names_it() -> None:
    text = (
        "云溪市重点工作方案\n\n" + "建成水库3座，开放使用。" * 12 + "\n\n" + plan("（一）建水库。建成3座。")
    )
    assert next(title for _, title, _ in outline(text)) == "云溪市重点工作方案"
