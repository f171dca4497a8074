"""What this program wrote as Akoma Ntoso comes back equal: one language version, or two and their
rows."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.corrections.operations import merge
from desktop_app.export.excerpt.choosing import clause_rows, rows_named
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.files import Versions, versions_in
from desktop_app.reading.readers import akn
from desktop_app.reading.readers.registry import reader_of
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Caveat, Provenance, Resolution, Run, Runs, Style
from desktop_app.resolution.runs import merged
from desktop_app.script.convert import convert_resolution
from tests.reading.readers.bold_tables import bold_tables
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, bundled_pair, outline, read

_DOCUMENTS = [*sorted(FIXTURES.glob("*.md")), *sorted((FIXTURES / "everything").glob("*.md"))]
_PATH = Path("a.xml")


def _exported(bitext: Bitext, options: Options | None = None) -> bytes:
    return render(excerpt(bitext, clause_rows(bitext), options or Options()), "akn")


def _back(data: bytes) -> Versions:
    assert reader_of(data, _PATH) is akn.READER
    return versions_in(data, _PATH)


def _without_ours(data: bytes) -> bytes:
    """A file as versions of this program before wrote it, without what is for it alone."""
    start, end = data.index(b"<proprietary"), data.index(b"</proprietary>")
    return data[:start] + data[end + len(b"</proprietary>") :]


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_document_comes_back_equal(document: Path) -> None:
    found = read(document.read_text(encoding="utf-8"))
    data = _exported(alone(found))
    assert _back(data) == Versions(found)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_without_our_metadata_is_read_by_its_elements(document: Path) -> None:
    found = read(document.read_text(encoding="utf-8"))
    data = _without_ours(_exported(alone(found)))
    back = outline(_back(data).source).splitlines()
    assert back[1:] == outline(found).splitlines()[1:]  # nothing states the provenance


@pytest.mark.parametrize("notes", Notes)
@pytest.mark.parametrize("chosen", ["PP6,OP1", "OP5", "PP7"])
@pytest.mark.parametrize("languages", [("zh",), ("en", "zh"), ()])
def test_a_selection_comes_back_as_it_was_cut(
    languages: tuple[str, ...], chosen: str, notes: Notes
) -> None:
    options = Options(languages=languages, notes=notes)
    cut = excerpt(bundled_pair(), rows_named(bundled_pair(), chosen, languages), options)
    back = _back(render(cut, "akn"))
    assert tuple(side for side in back[:2] if side) == cut.texts


def test_what_is_known_of_a_text_comes_back() -> None:
    base = read(EN)._replace(
        provenance=Provenance.OFFICIAL,
        address="https://docs.un.org/en/A/RES/75/58",
        caveats=(Caveat.RECOGNISED, Caveat.CHANGES),
    )
    for text in (base, convert_resolution(read(ZH), "s2hk"), bold_tables("zh"), bold_tables("en")):
        assert _back(_exported(alone(text))).source == text


def test_two_languages_come_back_in_the_rows_that_a_person_made(tmp_path: Path) -> None:
    place = next(n for n, row in enumerate(bundled_pair().rows) if row.source == ("op2",))
    bitext = bundled_pair()._replace(rows=merge(bundled_pair(), place))
    file = tmp_path / "a.xml"
    file.write_bytes(_exported(bitext))
    found = open_bitext(file, None)
    assert (found.source, found.target) == (bitext.source, bitext.target)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]


def test_two_languages_without_our_metadata_are_aligned(tmp_path: Path) -> None:
    data = _exported(bundled_pair())
    for _ in range(3):
        data = _without_ours(data)
    file = tmp_path / "a.xml"
    file.write_bytes(data)
    found = open_bitext(file, None)
    assert found.target
    assert outline(found.target).splitlines()[1:] == outline(read(EN)).splitlines()[1:]
    expected = align(found.source, found.target)
    assert found == expected


_OWN = _exported(alone(read(EN)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'<p rr:id="op1">', b'<p rr:id="op9">'),
        (b'<p rr:id="op1">', b"<p>"),
        (b'<num rr:number="op1">1.</num>', b'<num rr:number="op1">7.</num>'),
        (b'<p rr:id="op1"><i>Calls upon</i>', b'<p rr:id="op1"><i>Asks</i>'),
        (b"<mainBody", b"<preamble><p>More.</p></preamble><mainBody"),
        (b'"language":"en"', b'"language":"eo"'),
        (b'"schema"', b"{"),
    ],
)
def test_a_file_that_was_changed_by_hand_is_read_as_it_is_now(before: bytes, after: bytes) -> None:
    changed = _OWN.replace(before, after, 1)
    words = after.partition(b">")[2].partition(b"<")[0].decode()
    found = _back(changed)
    assert words in outline(found.source)
    assert found.source.is_structured


_MARKS: Runs = (Run("1", Style.MARK), Run("1", Style.MARK, "fn1"))
_PIECES = st.builds(
    Run,
    st.text("ab \n\u3000<&]A/RES75", min_size=1, max_size=9),
    st.sampled_from([Style.PLAIN, Style.EMPHASIS, Style.SUPERSCRIPT]),
    st.just(""),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES | st.sampled_from(_MARKS), min_size=1, max_size=6))
@example([Run("5", Style.SUPERSCRIPT), Run("\n", Style.SUPERSCRIPT)])
@example([Run("]A", Style.SUPERSCRIPT), Run("/5")])  # a symbol that begins within a raised run
def test_any_words_come_back(pieces: list[Run]) -> None:
    text = _resolution_of(merged(pieces))
    assert _back(_exported(alone(text))).source == text


def _resolution_of(runs: Runs) -> Resolution:
    base = read(f"{EN_PREAMBLE}1. Decides to act.[^1]\n\n[^1]: See A/RES/75/58.\n")
    preamble, operative = base.parts
    clause = operative.clauses[0]._replace(runs=runs, opening="")
    return base._replace(parts=(preamble, operative._replace(clauses=(clause,))))


def test_the_structure_is_found_without_ours() -> None:
    data = _exported(alone(read(EN)))
    assert resolution(akn.READER.read(data, _PATH)).is_structured
