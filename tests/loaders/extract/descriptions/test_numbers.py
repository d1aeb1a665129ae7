"""Numbers of documents: their usual form, and those that a label gives."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.descriptions import plain_number
from loaders.papers import notice, object_name, said, statements_of

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("云府[2023]5号", "云府〔2023〕5号"),
        ("云府（2023）5号", "云府〔2023〕5号"),
        ("云府(2023)5号", "云府〔2023〕5号"),
        ("云府【2023】5号", "云府〔2023〕5号"),
        ("云府﹝2023﹞5 号", "云府〔2023〕5号"),
        ("云府〔2023〕5号", "云府〔2023〕5号"),
    ],
)
def test_a_number_is_said_in_its_usual_form(written: str, plain: str) -> None:
    assert plain_number(written) == plain
    assert said(notice(TITLE, "请抓好落实。", number=written), "documentNumber") == [
        ("documentNumber", plain, "number")
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("规范性文件统一编号：云府规〔2024〕2号", "云府规〔2024〕2号"),
        ("（备案号：云府规〔2024〕2号）", "云府规〔2024〕2号"),
    ],
)
def test_a_second_number_under_a_label_is_said_too(line: str, number: str) -> None:
    assert said(notice(TITLE, f"请抓好落实。\n\n{line}"), "documentNumber") == [
        ("documentNumber", "云府〔2024〕31号", "number"),
        ("documentNumber", number, "second_number"),
    ]


def test_the_same_number_again_is_no_second_one() -> None:
    text = notice(TITLE, "请抓好落实。\n\n文件编号：云府〔2024〕31号")
    assert [object_name(s) for s in statements_of(text, "documentNumber")] == ["云府〔2024〕31号"]
