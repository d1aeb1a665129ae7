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
        "根据《示范省绿化意见》\n（示府〔2020〕33号）\n要求，现将有关事项通知如下。",
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
        "【发布机构】 云溪市人民政府\n【文 号】 云府〔2024〕18号\n【成文日期】 2024年4月2日",
        "•【发布机构】云溪市人民政府\n•【文 号】云府〔2024〕18号\n•【成文日期】2024年4月2日",
        "索 引 号 0071/2024-3\n发布机构 云溪市人民政府 文  号 云府〔2024〕18号\n成文日期 2024年4月2日",
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


def test_labels_with_their_values_on_the_next_lines_are_read() -> None:
    table = "发文字号：\n云府〔2024〕18号\n成文日期：\n2024年4月2日\n发布机构：\n云溪市人民政府\n"
    document = document_of(WEB.format(table=table))
    assert document.title == TITLE
    assert numbers(document) == ["云府〔2024〕18号"]
    assert issuers(document) == ["云溪市人民政府"]


def test_what_a_site_says_of_the_issuer_yields_to_the_title() -> None:
    document = document_of(WEB.format(table="发布机构：市政府办\n成文日期：2024年4月2日"))
    assert issuers(document) == []


def test_a_value_that_is_not_what_its_label_says_is_none() -> None:
    table = "发文字号：无\n成文日期：见正文\n发布机构：\n2024年第3期"
    document = document_of(WEB.format(table=table))
    assert numbers(document) == []
    assert issuers(document) == []
    assert document.date is None


def test_the_table_says_from_when_to_when_the_document_is_in_force() -> None:
    document = document_of(WEB.format(table="生效时间：2024-05-01 废止时间：2029-04-30 有效性：有效"))
    assert document.effective is not None
    assert document.effective.text == "2024-05-01"
    assert document.expires is not None
    assert document.expires.text == "2029-04-30"


def test_a_date_of_publication_of_another_year_than_the_number_is_not_the_date_of_issue() -> None:
    table = "来源：资料网 时间：2019-07-05\n文号：云府〔2014〕18号"
    assert document_of(WEB.format(table=table)).date is None


@pytest.mark.parametrize("end", ["", "\n（此件公开发布）\n", "\n附件：名单\n", "\n打印本页\n"])
@pytest.mark.parametrize(
    "date", ["2024年4月2日", "二〇二四年四月二日", "二O二四年四月二日", "二○二四年四月二日"]
)
def test_where_a_seal_took_the_place_of_the_issuer_the_date_at_the_end_counts(date: str, end: str) -> None:
    document = document_of(f"{TITLE}\n\n各县（区）人民政府：\n\n请抓好落实。\n\n{date}\n{end}")
    assert document.date is not None
    assert document.date.text == date


def test_a_date_in_the_middle_of_the_text_is_not_the_date_of_issue() -> None:
    text = f"{TITLE}\n\n各县（区）人民政府：\n\n2024年4月2日\n\n召开会议，部署工作。\n"
    assert document_of(text).date is None


def test_issuer_and_date_may_stand_on_one_line() -> None:
    document = document_of(
        f"{TITLE}\n\n各县（区）人民政府：\n\n请抓好落实。\n\n云溪市人民政府 2024年4月2日\n"
    )
    assert issuers(document) == ["云溪市人民政府"]
    assert document.date is not None
    assert document.date.text == "2024年4月2日"


def test_a_number_that_lost_its_closing_bracket_is_known_as_one() -> None:
    assert numbers(document_of(f"云府办〔202418\n\n{TITLE}\n\n请抓好落实。\n")) == ["云府办〔202418"]


@pytest.mark.parametrize(
    ("bracket", "date"),
    [
        ("（2013年6月17日市人民政府第5次常务会议通过 2013年7月2日市人民政府令第3号公布）", "2013年7月2日"),
        ("（2013年6月17日市人大常委会第三十次会议通过 2013年8月1日省人大常委会批准）", "2013年6月17日"),
    ],
)
def test_a_regulation_is_of_the_day_on_which_it_was_promulgated(bracket: str, date: str) -> None:
    document = document_of(f"云溪市绿化条例\n\n{bracket}\n\n第一章 总则\n\n第一条 为了绿化，制定本条例。\n")
    assert document.date is not None
    assert document.date.text == date


