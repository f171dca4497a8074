"""Markdown that this program exported comes back as texts equal to those that it was made of: every
label, note and mark, and what is known of where the words come from."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt, Kind
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.reading.files import Versions, resolution_in, versions_in
from desktop_app.reading.readers.markdown_exports.own import STATED_STRUCTURE
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Caveat, Provenance, Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import bundled_pair, read

_DOCUMENTS = [*sorted(FIXTURES.glob("*.md")), *sorted((FIXTURES / "everything").glob("*.md"))]
_PAIRS = ["everything/{}.md", "several_lettered.{}.md", "statement.{}.md"]
_FILE = Path("a.md")


def _text(name: str, language: str) -> Resolution:
    return read((FIXTURES / name.format(language)).read_text(encoding="utf-8"))


def _back(cut: Excerpt) -> Versions:
    return versions_in(render(cut, "md"), _FILE)


def _texts(found: Versions) -> tuple[Resolution, ...]:
    return tuple(filter(None, found[:2]))


def _same(cut: Excerpt) -> None:
    found = _back(cut)
    assert _texts(found) == cut.texts
    if len(cut.texts) > 1:
        assert [row[:2] for row in found.rows] == [
            tuple(tuple(paragraph.id for paragraph in text) for text in entry.texts)
            for entry in cut.entries
            if entry.kind is Kind.CLAUSE
        ]


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_document(document: Path) -> None:
    bitext = alone(read(document.read_text(encoding="utf-8")))
    for arrangement in (None, Arrangement.COLUMNS):
        options = replace(AS_THEY_ARE, arrangement=arrangement)
        _same(excerpt(bitext, clause_rows(bitext), options))


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(
    ("first", "second"), [("en", "zh"), ("zh", "en"), ("ar", "fr"), ("fr", "ru")]
)
@pytest.mark.parametrize("name", _PAIRS)
def test_two_languages(name: str, first: str, second: str, arrangement: Arrangement) -> None:
    bitext = align(_text(name, first), _text(name, second))
    _same(excerpt(bitext, clause_rows(bitext), replace(AS_THEY_ARE, arrangement=arrangement)))


@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_bundled_pair(arrangement: Arrangement) -> None:
    bitext = bundled_pair()
    _same(excerpt(bitext, clause_rows(bitext), replace(AS_THEY_ARE, arrangement=arrangement)))


@given(data=st.data())
def test_any_clauses_of_any_languages_in_any_arrangement(data: st.DataObject) -> None:
    bitext = data.draw(st.sampled_from([bundled_pair(), _everything()]))
    rows = data.draw(st.sets(st.sampled_from(clause_rows(bitext)), min_size=1))
    codes = (bitext.source.language, bitext.target.language if bitext.target else "")
    languages = data.draw(st.sampled_from([(), codes, codes[::-1], codes[:1], codes[1:]]))
    arrangements = [*Arrangement] if len(languages) != 1 else [None, Arrangement.COLUMNS]
    options = Options(
        languages=languages,
        arrangement=data.draw(st.sampled_from(arrangements)),
        notes=data.draw(st.sampled_from(Notes)),
    )
    chosen = [row for row in clause_rows(bitext) if row in rows and _is_in(row, codes, languages)]
    if chosen:
        _same(excerpt(bitext, chosen, options))


@cache
def _everything() -> Bitext:
    return align(_text(_PAIRS[0], "en"), _text(_PAIRS[0], "zh"))


def _is_in(row: object, codes: tuple[str, ...], languages: tuple[str, ...]) -> bool:
    """Whether a row has a clause in the only language that is chosen."""
    assert isinstance(row, tuple)
    return len(languages) != 1 or bool(row[codes.index(languages[0])])


@pytest.mark.parametrize("provenance", Provenance)
def test_where_it_comes_from(provenance: Provenance) -> None:
    if provenance is Provenance.CONVERTED:
        text = bundled_pair().source._replace(converted="s2t", converted_from="Hans")
    else:
        text = bundled_pair().source._replace(provenance=provenance, caveats=(Caveat.CHANGES,))
    bitext = alone(text._replace(address="https://example.org/a--b"))
    found = _back(excerpt(bitext, clause_rows(bitext)[3:5]))
    assert (found.source.provenance, found.source.converted) == (text.provenance, text.converted)
    assert (found.source.caveats, found.source.address) == (
        text.caveats,
        "https://example.org/a--b",
    )


def test_a_changed_word_is_not_said_to_be_official() -> None:
    bitext = alone(bundled_pair().source._replace(provenance=Provenance.OFFICIAL))
    written = render(excerpt(bitext, clause_rows(bitext)), "md").decode("utf-8")
    assert resolution_in(written.encode(), _FILE).provenance is Provenance.OFFICIAL
    changed = written.replace("敦促", "敦请")
    found = resolution_in(changed.encode(), _FILE)
    assert found.provenance is Provenance.UNSTATED
    assert any("敦请" in clause.text for clause in found.walk())


def test_line_ends_of_another_system_change_nothing() -> None:
    cut = excerpt(bundled_pair(), clause_rows(bundled_pair()))
    written = render(cut, "md").replace(b"\n", b"\r\n")
    assert _texts(versions_in(written, _FILE)) == cut.texts


def test_the_words_are_those_that_the_file_shows() -> None:
    """What is stated holds no words of clauses, and no sign that would end the comment."""
    bitext = bundled_pair()
    written = render(excerpt(bitext, clause_rows(bitext)), "md").decode("utf-8")
    stated = STATED_STRUCTURE.search(written)
    assert stated
    assert "--" not in stated[1]
    openings = {clause.opening for text in bitext[:2] if text for clause in text.walk()}
    kept = {clause["opening"] for clause in _clauses(json.loads(stated[1])["texts"])}
    assert kept <= openings
    assert all(clause.text not in stated[1] for clause in bitext.source.walk())


def _clauses(plain: object) -> list[dict[str, str]]:
    if isinstance(plain, list):
        return [found for one in plain for found in _clauses(one)]
    if not isinstance(plain, dict):
        return []
    own = [plain] if "opening" in plain else []
    return [*own, *(found for value in plain.values() for found in _clauses(value))]


@pytest.mark.parametrize(
    "broken",
    ['{"digest":"x"}', "[]", "{", '{"digest":1,"texts":[],"blocks":[],"notes":[],"rows":[]}'],
)
def test_what_is_no_structure_is_passed_over(broken: str) -> None:
    written = render(excerpt(bundled_pair(), clause_rows(bundled_pair())), "md").decode("utf-8")
    stated = STATED_STRUCTURE.search(written)
    assert stated
    found = versions_in(written.replace(stated[1], broken).encode(), _FILE)
    assert [*map(len, map(_ids, _texts(found)))] == [*map(len, map(_ids, bundled_pair()[:2]))]


def _ids(text: Resolution | None) -> list[str]:
    return [clause.id for clause in text.walk()] if text else []
