"""Whatever is drawn on a page, and however a file is damaged, it is read or refused in a word."""

import json
import random

import pytest

from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.readers.pdf.serial import RefusedError, dump, load
from tests.support.pdf.bare import PICTURE, pdf, text

_WORDS = ("a", "1", ". ", "\\(b", "- ", "*", "___________", "A/RES/1/2", "2/9", "20-16954", " ", "")
_MATRICES = ("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "0 0 0 0", "1000000 0 0 1")
_SIZES = (10, 10, 10, 8.5, 6.5, 0, -10, 100_000, 0.001)
_PLACES = (70, 100, 330, -1_000_000, 1_000_000_000)
_OTHER = ("q", "Q", "ET", "BT", "W n", "/F 10 Tf", "\\(x) Tj", PICTURE, "70 100 m 300 100 l S")


def _page(chance: random.Random) -> str:
    return "\n".join(
        chance.choice(_OTHER) if chance.random() < 0.3 else _drawn(chance)
        for _ in range(chance.randint(1, 80))
    )


def _drawn(chance: random.Random) -> str:
    words = "".join(chance.choice(_WORDS) for _ in range(chance.randint(0, 9)))
    place = f"{chance.choice(_PLACES)} {chance.randint(0, 842)}"
    return (
        f"BT {chance.choice((0, 0, 3))} Tr /F {chance.choice(_SIZES)} Tf "
        f"{chance.choice(_MATRICES)} {place} Tm ({words}) Tj ET"
    )


def _is_read_or_refused(data: bytes) -> bool:
    try:
        found = opened.read(data, lambda pages: None)
    except RefusedError:
        return True
    return load(json.loads(json.dumps(dump(found)))) == found


@pytest.mark.parametrize("seed", range(30))
def test_any_page_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    assert _is_read_or_refused(pdf([_page(chance)] * chance.randint(1, 3)))


@pytest.mark.parametrize("seed", range(30))
def test_any_damaged_file_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(pdf([text(["The General Assembly,", "1. Decides to act."] * 9), PICTURE]))
    for _ in range(chance.randint(1, 30)):
        place = chance.randrange(len(data))
        data[place : place + chance.choice((0, 1, 4))] = chance.randbytes(chance.randint(0, 2))
    assert _is_read_or_refused(bytes(data))


def test_what_stands_far_outside_of_a_page_is_no_text() -> None:
    far = "BT /F 10 Tf 1 0 0 1 1000000000 700 Tm (far away) Tj ET"
    lines = ["The General Assembly of all the lighthouses,"]
    found = opened.read(pdf([f"{text(lines)}\n{far}"]), lambda pages: None)
    assert [block.text for block in found.blocks] == lines
