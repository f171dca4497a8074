"""What the words of an export are said to be of: the marked content that PDFium gives."""

import ctypes
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as raw

ARTIFACT = "Artifact"
"""The name of what is no part of the text."""
_LONGEST = 512
"""Bytes of a fact."""


class Mark(NamedTuple):
    """What is drawn at once: the name of what it is of ("P", "H", "Note", "TD", "TH") and the facts
    that `export/formats/pdf/tags.py` states."""

    name: str
    id: str = ""
    language: str = ""
    text: int = 0
    side: int = 0
    level: int = 0
    row: int = 0
    column: int = 0
    line: int = 0
    place: int = 0
    from_right: bool = False
    style: str = ""
    note: str = ""
    signs: str = ""
    words: str = ""
    behind: str = ""

    @property
    def cell(self) -> tuple[int, int]:
        """The row and the column of a cell."""
        return self.row, self.column


def mark_of(drawn: Any) -> Mark | None:
    """The outermost mark of a page object, None if it has none."""
    if raw.FPDFPageObj_CountMarks(drawn) <= 0:
        return None
    mark = raw.FPDFPageObj_GetMark(drawn, 0)
    name = _text(lambda *out: raw.FPDFPageObjMark_GetName(mark, *out))
    if name == ARTIFACT:
        return Mark(name)

    def text(key: bytes) -> str:
        return _text(lambda *out: raw.FPDFPageObjMark_GetParamStringValue(mark, key, *out))

    def number(key: bytes) -> int:
        found = ctypes.c_int()
        raw.FPDFPageObjMark_GetParamIntValue(mark, key, found)
        return found.value

    return Mark(
        name=name,
        id=text(b"Id"),
        language=text(b"Lang"),
        text=number(b"Text"),
        side=number(b"Side"),
        level=number(b"Level"),
        row=number(b"Row"),
        column=number(b"Column"),
        line=number(b"Line"),
        place=number(b"Place"),
        from_right=bool(number(b"FromRight")),
        style=text(b"Style"),
        note=text(b"Note"),
        signs=text(b"Signs"),
        words=text(b"Words"),
        behind=text(b"Behind"),
    )


def _text(ask: Callable[..., Any]) -> str:
    """What PDFium writes into a buffer in UTF-16."""
    buffer = (ctypes.c_ushort * (_LONGEST // 2))()
    length = ctypes.c_ulong()
    if not ask(buffer, _LONGEST, length):
        return ""
    data = bytes(buffer)[: max(0, min(length.value, _LONGEST) - 2)]
    return data.decode("utf-16-le", "replace")
