"""The first page of an excerpt is its beginning, and no more than a page can hold."""

from dataclasses import replace

import pytest

from desktop_app.alignment.align import align
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.choosing import clause_rows, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.first_page import Room, first_page, is_cut
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.export.formats.registry import FORMATS, copied, render
from desktop_app.resolution.model import Run
from tests.support.texts import EN, ZH, read
from tests.tools.bench import made_up

_BOTH = align(read(ZH), read(EN))


def test_of_a_short_excerpt_it_is_all() -> None:
    found = excerpt(_BOTH, rows_of(_BOTH, select("PP6,OP1", _BOTH.source)))
    page = first_page(found)
    assert page.entries == found.entries
    assert page.notes == found.notes
    assert [side.parts for side in page.texts] == [side.parts for side in found.texts]


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_of_a_long_one_it_is_how_the_file_begins(ending: str) -> None:
    found = excerpt(_BOTH, clause_rows(_BOTH))
    page = first_page(found)
    assert 0 < len(page.entries) < len(found.entries)
    assert page.citation == found.citation
    whole = render(found, ending).decode()
    beginning = copied(replace(page, notes=()), ending).plain.rstrip("\n")
    assert whole.startswith(beginning)
    assert beginning.count("\n") > 60
    assert len(copied(page, ending).plain) < len(whole)


def test_the_notes_are_those_that_its_clauses_call() -> None:
    found = excerpt(_BOTH, clause_rows(_BOTH))
    page = first_page(found, Room(entries=20, characters=6000))
    called = {
        run.note
        for entry in page.entries
        for text in entry.texts
        for paragraph in text
        for run in paragraph.runs
        if run.note
    }
    assert [note.id for note in page.notes] == [n.id for n in found.notes if n.id in called]
    assert 0 < len(page.notes) < len(found.notes)
    for side in page.texts:
        assert [note.id for note in side.footnotes] == [note.id for note in page.notes]


def test_the_texts_are_cut_with_their_headings_and_lines() -> None:
    page = first_page(excerpt(_BOTH, clause_rows(_BOTH)))
    for published, cut in zip((_BOTH.source, _BOTH.target), page.texts, strict=True):
        assert published is not None
        assert cut.head == published.head
        assert cut.parts[0].heading == published.parts[0].heading
        kept = [clause.id for clause in cut.walk()]
        assert kept == [clause.id for clause in published.walk()][: len(kept)]
        assert len(kept) < len(list(published.walk()))


@pytest.mark.parametrize("entries", range(1, 36))
def test_wherever_it_ends_the_first_language_begins_what_is_in_sequence(entries: int) -> None:
    found = excerpt(_BOTH, clause_rows(_BOTH), Options(arrangement=Arrangement.SEQUENCE))
    page = first_page(found, Room(entries=entries, characters=1_000_000))
    first, second = in_blocks(page)
    is_all = entries >= len(found.entries)
    assert is_cut(found, page.entries) != is_all
    whole = in_blocks(found)[0].entries
    assert first.entries == whole[: len(first.entries)]
    assert len(first.entries) == sum(e.texts[0] != () for e in found.entries[:entries])
    assert bool(second.entries) == is_all


def test_where_the_first_language_has_nothing_yet_the_other_begins() -> None:
    found = excerpt(_BOTH, clause_rows(_BOTH), Options(arrangement=Arrangement.SEQUENCE))
    alone = tuple(entry._replace(texts=((), entry.texts[1])) for entry in found.entries[:5])
    page = first_page(
        replace(found, entries=(*alone, *found.entries[5:])), Room(entries=5, characters=1_000_000)
    )
    assert [len(block.entries) for block in in_blocks(page)] == [0, 5]


def test_a_text_that_is_cut_off_makes_it_a_beginning() -> None:
    found = excerpt(_BOTH, rows_of(_BOTH, select("PP6", _BOTH.source)))
    assert not is_cut(found, first_page(found).entries)
    assert is_cut(found, first_page(found, Room(entries=9, characters=10)).entries)
    assert not is_cut(replace(found, entries=()), ())


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_can_write_it(ending: str) -> None:
    found = excerpt(made_up.bitext(200, 60), made_up.bitext(200, 60).rows)
    page = first_page(replace(found, arrangement=None))
    assert len(page.entries) <= 30
    assert len(render(page, ending)) < len(render(replace(found, arrangement=None), ending))


def test_a_clause_and_a_note_without_end_are_cut_off() -> None:
    long = (Run("一" * 1_000_000),)
    found = excerpt(_BOTH, rows_of(_BOTH, select("PP6", _BOTH.source)))
    (entry,), (note, *_) = found.entries, found.notes
    texts = tuple(
        (text[0]._replace(runs=(*text[0].runs, *long)), *text[1:]) for text in entry.texts
    )
    made = replace(
        found, entries=(entry._replace(texts=texts),), notes=(note._replace(texts=(long, long)),)
    )
    page = first_page(made)
    assert len(page.notes) == len(page.entries) == 1
    shown = [paragraph.runs for text in page.entries[0].texts for paragraph in text]
    for runs in (*shown, *page.notes[0].texts):
        assert 0 < sum(len(run.text) for run in runs) < 10_000