def test_the_number_of_an_order_stands_below_its_title() -> None:
    text = "云溪市人民政府公告\n\n第5号\n\n禁火事项公告如下：\n\n一、禁火期。\n"
    assert numbers(document_of(text)) == ["云溪市人民政府公告第5号"]
    text = f"{TITLE}\n\n第5号\n\n各县（区）人民政府：\n\n请抓好落实。\n"
    assert numbers(document_of(text)) == []


def test_the_line_of_the_printing_office_dates_a_document_without_signature() -> None:
    text = f"{TITLE}\n\n各县（区）人民政府：\n\n请抓好落实。\n\n云溪市人民政府办公室 2024年4月2日印发\n"
    document = document_of(text)
    assert document.date is not None
    assert document.date.text == "2024年4月2日"
    assert issuers(document) == []


REGULATION = (
    "云溪市绿化管理规定\n\n{organ}\n\n《云溪市绿化管理规定》已经市人民政府常务会议通过，现予公布，自2024年5月1日起施行。\n\n"
    "{officer}\n2024年3月15日\n\n第一章 总则\n\n第一条 为了绿化，制定本规定。\n"
)


@pytest.mark.parametrize("officer", ["市长 张明", "市长", "云溪市代理市长 张明"])
@pytest.mark.parametrize(
    ("organ", "number"),
    [
        ("云溪市人民政府令\n第12号", ["云溪市人民政府令第12号"]),
        ("云溪市人民政府\n\n云溪市绿化管理规定\n\n云溪市人民政府令第12号", ["云溪市人民政府令第12号"]),
        ("云溪市人民政府", []),
    ],
)
def test_a_collection_of_laws_prints_the_order_below_the_title(
    organ: str, number: list[str], officer: str
) -> None:
    document = document_of(REGULATION.format(organ=organ, officer=officer))
    assert numbers(document) == number
    assert issuers(document) == ["云溪市人民政府"]
    assert document.date is not None
    assert document.date.text == "2024年3月15日"


def test_an_organ_far_below_the_title_is_no_issuer() -> None:
    body = "\n".join(f"第{number}条 应当绿化。" for number in "一二三四五六七八")
    assert issuers(document_of(f"云溪市绿化管理规定\n\n{body}\n\n云溪市水利局\n\n第九条 罚款。\n")) == []


def test_a_number_stands_below_the_title_though_the_page_prints_the_title_in_brackets_above_it() -> None:
    text = f"云府〔2024〕18号《{TITLE}》\n\n浏览量：\n\n{TITLE}\n\n云府〔2024〕18号\n\n各单位：\n\n请落实。\n"
    assert numbers(document_of(text)) == ["云府〔2024〕18号"]


def test_the_full_name_in_the_title_goes_before_the_short_one_of_the_site() -> None:
    text = (
        "发布机构：自治区人民政府\n\n示范自治区人民政府关于推进健康城市建设的通知\n\n各单位：\n\n请落实。\n"
    )
    assert issuers(document_of(text)) == []


def test_an_organ_of_a_list_in_the_text_is_no_issuer() -> None:
    text = "关于表彰先进单位的决定\n\n{opening}一、金奖\n\n青禾县人民政府\n\n希望再接再厉。\n\n2024年3月1日\n"
    assert issuers(document_of(text.format(opening="市政府决定予以表彰。\n\n"))) == []
    assert issuers(document_of(text.format(opening=""))) == []


def test_an_organ_below_the_title_of_a_printed_plan_does_not_issue_it() -> None:
    text = notice("云溪市人民政府关于印发云溪市绿道建设方案的通知", "现将方案印发给你们。") + (
        "\n云溪市绿道建设方案\n\n云溪市水利局\n\n一、总体要求\n\n坚持绿化。\n"
    )
    assert issuers(layout_of(text).documents[1]) == []
