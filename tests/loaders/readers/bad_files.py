"""Files that are damaged, hostile or something else than they say, made by the functions of this module."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from loaders.readers import written

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
).encode()


def _rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """An office package with one of its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in package.namelist():
            held = package.read(name)
            copy.writestr(name, change(held) if name == part else held)
    return out.getvalue()


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _pdf(draw: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encrypt)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def _scan(canvas: Canvas) -> None:
    canvas.setPageSize((120, 120))
    canvas.rect(20, 20, 80, 80, fill=1)
    canvas.showPage()


def _encrypted_zip() -> bytes:
    data = bytearray(_zipped({"a.txt": b"secret"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + flags
        struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    return bytes(data)


def _lying_zip() -> bytes:
    """A member whose header says that it is small."""
    data = bytearray(_zipped({"a.txt": "绿化".encode() * 1_000_000}))
    for mark, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + size, 100)
    return bytes(data)


def _nested_zip(depth: int) -> bytes:
    data = "云溪市".encode()
    name = "a.txt"
    for level in range(depth):
        data, name = _zipped({name: data}), f"{level}.zip"
    return data


def _far_cell(data: bytes) -> bytes:
    return data.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def write_bad_files(folder: Path) -> dict[str, str]:
    """Write the bad files; by name what their message must say (a regular expression)."""
    word, excel = written.word_document(), written.workbook()
    written.pdf_document(folder / "good.pdf")
    pdf = (folder / "good.pdf").read_bytes()
    (folder / "good.pdf").unlink()
    bomb = bytes(80_000_000)
    files: dict[str, tuple[bytes, str]] = {
        "empty.txt": (b"", "空的"),
        "blank.txt": (b" \r\n\t\n", "空的"),
        "empty.docx": (b"", "尚不支持|空的"),
        "nul.txt": (b"a\x00b" * 100, "NUL"),
        "random.txt": (bytes(range(1, 256)) * 40, "编码|控制字符"),
        "controls.txt": (("云溪\x01\x02\x03" * 50).encode(), "控制字符"),
        "truncated.docx": (word[: len(word) // 2], "不完整|ZIP"),
        "truncated.xlsx": (excel[: len(excel) // 2], "不完整|ZIP"),
        "truncated.pdf": (pdf[: len(pdf) // 3], "PDF"),
        "truncated.zip": (_zipped({"a.txt": b"a" * 9000})[:60], "ZIP"),
        "garbage.pdf": (b"%PDF-1.7\n" + b"\xff\xfe garbage" * 300, "PDF"),
        "garbage.docx": (b"PK\x03\x04" + b"word/document.xml" * 50, "不完整"),
        "garbage.xls": (_OLE + "Workbook".encode("utf-16-le") + bytes(2000), "XLS"),
        "garbage.doc": (_OLE + bytes(2000), "尚不支持"),
        "picture.docx": (b"\x89PNG\r\n\x1a\n" + bytes(500), "尚不支持"),
        "program.txt": (b"MZ\x90\x00\x03" + bytes(400), "NUL"),
        "encrypted.pdf": (_pdf(_scan, StandardEncryption("secret")), "加密"),
        "encrypted.zip": (_encrypted_zip(), "加密"),
        "scan.pdf": (_pdf(_scan), "扫描件"),
        "bomb.zip": (_zipped({"a.txt": bomb}), "上限|炸弹"),
        "lying.zip": (_lying_zip(), "炸弹|损坏"),
        "nested.zip": (_nested_zip(6), "层"),
        "empty.zip": (_zipped({}), "没有可读的文件"),
        "bomb.docx": (_rewritten(word, "word/document.xml", lambda held: held + bomb), "炸弹"),
        "bomb.xlsx": (_rewritten(excel, "xl/workbook.xml", lambda held: held + bomb), "炸弹"),
        "laughs.docx": (
            _rewritten(
                word, "word/document.xml", lambda held: held.replace(b"?>", f"?>{_LAUGHS}".encode(), 1)
            ),
            "文档类型",
        ),
        "laughs.xlsx": (
            _rewritten(excel, "xl/workbook.xml", lambda held: _LAUGHS + held),
            "文档类型",
        ),
        "broken.docx": (_rewritten(word, "word/document.xml", lambda held: held[:-40]), "Word"),
        "nothing.html": (b"<html><body><div id='app'></div><script>load()</script></body></html>", "正文"),
        "deep.html": (b"<div>" * 20_000 + "云溪市科技局牵头，".encode() * 50, "正文"),
        "links.html": (b"<html><body>" + b"<a href='#'>link</a>" * 500 + b"</body></html>", "正文"),
    }
    for name, (data, _) in files.items():
        (folder / name).write_bytes(data)
    return {name: message for name, (_, message) in files.items()}


def write_odd_files(folder: Path) -> list[str]:
    """Write files that look dangerous and can be read all the same; their names."""
    article = "".join(f"<p>{text}</p>" for text in written.PARAGRAPHS)
    files = {
        "far.xlsx": _rewritten(written.workbook(), "xl/worksheets/sheet1.xml", _far_cell),
        "wide.html": f"<body>{article}<table><tr><td colspan=999999999 rowspan=9999>a<td>b</table>".encode(),
        "traversal.zip": _zipped({"../../../etc/passwd.txt": written.plain_text().encode()}),
        "really.pdf": written.web_page().encode(),
        "really.txt": written.word_document(),
        "gbk.html": written.web_page().replace("utf-8", "gb2312").encode("gb18030"),
        "lying.html": written.web_page().replace("utf-8", "gb2312").encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return sorted(files)
