from __future__ import annotations

import pytest

from govgraph_loaders.damage.mending import FILLER, mend
from govgraph_loaders.damage.page_furniture import find_page_furniture


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("加快推进— 12 —项目建设", "加快推进项目建设"),
        ("加快推进 - 7 - 项目建设", "加快推进  项目建设"),
        ("加快推进第 3 页 共 16 页项目建设", "加快推进项目建设"),
        ("加快推进—12—云溪市人民政府公报2024年第3期项目建设", "加快推进项目建设"),
        ("加快推进【打印】【关闭】项目建设", "加快推进项目建设"),
        ("抓好落实。 打印 关闭 分享到：微信 微博 请遵照执行", "抓好落实。  请遵照执行"),
    ],
)
def test_furniture_within_a_sentence_is_passed_over(text: str, read: str) -> None:
    mended = mend(text)
    assert mended.text.replace(FILLER, "") == read
    assert [fault.kind for fault in mended.faults] == ["damage.page"]


@pytest.mark.parametrize(
    "text",
    [
        "规划期2021-2025-2035年",
        "共12-15-18家",
        "3D打印、分享经济",
        "由打印 关闭按钮控制",
        "提供复印、打印 收藏、查阅服务",
        "（打印）",
        "见第3页",
        "——2024年1月16日",
        "G15—12—3标段",
    ],
)
def test_numbers_and_words_of_the_text_stay(text: str) -> None:
    assert list(find_page_furniture(text)) == []
