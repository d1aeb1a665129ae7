"""Invented documents as blocks, from which writers make files, laid out as real ones are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loaders.readers import written


@dataclass(frozen=True)
class Value:
    """A cell of a sheet that holds a number or a date, its format, and what it shows."""

    held: float | date
    format: str
    shown: str


@dataclass(frozen=True)
class Block:
    """A piece of a document. `kind`: title, number, text, right, heading, note (a footnote of the block
    before), box (a text box), table. `level`: of a heading, from 0. `merged`: first and last cell of each
    merged area, as (row, column); `head`: rows of a table that head it.
    """

    kind: str
    text: str = ""
    level: int = 0
    rows: Sequence[Sequence[str | Value]] = ()
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    head: int = 1

    @property
    def shown(self) -> list[list[str]]:
        """The rows as they are shown."""
        return [[cell.shown if isinstance(cell, Value) else cell for cell in row] for row in self.rows]


@dataclass(frozen=True)
class Layout:
    """A document: its blocks, its columns on paper, what heads its pages."""

    blocks: Sequence[Block]
    columns: int = 1
    running: str = "云溪市人民政府公报"


def plain_text(layout: Layout) -> str:
    """The document as a copy in plain text has it, footnotes at the end."""
    lines, notes = [], []
    for block in layout.blocks:
        if block.kind == "table":
            lines += ["\t".join(row) for row in block.shown] + [""]
        else:
            (notes if block.kind == "note" else lines).append(block.text)
    return "\n".join([*lines, *notes]) + "\n"


def _issued(title: str, number: str, issuer: str, day: str, *body: Block | str) -> list[Block]:
    """A document with its head and its signature."""
    blocks = [block if isinstance(block, Block) else Block("text", block) for block in body]
    return [
        Block("title", title),
        Block("number", number),
        Block("text", "各县（市、区）人民政府，市政府各部门、各直属机构："),
        *blocks,
        Block("right", issuer),
        Block("right", day),
    ]


def _heading(text: str, level: int = 0) -> Block:
    return Block("heading", text, level)


def _notice() -> Layout:
    kinds = {written.TITLE: "title", written.PLAN: "title", written.HEAD[1]: "number"}
    kinds |= dict.fromkeys(written.NOTICE[1:3], "right")
    blocks = [
        Block("heading", text) if text in written.SECTIONS else Block(kinds.get(text, "text"), text)
        for text in written.PARAGRAPHS
    ]
    table = Block("table", rows=written.ROWS, merged=written.MERGED, head=2)
    return Layout([*blocks, table])


def _gazette() -> Layout:
    return Layout(
        [
            *_issued(
                "云溪市人民政府关于推进城市供水改造的通知",
                "云府〔2024〕11号",
                "云溪市人民政府",
                "2024年4月2日",
                _heading(
                    "一、改造老旧管网。到2026年底，改造供水管网320公里，漏损率降至8%以下。（市住房城乡建设局牵头，市财政局、"
                    "市水利局配合）"
                ),
                _heading(
                    "二、建设应急水源。2025年12月底前建成备用水源地2处。（责任单位：市水利局、市生态环境局）"
                ),
            ),
            *_issued(
                "云溪市人民政府办公室关于做好2024年春耕生产工作的通知",
                "云府办〔2024〕7号",
                "云溪市人民政府办公室",
                "2024年4月9日",
                _heading(
                    "一、稳定播种面积。全市粮食播种面积稳定在210万亩以上，其中水稻120万亩。（市农业农村局负责）"
                ),
                _heading("二、保障农资供应。储备化肥4.5万吨。（市供销社牵头，市市场监督管理局配合）"),
            ),
            *_issued(
                "云溪市人民政府关于废止《云溪市集市管理办法》的决定",
                "云府〔2024〕12号",
                "云溪市人民政府",
                "2024年4月15日",
                "经市人民政府研究，决定废止《云溪市集市管理办法》（云府〔2009〕30号）。本决定自2024年5月1日起施行。",
            ),
        ]
    )


def _tasks() -> Layout:
    works = ["修建水渠", "疏通河道", "加固堤防", "清理库区", "安装水表", "改造泵站", "种植护岸林", "更换闸门"]
    bureaus = ["市水利局", "市农业农村局", "市林业局", "市住房城乡建设局"]
    rows: list[list[str]] = [
        ["序号", "重点任务", "责任分工", "", "完成时限"],
        ["", "", "牵头单位", "配合单位", ""],
    ]
    merged = [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (1, 4))]
    for at in range(24):
        work = f"{works[at % 8]}{'、'.join(f'第{at + 3 * step}标段' for step in range(1, 4))}"
        lead = bureaus[at // 2 % 4] if at % 2 == 0 else ""
        rows.append([str(at + 1), work, lead, bureaus[(at // 2 + 1) % 4], f"2025年{at % 12 + 1}月"])
    merged += [((2 + at, 2), (3 + at, 2)) for at in range(0, 24, 2)]
    return Layout(
        [
            Block("title", "云溪市水利建设任务分工方案"),
            Block("table", rows=rows, merged=merged, head=2),
        ]
    )


def _report() -> Layout:
    return Layout(
        [
            Block("title", "云溪市人民政府2024年工作报告"),
            _heading("一、2023年工作回顾"),
            Block("text", "2023年，全市地区生产总值856.3亿元，增长5.4%；城镇新增就业2.3万人。"),
            Block("note", "地区生产总值按不变价格计算，比上年增长5.4%。"),
            _heading("二、2024年工作安排"),
            Block("text", "2024年主要预期目标是：地区生产总值增长6%左右，社会消费品零售总额增长7%。"),
            Block("box", "到2025年底，建成口袋公园30个。"),
            _heading("（一）推进工业强市。规模以上工业增加值增长8%以上。（市工业和信息化局牵头）", 1),
            _heading("1.建设云溪光电产业园，总投资36亿元。（市发展改革局牵头，市商务局配合）", 2),
            _heading("2.新增高新技术企业25家。（市科技局负责）", 2),
            Block("note", "高新技术企业以当年认定数为准。"),
            _heading("（二）办好民生实事。新建学校6所，新增学位5400个。（市教育局负责）", 1),
            _heading("三、加强自身建设"),
            Block("text", "坚持依法行政，自觉接受监督。"),
        ]
    )


def _columns() -> Layout:
    return Layout(
        [
            *_issued(
                "云溪市人民政府关于加快发展现代物流业的意见",
                "云府〔2024〕21号",
                "云溪市人民政府",
                "2024年6月18日",
                _heading(
                    "一、建设物流枢纽。到2027年，建成物流园区5个，冷库库容达到20万立方米，社会物流总费用占地区生产总值的"
                    "比重降到13.5%。（市发展改革局牵头，市交通运输局、市商务局配合）"
                ),
                _heading(
                    "二、培育物流企业。到2027年，全市3A级以上物流企业达到18家，年营业收入超亿元的物流企业达到12家，支持企业"
                    "使用新能源车辆。（责任单位：市交通运输局、市工业和信息化局）"
                ),
                _heading(
                    "三、完善农村寄递。2025年底前，建制村寄递服务点覆盖率达到100%，开通客货邮线路40条。（市邮政管理局、"
                    "市农业农村局按职责分工负责）"
                ),
                _heading(
                    "四、强化要素保障。市财政每年安排物流发展资金3000万元，优先保障重点物流项目用地。（市财政局、"
                    "市自然资源局负责）"
                ),
            ),
        ],
        columns=2,
    )


def _statistics() -> Layout:
    def row(place: str, planted: float, share: float, growth: float, day: date) -> list[str | Value]:
        shown = f"{day.year}年{day.month}月{day.day}日"
        return [
            place,
            Value(planted, "#,##0.0", f"{planted:,.1f}"),
            Value(share, "0.0%", f"{share * 100:.1f}%"),
            Value(growth, "0.00%", f"{growth * 100:.2f}%"),
            Value(day, 'yyyy"年"m"月"d"日"', shown),
        ]

    rows: list[list[str | Value]] = [
        ["县区", "粮食生产目标", "", "2024年农业总产值增速目标", "完成时限"],
        ["", "播种面积（万亩）", "良种覆盖率（%）", "", ""],
        row("青禾县", 1205.5, 0.965, 0.0525, date(2024, 9, 30)),
        row("丹枫区", 88.0, 0.98, 0.061, date(2024, 10, 15)),
        row("临溪县", 432.4, 0.9, 0.048, date(2024, 11, 1)),
    ]
    merged = [((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3)), ((0, 4), (1, 4))]
    return Layout(
        [
            Block("title", "云溪市2024年农业生产目标任务表"),
            Block("table", rows=rows, merged=merged, head=2),
        ]
    )


LAYOUTS: Mapping[str, Layout] = {
    "notice": _notice(),
    "gazette": _gazette(),
    "tasks": _tasks(),
    "report": _report(),
    "columns": _columns(),
    "statistics": _statistics(),
}
"""A notice with a plan and a table; a gazette of three documents; a long table of tasks with merged cells;
a report with numbered headings, footnotes and a text box; two columns; statistics with values and dates.
"""
