"""A PDF with a wrong bit in a compressed stream is told from a sound one."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.files import read_versions
from desktop_app.reading.readers.pdf.soundness import is_sound
from desktop_app.reading.readers.reader import ReadingError
from tests.support.pdf.bare import pdf, text

_WORDS = b"BT /F1 12 Tf (The General Assembly) Tj ET\n" * 20


def _file(stream: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    """A stream as it stands in a PDF, with another one behind it."""
    head = b"<< %s /Length %d >>" % (dictionary, len(stream))
    return (
        b"%PDF-1.7\n4 0 obj\n" + head + b"\nstream\n" + stream + b"\nendstream\nendobj\n"
        b"5 0 obj\n<< /Length 4 >>\nstream\nq Q \nendstream\nendobj\n%%EOF\n"
    )


_SOUND = zlib.compress(_WORDS)


@given(place=st.integers(0, len(_SOUND) - 1), bit=st.integers(0, 7))
def test_any_wrong_bit_is_seen(place: int, bit: int) -> None:
    damaged = bytearray(_SOUND)
    damaged[place] ^= 1 << bit
    assert is_sound(_file(_SOUND))
    if is_sound(_file(bytes(damaged))):
        assert zlib.decompressobj().decompress(bytes(damaged)) == _WORDS


@pytest.mark.parametrize(
    "dictionary",
    [
        b"/Filter /DCTDecode",
        b"/Filter [/ASCII85Decode /FlateDecode]",
        b"/Subtype /Image /Filter /FlateDecode",
        b"",
    ],
)
def test_what_holds_no_words_or_is_not_compressed_is_passed_over(dictionary: bytes) -> None:
    assert is_sound(_file(b"no such stream", dictionary))


def test_an_encrypted_file_is_not_judged() -> None:
    assert is_sound(_file(b"no such stream").replace(b"%%EOF", b"trailer << /Encrypt 9 0 R >>"))
    assert not is_sound(_file(b"no such stream"))


def test_a_checksum_may_be_left_out_and_nothing_else() -> None:
    assert is_sound(_file(_SOUND[:-4]))
    assert not is_sound(_file(_SOUND[:-6]))


def test_much_in_little_ends() -> None:
    assert is_sound(_file(zlib.compress(b"0" * 300_000_000, 1)))


def test_a_damaged_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    file = tmp_path / "damaged.pdf"
    whole = pdf([text(["The General Assembly,", "", "1. Decides to go on."])])
    read_versions(_written(file, whole))
    damaged = whole.replace(b"%%EOF", _file(b"wrong")[9:-6] + b"%%EOF")
    with pytest.raises(ReadingError, match=r"damaged\.pdf is damaged"):
        read_versions(_written(file, damaged))


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file
