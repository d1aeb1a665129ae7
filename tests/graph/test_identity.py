from __future__ import annotations

import random

import pytest

from govgraph.entities import Entity
from govgraph.identity import Identity
from govgraph_loaders.source import Source
from govgraph_loaders.statements import Extraction
from graph.plain_notes import read_notes

YUNXI = "示范省/云溪市"


def said(name: str, *lines: str) -> Extraction:
    return read_notes(Source(name, "\n".join(lines), "", "utf-8"))


def plan(name: str, *lines: str, place: str = YUNXI) -> Extraction:
    return said(name, f"# {place} {name}的方案", *lines)


def organizations(*extractions: Extraction) -> dict[str, Entity]:
    return {one.label: one for one in Identity(extractions).entities() if one.type == "Organization"}


def test_the_label_is_the_place_and_the_form_that_the_text_uses_most() -> None:
    found = organizations(
        plan("a", "市科学技术局 leads 甲", "市科技局 leads 乙", "云溪市科技局 cooperates 丙")
    )
    assert list(found) == ["云溪市科技局"]
    assert found["云溪市科技局"].aliases == ("市科技局", "市科学技术局", "云溪市科学技术局")


def test_of_forms_used_alike_the_shortest_is_the_label() -> None:
    assert list(organizations(plan("a", "市科学技术局 leads 甲", "市科技局 leads 乙"))) == ["云溪市科技局"]


def test_the_official_long_form_is_an_alias_though_no_text_uses_it() -> None:
    assert "云溪市科学技术局" in organizations(plan("a", "市科技局 leads 甲"))["云溪市科技局"].aliases


def test_a_name_that_holds_its_place_gets_no_second_one() -> None:
    found = organizations(plan("a", "示范大学云溪校区 cooperates 甲", "示范职业学院 cooperates 乙"))
    assert found["示范大学云溪校区"].aliases == ()
    assert found["示范职业学院"].aliases == ("云溪市示范职业学院",)


def test_the_same_name_in_two_cities_is_two_entities() -> None:
    found = organizations(
        plan("a", "市教育局 leads 甲"), plan("b", "市教育局 leads 甲", place="示范省/丹枫市")
    )
    assert sorted(found) == ["丹枫市教育局", "云溪市教育局"]
    assert all("市教育局" in one.aliases for one in found.values())


def test_names_that_a_document_equates_are_one_entity_there() -> None:
    found = organizations(
        plan("a", "= 市大数据发展服务局 市数发局", "市数发局 leads 甲", "市大数据发展服务局 leads 乙")
    )
    assert len(found) == 1
    assert {"市数发局", "市大数据发展服务局"} < set(next(iter(found.values())).aliases)


def test_a_later_source_teaches_a_name_to_an_earlier_one() -> None:
    earlier = plan("a", "市数发局 leads 甲")
    later = plan("b", "= 市大数据发展服务局 市数发局", "市大数据发展服务局 leads 乙")
    assert len(organizations(earlier)) == 1
    assert len(organizations(earlier, later)) == 1


def test_sources_that_explain_a_name_differently_teach_it_to_nobody_else() -> None:
    one = plan("a", "= 市大数据发展服务局 市数发局", "市数发局 leads 甲")
    other = plan("b", "= 市数字经济发展服务局 市数发局", "市数发局 leads 甲")
    third = plan("c", "市数发局 leads 甲")
    identity = Identity([one, other, third])
    found = {
        extraction.source_name: identity.entity(
            extraction.source_name, extraction.documents[0].reference.key, extraction.statements[0].subject
        ).iri
        for extraction in (one, other, third)
    }
    assert len(set(found.values())) == 3


def test_the_short_name_of_a_temporary_body_holds_in_its_own_document_only() -> None:
    extraction = said(
        "gazette",
        f"# {YUNXI} 春运方案",
        "= 市春运工作专班 市专班",
        "市专班 leads 甲",
        f"# {YUNXI} 招商方案",
        "= 市招商引资专班 市专班",
        "市专班 leads 乙",
    )
    first, second = extraction.statements
    identity = Identity([extraction, plan("other", "市专班 leads 丙")])
    assert identity.entity("gazette", first.document, first.subject) != identity.entity(
        "gazette", second.document, second.subject
    )
    assert len([one for one in identity.entities() if one.type == "Organization"]) == 3


def test_a_document_cannot_equate_two_offices_that_the_table_tells_apart() -> None:
    extraction = plan("a", "= 市工信局 市信访局", "市工信局 leads 甲", "市信访局 leads 乙")
    identity = Identity([extraction])
    assert len([one for one in identity.entities() if one.type == "Organization"]) == 2
    assert [equation.other for _, equation in identity.equations.refused] == ["市信访局"]


