from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.keys import is_known_office, key_of
from govgraph_loaders.statements import Reference
from govgraph_loaders.structure.titles import normal_title
from govgraph_ontology.iri import entity_iri

YUNXI = "示范省/云溪市"
DANFENG = "示范省/丹枫市"


def office(name: str, scope: str = YUNXI) -> Reference:
    return Reference("Organization", name, scope)


@pytest.mark.parametrize(
    "names",
    [
        ("市科技局", "云溪市科技局", "云溪市科学技术局", "示范省云溪市科学技术局", "科技局"),
        ("市住建局", "市住房城乡建设局", "云溪市住房和城乡建设局"),
        ("市发改局", "市发展改革局", "市发展和改革局"),
        ("市人社局", "市人力资源社会保障局"),
        ("市政府", "市人民政府", "云溪市人民政府"),
        ("市税务局", "国家税务总局云溪市税务局"),
        ("市委", "中共云溪市委", "云溪市委"),
        ("市市场监管局", "市场监管局", "云溪市市场监督管理局"),
        ("团市委", "共青团云溪市委", "共青团云溪市委员会"),
        ("人行云溪市分行", "中国人民银行云溪市分行"),
        ("云溪高新区管委会", "高新区管理委员会", "云溪高新技术产业开发区管委会"),
        ("石桥镇政府", "石桥镇人民政府", "云溪市石桥镇人民政府"),
        ("桃源街道办事处", "桃源街道办"),
    ],
)
def test_names_of_one_office_have_one_key(names: tuple[str, ...]) -> None:
    assert len({key_of(office(name)) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市工信局", "市信访局"),
        ("市政数局", "市民政局"),
        ("市住建局", "市城管局"),
        ("市教育局", "市体育局"),
        ("市委办公室", "市政府办公室"),
        ("市科技局", "市科协"),
        ("市农业农村局", "市农业科学院"),
        ("市水务局", "市水务集团"),
        ("市委", "团市委"),
        ("市委办", "市府办"),
        ("市委办", "市人大办"),
        ("市生态环境局", "市生态环境局青禾分局"),
        ("市生态环境局丹枫分局", "市生态环境局青禾分局"),
        ("市第一中学", "市第二中学"),
        ("高新区管委会", "开发区管委会"),
        ("高新区管委会", "经开区管委会"),
        ("高新区管委会", "高新区党工委"),
        ("石桥镇政府", "石桥镇党委"),
        ("石桥镇政府", "石桥乡政府"),
        ("石桥镇政府", "大石桥镇政府"),
        ("本镇政府", "石桥镇政府"),
        ("乡镇企业局", "企业局"),
        ("市税务局", "市税务局稽查局"),
        ("市城投集团", "市交投集团"),
        ("市人民医院", "市第二人民医院"),
    ],
)
def test_offices_that_look_alike_have_two_keys(one: str, other: str) -> None:
    assert key_of(office(one)) != key_of(office(other))


def test_the_same_bureau_of_two_cities_has_two_keys() -> None:
    assert key_of(office("市教育局")) != key_of(office("市教育局", DANFENG))
    assert key_of(office("市教育局")) != key_of(office("县教育局", f"{YUNXI}/青禾县"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Document", "云府〔2023〕5号"), ("Document", "云府〔2023〕6号")),
        (("Project", "云溪产业园一期"), ("Project", "云溪产业园二期")),
        (("Project", "1号厂房"), ("Project", "①号厂房二")),
        (("Project", "云溪电厂1号机组"), ("Project", "云溪电厂2号机组")),
        (("Indicator", "规上工业增加值"), ("Indicator", "工业增加值")),
        (("Document", "云府〔2023〕5号"), ("Document", "云府〔2024〕5号")),
        (("Document", "云府〔2023〕5号"), ("Document", "云府办〔2023〕5号")),
        (("Post", "市科技局局长"), ("Post", "市科技局副局长")),
        (("Post", "市科技局局长"), ("Post", "市科协主席")),
        (("OrganizationGroup", "各县（市、区）人民政府"), ("OrganizationGroup", "各镇（街道）")),
        (("OrganizationGroup", "各县（市、区）人民政府"), ("OrganizationGroup", "各县（市、区）")),
    ],
)
def test_numbers_and_near_likenesses_keep_things_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert key_of(Reference(*one, scope=YUNXI)) != key_of(Reference(*other, scope=YUNXI))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Post", "市发改局局长", "云溪市发展和改革局局长"),
        ("Post", "云溪市中医院副院长", "市中医院副院长"),
        ("OrganizationGroup", "各县（市、区）人民政府（管委会）", "各县(市、区)人民政府、管委会"),
        ("OrganizationGroup", "各县市区人民政府", "云溪市各县（市、区）人民政府"),
        ("OrganizationGroup", "各县（区）政府", "各县（区）人民政府"),
    ],
)
def test_posts_and_groups_are_known_without_their_place(kind: str, one: str, other: str) -> None:
    assert key_of(Reference(kind, one, YUNXI)) == key_of(Reference(kind, other, YUNXI))


def test_widths_do_not_keep_things_apart() -> None:
    assert key_of(Reference("Project", "产业园（一期）", YUNXI)) == key_of(
        Reference("Project", "产业园(一期)", YUNXI)
    )


def test_a_document_cited_by_its_title_has_the_key_of_the_document_itself() -> None:
    title = "云溪市人才计划（2024—2026年）"
    printed = Reference("Document", title, YUNXI, key=f"{YUNXI}#{normal_title(title)}")
    cited = Reference("Document", "《云溪市人才计划(2024—2026年)》", YUNXI)
    elsewhere = Reference("Document", title, DANFENG)
    assert key_of(cited) == key_of(printed) != key_of(elsewhere)


def test_a_task_is_known_by_its_document_and_section() -> None:
    one = Reference("Task", "完善机制", YUNXI, key=f"{YUNXI}#方案#（一）")
    renamed = Reference("Task", "完善机制。", YUNXI, key=f"{YUNXI}#方案#（一）")
    elsewhere = Reference("Task", "完善机制", YUNXI, key=f"{YUNXI}#方案#（二）")
    assert key_of(one) == key_of(renamed) != key_of(elsewhere)


def test_the_table_knows_an_office_by_any_of_its_names() -> None:
    assert is_known_office(key_of(office("市发改局")))
    assert not is_known_office(key_of(office("市大数据发展服务局")))


@given(
    st.lists(
        st.builds(
            Reference,
            st.sampled_from(["Person", "Indicator", "Project", "Post"]),
            st.text(alphabet="甲乙/#-", min_size=1, max_size=3),
            scope=st.sampled_from(["", "-", "甲", "甲/乙"]),
            key=st.sampled_from(["", "甲", "乙"]),
        ),
        min_size=2,
        max_size=12,
    )
)
def test_different_keys_never_share_an_iri(references: list[Reference]) -> None:
    keys = {key_of(reference) for reference in references}
    assert len({entity_iri(key.type, *key.parts) for key in keys}) == len(keys)
