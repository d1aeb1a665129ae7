import pytest

from govgraph_ontology.division_names import generic_names, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("阳江市", "阳江"),
        ("恩施土家族苗族自治州", "恩施"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("内蒙古自治区", "内蒙古"),
        ("管城回族区", "管城"),
        ("清新区", "清新"),
        ("梁园区", "梁园"),
        ("大兴安岭地区", "大兴安岭"),
        ("忠县", "忠县"),
        ("矿区", "矿区"),
        ("兰州新区", "兰州新区"),
        ("丹枫经济技术开发区", "丹枫经开区"),
        ("苏州工业园区", "苏州工业园区"),
    ],
)
def test_short_name_drops_kind_and_peoples(name: str, short: str) -> None:
    assert short_name(name) == short


def test_short_name_never_has_fewer_than_two_characters() -> None:
    assert short_name("市") == "市"
    assert short_name("") == ""


def test_only_zones_have_generic_names() -> None:
    assert generic_names("丹枫高新技术产业开发区") == ("高新技术产业开发区", "高新区")
    assert generic_names("丹枫区") == ()