def test_two_sources_that_explain_each_name_by_the_other_still_name_one_body() -> None:
    found = organizations(
        plan("a", "= 市数字服务局 市数服局", "市数服局 leads 甲"),
        plan("b", "= 市数服局 市数字服务局", "市数字服务局 leads 甲"),
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("市工信局", "市信访局"), ("市住建局", "市城管局"), ("市民政局", "市政数局"), ("市科技局", "市科协")],
)
def test_offices_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert len(organizations(plan("a", f"{one} leads 甲", f"{other} leads 乙"))) == 2


def test_official_and_short_names_of_one_office_join() -> None:
    found = organizations(plan("a", "市住建局 leads 甲"), plan("b", "市住房和城乡建设局 leads 乙"))
    assert len(found) == 1


def test_the_order_of_sources_changes_nothing() -> None:
    extractions = [
        plan("a", "市数发局 leads 甲", "市科技局 leads 乙"),
        plan("b", "= 市大数据发展服务局 市数发局", "市科学技术局 leads 乙"),
        plan("c", "= 市大数据发展服务局 市数发局", "市教育局 leads 丙", place="示范省/丹枫市"),
    ]
    expected = Identity(extractions).entities()
    for seed in range(5):
        shuffled = extractions[:]
        random.Random(seed).shuffle(shuffled)
        assert Identity(shuffled).entities() == expected


def test_a_source_gives_an_entity_its_own_names_only() -> None:
    one, other = plan("a", "市科技局 leads 甲"), plan("b", "云溪市科学技术局 leads 乙")
    identity = Identity([one, other])
    entity = identity.entity("a", one.documents[0].reference.key, one.statements[0].subject)
    assert "市科技局" in identity.aliases("a", entity)
    assert "市科技局" not in identity.aliases("b", entity)


def test_a_place_is_called_by_its_full_name_and_knows_what_lies_above_it() -> None:
    extraction = plan("a", "云溪 developsIndustry 传感器")
    place = next(one for one in Identity([extraction]).entities() if one.type == "District")
    assert (place.label, place.scope) == ("云溪市", "示范省")
    assert "云溪" in place.aliases


def test_a_group_carries_its_place_in_an_alias() -> None:
    extraction = plan("a", "各县（市、区）人民政府 implements 甲")
    group = next(one for one in Identity([extraction]).entities() if one.type == "OrganizationGroup")
    assert group.aliases == ("云溪市各县（市、区）人民政府",)


def test_a_branch_of_a_national_body_is_known_by_its_full_name_too() -> None:
    found = organizations(plan("a", "阳江银保监分局 leads 甲", place="广东省/阳江市"))
    assert "中国银行保险监督管理委员会阳江监管分局" in found["阳江银保监分局"].aliases


def test_a_town_as_an_actor_is_its_government() -> None:
    place = f"{YUNXI}/青禾县"
    found = organizations(
        plan("a", "石桥镇 leads 甲", "石桥镇政府 leads 乙", "石桥镇党委 leads 丙", place=place)
    )
    assert sorted(found) == ["石桥镇党委", "石桥镇政府"]
    assert {"石桥镇", "石桥镇人民政府"} <= set(found["石桥镇政府"].aliases)
    assert found["石桥镇政府"].scope == f"{place}/石桥镇"


def test_bureau_and_commission_of_one_place_are_one_entity_with_both_names() -> None:
    found = organizations(plan("a", "市发改局 leads 甲", "市发改局 leads 乙", "市发展改革委 leads 丙"))
    assert {"云溪市发展和改革局", "云溪市发展和改革委员会"} <= set(found["云溪市发改局"].aliases)


def test_a_place_that_another_source_puts_into_its_city_is_one_place() -> None:
    one = plan("a", "县教育局 leads 甲", place="云溪市/青禾县")
    other = plan("b", "县教育局 leads 乙", "青禾县 developsIndustry 传感器", place="青禾县")
    found = Identity([one, other])
    assert [entity.scope for entity in found.entities() if entity.type == "Organization"] == ["云溪市/青禾县"]
    assert [entity.scope for entity in found.entities() if entity.type == "District"] == ["云溪市"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市第一中学", "市第二中学"),
        ("市委办", "市府办"),
        ("团市委", "市委"),
        ("高新区管委会", "开发区管委会"),
        ("市公安局", "市公安局丹枫分局"),
        ("市城投集团", "市产投集团"),
        ("市国税局", "市地税局"),
        ("市农业局", "市农业农村局"),
        ("市金融局", "市金融办"),
        ("市大数据局", "市数据局"),
        ("市人民医院", "市第一人民医院"),
        ("市民建", "市民进"),
    ],
)
def test_more_look_alikes_stay_apart(one: str, other: str) -> None:
    assert len(organizations(plan("a", f"{one} leads 甲", f"{other} leads 乙"))) == 2
