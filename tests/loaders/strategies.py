"""Hypothesis strategies that the tests of the loaders share: a Chinese alphabet, noisy documents.

Places, offices and persons are invented.
"""

from __future__ import annotations

from hypothesis import strategies as st

COMMON_HAN = list(
    "市县区省局委厅办府政教育科技财民发展改革和国家人的工作任务牵头配合责任单位负年月日第号各一二三十"
)
RARE_HAN = ["㙍", "〇", "﨑", "龘", "𠮷", "𬭎"]
DIGITS = list("0123456789０１２３４５６７８９")
LETTERS = list("aZＡｚ")
FULL_MARKS = list("，。、；：？！（）〔〕【】《》〈〉“”‘’—…·％＋－＊［］")
HALF_MARKS = list(",.;:?!()[]<>%+-*#|/_~'\"")
SPACES = [" ", "  ", "\t", "\u3000", "\u00a0", "\u2003"]
LINE_ENDS = ["\n", "\r\n", "\n\n", "\f"]
INVISIBLE = ["\u200b", "\ufeff", "\u00ad"]
MARKUP = ["**", "^[3]", "| --- |", "# ", "- "]

characters = st.sampled_from(
    COMMON_HAN
    + RARE_HAN
    + DIGITS
    + LETTERS
    + FULL_MARKS
    + HALF_MARKS
    + SPACES
    + LINE_ENDS
    + INVISIBLE
    + MARKUP
)
"""One piece of a Chinese text: mostly a character, sometimes a run of spaces, a line end or markup."""

chinese_text = st.lists(characters, max_size=60).map("".join)
"""Text in which full and half widths, rare Han, stray spaces and markup stand in any order."""

plain_line = st.lists(
    st.sampled_from(COMMON_HAN + RARE_HAN[:4] + DIGITS[:10] + FULL_MARKS[:7]), min_size=1, max_size=30
).map("".join)
"""A line that is clean already: no space, no half-width mark, nothing that is dropped."""

SNIPPETS = [
    "云溪市人民政府关于印发云溪市绿道建设实施方案的通知",
    "云府〔2021〕7号",
    "云府办〔20217号",
    "各县（区）人民政府，市政府各部门：",
    "现将《云溪市绿道建设实施方案》印发给你们，请认真组织实施。执行中的问题，请径向市园林局反映。",
    "云溪市人民政府",
    "2021年5月8日",
    "云溪市绿道建设实施方案",
    "目 录",
    "一、总体要求……………………………1",
    "一、总体要求",
    "（一）贯通滨河绿道。2022年底前建成绿道120公里以上。〔市园林局牵头，市财政局、市水利局配合〕",
    "(二)改造旧公园.每年改造公园6个.(市园林局负责,各县区配合)",
    "1．完善驿站。（责任单位：市文化广电旅游局，青禾县、丹枫区人民政府）",
    "牵头单位：市 园林局",
    "配合单位：市财政局 市自然资源局",
    "由市教育局会同市体育局负责，开放学校操场。",
    "市交通运输局要做好接驳。",
    "（责任单位：市商务局*、市公安局。加*的为牵头单位，下同）",
    "（以下均需各县（市、区）落实，不再列出）",
    "根据《示范省绿道条例》和《示范省人民政府关于建设绿道的意见》（示府〔2020〕33号），制定本方案。",
    "云溪市园林局（以下简称市园林局）负责解释。",
    "本方案自2021年6月1日起施行，有效期3年。",
    "序号\t任务\t牵头单位\t配合单位",
    "1\t建设驿站\t市园林局\t市财政局、市水利局",
    "合计\t\t\t",
    "第一章 总则",
    "第一条 为了保护绿道，制定本办法。",
    "— 12 —",
    "首页",
    "附件：1．绿道项目表",
    "单位：万元",
    "《云溪市绿道建设实施方案》政策解读",
]

_noise = st.sampled_from(
    ["", "", "", " ", "\u3000\u3000", "\n", "\n\n", "\r\n", "\t", "**", "〔", "）", "\u200b", "﨑"]
)

genre_text = st.lists(
    st.tuples(st.sampled_from(SNIPPETS), _noise, st.sampled_from(["\n", "\n\n", "\r\n", ""])), max_size=14
).map(lambda pieces: "".join(snippet + noise + end for snippet, noise, end in pieces))
"""Lines of government documents in any order, with noise between them."""
