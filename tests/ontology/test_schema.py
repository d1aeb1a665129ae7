import pytest

from govgraph_ontology.errors import UnknownName
from govgraph_ontology.iri import entity_iri, statement_iri
from govgraph_ontology.schema import CLASSES, QUALIFIERS, RELATIONS, get_class, get_relation
from govgraph_ontology.terms import GOV, RDFS, XSD

# The relations and the qualifiers of the facts contract, family by family.
CONTRACT = {
    "leads cooperates responsible implements oversees": "",
    "hasTarget": "value value_max unit comparator change due period baseline baseline_date nature achieved "
    "text",
    "hasProject": "stage investment investment_unit district builder period",
    "developsIndustry": "role scale",
    "locatedIn": "",
    "issuedBy documentNumber issuedOn effectiveFrom expiresOn contactPoint includes": "",
    "cites interprets": "",
    "appointed removed": "organization on by mode probation",
    "dueBy": "due actor text",
    "grants": "rate amount unit cap cap_unit per condition",
    "allocates": "code amount unit year table",
    "defines": "definition",
    "honours": "honour",
}
PAIRS = [(relation, said.split()) for relations, said in CONTRACT.items() for relation in relations.split()]


@pytest.mark.parametrize(("relation", "qualifiers"), PAIRS)
def test_relation_of_the_contract_bears_exactly_its_qualifiers(relation: str, qualifiers: list[str]) -> None:
    assert {qualifier.name for qualifier in RELATIONS[relation].qualifiers} == set(qualifiers)


def test_there_are_no_relations_and_qualifiers_beside_the_contract() -> None:
    assert set(RELATIONS) == {relation for relation, _ in PAIRS}
    assert set(QUALIFIERS) == {name for _, names in PAIRS for name in names}


@pytest.mark.parametrize(
    ("relation", "domain", "range_"),
    [
        ("leads", {"Organization", "OrganizationGroup", "Person"}, {"Task"}),
        ("oversees", {"Person"}, {"Task", "Indicator", "Organization", "OrganizationGroup"}),
        ("developsIndustry", {"District"}, {"Industry"}),
        ("locatedIn", {"Enterprise", "Project", "Organization", "District"}, {"District"}),
        ("grants", {"Document", "Task"}, {"Benefit"}),
        ("appointed", {"Person"}, {"Post"}),
    ],
)
def test_domain_and_range_are_those_of_the_contract(
    relation: str, domain: set[str], range_: set[str]
) -> None:
    assert set(RELATIONS[relation].domain) == domain
    assert set(RELATIONS[relation].range) == range_


def test_relations_that_take_values_have_a_datatype_and_no_range() -> None:
    values = {name: relation.datatype for name, relation in RELATIONS.items() if relation.takes_value}
    assert values == {
        "documentNumber": XSD.string,
        "issuedOn": XSD.date,
        "effectiveFrom": XSD.date,
        "expiresOn": XSD.date,
        "dueBy": XSD.date,
    }
    for relation in RELATIONS.values():
        assert bool(relation.range) is not relation.takes_value
        assert (relation.inverse is None) is relation.takes_value


def test_domains_and_ranges_are_classes_of_things() -> None:
    for relation in RELATIONS.values():
        for name in (*relation.domain, *relation.range):
            assert get_class(name).segment != "statement"


def test_statement_classes_are_statements() -> None:
    for relation in RELATIONS.values():
        name = relation.statement_class.fragment
        assert GOV.Statement in CLASSES[name].parents
        assert CLASSES[name].segment == "statement"


def test_every_statement_class_is_that_of_some_relation() -> None:
    stated = {relation.statement_class for relation in RELATIONS.values()}
    assert stated == {kind.iri for kind in CLASSES.values() if GOV.Statement in kind.parents}


def test_segments_are_those_of_the_minted_iris_and_tell_classes_apart() -> None:
    things = [kind for kind in CLASSES.values() if kind.segment != "statement"]
    assert len({kind.segment for kind in things}) == len(things)
    for kind in things:
        assert f"/id/{kind.segment}/" in entity_iri(kind.name, "x")
    assert "/id/statement/" in statement_iri("x")


def test_qualifier_is_the_property_in_camel_case() -> None:
    assert QUALIFIERS["value_max"].iri == GOV.valueMax
    assert QUALIFIERS["baseline_date"].iri == GOV.baselineDate
    assert QUALIFIERS["on"].iri == GOV.on


def test_dates_have_a_precision_and_nothing_else_has() -> None:
    for qualifier in QUALIFIERS.values():
        assert (qualifier.precision is not None) is (qualifier.datatype == XSD.date), qualifier.name


def test_number_with_a_unit_and_its_unit_are_kept_normalized() -> None:
    measured = {qualifier.name: qualifier.unit for qualifier in QUALIFIERS.values() if qualifier.unit}
    assert measured == {
        "value": "unit",
        "value_max": "unit",
        "amount": "unit",
        "investment": "investment_unit",
        "cap": "cap_unit",
    }
    for number, unit in measured.items():
        assert QUALIFIERS[number].datatype == XSD.decimal
        assert QUALIFIERS[number].normalized is not None
        assert QUALIFIERS[unit].normalized is not None
    normal_forms = [qualifier.normalized for qualifier in QUALIFIERS.values() if qualifier.normalized]
    assert len(normal_forms) == len(set(normal_forms))


def test_datatypes_of_qualifiers() -> None:
    kinds = {str(qualifier.datatype) for qualifier in QUALIFIERS.values()}
    assert kinds == {str(XSD[name]) for name in ("string", "decimal", "date", "boolean", "integer")}
    assert QUALIFIERS["achieved"].datatype == XSD.boolean
    assert QUALIFIERS["year"].datatype == XSD.integer


def test_unknown_names_are_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"'lead'.*leads, cooperates"):
        get_relation("lead")
    with pytest.raises(UnknownName, match=r"'Office'.*Organization, OrganizationGroup"):
        get_class("Office")
    with pytest.raises(UnknownName, match=r"'worth'.*value, value_max"):
        get_relation("hasTarget").qualifier("worth")
    with pytest.raises(UnknownName, match="there are"):
        get_relation("leads").qualifier("value")


def test_tables_keep_the_order_of_the_ttl() -> None:
    assert list(RELATIONS)[:2] == ["leads", "cooperates"]
    assert next(iter(CLASSES)) == "Organization"
    assert all(parent.startswith("http") for kind in CLASSES.values() for parent in kind.parents)
    assert RDFS.label not in {kind.iri for kind in CLASSES.values()}
