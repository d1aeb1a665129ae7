import time

import pytest

from govgraph_loaders.extract.grants import extract_grants
from govgraph_loaders.extract.reading import Reading
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Statement
from govgraph_loaders.structure import read_layout

FORM = "云溪市促进制造业发展若干政策措施\n\n一、支持企业做大做强\n\n{text}\n"


def grants(text: str) -> list[Statement]:
    source = Source("measures.txt", FORM.format(text=text), "", "utf-8")
    layout = read_layout(source)
    found = [
        each for index in range(len(layout.documents)) for each in extract_grants(Reading(layout, index))
    ]
    for each in found:
        assert isinstance(each, Statement)
        assert source.text[each.evidence.start : each.evidence.end] == each.evidence.text
    return [each for each in found if isinstance(each, Statement)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "对技术改造项目，按设备投资额的10%给予补助，单个项目最高不超过500万元。",
            [{"rate": 10, "cap": 500}],
        ),
        ("对首次上规的企业，一次性给予10万元奖励。", [{"amount": 10}]),
        ("对规模种植户按每亩200元的标准给予补贴，每户不超过3万元。", [{"amount": 200, "cap": 3}]),
        ("企业在境内上市的，市财政给予最高800万元补助。", [{"cap": 800}]),
        ("对营业收入突破1亿元、5亿元的企业，分别给予20万元、50万元奖励。", [{"amount": 20}, {"amount": 50}]),
        ("认定为国家级的，奖励50万元；认定为省级的，奖励20万元。", [{"amount": 50}, {"amount": 20}]),
        ("对固定资产投资5000万元以上的项目，按5%给予奖励，最高1000万元。", [{"rate": 5, "cap": 1000}]),
        ("使用冷链运输的，给予物流费80%的补贴。每家企业补贴上限3万元。", [{"rate": 80, "cap": 3}]),
        ("对展位费给予最高50%的补贴。", [{"rate": 50}]),
        ("给予生均补助，标准为每生每年600元。", [{"amount": 600}]),
        ("补贴标准为初级1000元、中级1500元。", [{"amount": 1000}, {"amount": 1500}]),
    ],
)
def test_rate_amount_and_most_are_read(text: str, expected: list[dict[str, float]]) -> None:
    keys = ("rate", "amount", "cap")
    found = [{key: each.qualifiers[key] for key in keys if key in each.qualifiers} for each in grants(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022年全市发放各类补贴3000万元，惠及企业500家。",
        "违反规定的，处以1万元以上3万元以下罚款。",
        "年营业收入达到1亿元以上的企业可以申请奖励。",
        "支持重点企业发展，力争产值增长10%。",
    ],
)
def test_what_gives_nobody_anything_is_no_grant(text: str) -> None:
    assert grants(text) == []


def test_condition_unit_and_occasion_are_kept() -> None:
    (found,) = grants("对举办招聘活动的协会，每举办1场招聘会给予800元的办会奖励，每家协会不超过2万元。")
    assert not isinstance(found.object, str) and found.object.name == "办会奖励"
    assert found.qualifiers["unit"] == "元" and found.qualifiers["cap_unit"] == "万元"
    assert found.qualifiers["condition"] == "对举办招聘活动的协会"
    assert str(found.qualifiers["per"]).startswith("每举办1场招聘会")


def test_bare_benefit_is_named_by_its_heading() -> None:
    (found,) = grants("按实际花费的20%给予补贴。")
    assert not isinstance(found.object, str) and found.object.name == "支持企业做大做强"


@pytest.mark.parametrize("piece", ["给予5万元、", "按5%给予，", "每家每户", "不超过5万元，", "奖励5万元。"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    before = time.process_time()
    grants(piece * (20_000 // len(piece)))
    assert time.process_time() - before < 10


def test_interest_on_a_loan_is_given_and_a_share_that_is_kept_is_not() -> None:
    (found,) = grants("对企业贷款按实际支付利息的50%给予贴息，每年最高不超过30万元。")
    assert (found.qualifiers["rate"], found.qualifiers["cap"]) == (50, 30)
    assert grants("发放职业培训补贴，失业率控制在3%以内。") == []
    assert grants("支持企业贷款50万元。") == []


def test_what_goes_on_behind_a_semicolon_is_given_too() -> None:
    found = grants("博士研究生给予每人15万元补贴；硕士研究生每人5万元。")
    assert [one.qualifiers["amount"] for one in found] == [15, 5]
    assert [
        one.qualifiers["amount"]
        for one in grants("博士研究生给予每人15万元补贴；年薪不低于每人5万元的除外。")
    ] == [15]
