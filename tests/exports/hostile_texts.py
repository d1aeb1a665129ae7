"""Thirty texts that programs trip over, to be the names, titles and sentences of anything."""

from __future__ import annotations

from collections.abc import Mapping

HOSTILE: Mapping[str, str] = {
    "script": "<script>document.title='ran'</script>",
    "script end": "</script><script>document.title='ran'</script>",
    "comment": "<!-- --><!DOCTYPE x>-->",
    "cdata end": "]]><b>]]>",
    "event handler": '"><img src=x onerror="document.title=\'ran\'">',
    "javascript link": "<a href='javascript:alert(1)'>市科技局</a>",
    "entity": "&amp;lt;&#x41;&nbsp;&",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "quotes": "“云溪”\"双\"'单'`反`",
    "backslashes": r"C:\u0041\n\\server\"",
    "hyperlink formula": '=HYPERLINK("http://a.example","点我")',
    "command formula": "+cmd|' /C calc'!A0",
    "minus formula": "-2+3+cmd|' /C calc'!A0",
    "at formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tab before a formula": "\t=1+1",
    "carriage return before a formula": "\r=1+1",
    "line feed before a formula": "\n=1+1",
    "full-width formula": "＝１＋１",
    "apostrophes": "'=1+1",
    "separators": "甲,乙;丙；丁\t戊|己",
    "line ends": "一\n二\r\n三\r四",
    "line and paragraph separators": "一\u2028二\u2029三\x85四",
    "right to left": "\u202eaoxe.gnusnart\u202c \u2066甲\u2069 \u200e\u200f",
    "control characters": "\x01\x07\x08\x0b\x0c\x1b[31m\x1f\x7f\x9b",
    "nul": "市\x00科技局",
    "no characters": "\ufffe\uffff\U0001ffff",
    "combining": "\u0301\u20e3ệ\u0338" + "\u0300" * 50,
    "emoji": "👩‍👩‍👧‍👦🇨🇳😀\U00020000",
    "invisible": "\u200b\ufeff\u00ad　 \u00a0",
    "excel escape": "_x000D__x0041_",
    "very long": "云溪市科学技术局" * 4200,
}
