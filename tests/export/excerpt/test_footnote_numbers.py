"""Excerpts of versions that count their footnotes otherwise."""

import re

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Run, Style, words
from tests.export.excerpt.conftest import EN_TEXT, excerpt_of
from tests.support import shifted_notes
from tests.support.texts import read

_MORE = align(read(shifted_notes.EN), read(shifted_notes.ZH_WITH_ONE_MORE))
_FEWER = align(read(shifted_notes.EN), read(shifted_notes.ZH_WITHOUT_THE_FIRST))


def _note_table(found: Excerpt) -> list[tuple[str, str, list[str]]]:
    """Mark, label and words of each footnote."""
    return [(note.mark, note.label, [words(runs) for runs in note.texts]) for note in found.notes]


def test_a_footnote_bears_the_marks_of_both_versions_where_they_differ() -> None:
    assert _note_table(excerpt_of(_FEWER, "OP1")) == [
        ("3 / 2", "FN3 / FN2", ["See A/59/361.", "见 A/59/361。"])
    ]


def test_of_each_version_come_along_the_footnotes_that_its_own_clauses_call() -> None:
    assert _note_table(excerpt_of(_FEWER, "PP1")) == [("1", "FN1", ["See A/74/548, annex.", ""])]
    assert excerpt_of(_FEWER, "OP2").notes == ()
    whole = excerpt_of(_MORE, "all")
    assert [note.ids for note in whole.notes] == [
        *[("", "fn1"), ("fn1", "fn2"), ("fn2", "fn3"), ("fn3", "fn4")]
    ]
    assert len({note.id for note in whole.notes}) == 4


@pytest.mark.parametrize("languages", [("en", "zh"), ("zh", "en")])
def test_entries_call_a_footnote_by_one_name_in_every_language(languages: tuple[str, ...]) -> None:
    found = excerpt_of(_MORE, "all", Options(languages=languages))
    called = [
        [run.note for e in found.entries for p in e.texts[side] for run in p.runs if run.note]
        for side in (0, 1)
    ]
    en = languages.index("en")
    assert called[1 - en][1:] == called[en]
    assert len(set(called[1 - en])) == 4


def test_the_texts_are_called_by_the_ids_that_they_are_published_with() -> None:
    found = excerpt_of(_FEWER, "OP1")
    assert [[note.id for note in text.footnotes] for text in found.texts] == [["fn3"], ["fn2"]]


def test_ibid_is_resolved_by_the_notes_of_its_own_version() -> None:
    (note,) = excerpt_of(_MORE, "PP2").notes
    assert [words(runs) for runs in note.stands_for] == [
        " [that is, footnote 1: See A/74/548, annex.]",
        "［即脚注2：见 A/74/548，附件。］",
    ]


def test_a_footnote_that_a_footnote_calls_comes_along() -> None:
    text = shifted_notes.EN.replace("See A/59/361.", "See A/59/361.<sup>4</sup>")
    side = read(f"{text}\n<sup>4</sup> As amended.\n")
    assert [note.mark for note in excerpt_of(alone(side), "OP1").notes] == ["3", "4"]
    assert [note.mark for note in excerpt_of(alone(side), "PP1").notes] == ["1"]


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("languages", [("en", "zh"), ("zh", "en")])
def test_markdown_has_the_marks_that_each_version_is_published_with(
    arrangement: Arrangement, languages: tuple[str, ...]
) -> None:
    text = render(
        excerpt_of(_MORE, "all", Options(languages=languages, arrangement=arrangement)), "md"
    ).decode("utf-8")
    for tag, count in (("en", 3), ("zh-Hans", 4)):
        called = re.findall(rf"\[\^(\d)-{tag}\](?!:)", text)
        assert called == [str(number) for number in range(1, count + 1)]
        assert sorted(re.findall(rf"(?m)^\[\^(\d)-{tag}\]: ", text)) == called
    assert "[^3-en]: See A/59/361." in text
    assert "[^4-zh-Hans]: 见 A/59/361。" in text


def _with_a_sign_without_a_note() -> Bitext:
    """A text whose first operative paragraph has a raised sign that calls no footnote."""
    runs = (Run("Notes 5 Bq/m"), Run("3", Style.MARK), Run(" of air"))
    preamble, operative, *others = EN_TEXT.parts
    first, *following = operative.clauses
    clauses = (first._replace(runs=runs), *following)
    return alone(EN_TEXT._replace(parts=(preamble, operative._replace(clauses=clauses), *others)))


def test_a_raised_sign_that_calls_no_note_stays_where_no_note_is_called() -> None:
    found = excerpt_of(_with_a_sign_without_a_note(), "OP1")
    assert found.notes == ()
    assert '5 Bq/m<sup rr:style="mark">3</sup> of air' in render(found, "akn").decode()
    assert '"text": "3",\n' in render(found, "json").decode()
    assert "5 Bq/m³ of air" in render(found, "txt").decode()


@pytest.mark.parametrize("key", ["akn", "json", "txt"])
@pytest.mark.parametrize("chosen", ["OP1", "all"])
def test_without_notes_no_format_has_a_mark_but_for_a_sign_that_calls_none(
    key: str, chosen: str
) -> None:
    found = excerpt_of(_with_a_sign_without_a_note(), chosen, Options(notes=Notes.NONE))
    text = render(found, key).decode()
    signs = {"akn": '<sup rr:style="mark">3</sup>', "json": '"mark"\n', "txt": "³"}
    assert signs[key] in text
    assert text.count(signs[key]) == 1
    assert "noteRef" not in text
    assert "[1]" not in text
