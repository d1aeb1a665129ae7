import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph_loaders.extract.numerals import read_numeral, write_numeral
from govgraph_loaders.extract.quantities import Quantity, find_quantities, read_quantity


def read_all(text: str) -> list[Quantity]:
    return find_quantities(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增学位12.6万个以上", (12.6, None, "万个", ">=")),
        ("总投资0.6-2亿元", (0.6, 2, "亿元", "=")),
        ("每镇3—5家", (3, 5, "家", "=")),
        ("周期3至5年", (3, 5, "年", "=")),
        ("投资5000万元-1亿元", (5000, 10000, "万元", "=")),
        ("占5%-8%", (5, 8, "%", "=")),
        ("不少于三家", (3, None, "家", ">=")),
        ("每年培训超3万人次", (3, None, "万人次", ">")),
        ("产值突破480亿元", (480, None, "亿元", ">=")),
        ("每年推动120家左右", (120, None, "家", "~")),
        ("能耗控制在3.5%以内", (3.5, None, "%", "<=")),
        ("最高不超过6万元", (6, None, "万元", "<=")),
        ("装机25万千瓦", (25, None, "万千瓦", "=")),
        ("提高2.5个百分点", (2.5, None, "个百分点", "=")),
        ("服务1.7 万余户", (1.7, None, "万户", ">")),
        ("引进10多家", (10, None, "家", ">")),
        ("投入1,234.5万元", (1234.5, None, "万元", "=")),
        ("投入１２３．５万元", (123.5, None, "万元", "=")),
        ("比重达百分之九十五点五以上", (95.5, None, "%", ">=")),
        ("产值翻番", (2, None, "倍", "=")),
        ("产值翻两番", (4, None, "倍", "=")),
        ("推动产值突破千亿元", (1000, None, "亿元", ">=")),
        ("建设十二个驿站", (12, None, "个", "=")),
        ("新增三五家", (3, 5, "家", "=")),
        ("增速为-3.5%", (-3.5, None, "%", "=")),
        ("浓度控制在25以下", (25, None, "", "<=")),
        ("签约12个项目", (12, None, "个", "=")),
        ("改造危旧房2.5万套（间）", (2.5, None, "万套（间）", "=")),
        ("覆盖3个（含）以上", (3, None, "个", ">=")),
        ("收入3万8000亿元以上", (38000, None, "亿元", ">=")),
        ("筹资1亿2000万元", (12000, None, "万元", "=")),
        ("死亡率降到10.5/10万以下", (10.5, None, "/10万", "<=")),
        ("算力达160Eflops", (160, None, "Eflops", "=")),
        ("产能达55GWh", (55, None, "GWh", "=")),
    ],
)
def test_number_unit_and_comparator_are_read(
    text: str, expected: tuple[float, float | None, str, str]
) -> None:
    (found,) = read_all(text)
    assert (found.value, found.value_max, found.unit, found.comparator) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年6月30日",
        "2021-2025年",
        "云府〔2023〕5号",
        "第3个阶段",
        "第三个百年",
        "统一个标准",
        "“十四五”期间",
        "一二三产业融合",
        "千家万户",
        "百亿级产业集群",
        "打造千亿元产业集群",
        "7×24小时服务",
        "拨打12345热线",
        "PM2.5治理",
        "G15高速",
        "三部委联合发文",
    ],
)
def test_what_measures_nothing_is_no_quantity(text: str) -> None:
    assert read_all(text) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("350", (350, "", "=")),
        ("-3.2%", (-3.2, "%", "=")),
        ("≥95", (95, "", ">=")),
        (" 2.5万亩 ", (2.5, "万亩", "=")),
        ("100％", (100, "%", "=")),
        ("12,345.6", (12345.6, "", "=")),
        ("不少于三家", (3, "家", ">=")),
    ],
)
def test_whole_cell_is_read(cell: str, expected: tuple[float, str, str]) -> None:
    found = read_quantity(cell)
    assert found is not None
    assert (found.value, found.unit, found.comparator) == expected


