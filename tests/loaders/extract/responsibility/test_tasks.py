"""Which task a list of duties is for."""

from __future__ import annotations

import pytest

from govgraph_loaders.extract.responsibility.tasks import clause_name
from govgraph_loaders.statements import Reference
from loaders.papers import claims, extraction_of, plan


def tasks(text: str) -> list[Reference]:
    found = [
        statement.object
        for statement in extraction_of(plan(text)).statements
        if statement.relation == "leads"
    ]
    return [task for task in found if isinstance(task, Reference)]


def names(text: str) -> list[str]:
    return [task.name for task in tasks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "（一）建设水库。建成3座。（市水利局牵头）",
        "（一）建设水库（市水利局牵头）",
        "（一）建设水库（市水利局牵头）\n\n建成3座。",
        "（一）建设水库\n\n建成3座。（市水利局牵头）",
        "（一）建设水库\n\n建成3座。\n\n（市水利局牵头）",
        "（一）建设水库\n\n建成3座。\n\n加强巡查。\n\n牵头单位：市水利局",
        "1.建设水库。建成3座。牵头单位：市水利局",
        "（1）建设水库：建成3座。（市水利局牵头）",
        "①建设水库。建成3座。（市水利局牵头）",
        "一是建设水库。建成3座。（市水利局牵头）",
        "第一条 建设水库。建成3座。（市水利局牵头）",
    ],
)
def test_the_only_list_of_a_section_is_for_the_section(text: str) -> None:
    assert names(text) == ["建设水库"]


def test_lists_of_several_clauses_are_for_their_clauses() -> None:
    text = "（一）建设水利。新建中型水库三座（市水利局负责），修缮田间渠道五百公里（市农业农村局负责）。"
    assert names(text) == ["新建中型水库三座", "修缮田间渠道五百公里"]


def test_a_clause_is_known_as_a_part_of_its_section_too() -> None:
    text = "（一）建设水利。新建中型水库三座（市水利局负责），修缮田间渠道五百公里（市农业农村局负责）。"
    assert tasks(text)[1].aliases == ("建设水利：修缮田间渠道五百公里",)


def test_tasks_of_one_section_have_keys_of_their_own() -> None:
    text = "（一）建设水利。新建中型水库三座（市水利局负责），修缮田间渠道五百公里（市农业农村局负责）。"
    keys = [task.key for task in tasks(text)]
    assert len(set(keys)) == 2
    assert all(key.startswith("云溪市#云溪市重点工作方案#一、/（一）") for key in keys)


def test_lists_right_after_each_other_are_for_one_task() -> None:
    text = "（一）建设水库\n\n建成3座。\n\n牵头单位：市水利局\n\n配合单位：市财政局\n\n责任单位：各县区"
    found = claims(extraction_of(plan(text)).statements, "leads", "cooperates", "responsible")
    assert {task for _, _, task in found} == {"建设水库"}
    assert {name for _, name, _ in found} == {"市水利局", "市财政局", "各县区"}


def test_the_task_knows_its_number_and_the_key_of_its_document() -> None:
    (task,) = tasks("（十四）建设水库。建成3座。（市水利局牵头）")
    assert (task.type, task.name, task.scope) == ("Task", "建设水库", "云溪市")
    assert task.aliases == ("（十四）建设水库",)
    assert task.key == "云溪市#云溪市重点工作方案#一、/（十四）"


def test_the_same_plan_in_two_sources_has_the_same_tasks() -> None:
    text = "（一）建设水库。建成3座，加强巡查。（市水利局牵头）"
    half = text.replace("（", "(").replace("）", ")").replace("，", ",")
    assert [task.key for task in tasks(text)] == [task.key for task in tasks(half)]


def test_sections_of_one_number_in_two_chapters_are_two_tasks() -> None:
    section = "（一）建设水库。建成3座。（市水利局牵头）"
    text = f"{section}\n\n二、其他任务\n\n{section}"
    assert len({task.key for task in tasks(text)}) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进绿道建设。加强管理", "推进绿道建设"),
        ("，推进绿道建设；", "推进绿道建设"),
        ("绿道", ""),
        ("", ""),
        (
            "推动城乡绿道互联互通和驿站标识照明停车配套服务，"
            "完善覆盖城乡连接山水贯通古今服务便捷的绿道网络和设施体系以及长效管理维护机制和监督评价办法",
            "推动城乡绿道互联互通和驿站标识照明停车配套服务",
        ),
    ],
)
def test_a_clause_is_named_by_its_first_sentence_or_clause(text: str, name: str) -> None:
    assert clause_name(text, 0, len(text)) == name


def test_a_list_without_any_task_is_rejected_with_the_reason() -> None:
    extraction = extraction_of("（市水利局牵头）\n")
    assert not claims(extraction.statements, "leads")
    assert [found.evidence.text for found in extraction.rejections if found.relation == "leads"] == [
        "（市水利局牵头）"
    ]


def test_a_list_below_the_last_of_several_parts_is_for_the_whole() -> None:
    text = (
        "1．建设水利\n\n（1）新建水库3座。\n\n（2）修缮渠道5条。\n\n（牵头单位：市水利局）\n\n"
        "2．修建道路\n\n（1）修路5条。\n\n（2）建桥2座。\n\n（牵头单位：市交通运输局）"
    )
    assert names(text) == ["建设水利", "修建道路"]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        (
            "1．建设水利\n\n（1）新建水库3座。（牵头单位：市水利局）\n\n（2）修缮渠道5条。\n\n（牵头单位：市农业农村局）",
            "修缮渠道5条",
        ),
        ("1．建设水利\n\n（1）新建水库3座。\n\n（2）修缮渠道5条。（牵头单位：市农业农村局）", "修缮渠道5条"),
    ],
)
def test_a_list_of_one_part_stays_with_its_part(text: str, task: str) -> None:
    assert names(text)[-1] == task


def test_a_list_before_the_text_is_for_what_stands_behind_it() -> None:
    assert names(
        "1．【牵头单位：市水利局】建设水库，完成主体工程。\n\n2．【牵头单位：市商务局】建设粮仓。"
    ) == [
        "建设水库，完成主体工程",
        "建设粮仓",
    ]
