"""The footnotes of a Word document."""

from collections.abc import Iterator, Sequence

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.resolution.model import Footnote, Run, Style
from tests.export.formats.docx.conftest import (
    BITEXTS,
    BOTH,
    EN_TEXT,
    ZH_TEXT,
    W,
    excerpt_of,
    opened,
    plain,
    text_of,
    value_of,
    with_runs,
)
from tests.support.texts import ZH_PREAMBLE, read

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


def _mark_and_words(found: Excerpt, side: int, id: str) -> str:
    marks = {note.id: note.mark for note in found.texts[side].footnotes}
    note = next(note for note in found.notes if note.id == id)
    return f"{marks[id]} {plain(note.whole(side))}"


def _called(found: Excerpt, sides: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """The marks of the excerpt in reading order: side, note, mark."""
    for entry in found.entries:
        for side in sides:
            for paragraph in entry.texts[side]:
                for run in paragraph.runs:
                    if run.note:
                        yield side, run.note, run.text


@pytest.mark.parametrize("chosen", ["PP6,OP1", "PP15", "all"])
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(("at", "kind"), [(Notes.FOOT, "footnote"), (Notes.END, "endnote")])
@pytest.mark.parametrize("name", ["one", "both", "Taiwan"])
def test_every_note_is_a_note_of_words_own_under_its_published_mark(
    name: str, at: Notes, kind: str, arrangement: Arrangement, chosen: str
) -> None:
    found = excerpt_of(BITEXTS[name], chosen, Options(arrangement=arrangement, notes=at))
    written = opened(found)
    sides = range(len(found.versions))
    called = (
        [call for side in sides for call in _called(found, [side])]
        if arrangement is _SEQUENCE
        else list(_called(found, sides))
    )
    assert len(called) >= len(found.versions)
    notes = written.notes(kind)
    assert [(mark, text_of(notes[id])) for id, mark in written.calls(kind)] == [
        (mark, _mark_and_words(found, side, id)) for side, id, mark in called
    ]
    assert [id for id, _ in written.calls(kind)] == list(notes)


def test_the_mark_is_the_published_one_and_not_the_number_of_the_note() -> None:
    written = opened(excerpt_of(BOTH, "PP15"))
    assert written.calls() == [("1", "7"), ("2", "7")]
    references = list(written.body.iter(f"{W}footnoteReference"))
    assert [reference.get(f"{W}customMarkFollows") for reference in references] == ["1", "1"]
    assert [text_of(note) for note in written.notes().values()] == ["7 A/75/171。", "7 A/75/171."]


def test_each_language_has_the_mark_and_the_note_of_its_own() -> None:
    found = excerpt_of(BITEXTS["Arabic"])
    written = opened(found)
    marks = {mark for _, mark in written.calls()}
    assert {"١", "٢", "1", "2", "7"} <= marks
    notes = written.notes()
    for id, mark in written.calls():
        assert text_of(notes[id]).startswith(f"{mark} ")
        runs = list(notes[id].iter(f"{W}rtl"))
        assert bool(runs) == (mark in "١٢")


def test_ibid_says_what_it_stands_for_in_the_note() -> None:
    bitext = align(ZH_TEXT, EN_TEXT)
    side = bitext.source
    # Only the second of the two notes of PP6 is called.
    parts = tuple(
        part._replace(
            clauses=tuple(
                clause._replace(runs=tuple(run for run in clause.runs if run.note != "fn1"))
                for clause in part.clauses
            )
        )
        for part in side.parts
    )
    found = excerpt_of(alone(side._replace(parts=parts)), "PP6")
    (note,) = opened(found).notes().values()
    assert text_of(note) == ("2 同上，第 1456 卷，第 24631 号。［即脚注1：联合国，《条约汇编》］")


_MARK = Run("*", Style.MARK, "fn1")
_NOTE = Footnote("fn1", "*", (Run("See "), Run("Official Records", Style.EMPHASIS), Run("\nI.")))


def test_a_note_that_is_called_again_is_there_once_and_the_mark_leads_to_it() -> None:
    runs = (Run("Decides"), _MARK, Run(" to act"), _MARK, Run(" and again"), _MARK)
    written = opened(excerpt_of(alone(with_runs(runs, (_NOTE,))), "OP1"))
    assert written.table()[1] == ["OP1", "Decides* to act* and again*"]
    assert written.calls() == [("1", "*")]
    assert [text_of(note) for note in written.notes().values()] == ["* See Official Records\nI."]
    (bookmark,) = written.body.iter(f"{W}bookmarkStart")
    links = [
        link.get(f"{W}anchor")
        for link in written.body.iter(f"{W}hyperlink")
        if link.get(f"{W}anchor")
    ]
    assert links == [bookmark.get(f"{W}name")] * 2
    following = bookmark.getnext()
    assert following is not None
    assert following.find(f"{W}footnoteReference") is not None


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("at", [Notes.FOOT, Notes.END])
def test_a_note_that_nothing_calls_stands_after_the_text(
    arrangement: Arrangement, at: Notes
) -> None:
    loose = with_runs((Run("Decides to act."),), (_NOTE,))
    written = opened(excerpt_of(alone(loose), options=Options(arrangement=arrangement, notes=at)))
    assert written.paragraphs()[-3:] == [
        ("Clause Label", "Footnotes that no mark calls (English):"),
        (f"{at}note text", "* See Official Records\nI."),
        ("Section End", ""),
    ]
    assert not any(name.endswith("notes.xml") for name in written.names)


def test_a_mark_without_a_note_in_its_language_is_a_mark_alone() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动[^1]。\n\n[^1]: 见文件。\n")
    en = with_runs((Run("Decides to act"), Run("1", Style.MARK, "fn1"), Run(".")))
    written = opened(excerpt_of(align(zh, en)))
    assert [row[1:] for row in written.table() if row[0] == "OP1"] == [
        ["1. 决定采取行动1。", "Decides to act1."]
    ]
    assert [text_of(note) for note in written.notes().values()] == ["1 见文件。"]


def test_no_notes_are_no_notes_and_no_marks() -> None:
    written = opened(excerpt_of(BOTH, options=Options(notes=Notes.NONE)))
    assert not any("notes" in name for name in written.names)
    assert "《制止核恐怖主义行为国际公约》 于 2007" in written.table()[16][1]
    settings = written.xml["word/settings.xml"]
    assert settings.find(f"{W}footnotePr") is None
    assert settings.find(f"{W}endnotePr") is None


@pytest.mark.parametrize(("at", "kind"), [(Notes.FOOT, "footnote"), (Notes.END, "endnote")])
def test_the_lines_before_the_notes_are_there_and_named_in_the_settings(
    at: Notes, kind: str
) -> None:
    written = opened(excerpt_of(BOTH, "PP6", Options(notes=at)))
    lines = {
        note.get(f"{W}type"): note.get(f"{W}id")
        for note in written.xml[f"word/{kind}s.xml"]
        if note.get(f"{W}type")
    }
    assert lines == {"separator": "-1", "continuationSeparator": "0"}
    properties = written.xml["word/settings.xml"].find(f"{W}{kind}Pr")
    assert properties is not None
    assert [note.get(f"{W}id") for note in properties.iter(f"{W}{kind}")] == ["-1", "0"]
    relationship = getattr(RELATIONSHIP_TYPE, f"{kind}s".upper())
    part = written.document.part.part_related_by(relationship)
    assert part.content_type.endswith(f"wordprocessingml.{kind}s+xml")
    assert (part.partname, f"word/{kind}s.xml" in written.names) == (f"/word/{kind}s.xml", True)


@pytest.mark.parametrize(
    ("arrangement", "place"),
    [(_COLUMNS, None), (_INTERLEAVED, None), (_SEQUENCE, "sectEnd")],
)
def test_endnotes_follow_the_text_of_their_language(
    arrangement: Arrangement, place: str | None
) -> None:
    written = opened(excerpt_of(BOTH, options=Options(arrangement=arrangement, notes=Notes.END)))
    assert value_of(written.xml["word/settings.xml"], "endnotePr/pos") == place


def test_the_mark_before_a_note_is_left_to_a_program_that_draws_it() -> None:
    written = opened(excerpt_of(BOTH, "PP6"))
    for note in written.notes().values():
        (alternative,) = note.iter(f"{_MC}AlternateContent")
        choice, fallback = alternative
        assert choice.get("Requires") == "wpg"
        # To Word the name stands for what this file says, and nothing that it knows.
        assert choice.nsmap["wpg"].startswith("urn:resolution-reader:")
        assert len(choice) == 0
        assert text_of(fallback) in ("1", "2")