@pytest.mark.parametrize("cell", ["", "-", "正增长", "2023年", "新建30家", "5 6", "3家企业"])
def test_cell_that_is_more_or_less_than_a_quantity_is_none(cell: str) -> None:
    assert read_quantity(cell) is None


def test_numbers_before_a_share_have_its_unit() -> None:
    found = [(quantity.value, quantity.unit) for quantity in read_all("分别提高10.6、6.3和12.9个百分点")]
    assert found == [(10.6, "个百分点"), (6.3, "个百分点"), (12.9, "个百分点")]


@pytest.mark.parametrize("text", ["PM2.5、10%", "第2、3%", "5、6家", "1.5%、3%"])
def test_what_is_no_number_of_a_list_has_no_unit_from_it(text: str) -> None:
    assert len(read_all(text)) == text.count("%") + text.count("家")


def test_dimension_is_that_of_the_unit_without_its_scale() -> None:
    dimensions = [
        quantity.dimension for quantity in read_all("12.6万个、5亿元、3万千瓦、8%、2年、1万亩、9亿")
    ]
    assert dimensions == ["count", "money", "energy", "share", "time", "area", ""]


@given(
    st.decimals(Decimal("0.01"), Decimal(999999), places=2),
    st.sampled_from(["万个", "亿元", "%", "个百分点", "万千瓦", "公里", "万人次", "家", "平方公里"]),
    st.sampled_from(
        [("", "", "="), ("不少于", "", ">="), ("", "以上", ">="), ("约", "", "~"), ("", "以内", "<=")]
    ),
)
def test_written_quantity_reads_back(value: Decimal, unit: str, words: tuple[str, str, str]) -> None:
    before, after, comparator = words
    written = f"{before}{value.normalize():f}{unit}{after}"
    text = f"建成{written}，"
    (found,) = read_all(text)
    assert text[found.start : found.end] == written
    assert Decimal(str(found.value)) == value.normalize()
    assert (found.unit, found.comparator) == (unit, comparator)


@given(st.integers(1, 99_999_999))
def test_numeral_reads_back(value: int) -> None:
    assert read_numeral(write_numeral(value)) == (value, None) or value == 2


@given(st.text("〇一二两三四五六七八九十百千万亿", max_size=12))
def test_any_row_of_numerals_is_read_or_refused(text: str) -> None:
    found = read_numeral(text) if text else None
    assert found is None or found[0] >= 0


@given(st.text("0123456789.,，-—至约近超万亿千百个家元年%十三两以上内 第", max_size=60))
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    position = 0
    for found in read_all(text):
        assert position <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert any(
            character.isdigit() or character in "一二两三四五六七八九十百千万翻"
            for character in text[found.number_start : found.number_end]
        )
        position = found.end


@pytest.mark.parametrize("piece", ["1", "1,", "1.", "一", "十万", "1-", "第", "1万", "百分之", "超"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    before = time.process_time()
    read_all(text)
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("医护比达到1:1.25", 1.25, "="),
        ("生师比不高于13.5：1", 13.5, "<="),
        ("城乡居民收入比缩小到2.1∶1", 2.1, "="),
        ("师生比为1:15以上", 15, ">="),
    ],
)
def test_ratio_is_the_number_against_one(text: str, value: float, comparator: str) -> None:
    (quantity,) = read_all(text)
    assert (quantity.value, quantity.unit, quantity.comparator) == (value, "", comparator)


@pytest.mark.parametrize("text", ["每天8:30上班", "比例尺1:500的图", "截至12:1", "第2:1条比"])
def test_times_and_scales_are_no_ratio(text: str) -> None:
    assert [quantity for quantity in read_all(text) if not quantity.unit] == []


def test_what_falls_to_nothing_is_a_number() -> None:
    assert [quantity.value for quantity in read_all("发生率由14.6%降至0，问题减少到0。")] == [14.6, 0, 0]
    assert [quantity.value for quantity in read_all("降至0.5%，降到0元以下")] == [0.5, 0]
