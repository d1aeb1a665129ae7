from __future__ import annotations

import pytest

from govgraph_loaders.damage.doubled_words import find_doubled
from govgraph_loaders.damage.mending import FILLER, mend


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("进一步进一步推进", "进一步推进"),
        ("进一步进一步进一步推进", "进一步推进"),
        ("关于关于印发办法的通知", "关于印发办法的通知"),
        ("加快加快建设", "加快建设"),
        ("由市科技局市科技局牵头", "由市科技局牵头"),
        ("青禾环保青禾环保能源有限公司", "青禾环保能源有限公司"),
        ("2024年2024年底前", "2024年底前"),
        ("6月底前6月底前完成", "6月底前完成"),
        ("市教育局，，市财政局", "市教育局，市财政局"),
    ],
)
def test_doubled_words_are_read_once(text: str, read: str) -> None:
    mended = mend(text)
    assert mended.text.replace(FILLER, "") == read
    assert {fault.kind for fault in mended.faults} == {"damage.doubled"}


@pytest.mark.parametrize(
    "text",
    [
        "高高兴兴地参加",
        "研究研究再说",
        "学习学习再学习",
        "多多支持，人人参与",
        "各个各个环节",
        "新建博士博士后科研平台",
        "召开家长家长会",
        "常务委员会委员会议",
        "召开专家组专家组成立会",
        "党组织组织实施",
        "革命委员会委员会",
        "一一一一一一",
        "市直、市直各单位",
        "120万元、20万元",
        "2021年5月5日",
        "丹枫区\t丹枫区",
        "市科技局 市科技局",
    ],
)
def test_what_chinese_doubles_itself_stays(text: str) -> None:
    assert list(find_doubled(text)) == []
