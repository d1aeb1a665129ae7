"""Labels of duties, composed of a word for the role and a word for the body."""

from __future__ import annotations

import re

import pytest

from govgraph_loaders.structure.duty_labels import duty_headings, duty_label_expression


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("牵头单位", "lead"),
        ("省级牵头部门", "lead"),
        ("主要责任单位", "lead"),
        ("协同责任单位", "cooperate"),
        ("责任处室", "responsible"),
        ("具体责任单位", "responsible"),
        ("属地责任单位", "implement"),
        ("牵头负责领导", "oversee"),
        ("分管区领导", "oversee"),
        ("督导单位", "other"),
        ("完成时限", "other"),
    ],
)
def test_a_label_has_the_role_of_its_word_whatever_level_stands_before_it(label: str, role: str) -> None:
    match = re.fullmatch(duty_label_expression(), label)
    assert match is not None
    assert match.lastgroup == role


@pytest.mark.parametrize("text", ["单位", "市级单位", "牵头的单位", "责任", "责任重大"])
def test_what_names_no_role_or_no_body_is_no_label_of_its_own(text: str) -> None:
    match = re.fullmatch(duty_label_expression(), text)
    assert match is None or text == "责任"


def test_no_heading_has_two_roles_and_none_is_of_another_thing() -> None:
    roles: dict[str, set[str]] = {}
    for role, heading in duty_headings():
        roles.setdefault(heading, set()).add(role)
    assert {heading: found for heading, found in roles.items() if len(found) > 1} == {}
    assert "督导单位" not in roles
