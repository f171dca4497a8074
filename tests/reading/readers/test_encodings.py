"""Which bytes are read as text, and which are refused."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.script.convert import convert
from tests.support.texts import EN, ZH

_HANT = convert(ZH, "s2t")
_FRENCH = (
    "L'Assemblée générale,\n\nRappelant sa résolution 74/43 du 12 décembre 2019,\n\n"
    "1. Décide de rester saisie de la question à sa soixante-seizième session.\n"
)
_NAMELESS = Path("resolution.md")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ZH, "utf-8"), (EN, "utf-8"), (_HANT, "utf-8"), (_FRENCH, "utf-8"),
        (ZH, "utf-16-le"), (ZH, "utf-16-be"), (EN, "utf-16-le"), (EN, "utf-16-be"),
        (ZH, "gb18030"), (_HANT, "gb18030"), (_HANT, "big5"), (_HANT, "cp950"),
    ],
)  # fmt: skip
def test_text_is_read_without_a_word_on_its_encoding(text: str, encoding: str) -> None:
    """What Big5 lacks cannot be in a Big5 file."""
    data = text.encode(encoding, "ignore")
    assert decode(data, _NAMELESS) == data.decode(encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("text", [ZH, EN], ids=["zh", "en"])
def test_a_byte_order_mark_says_the_encoding_and_is_kept_as_a_character(
    mark: bytes, encoding: str, text: str
) -> None:
    assert decode(mark + text.encode(encoding), _NAMELESS) == "\ufeff" + text


@pytest.mark.parametrize("size", [40, 80, 200])
def test_a_short_chinese_text_is_enough(size: int) -> None:
    text = ZH[ZH.index("大会，") :][:size]
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), _NAMELESS) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_whatever_is_written_in_utf_8_is_read_back(text: str) -> None:
    assert decode(text.encode("utf-8"), _NAMELESS) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    message = ""
    try:
        decode(data, _NAMELESS)
    except ReadingError as error:
        message = str(error)
    assert message == "" or message.startswith("resolution.md ")
