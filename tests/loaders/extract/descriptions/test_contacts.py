"""Who takes questions about a document."""

from __future__ import annotations

import pytest

from loaders.papers import notice, object_name, statements_of

TITLE = "云溪市人民政府关于推进健康城市建设的通知"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("执行中遇到的问题，请径向市教育局反映。", ["市教育局"]),
        ("如有疑问，请与市财政局联系。", ["市财政局"]),
        ("意见请及时向市水利局反馈。", ["市水利局"]),
        ("工作中的情况，请径向市政府办公室（秘书科）反映。", ["市政府办公室"]),
        ("请径向市民政局（养老服务）、市卫生健康委（托育服务）反映。", ["市民政局", "市卫生健康委"]),
        ("请将修改意见于6月5日前反馈至市水利局。", ["市水利局"]),
        ("意见建议请于5月20日前书面反馈市司法局（立法科）", ["市司法局"]),
        ("请各单位将实施方案报送市水利局。", []),
        ("请抓好落实，向市水利局学习。", []),
        ("市水利局反映，汛情平稳。", []),
        ("请向社会各界反映。", []),
    ],
)
def test_who_takes_questions_is_the_contact(sentence: str, names: list[str]) -> None:
    statements = statements_of(notice(TITLE, sentence), "contactPoint")
    # Those of one sentence have one evidence, so no order among them.
    assert sorted(object_name(statement) for statement in statements) == sorted(names)
    assert all(statement.rule == "document.contact" for statement in statements)
