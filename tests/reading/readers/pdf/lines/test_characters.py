"""What a file says that its letters are, and what it does not say."""

from io import BytesIO
from typing import cast

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, EncodedStreamObject

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.pdf import opened
from desktop_app.resolution.model import Run
from tests.support.pdf.press import Press


def _printed(text: str, named: dict[bytes, bytes]) -> bytes:
    """A page whose file says of some characters that they are others, in hexadecimal digits."""
    blocks = [Block(BlockKind.PARAGRAPH, (Run(text),))]
    file = PdfWriter(clone_from=PdfReader(BytesIO(Press().printed(blocks, 0))))
    for page in file.pages:
        resources = cast(DictionaryObject, page["/Resources"])
        for font in cast(DictionaryObject, resources["/Font"]).values():
            names = cast(EncodedStreamObject, font.get_object()["/ToUnicode"].get_object())
            data = names.get_data()
            for old, new in named.items():
                data = data.replace(b" <" + old + b">\n", b" <" + new + b">\n")
            names.set_data(data)
    out = BytesIO()
    file.write(out)
    return out.getvalue()


@pytest.mark.parametrize("code", [b"000A", b"0009", b"0001", b"FFFD"])
def test_what_is_printed_and_has_no_character_is_not_left_out(code: bytes) -> None:
    text = "Recalling its resolution 74/43 of 12 December 2019 on lighthouses and their keepers,"
    data = _printed(text, {b"0037": code})
    (found,) = opened.read(data, lambda count: None).blocks
    assert found.text == text.replace("7", "\ufffd")


def test_a_space_that_is_said_to_be_a_tab_is_a_space() -> None:
    text = "Recalling its resolution 74/43 of 12 December 2019 on lighthouses and their keepers,"
    (found,) = opened.read(_printed(text, {b"0020": b"0009"}), lambda count: None).blocks
    assert found.text == text
