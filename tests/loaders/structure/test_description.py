"""Number, issuers and date of a document: above its text, below it, and in the table of a web site."""

from __future__ import annotations

import pytest

from govgraph_loaders.model import Document
from loaders.papers import layout_of, notice, paragraphs_of

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


def document_of(text: str) -> Document:
    (document,) = layout_of(text).documents
    for mark in (*document.numbers, *document.issuers, *filter(None, [document.date, document.title_mark])):
        assert 0 <= mark.start < mark.end <= len(text)
    return document


def numbers(document: Document) -> list[str]:
    return [mark.text for mark in document.numbers]


def issuers(document: Document) -> list[str]:
    return [mark.text for mark in document.issuers]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云府〔2023〕5号", "云府〔2023〕5号"),
        ("云府[2023]5号", "云府[2023]5号"),
        ("云府（2023）5号", "云府（2023）5号"),
        ("云府 〔2023〕 5 号", "云府〔2023〕5号"),
        ("（云府〔2023〕5号）", "云府〔2023〕5号"),
        ("云府〔2023〕第5号", "云府〔2023〕第5号"),
        ("云府〔20235号", "云府〔20235号"),
        ("云府２０２３〕5号", "云府2023〕5号"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_the_number_stands_in_a_line_of_its_own_above_or_below_the_title(
    line: str, number: str, above: bool
) -> None:
    head = f"{line}\n\n{TITLE}" if above else f"{TITLE}\n\n{line}"
    document = document_of(
        f"{head}\n\n各县（区）人民政府：\n\n请抓好落实。\n\n云溪市人民政府\n\n2023年4月2日\n"
    )
    assert document.title == TITLE
    assert numbers(document) == [number]


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《示范省绿化意见》（示府〔2020〕33号）\n要求，现将有关事项通知如下。",
        pytest.param(
            "根据《示范省绿化意见》\n（示府〔2020〕33号）\n要求，现将有关事项通知如下。",
            marks=pytest.mark.xfail(
                strict=True, reason="a cited number that a line break isolates is taken as its own"
            ),
        ),
    ],
)
def test_a_number_in_a_sentence_is_not_the_number_of_the_document(sentence: str) -> None:
    document = document_of(notice(TITLE, sentence))
    assert numbers(document) == ["云府〔2024〕31号"]


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("云溪市教育局\n\n2024年3月18日", ["云溪市教育局"]),
        ("云溪市教育局　　云溪市财政局\n\n2024年3月18日", ["云溪市教育局", "云溪市财政局"]),
        (
            "云溪市教育局 云溪市财政局 云溪市水利局\n2024年3月18日",
            ["云溪市教育局", "云溪市财政局", "云溪市水利局"],
        ),
        ("云溪市教育局\n云溪市财政局\n\n2024年3月18日", ["云溪市教育局", "云溪市财政局"]),
        (
            "云溪市教育局\n\n云溪市财政局\n\n云溪市水利局\n\n2024年3月18日",
            ["云溪市教育局", "云溪市财政局", "云溪市水利局"],
        ),
        (
            "中共云溪市委办公室\n云溪市人民政府办公室\n2024年3月18日",
            ["中共云溪市委办公室", "云溪市人民政府办公室"],
        ),
        ("云溪市教育局、云溪市财政局\n2024年3月18日", ["云溪市教育局", "云溪市财政局"]),
        ("云溪市 教育局\n2024年3月18日", ["云溪市教育局"]),
    ],
)
def test_all_issuers_above_the_date_are_read(foot: str, names: list[str]) -> None:
    document = document_of(f"{TITLE}\n\n各单位：\n\n请抓好落实。\n\n{foot}\n")
    assert issuers(document) == names
    assert document.date is not None
    assert document.date.text == "2024年3月18日"


