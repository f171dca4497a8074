"""What the words of a page are of is said between operators, as the standard wants them."""

import re
from io import BytesIO
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from desktop_app.export.formats.pdf.tags import ARTIFACT, Stretch, Tag, TagKind, begin, texts_at
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Style
from tests.support.reading_back import BOTH, chosen

_TAG = Tag(TagKind.PARAGRAPH, "op1.a", "ar")


def _stretch(text: str, *, from_right: bool = False) -> Stretch:
    return Stretch(text, "", Style.PLAIN, "", 0, from_right)


def _contents(clauses: str) -> list[str]:
    """The contents of the pages of an export."""
    pages = PdfReader(BytesIO(render(chosen(BOTH, clauses), "pdf"))).pages
    streams = (cast(StreamObject, page["/Contents"].get_object()) for page in pages)
    return [stream.get_data().decode("latin-1") for stream in streams]


def test_what_is_no_part_of_the_text_is_an_artifact() -> None:
    assert begin(None, _stretch("OP1")) == ARTIFACT


def test_brackets_are_stated_where_readers_could_turn_them_around() -> None:
    assert f"/Signs <{'(“”)'.encode().hex()}>".encode() in begin(_TAG, _stretch("(a “b”)"))
    assert b"/Signs" not in begin(_TAG._replace(language="en"), _stretch("(a “b”)"))


def test_words_are_stated_by_their_lengths() -> None:
    assert f"/Words <{b'3 2'.hex()}>".encode() in begin(_TAG, _stretch("The UN"))


@pytest.mark.parametrize(
    ("text", "starts", "emphasised", "expected"),
    [
        ("one two ", [0], range(0), {0: ("one two ", "")}),
        ("one two", [4, 0], range(0), {0: ("one", ""), 4: (" two", "")}),
        ("one two", [0, 4], range(3), {0: ("one", ""), 4: (" two", "")}),
        ("one two", [0, 3, 4], range(3), {0: ("one", ""), 3: ("", ""), 4: (" two", "")}),
        ("one ", [0, 3], range(3), {0: ("one", " "), 3: ("", "")}),
        ("one ", [0], range(4), {0: ("one ", "")}),
    ],
)
def test_a_space_is_of_the_word_that_has_its_style(
    text: str, starts: list[int], emphasised: range, expected: dict[int, tuple[str, str]]
) -> None:
    line = range(len(text))
    assert texts_at(text, starts, line, emphasised.__contains__) == expected


def test_every_word_of_a_page_is_within_one_pair_of_operators() -> None:
    for content in _contents("all"):
        found = re.findall(r"\b(?:BDC|BMC|EMC|TJ)$", content, re.MULTILINE)
        assert re.fullmatch(r"(?:(?:BDC|BMC)(?:TJ)+EMC)+", "".join(found))


def test_labels_and_running_heads_are_artifacts() -> None:
    (content,) = _contents("OP2")
    around = 1 + 1 + 2 + 2 + 1 + 1  # title, citation, two texts and their addresses, label, page
    assert content.count("/Artifact BMC") >= around
    assert content.count("/P <<") >= 2


@pytest.mark.parametrize("starts", [[], [0], [0, 2]])
def test_a_line_of_white_space_says_nothing(starts: list[int]) -> None:
    found = texts_at("    ", starts, range(4), {3}.__contains__)
    assert found == dict.fromkeys(starts, ("", ""))
