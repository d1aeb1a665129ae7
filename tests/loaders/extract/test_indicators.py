import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.indicators import name_behind, read_lead


@pytest.mark.parametrize(
    ("text", "name", "verb", "change"),
    [
        ("全市数字经济规模", "数字经济规模", "", ""),
        ("力争实现工业增加值同比增长", "工业增加值", "实现", "increase"),
        ("城镇新增就业", "就业", "新增", ""),
        ("累计新建农村公路", "农村公路", "新建", ""),
        ("培育上市企业", "上市企业", "上市", ""),
        ("安排培训经费", "培训经费", "安排", ""),
        ("高质量发展指数提高到", "高质量发展指数", "", ""),
        ("农民人均增收", "农民人均", "", "increase"),
        ("2.改造老旧小区", "老旧小区", "改造", ""),
        ("建成区绿化覆盖率达", "建成区绿化覆盖率", "", ""),
    ],
)
def test_name_verb_and_change_before_a_number(text: str, name: str, verb: str, change: str) -> None:
    lead = read_lead(text, 0, len(text), {}, {})
    assert (lead.name, lead.verb, lead.change) == (name, verb, change)


def test_phrase_keeps_the_verb_that_the_name_leaves() -> None:
    assert read_lead("城镇新增就业", 0, 6, {}, {}).phrase == "城镇新增就业"


def test_date_before_the_name_and_base_behind_it_are_left_out() -> None:
    text = "到2025年单位能耗较2020年下降"
    lead = read_lead(text, 0, len(text), {0: 6}, {6: 0, 16: 10})
    assert (lead.name, lead.change) == ("单位能耗", "decrease")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("省级示范园区，并", "省级示范园区"),
        ("县（市、区）参加", "县（市、区）参加"),
        ("的目标", "目标"),
        ("并投入使用", ""),
        ("（其中新建2座）", ""),
    ],
)
def test_name_behind_a_number_ends_with_its_clause(text: str, name: str) -> None:
    assert name_behind(text, 0, len(text)) == name


@given(st.text("新增达到企业家每年全市力争，。；、的由建成区率增长", max_size=60))
def test_any_lead_is_read_within_its_bounds(text: str) -> None:
    lead = read_lead(text, 0, len(text), {}, {})
    assert 0 <= lead.start <= len(text) and lead.name in text