@pytest.mark.parametrize(
    "date", ["2024年3月18日", "二〇二四年三月十八日", "二○二四年三月十八日", "2024 年 3 月 18 日"]
)
def test_the_date_of_signature_may_be_in_figures_or_in_characters(date: str) -> None:
    document = document_of(notice(TITLE, "请抓好落实。", date=date))
    assert issuers(document) == ["云溪市人民政府"]
    assert document.date is not None
    assert document.date.text == date.replace(" ", "")


def test_a_date_under_the_title_is_the_date_of_the_document() -> None:
    document = document_of("云溪市城市绿化条例\n（2023年11月2日）\n\n第一条 为了绿化城市，制定本条例。\n")
    assert document.date is not None
    assert document.date.text == "2023年11月2日"


def test_signature_and_number_are_no_text_of_the_document() -> None:
    layout = layout_of(notice(TITLE, "请抓好落实。"))
    assert paragraphs_of(layout, layout.documents[0]) == ["各有关单位：", "请抓好落实。"]


def test_a_date_without_an_issuer_above_is_no_signature() -> None:
    document = document_of(f"{TITLE}\n\n各单位：\n\n工作从下列日期开始。\n\n2024年3月18日\n\n请抓好落实。\n")
    assert issuers(document) == []


def test_the_first_signature_counts_and_not_the_dates_of_attachments() -> None:
    text = notice(TITLE, "请抓好落实。") + "\n附件：登记表\n\n云溪市卫生学会\n\n2020年1月1日\n"
    document = document_of(text)
    assert issuers(document) == ["云溪市人民政府"]
    assert document.date is not None
    assert document.date.text == "2024年5月6日"


WEB = """首页
当前位置：首页 > 政务公开 > 文件
{table}
云溪市人民政府关于推进健康城市建设的通知

各县（区）人民政府：

请抓好落实。

打印本页
"""


@pytest.mark.parametrize(
    "table",
    [
        "发布机构：云溪市人民政府\n发文字号：云府〔2024〕18号\n成文日期：2024年4月2日\n发布日期：2024-04-08",
        "发布机构：云溪市人民政府\t发文字号：云府〔2024〕18号\n成文日期：2024年4月2日\t发布日期：2024-04-08",
        "| 发布机构 | 云溪市人民政府 | 发文字号 | 云府〔2024〕18号 |\n| 成文日期 | 2024年4月2日 |",
        pytest.param(
            "【发布机构】 云溪市人民政府\n【文 号】 云府〔2024〕18号\n【成文日期】 2024年4月2日",
            marks=pytest.mark.xfail(strict=True, reason="labels in brackets without a colon are not read"),
        ),
    ],
)
def test_the_table_of_a_web_site_describes_the_document(table: str) -> None:
    document = document_of(WEB.format(table=table))
    assert document.title == TITLE
    assert numbers(document) == ["云府〔2024〕18号"]
    assert issuers(document) == ["云溪市人民政府"]
    assert document.date is not None
    assert document.date.text == "2024年4月2日"


def test_the_date_of_publication_counts_where_no_other_is_given() -> None:
    document = document_of(WEB.format(table="发布日期：2024-04-08\n浏览次数：12"))
    assert document.date is not None
    assert document.date.text == "2024-04-08"


def test_the_signature_counts_before_the_table_of_the_web_site() -> None:
    table = "发布机构：云溪市人民政府办公室\n发布日期：2024-04-08"
    document = document_of(table + "\n" + notice(TITLE, "请抓好落实。"))
    assert issuers(document) == ["云溪市人民政府"]
    assert document.date is not None
    assert document.date.text == "2024年5月6日"


@pytest.mark.xfail(strict=True, reason="the issuer on the line under its label is not read")
def test_labels_with_their_values_on_the_next_lines_are_read() -> None:
    table = "发文字号：\n云府〔2024〕18号\n成文日期：\n2024年4月2日\n发布机构：\n云溪市人民政府\n"
    document = document_of(WEB.format(table=table))
    assert document.title == TITLE
    assert numbers(document) == ["云府〔2024〕18号"]
    assert issuers(document) == ["云溪市人民政府"]
