"""A text written as Markdown is read to an equal text: structure, words, marks, notes, and what is
known of it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.source.markdown import source
from desktop_app.resolution.model import Caveat, Provenance, Resolution, Run, Runs, Style
from desktop_app.resolution.runs import merged
from tests.reading.readers.bold_tables import bold_tables
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, read

_DOCUMENTS = [*sorted(FIXTURES.glob("*.md")), *sorted((FIXTURES / "everything").glob("*.md"))]


def _back(text: Resolution) -> Resolution:
    return read(source(text))


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_document_is_read_to_an_equal_text(document: Path) -> None:
    found = read(document.read_text(encoding="utf-8"))
    assert _back(found) == found
    assert source(_back(found)) == source(found)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tables_with_emphasis_and_notes(language: str) -> None:
    text = bold_tables(language)
    assert _back(text) == text


def test_what_is_known_of_a_text() -> None:
    text = read(ZH)._replace(
        provenance=Provenance.OFFICIAL,
        address="https://docs.un.org/zh/A/RES/75/58",
        caveats=(Caveat.RECOGNISED, Caveat.CHANGES),
    )
    assert _back(text) == text
    assert source(text).startswith("---\nlanguage: zh\nsymbol: A/RES/75/58\ntitle: 防止")


def test_a_number_above_the_title_of_a_section_stays_there() -> None:
    text = read(f"{EN_PREAMBLE}II\n\nOceans\n\n1. Decides to act.\n")
    assert "## II\n\n## Oceans\n" in source(text)
    assert _back(text) == text


def test_a_number_without_a_sign_stays_one() -> None:
    text = read(f"{EN_PREAMBLE}1\tDecides to act;\n\n2\tRequests a report.\n")
    assert [clause.mark for clause in text.parts[1].clauses] == ["1", "2"]
    assert _back(text) == text


def test_two_notes_with_one_mark_stay_two() -> None:
    text = read(
        f"{EN_PREAMBLE}1. Decides to act;[^1]\n\n2. Requests a report.[^1-2]\n\n"
        "[^1]: See A/75/1.\n\n[^1-2]: See A/75/2.\n"
    )
    assert [note.mark for note in text.footnotes] == ["1", "1"]
    assert _back(text) == text


_PIECES = st.builds(
    Run,
    st.text("ab c*_[]<>&|\\`~$1.#-+国，（", min_size=1, max_size=9).filter(str.strip),
    st.sampled_from([Style.PLAIN, Style.EMPHASIS]),
    st.just(""),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=6))
def test_words_of_any_characters_come_back(pieces: list[Run]) -> None:
    runs = merged((Run("Decides that "), *pieces, Run(" end.")))
    base = read(EN)
    preamble, operative = base.parts
    clause = operative.clauses[0]._replace(runs=runs, opening="")
    text = base._replace(parts=(preamble, operative._replace(clauses=(clause,))))
    (back,) = _back(text).parts[1].clauses
    assert _squeezed(back.runs) == _squeezed(runs)


def _squeezed(runs: Runs) -> str:
    return "".join("".join(run.text.split()) for run in runs)
