from __future__ import annotations

from datetime import date

import pytest

from govgraph_ontology.offices import OFFICE_NAMES, office_stem, official_office
from govgraph_ontology.reorganisations import changes


def test_every_name_is_an_official_one() -> None:
    for change in changes():
        for name in (*change.originals, *change.results):
            assert name in OFFICE_NAMES, name
            assert official_office(name) == name


def test_predecessor_and_successor_are_never_one_office() -> None:
    for change in changes():
        assert set(change.originals).isdisjoint(change.results)
        for original in change.originals:
            for result in change.results:
                assert official_office(original) != official_office(result)
                assert not office_stem(original) or office_stem(original) != office_stem(result)


def test_an_office_ends_once() -> None:
    ended = [name for change in changes() for name in change.originals]
    assert len(ended) == len(set(ended))


def test_successors_are_later_and_lead_back_to_nobody() -> None:
    after: dict[str, set[str]] = {}
    ends = {name: change.reform.start for change in changes() for name in change.originals}
    for change in changes():
        for name in change.originals:
            after.setdefault(name, set()).update(change.results)
        for name in change.results:
            assert name not in ends or ends[name] > change.reform.start, name
    for name in after:
        seen, reached = set(), {name}
        while reached:
            seen |= reached
            reached = set().union(*(after.get(one, set()) for one in reached))
            assert name not in reached


def test_dates_are_days_in_order() -> None:
    for change in changes():
        start = date.fromisoformat(change.reform.start)
        assert str(start.year) == change.reform.year
        assert not change.reform.end or date.fromisoformat(change.reform.end) > start


@pytest.mark.parametrize(
    ("original", "result", "year"),
    [
        ("国土资源局", "自然资源局", "2018"),
        ("环境保护局", "生态环境局", "2018"),
        ("卫生和计划生育局", "卫生健康局", "2018"),
        ("工商行政管理局", "市场监督管理局", "2018"),
        ("农业局", "农业农村局", "2018"),
        ("安全生产监督管理局", "应急管理局", "2018"),
        ("旅游局", "文化和旅游局", "2018"),
        ("扶贫开发办公室", "乡村振兴局", "2021"),
        ("乡村振兴局", "农业农村局", "2023"),
        ("地方金融监督管理局", "地方金融管理局", "2023"),
        ("政务服务数据管理局", "数据局", "2023"),
    ],
)
def test_the_known_reforms_are_there(original: str, result: str, year: str) -> None:
    assert any(
        original in change.originals and result in change.results and change.reform.year == year
        for change in changes()
    )
