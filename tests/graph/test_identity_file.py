from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.entities import Entity
from govgraph.identity_decisions import IdentityRefused, iri_of, key_of_id, read_decisions
from govgraph.identity_file import decide, forget, import_file, rename

PLACE = "示范省%2F云溪市"


def office(name: str) -> Entity:
    key = key_of_id(f"organization/{PLACE}/{name}")
    return Entity(iri_of(key), "Organization", f"云溪市{name}", (), "示范省/云溪市")


ONE, OTHER, THIRD = office("数发局"), office("大数据发展服务局"), office("教育局")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "identity.toml"


def test_what_is_written_is_read_back(path: Path) -> None:
    assert decide(path, "same", (ONE, OTHER), ["公报.txt:3 市数发局牵头\n第二行"])
    assert decide(path, "different", (ONE, THIRD))
    rename(path, THIRD, '云溪市“教育”"局')
    found = read_decisions(path)
    assert found.same == ((key_of_id(ONE.iri), key_of_id(OTHER.iri)),)
    assert found.keep_apart(key_of_id(THIRD.iri), key_of_id(ONE.iri))
    assert found.labels == {key_of_id(THIRD.iri): '云溪市“教育”"局'}
    assert "# 公报.txt:3 市数发局牵头 第二行" in path.read_text(encoding="utf-8")
    assert f'"organization/{PLACE}/数发局",  # 云溪市数发局' in path.read_text(encoding="utf-8")


def test_what_is_decided_is_not_written_again(path: Path) -> None:
    assert decide(path, "different", (ONE, OTHER))
    assert not decide(path, "different", (OTHER, ONE))
    assert decide(path, "same", (ONE, THIRD))
    assert not decide(path, "same", (ONE, THIRD))


def test_a_contradiction_is_refused_and_not_written(path: Path) -> None:
    decide(path, "same", (ONE, OTHER))
    before = path.read_bytes()
    with pytest.raises(IdentityRefused, match="矛盾"):
        decide(path, "different", (OTHER, ONE))
    assert path.read_bytes() == before


def test_forgetting_takes_out_the_entry_with_its_comments_and_nothing_else(path: Path) -> None:
    by_hand = "# mine\n\n# why\n[[different]]\nentities = [\n"
    by_hand += f'  "organization/{PLACE}/数发局", "organization/{PLACE}/教育局"]\n'
    path.write_text(by_hand, encoding="utf-8")
    decide(path, "same", (ONE, OTHER), ["公报.txt:3 市数发局牵头"])
    assert forget(path, [{key_of_id(ONE.iri)}, {key_of_id(OTHER.iri)}]) == 1
    assert path.read_text(encoding="utf-8").strip() == by_hand.strip()
    assert forget(path, [{key_of_id(ONE.iri)}, {key_of_id(OTHER.iri)}]) == 0
    assert forget(path, [{key_of_id(THIRD.iri)}]) == 1
    assert path.read_text(encoding="utf-8") == "# mine\n\n"


def test_forgetting_where_nothing_was_decided_is_nothing(path: Path) -> None:
    assert forget(path, [{key_of_id(ONE.iri)}]) == 0
    assert not path.exists()


def test_a_file_from_elsewhere_becomes_the_decisions_of_a_store(path: Path, tmp_path: Path) -> None:
    decide(path, "same", (ONE, OTHER))
    target = tmp_path / "store" / "identity.toml"
    import_file(path, target)
    assert read_decisions(target) == read_decisions(path)
    with pytest.raises(IdentityRefused, match="没有这个文件"):
        import_file(tmp_path / "none.toml", target)
    path.write_text("[[same]]", encoding="utf-8")
    with pytest.raises(IdentityRefused):
        import_file(path, target)
    assert read_decisions(target).same
