"""Pages with two languages in rows open as a pair, in these rows: our exports, and tables of two
columns as bitexts are published."""

import re
from dataclasses import replace
from html import escape, unescape
from itertools import zip_longest
from pathlib import Path

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.files import versions_in
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, bundled_pair, ids, outline, read

_LANGUAGES = [("en", "zh"), ("zh", "en"), ("ar", "fr"), ("ru", "es")]


def _text(name: str, language: str) -> Resolution:
    return read((FIXTURES / name.format(language)).read_text(encoding="utf-8"))


def _opened(data: bytes, folder: Path) -> Bitext:
    file = folder / "a.html"
    file.write_bytes(data)
    return open_bitext(file, None)


def _lines(found: Resolution | None) -> list[str]:
    """The outline without white space, and without the order of the closing, which an export has
    from its first language."""
    assert found
    lines = [re.sub(r"\s", "", line) for line in outline(found).splitlines()[1:] if line]
    return sorted(lines) if found.closing else lines


def _pairs(rows: tuple[Row, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [row[:2] for row in rows]


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(("first", "second"), _LANGUAGES)
@pytest.mark.parametrize("name", ["everything/{}.md", "several_lettered.{}.md", "statement.{}.md"])
def test_an_export_in_two_languages(
    name: str, first: str, second: str, arrangement: Arrangement, tmp_path: Path
) -> None:
    bitext = align(_text(name, first), _text(name, second))
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    found = _opened(render(excerpt(bitext, clause_rows(bitext), options), "html"), tmp_path)
    assert _lines(found.source) == _lines(bitext.source)
    assert _lines(found.target) == _lines(bitext.target)
    assert _pairs(found.rows) == _pairs(bitext.rows)


def test_the_rows_of_an_export_are_those_that_are_shown(tmp_path: Path) -> None:
    rows = [*bundled_pair().rows]
    at = next(n for n, row in enumerate(rows) if row.source == ("op1",))
    rows[at : at + 2] = [Row(("op1",), (), 1.0), Row((), ("op1",), 1.0), rows[at + 1]]
    bitext = bundled_pair()._replace(rows=tuple(rows))
    found = _opened(render(excerpt(bitext, clause_rows(bitext)), "html"), tmp_path)
    assert _pairs(found.rows) == _pairs(bitext.rows)


def _cell(paragraph: str) -> str:
    """A paragraph of Markdown in a cell, its note as a link."""
    text = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", escape(paragraph.lstrip("# ")))
    return re.sub(r"\[\^(\w+)\]", r'<a href="#n\1-SIDE"><sup>\1</sup></a>', text)


def _bitext_page(first: str, second: str, labels: bool = False, names: str = "") -> bytes:
    """A page of the shape of a published bitext: a table with both languages, a row a paragraph."""
    rows: list[str] = []
    notes: list[str] = []
    for paragraphs in zip_longest(first.split("\n\n"), second.split("\n\n"), fillvalue=""):
        if paragraphs[0].startswith("[^"):
            for side, note in enumerate(paragraphs):
                label, _, text = note.strip().removeprefix("[^").partition("]: ")
                notes.append(f'<p id="n{label}-{side}"><sup>{label}</sup> {escape(text)}</p>')
            continue
        cells = "".join(
            f"<td>{_cell(paragraph).replace('SIDE', str(side))}</td>"
            for side, paragraph in enumerate(paragraphs)
        )
        rows.append(f"<tr>{f'<td>{len(rows) + 1}</td>' if labels else ''}{cells}</tr>")
    return (
        "<!DOCTYPE html><html><head><title>Bitext</title></head><body><h1>Bitext</h1>"
        f"<table>{names}{''.join(rows)}</table>{''.join(notes)}</body></html>"
    ).encode()


_EN = f"""{EN_PREAMBLE}1. *Decides* to act in 2021;[^1]

2. *Requests* the Secretary-General to report on 17 lights.

[^1]: See A/75/1."""
_FR = """Assemblée générale

75/58. Un titre

L'Assemblée générale,

*Rappelant* sa résolution 74/43 du 12 décembre 2019,

1. *Décide* d'agir en 2021[^1];

2. *Prie* le Secrétaire général de faire rapport sur 17 feux.

[^1]: Voir A/75/1."""


@pytest.mark.parametrize("labels", [False, True])
@pytest.mark.parametrize("names", ["", "<tr><th>English</th><th>Français</th></tr>"])
def test_a_table_of_two_columns_is_a_pair(labels: bool, names: str, tmp_path: Path) -> None:
    names = names.replace("<tr>", "<tr><th>No.</th>") if labels else names
    found = _opened(_bitext_page(_EN, _FR, labels, names), tmp_path)
    assert found.target
    assert ids(found.source) == ids(read(_EN)) == ids(found.target)
    assert [note.text for note in found.source.footnotes] == ["See A/75/1."]
    assert [note.text for note in found.target.footnotes] == ["Voir A/75/1."]
    assert [clause.notes for clause in found.source.walk()][1] == ("fn1",)
    assert [clause.notes for clause in found.target.walk()][1] == ("fn1",)
    assert "Bitext" in found.source.head[0].text


def test_two_paragraphs_in_one_row_are_paired_within_it(tmp_path: Path) -> None:
    english, french = (text.replace("\n\n2.", "BREAK2.") for text in (_EN, _FR))
    found = _opened(_bitext_page(english, french).replace(b"BREAK", b"</p><p>"), tmp_path)
    assert _pairs(found.rows)[-3:-1] == [(("op1",), ("op1",)), (("op2",), ("op2",))]


def test_a_paragraph_beside_two_in_its_row(tmp_path: Path) -> None:
    english = _EN.replace("[^1]\n\n2. *Requests*", "[^1]BREAK2. *Requests*")
    french = _FR.replace("[^1];\n\n2. *Prie*", "[^1], et *prie*")
    found = _opened(_bitext_page(english, french).replace(b"BREAK", b"</p><p>"), tmp_path)
    assert _pairs(found.rows)[-2] == (("op1", "op2"), ("op1",))


@pytest.mark.parametrize(
    "page",
    [
        _bitext_page(_EN, _EN),
        _bitext_page(_EN, "\n\n".join(["1", "2", "3", "4", "5", "6"])),
        _bitext_page("\n\n".join("abcdefgh"), "\n\n".join("ijklmnop")),
        _bitext_page(_EN, _FR).replace(b"</body>", b"<p>More words.</p>" * 100 + b"</body>"),
    ],
)
def test_other_tables_make_no_pair_and_lose_no_word(page: bytes) -> None:
    found = versions_in(page, Path("a.html"))
    assert found.target is None
    words = re.findall(
        r"\w+", re.sub(r"<[^>]*>", " ", unescape(page.decode()).partition("<body>")[2])
    )
    shown = outline(found.source)
    assert {*words} - {"Bitext"} <= {*re.findall(r"\w+", shown)} | {"1", "No"}


def test_an_export_in_one_language_is_none(tmp_path: Path) -> None:
    bitext = alone(read(_EN))
    data = render(excerpt(bitext, clause_rows(bitext)), "html")
    assert _opened(data, tmp_path).target is None
