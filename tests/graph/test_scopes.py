from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph import scopes
from govgraph.scopes import Stem

YUNXI = "示范省/云溪市"


@pytest.mark.parametrize(
    ("name", "scope", "expected"),
    [
        ("市科技局", YUNXI, Stem("科技局", "kind")),
        ("我市科技局", YUNXI, Stem("科技局", "kind")),
        ("云溪市科技局", YUNXI, Stem("科技局", "full")),
        ("示范省云溪市科技局", YUNXI, Stem("科技局", "full")),
        ("云溪海关", YUNXI, Stem("海关", "short")),
        ("科技局", YUNXI, Stem("科技局", "none")),
        ("县财政局", "云溪市/青禾县", Stem("财政局", "kind")),
        ("区财政局", "云溪市/丹枫区", Stem("财政局", "kind")),
        ("省教育厅", "示范省", Stem("教育厅", "kind")),
        ("国家税务总局云溪市税务局", YUNXI, Stem("国家税务总局税务局", "inner")),
        ("市市场监管局", YUNXI, Stem("市场监管局", "kind")),
        ("县市场监管局", "云溪市/青禾县", Stem("市场监管局", "kind")),
    ],
)
def test_the_place_is_taken_off_the_name(name: str, scope: str, expected: Stem) -> None:
    assert scopes.stem(name, scope) == expected


@pytest.mark.parametrize("name", ["市场监管局", "市容环境卫生中心", "市民服务中心"])
def test_words_that_begin_like_a_place_stay_whole(name: str) -> None:
    assert scopes.stem(name, YUNXI) == Stem(name, "none")


def test_the_word_for_another_kind_of_place_is_not_taken_off() -> None:
    assert scopes.stem("省科技厅", YUNXI) == Stem("省科技厅", "none")
    assert scopes.stem("县教育局", YUNXI) == Stem("县教育局", "none")


def test_a_short_name_before_a_kind_of_place_is_another_place() -> None:
    assert scopes.stem("云溪县教育局", YUNXI) == Stem("云溪县教育局", "none")


def test_without_a_scope_nothing_is_taken_off() -> None:
    assert scopes.stem("市科技局", "") == Stem("市科技局", "none")


@pytest.mark.parametrize("name", ["市春运专班", "项目建设指挥部", "科技创新领导小组"])
def test_bodies_made_for_one_job_are_temporary(name: str) -> None:
    assert scopes.is_temporary(name)


def test_bureaus_are_not_temporary() -> None:
    assert not scopes.is_temporary("市金融局")


def test_folding_makes_widths_and_spaces_equal() -> None:
    assert scopes.fold("《云府〔2024〕５号 （试行）》") == scopes.fold("《云府〔2024〕5号(试行)》")


def test_folding_keeps_numbers_apart() -> None:
    assert scopes.fold("云府〔2023〕5号") != scopes.fold("云府〔2023〕6号")


@given(st.text(alphabet="省市县区云溪青禾局委办科技(（ ", max_size=12))
def test_a_stem_is_never_empty_and_never_longer(name: str) -> None:
    found = scopes.stem(name, YUNXI)
    assert len(found.name) <= len(name)
    assert found.name or not name
