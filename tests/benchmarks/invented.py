"""Documents of invented cities, as many as one likes: plans, lists of duties, reports, appointments.

For each year a city has a gazette, a work report, and a paper on staff and budget. The same numbers give the
same bytes. No place in them exists: names that the divisions of China know are left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from govgraph_ontology.divisions import divisions_named

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_PROVINCE: str = _WORDS["province"]
_NUMERALS = "一二三四五六七八九十"
_COUNTIES = 4
_TASKS = 18
_TABLE_ROWS = 24
_APPOINTMENTS = 16


@dataclass(frozen=True)
class City:
    """An invented city: its name without 市, those of its counties without 县, and of towns by county."""

    name: str
    counties: tuple[str, ...]
    towns: tuple[tuple[str, ...], ...]


def cities(count: int) -> list[City]:
    """The first `count` invented cities; more of them change nothing about the earlier ones."""
    names = list(islice(_place_names(), count * (1 + _COUNTIES)))
    if len(names) < count * (1 + _COUNTIES):
        raise ValueError(f"no names for so many cities: {count}")
    found = []
    for at in range(count):
        name, *counties = names[at * (1 + _COUNTIES) : (at + 1) * (1 + _COUNTIES)]
        towns = tuple(tuple(county + side for side in "东西北") for county in counties)
        found.append(City(name, tuple(counties), towns))
    return found


def _place_names() -> Iterator[str]:
    firsts, seconds = _WORDS["place_first"], _WORDS["place_second"]
    for shift in range(len(seconds)):
        for at, first in enumerate(firsts):
            name = first + seconds[(at + shift) % len(seconds)]
            known = any(divisions_named(name + kind) for kind in ("市", "县", "镇")) or divisions_named(name)
            if not known and name[0] != name[1]:
                yield name


def documents(city: City, year: int) -> Iterator[tuple[str, str]]:
    """File names and texts of what a city publishes in a year."""
    writer = _Writer(city, year)
    yield f"{city.name}/{year}-gazette.txt", writer.gazette()
    yield f"{city.name}/{year}-report.txt", writer.report()
    yield f"{city.name}/{year}-staff-and-budget.txt", writer.staff_and_budget()


class _Writer:
    def __init__(self, city: City, year: int) -> None:
        self.city = city
        self.year = year
        self.random = Random(f"{city.name}-{year}")

    def gazette(self) -> str:
        parts = [self._plan(f"{self.city.name}市", "市", number) for number in (1, 2)]
        parts += [self._plan(f"{county}县", "县", 3) for county in self.city.counties]
        return f"{self.city.name}市人民政府公报\n\n{self.year}年第3期\n\n" + "\n\n".join(parts)

    def _plan(self, place: str, kind: str, number: int) -> str:
        title = f"{place}{self._task()}行动方案（{self.year}—{self.year + 3}年）"
        mark = f"{place[0]}府〔{self.year}〕{number}号"
        day = f"{self.year}年3月{10 + number}日"
        lines = [
            f"{place}人民政府关于印发{title}的通知",
            mark,
            f"各镇人民政府、各街道办事处，{kind}政府各部门：",
            f"《{title}》已经{kind}政府同意，现印发给你们，请认真组织实施。执行中遇到的问题，请径向{kind}"
            f"{self._choose('offices')}反映。",
            f"{place}人民政府",
            day,
            title,
            f"根据《{_PROVINCE}人民政府关于{self._task()}的意见》"
            f"（示府发〔{self.year - 1}〕{self._number(90)}号），结合实际，制定本方案。",
            "一、重点任务",
            *(self._duty(at, kind) for at in range(_TASKS)),
            "附件",
            f"{self.year}年重点工作任务分工表",
            self._table(kind),
            f"{self.year}年重点项目表",
            "单位：亿元",
            self._projects(kind),
        ]
        return "\n\n".join(lines)

    def _duty(self, at: int, kind: str) -> str:
        sentences = "".join(self._sentence(kind) for _ in range(self.random.randint(2, 4)))
        offices = [kind + office for office in self._offices(3)]
        duty = self._choose("duties").format(
            lead=offices[0], second=offices[1], third=offices[2], all="各镇人民政府、各街道办事处"
        )
        return f"（{_ordinal(at + 1)}）{self._task()}。{sentences}{duty}"

    def _sentence(self, kind: str) -> str:
        indicator, unit = self._choose("indicators")
        county = self.random.randrange(_COUNTIES)
        district = (
            f"{self.city.counties[county]}县"
            if kind == "市"
            else f"{self.random.choice(self.city.towns[county])}镇"
        )
        return str(self._choose("sentences")).format(
            matter=self._matter(),
            indicator=indicator,
            unit=unit,
            number=self._number(2000),
            money=self._number(300),
            year=self.year + self.random.randint(0, 3),
            month=self.random.randint(1, 12),
            district=district,
            place=district.rstrip("县镇"),
            industry=self._choose("industries"),
            work=self._choose("works"),
        )

    def _table(self, kind: str) -> str:
        rows = ["序号\t工作任务\t年度目标\t牵头单位\t配合单位\t完成时限"]
        for at in range(_TABLE_ROWS):
            indicator, unit = self._choose("indicators")
            lead, *others = (kind + office for office in self._offices(3))
            due = f"{self.year}年{self.random.randint(1, 12)}月底"
            goal = f"{indicator}达到{self._number(900)}{unit}"
            rows.append(f"{at + 1}\t{self._task()}\t{goal}\t{lead}\t{'、'.join(others)}\t{due}")
        return "\n".join(rows)

    def _projects(self, kind: str) -> str:
        rows = ["序号\t项目名称\t建设地点\t建设单位\t总投资\t建设阶段\t责任单位"]
        for at in range(_TABLE_ROWS // 2):
            county = self.random.choice(self.city.counties)
            name = f"{county}{self._matter()}{self._choose('works')}项目"
            builder = f"{county}{self._choose('industries')}发展有限公司"
            money, stage = self._number(40), self._choose("stages")
            rows.append(
                f"{at + 1}\t{name}\t{county}县\t{builder}\t{money}\t{stage}\t{kind}{self._choose('offices')}"
            )
        return "\n".join(rows)

    def report(self) -> str:
        place = f"{self.city.name}市"
        done = "".join(self._result() for _ in range(_TASKS))
        ahead = "".join(self._goal() for _ in range(_TASKS))
        tasks = "\n\n".join(
            f"{at + 1}.{self._task()}。{self._sentence('市')}由市{self._choose('offices')}牵头负责。"
            for at in range(_TASKS)
        )
        return (
            f"政府工作报告\n\n——{self.year}年1月16日在{place}第五届人民代表大会第四次会议上\n\n"
            f"{place}人民政府市长  {self._person()}\n\n各位代表：\n\n"
            f"一、{self.year - 1}年工作回顾\n\n{done}\n\n二、{self.year}年工作安排\n\n"
            f"今年的主要预期目标是：{ahead}\n\n{tasks}\n"
        )

    def _result(self) -> str:
        indicator, unit = self._choose("indicators")
        return str(_WORDS["results"]).format(
            matter=self._matter(),
            indicator=indicator,
            unit=unit,
            number=self._number(2000),
            growth=self.random.randint(1, 19),
        )

    def _goal(self) -> str:
        indicator, unit = self._choose("indicators")
        return f"{indicator}达到{self._number(2000)}{unit}以上；"

    def staff_and_budget(self) -> str:
        place = f"{self.city.name}市"
        named = "；\n\n".join(
            f"{self._person()}为市{self._choose('offices')}{self._choose('posts')}"
            for _ in range(_APPOINTMENTS)
        )
        removed = "；\n\n".join(
            f"{self._person()}的市{self._choose('offices')}{self._choose('posts')}职务"
            for _ in range(_APPOINTMENTS)
        )
        office = f"{place}{self._choose('offices')}"
        lines = "\n".join(
            f"{code}\t{name}\t{self._number(900)}.{self._number(90) + 9}"
            for code, name in _WORDS["budget_lines"]
        )
        return (
            f"{place}人民政府关于{self._person()}等同志职务任免的通知\n\n{place[0]}府任〔{self.year}〕7号\n\n"
            f"各县人民政府，市政府各部门：\n\n经研究，市人民政府决定：\n\n任命：\n\n{named}。\n\n免去：\n\n{removed}。\n\n"
            f"{place}人民政府\n\n{self.year}年4月19日\n\n{self.year}年{office}部门预算\n\n表1\n\n"
            f"一般公共预算支出情况表（按功能分类科目）\n\n单位名称：{office}\n\n单位：万元\n\n科目编码\t科目名称\t小计\n{lines}\n"
        )

    def _task(self) -> str:
        return f"{self._choose('actions')}{self._matter()}"

    def _matter(self) -> str:
        return f"{self._choose('qualities')}{self._choose('matters')}"

    def _person(self) -> str:
        return "".join(self.random.choice(_WORDS[part]) for part in ("family", "given_first", "given_second"))

    def _offices(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[self._choose("offices")] = None
        return list(found)

    def _choose(self, words: str) -> Any:
        """A word of the list, the first ones more often than the last, as with the words of a language."""
        choices: Sequence[Any] = _WORDS[words]
        return self.random.choices(choices, [1 / (rank + 3) for rank in range(len(choices))])[0]

    def _number(self, most: int) -> int:
        return self.random.randint(1, most)


def _ordinal(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens - 1] + "十") + (
        _NUMERALS[ones - 1] if ones else ""
    )
