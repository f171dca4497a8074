"""The time that a file of Akoma Ntoso takes grows with its length and no faster."""

from pathlib import Path

import pytest

from desktop_app.reading.readers.akn import READER
from tests.support.growth import Construct, is_linear

_BEFORE = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" '
    'xmlns:rr="urn:resolution-reader:text"><doc>'
)
_AFTER = "</doc></akomaNtoso>"


def _construct(repeated: str, before: str = "", after: str = "", counts: bool = False) -> Construct:
    return Construct(repeated, _BEFORE + before, after + _AFTER, counts)


_FILES = {
    "paragraphs": _construct("<p>a</p>"),
    "words in a paragraph": _construct("<b>a</b> b ", "<p>", "</p>"),
    "line breaks": _construct("a<eol/>", "<p>", "</p>"),
    "raised words": _construct("<sup>a</sup>", "<p>", "</p>"),
    "numbers": _construct("<num>1.</num>"),
    "headings": _construct("<section><num>I</num><heading>a</heading></section>"),
    "paragraphs with numbers": _construct("<paragraph><num>1.</num><p>a</p></paragraph>"),
    "notes": _construct(
        '<p>a<authorialNote eId="n{}" marker="{}"><p>b</p></authorialNote></p>', counts=True
    ),
    "notes of one mark": _construct("<authorialNote marker='1'><p>b</p></authorialNote>"),
    "notes that refer to one": _construct(
        "<noteRef href='#n' marker='1'/>",
        "<authorialNote eId='n' marker='1'><p>b</p></authorialNote>",
    ),
    "rows": _construct("<tr><td><p>a</p></td><td><p>b</p></td></tr>", "<table>", "</table>"),
    "tables": _construct("<table><tr><td><p>a</p></td></tr></table>"),
    "symbols and titles": _construct("<docNumber>a</docNumber><docTitle>b</docTitle>"),
    "words of ours": _construct(
        '<p rr:id="p{}">a</p>',
        "<meta><proprietary><rr:structure>{}</rr:structure></proprietary></meta>".replace(
            "{}", "null"
        ),
        counts=True,
    ),
    "components": _construct("<component><doc><p>a</p></doc></component>"),
}


def _read(text: str) -> None:
    data = text.encode()
    READER.holds(data, Path("a.xml"))
    READER.read(data, Path("a.xml"))


@pytest.mark.slow
@pytest.mark.parametrize("name", _FILES)
def test_the_time_for_a_file_grows_no_faster_than_the_file(name: str) -> None:
    linear, measured = is_linear(_read, _FILES[name])
    assert linear, measured


@pytest.mark.parametrize("name", _FILES)
def test_every_construct_is_read(name: str) -> None:
    _read(_FILES[name].text(2_000))
