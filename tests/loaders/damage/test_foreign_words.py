from __future__ import annotations

import pytest

from govgraph_loaders.damage.foreign_words import find_foreign
from govgraph_loaders.damage.mending import FILLER, mend
from loaders.papers import layout_of, notice


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("推进 the 项目建设", "推进项目建设"),
        ("推进the项目建设", "推进项目建设"),
        ("科研机构 and 高校入驻", "科研机构和高校入驻"),
        ("新建 or 改建", "新建或改建"),
        ("绿道の建设", "绿道的建设"),
        ("完成 30% of （一期）工程", "完成 30%（一期）工程"),
    ],
)
def test_a_stray_word_is_passed_over_or_read_as_what_it_stands_for(text: str, read: str) -> None:
    mended = mend(text).text.replace(FILLER, "")
    assert mended.replace(" ", "") == read.replace(" ", "")


@pytest.mark.parametrize("text", ["推进 development 建设", "由 government 牵头", "建设 проект 基地"])
def test_a_word_of_which_nobody_knows_what_it_stands_for_is_flagged(text: str) -> None:
    (fault,) = find_foreign(text)
    assert fault.reading is None
    assert mend(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "地区GDP增长",
        "建设5G基站",
        "PM2.5浓度下降",
        "R&D经费投入",
        "在A股上市",
        "发展IT产业",
        "R and D",
        "Internet of Things（物联网）平台",
        "开发app和小程序",
        "供电100kW以上",
        "登录www.yunxi.gov.cn查询",
        "AND门电路",
        "第 a 类",
        "offices whose 局 and 委员会 are the same office in the table",
    ],
)
def test_latin_letters_that_chinese_texts_have_stay(text: str) -> None:
    assert list(find_foreign(text)) == []


def test_the_clean_view_has_the_word_that_was_meant() -> None:
    layout = layout_of(notice("云溪市关于绿道的通知", "科研机构 and 高校参与。"))
    assert "科研机构和高校参与。" in layout.view.text
    at = layout.view.text.index("和高校")
    start, end = layout.view.source_span(at, at + 3)
    assert layout.source.text[start:end] == "and 高校"
