"""The texts of different make: whole, readable, and of two halves."""

import struct
from pathlib import Path

import pytest

from tests.tools.rows import catalogues, declaration
from tests.tools.rows.measure import Case, has_numbers, versions
from tests.tools.rows.paragraphs import Paragraph, Piece
from tests.tools.rows.texts import (
    LANGUAGES,
    NUMBERED_OTHERWISE,
    Half,
    Text,
    declaration_folder,
    half,
    own_text,
    parsed,
    texts,
)
from tests.tools.rows.truth import truth

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together

_OWN = (
    *("budget", "countries", "declaration", "guide", "report", "statement", "treaty", "verdict"),
    *NUMBERED_OTHERWISE,
)


@pytest.fixture(autouse=True)
def only_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_UDHR", str(tmp_path / "none"))
    monkeypatch.delenv("READER_CATALOGUES", raising=False)


def test_the_texts_go_to_the_halves_in_turns() -> None:
    assert tuple(text.name for text in texts()) == _OWN
    tuning = [name for name in _OWN if half(name) is Half.TUNING]
    assert tuning == ["budget", "declaration", "report", "treaty", "workplan"]
    assert half(declaration.NAME) is Half.TUNING


@pytest.mark.parametrize("name", _OWN)
def test_a_text_says_the_same_in_all_languages(name: str) -> None:
    text = own_text(name)
    assert set(text.versions) == set(LANGUAGES)
    keys = {
        frozenset(key for found in version.paragraphs for key in found.pieces[0].keys)
        for version in text.versions.values()
    }
    assert len(keys) == 1
    assert len(text.versions["en"].paragraphs) >= 20
    headings = {
        tuple(found.heading for found in version.paragraphs if found.pieces[0].keys)
        for code, version in text.versions.items()
        if code != "zh"  # which joins paragraphs
    }
    assert len(headings) == 1


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("name", _OWN)
def test_an_undamaged_text_is_read_paragraph_by_paragraph(name: str, numbered: bool) -> None:
    """So that every true row of the measure is one the reader leaves possible."""
    read = versions(Case(name, numbered, 0, 0))
    for code in LANGUAGES:
        true = truth(read["en"], read[code])
        assert all(map(all, true.rows)), [row for row in true.rows if not all(row)]
        assert true.copies == ()
        joined = [row for row in true.rows if (len(row[0]), len(row[1])) != (1, 1)]
        assert len(joined) <= 1
        assert not joined or code == "zh"


def test_only_the_statement_has_no_numbers() -> None:
    assert [name for name in _OWN if not has_numbers(own_text(name))] == ["statement"]


def test_absent_and_joined_paragraphs_are_written_with_signs() -> None:
    written = "en T\nfr T\n\n#\nen One\nfr Un\n\nen 1. | Two\nfr -\n\nen Three\nfr ^"
    found = parsed("made", written)
    assert found == Text("made", found.versions)
    assert found.versions["fr"].paragraphs == (
        Paragraph((Piece(frozenset({"1", "3"}), "Un"),), heading=True),
    )
    assert [(one.number, one.words) for one in found.versions["en"].paragraphs] == [
        *(("", "One"), ("1.", "Two"), ("", "Three"))
    ]


@pytest.mark.parametrize("group", ["en One", "en One\nen Un", "en One\nfr Un\nxx Uno", "One"])
def test_a_group_that_lacks_a_language_is_refused(group: str) -> None:
    with pytest.raises(ValueError, match="language"):
        parsed("made", f"en T\nfr T\n\n{group}")


_PAGE = """<!doctype html><html><head><title>Language</title></head><body>
<h1>A title</h1><header><h2>Preamble</h2>{}</header>
<article data-number="1"><h2>Article 1</h2><p>All
 are &amp; stay free.</p></article>
<article data-number="2"><h2>Article 2</h2><ol><li><p>One.</p></li><li><p>Two.</p></li></ol>
</article></body></html>"""


def test_a_page_of_the_universal_declaration_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {"eng": 10, "fra": 9, "cmn_hans": 8}
    for name, count in pages.items():
        preamble = "".join(f"<p>Whereas {n}</p>" for n in range(count))
        (tmp_path / f"{name}.html").write_text(_PAGE.format(preamble), encoding="utf-8")
    monkeypatch.setenv("READER_UDHR", str(tmp_path))
    assert declaration_folder() == tmp_path
    found = texts()[-1]
    assert found.name == declaration.NAME
    assert set(found.versions) == {"en", "fr", "zh"}
    english = found.versions["en"]
    assert english.title == "A title"
    assert [(one.number, one.words, one.heading) for one in english.paragraphs[-5:]] == [
        ("", "Article 1", True),
        ("", "All are & stay free.", False),
        ("", "Article 2", True),
        ("1.", "One.", False),
        ("2.", "Two.", False),
    ]
    said = {
        code: {key for one in version.paragraphs for key in one.pieces[0].keys}
        for code, version in found.versions.items()
    }
    assert said["en"] == said["zh"]
    assert said["en"] - said["fr"] == {"therefore"}


def test_a_preamble_that_lacks_paragraphs_is_refused() -> None:
    with pytest.raises(ValueError, match="the preamble lacks"):
        declaration.parsed("en", _PAGE.format("<p>Whereas</p>"))


def _catalogue(messages: dict[str, str]) -> bytes:
    """A compiled catalogue, as `msgfmt` makes it."""
    named = sorted({"": "Content-Type: text/plain; charset=UTF-8\n"} | messages)
    words = {"": "Content-Type: text/plain; charset=UTF-8\n"} | messages
    keys, values = [one.encode() for one in named], [words[one].encode() for one in named]
    at = 28 + 16 * len(named)
    tables: list[int] = []
    data = b""
    for text in (*keys, *values):
        tables += [len(text), at + len(data)]
        data += text + b"\0"
    begin = 28 + 8 * len(named)
    head = struct.pack("<7I", 0x950412DE, 0, len(named), 28, begin, 0, at)
    return head + struct.pack(f"<{len(tables)}I", *tables) + data


def test_message_catalogues_are_read_where_they_are_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "This name is taken, so choose another."
    for language in ("zh_Hans", "ar", "es", "fr", "ru"):
        place = tmp_path / "program" / "locale" / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        messages = {
            sentence: f"{language[:2]}: words that say so, and no more.",
            "Short.": "Short.",
            "The file %(name)s is gone, and nobody knows where.": "%(name)s is in none of these.",
        }
        if language != "ar":
            messages["What Arabic lacks is left out of all."] = "Words that are long enough, too."
        (place / "program.mo").write_bytes(_catalogue(messages))
    assert [found.name for found in texts()] == list(_OWN)
    monkeypatch.setenv("READER_CATALOGUES", str(tmp_path))
    found = texts()[-1]
    assert found.name == catalogues.NAME
    assert half(found.name) is Half.REPORTING
    assert set(found.versions) == set(LANGUAGES)
    said = {code: [one.words for one in found.versions[code].paragraphs] for code in LANGUAGES}
    assert said["en"] == [sentence]
    assert said["fr"] == ["fr: words that say so, and no more."]
