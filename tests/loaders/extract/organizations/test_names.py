"""What is the name of an organization, and which names stand for many."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.organizations import (
    is_group,
    is_organization,
)


@pytest.mark.parametrize(
    "name",
    [
        "各县（市、区）人民政府",
        "各县（市、区）人民政府（管委会）",
        "各旗县区人民政府",
        "各镇人民政府",
        "各街道办事处",
        "各镇（街道）",
        "各县区",
        "各市、县人民政府",
        "市直有关部门",
        "市直各部门",
        "各有关单位",
        "有关部门",
        "省直有关单位",
        "驻市有关单位",
        "领导小组成员单位",
        "各地",
        "县（区）政府",
    ],
)
def test_a_name_for_many_is_a_group(name: str) -> None:
    assert is_group(name)
    assert is_organization(name)


@pytest.mark.parametrize(
    "name",
    [
        "市教育局",
        "市级机关事务管理局",
        "云溪市人民政府",
        "丹枫区人民政府",
        "市直机关工委",
        "绿化工作领导小组",
    ],
)
def test_one_office_is_no_group(name: str) -> None:
    assert not is_group(name)
    assert is_organization(name)
