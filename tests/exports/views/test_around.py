from __future__ import annotations

import pytest

from exports.pictures import bureau_graph
from govgraph_exports.views.around import select_around


def test_an_unknown_focus_is_an_error() -> None:
    with pytest.raises(KeyError):
        select_around(bureau_graph(3), "nobody", 300)
