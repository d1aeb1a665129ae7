from __future__ import annotations

from govgraph.identity import Identity
from govgraph.located import located
from govgraph_loaders.source import Source
from govgraph_loaders.statements import DocumentRecord, Evidence, Extraction, Reference, Statement
from govgraph_ontology.iri import entity_iri
from govgraph_ontology.terms import GOV

COUNTY = "示范省/云溪市/青禾县"


def districts(thing: Reference, site: str = "石桥镇") -> list[str]:
    """The districts to which `thing` belongs by a statement that it lies in `site`, a town of a county."""
    paper = Reference("Document", "目标分解", COUNTY, (), f"{COUNTY}#目标分解")
    place = Reference("District", site, COUNTY)
    evidence = Evidence(0, 1, "文")
    said = Statement("locatedIn", thing, place, paper.key, evidence, "notes.line", 0.9)
    extraction = Extraction("a", (DocumentRecord(paper, "notice", COUNTY, 0, 1),), (said,), (), ())
    found = list(located([(Source("a", "文", "", "utf-8"), extraction)], Identity([extraction])))
    assert all((one.predicate, one.rule) == (str(GOV.within), "place.located") for one in found)
    assert all(len(one.statements) == 1 for one in found)
    return [one.object for one in found]


def test_a_firm_belongs_to_the_district_of_its_site_and_to_all_above() -> None:
    chain = (f"{COUNTY}/石桥镇", COUNTY, "示范省/云溪市", "示范省")
    assert districts(Reference("Enterprise", "青禾传感有限公司")) == [
        str(entity_iri("District", place)) for place in chain
    ]


def test_what_has_a_place_of_its_own_stays_there() -> None:
    assert districts(Reference("Enterprise", "市水务公司", "示范省/云溪市")) == []
    assert districts(Reference("District", "青禾经开区", COUNTY)) == []
