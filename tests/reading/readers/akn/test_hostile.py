"""XML that was made to do harm, or is damaged: one sentence, in bounded time and memory."""

from pathlib import Path

import pytest

from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers import akn
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.registry import reader_of

_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
_LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(12)
)


def _akn(body: str, doctype: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{doctype}<akomaNtoso {_NS}><doc>{body}</doc></akomaNtoso>'.encode()
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_akn("<p>&l11;</p>", f"<!DOCTYPE a [{_LAUGHS}]>"), "declares entities"),
        (
            _akn("<p>&x;</p>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "declares entities",
        ),
        (
            _akn("<p>a</p>", '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]>'),
            "declares entities",
        ),
        (_akn("<container>" * 100_000), "too deep"),
        (_akn("<container>" * 220 + "</container>" * 220), "too deep"),
        (_akn("<p a='1'/>" * 900_000), "larger than any resolution"),
        (_akn("<p>a</p>")[:-9], "expected '>'"),
        (_akn("<p>a</q>"), "mismatch"),
        (_akn("<p>&nothing;</p>"), "Entity"),
        (_akn("<p>\x01</p>"), "Char"),
    ],
)
def test_what_is_refused(data: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(data)
    assert reader_of(data, file) is akn.READER
    with pytest.raises(ReadingError, match=said) as error:
        read_resolution(file)
    assert "\n" not in str(error.value)


def test_a_document_without_words_is_said_to_have_none(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(_akn("<mainBody/>"))
    with pytest.raises(ReadingError, match="has no text in it"):
        read_resolution(file)


def test_a_document_type_without_entities_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(_akn("<p>Words</p>", '<!DOCTYPE akomaNtoso SYSTEM "http://localhost/a.dtd">'))
    assert [clause.text for clause in read_resolution(file).walk()] == ["Words"]


@pytest.mark.parametrize(
    "piece",
    ["<p>a</p>", "a ", "<b>a</b>", "<num>1.</num>", "<p>a<authorialNote marker='1'><p>b</p>"
     "</authorialNote></p>", "<table><tr><td><p>a</p></td></tr></table>", "<heading>a</heading>",
     "<eol/>", "<paragraph><num>1.</num><p>Decides;</p></paragraph>", "<docNumber>a</docNumber>"],
)  # fmt: skip
def test_much_of_anything_is_read(piece: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(_akn(piece * (60_000 // len(piece)) + "<p>Last</p>"))
    assert read_resolution(file).parts


def test_other_xml_is_none_of_it() -> None:
    for data in (b"<akomantoso>", b"<p>akomaNtoso</p>", b"<html><akomaNtoso>", b"akomaNtoso"):
        assert not akn.READER.recognises(data)
