"""The roles of the reading views are those of the ontology and of the questions."""

from __future__ import annotations

import re

from govgraph.questions import get_question
from govgraph_exports.views.roles import MARKS
from govgraph_ontology.schema import RELATIONS
from govgraph_ontology.terms import GOV


def test_the_views_mark_every_participation_of_the_ontology() -> None:
    participations = {one.name for one in RELATIONS.values() if one.statement_class == GOV.Participation}
    assert set(MARKS) == participations
    assert len({role.sign for role in MARKS.values()}) == len(MARKS)


def test_the_question_of_the_load_counts_the_same_roles_as_the_view() -> None:
    listed = re.search(r"VALUES \?relation \{([^}]*)\}", get_question("load").text())
    assert listed
    assert {name.removeprefix("gov:") for name in listed[1].split()} == set(MARKS)
