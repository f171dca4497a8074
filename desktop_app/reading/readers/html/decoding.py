"""The bytes of a web page to text, by the encoding that the page states."""

import codecs
import re
from pathlib import Path

from desktop_app.reading.readers.encodings import decode

_HEAD = 4_096
"""Bytes in which a page states its encoding; browsers look at 1,024."""
_STATED = re.compile(
    rb"""<(?:meta[^<>]{0,300}?charset|\?xml[^<>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCODINGS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("windows-1252", "cp1252", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "hz-gb-2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("windows-1256", "cp1256"), "cp1256"),
    **dict.fromkeys(("windows-1251", "cp1251"), "cp1251"),
    **dict.fromkeys(("windows-1250", "cp1250"), "cp1250"),
    **dict.fromkeys(("koi8-r", "koi8-u"), "koi8-u"),
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (2, 5, 6, 15)},
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}
"""The encodings of web pages in the official languages, as the WHATWG standard takes their names;
UTF-8 and UTF-16 are known without it."""


def text_of(data: bytes, path: Path) -> str:
    """The text of a page. Raises ReadingError for bytes in no known encoding."""
    stated = _STATED.search(data[:_HEAD])
    encoding = _ENCODINGS.get(stated[1].decode("ascii", "replace").lower()) if stated else None
    if encoding and not data.startswith(_MARKS):
        return data.decode(encoding, "replace")
    return decode(data, path).removeprefix("\ufeff")
