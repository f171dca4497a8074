"""Footnotes and endnotes of Word files: every mark, and the text that it calls."""

from pathlib import Path

import pytest

from desktop_app.reading.readers.docx import READER
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Run, Style
from tests.reading.readers.docx.word_files import paragraph, run, word_file
from tests.support.texts import outline

_RAISED = '<w:vertAlign w:val="superscript"/>'


def _call(id: int, kind: str = "footnote", own: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if own else ""
    mark = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:rPr>{_RAISED}</w:rPr><w:{kind}Reference{custom} w:id="{id}"/>{mark}</w:r>'


def _note(id: int, text: str, kind: str = "footnote", own: str = "") -> str:
    mark = run(own, _RAISED) if own else f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{id}">{paragraph(mark + run(f" {text}"))}</w:{kind}>'


def _lines(*paragraphs: str, **others: str) -> list[str]:
    """The outline of paragraphs: marks in square brackets, then the notes."""
    body = "".join(one if one.startswith("<w:p>") else paragraph(one) for one in paragraphs)
    found = resolution(READER.read(word_file(body, **others), Path("a.docx")))
    return [line.strip() for line in outline(found).splitlines()[3:] if line.strip()]


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    notes = _note(7, "First.") + _note(3, "Second.") + _note(5, "Never called.")
    content = run("Recalling its report") + _call(7) + run(" and others,") + _call(3)
    assert _lines(content, footnotes=notes) == [
        "p1 Recalling its report[fn1] and others,[fn2]",
        "fn1 1 = First.",
        "fn2 2 = Second.",
    ]


def test_separators_are_no_notes() -> None:
    separator = f'<w:footnote w:id="0" w:type="separator">{paragraph(run("x"))}</w:footnote>'
    assert _lines(run("A") + _call(1), footnotes=separator + _note(1, "One.")) == [
        "p1 A[fn1]", "fn1 1 = One.",
    ]  # fmt: skip


def test_marks_that_the_file_gives_itself_stand_and_do_not_count() -> None:
    content = (
        run("A/RES/1")
        + _call(1, own="*")
        + run(" its report")
        + _call(2)
        + run(",")
        + _call(3, own="†")
    )
    notes = _note(1, "Reissued.", own="*") + _note(2, "A/1.") + _note(3, "Dagger.", own="†")
    assert _lines(content, footnotes=notes) == [
        "p1 A/RES/1[fnx1] its report[fn1],[fnx1-2]",
        "fnx1 * = Reissued.",
        "fn1 1 = A/1.",
        "fnx1-2 † = Dagger.",
    ]


def test_a_mark_of_its_own_in_the_next_run_is_the_mark() -> None:
    empty = _call(1, own="*").replace("<w:t>*</w:t>", "")
    content = run("A") + empty + run("*", _RAISED) + run(" b")
    assert _lines(content, footnotes=_note(1, "Star.", own="*")) == [
        "p1 A[fnx1] b", "fnx1 * = Star.",
    ]  # fmt: skip


def test_numbers_that_begin_anew_in_each_section_call_their_own_notes() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    first = paragraph(run("A") + _call(1) + run("b") + _call(2), "<w:sectPr/>")
    second = paragraph(run("C") + _call(3))
    notes = _note(1, "One.") + _note(2, "Two.") + _note(3, "One again.")
    assert _lines(first, second, footnotes=notes, settings=settings) == [
        "p1 A[fn1]b[fn2]",
        "p2 C[fn1-2]",
        "fn1 1 = One.",
        "fn2 2 = Two.",
        "fn1-2 1 = One again.",
    ]


def test_a_star_on_each_page_calls_its_own_note() -> None:
    first = paragraph(run("A") + _call(1, own="*"))
    second = paragraph(run("B") + _call(2, own="*"))
    notes = _note(1, "One.", own="*") + _note(2, "Two.", own="*")
    assert _lines(first, second, footnotes=notes) == [
        "p1 A[fnx1]", "p2 B[fnx1-2]", "fnx1 * = One.", "fnx1-2 * = Two.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "marks"),
    [
        ("", ["1", "2"]),
        ('<w:footnotePr><w:numStart w:val="13"/></w:footnotePr>', ["13", "14"]),
        ('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', ["a", "b"]),
        ('<w:footnotePr><w:numFmt w:val="hindiNumbers"/></w:footnotePr>', ["١", "٢"]),
    ],
)
def test_the_marks_are_those_that_are_printed(settings: str, marks: list[str]) -> None:
    content = run("A") + _call(1) + run("b") + _call(2)
    found = _lines(content, footnotes=_note(1, "x") + _note(2, "y"), settings=settings)
    assert [line.split()[1] for line in found if line.startswith("fn")] == marks


def test_endnotes_are_notes_with_roman_numbers() -> None:
    content = run("A") + _call(1, "endnote") + run("b") + _call(1)
    found = _lines(
        content, endnotes=_note(1, "At the end.", "endnote"), footnotes=_note(1, "Below.")
    )
    assert found == ["p1 A[fni]b[fn1]", "fni i = At the end.", "fn1 1 = Below."]


def test_a_note_that_is_called_again_is_one_note() -> None:
    again = run("1", _RAISED)
    assert _lines(run("A") + _call(1), run("B") + again, footnotes=_note(1, "One.")) == [
        "p1 A[fn1]", "p2 B[fn1]", "fn1 1 = One.",
    ]  # fmt: skip


def test_a_deleted_mark_takes_its_note_along() -> None:
    content = run("A") + f'<w:del w:id="1">{_call(1)}</w:del>' + _call(2)
    assert _lines(content, footnotes=_note(1, "No.") + _note(2, "Yes.")) == [
        "p1 A[fn1]", "fn1 1 = Yes.",
    ]  # fmt: skip


def test_raised_brackets_around_a_mark_are_part_of_it() -> None:
    """As Arabic documents have them."""
    mark = run("(", _RAISED) + "<w:r><w:footnoteRef/></w:r>" + run(")", _RAISED)
    note = f'<w:footnote w:id="1">{paragraph(mark + run(" انظر."))}</w:footnote>'
    content = run("قرارها") + run("(", _RAISED) + _call(1) + run(")", _RAISED) + run("،")
    assert _lines(content, footnotes=note) == ["p1 قرارها[fn1]،", "fn1 1 = انظر."]


def test_a_note_keeps_its_paragraphs_and_emphasis() -> None:
    two = paragraph(run("See ") + run("Treaty Series", "<w:i/>")) + paragraph(run("Ibid."))
    notes = f'<w:footnote w:id="1">{two}</w:footnote>'
    data = word_file(paragraph(run("A") + _call(1)), footnotes=notes)
    (note,) = resolution(READER.read(data, Path("a"))).footnotes
    assert note.runs[1] == Run("Treaty Series", Style.EMPHASIS)
    assert note.text == "See Treaty Series\nIbid."


def test_a_mark_without_its_note_stays_a_mark() -> None:
    assert _lines(run("A") + _call(9) + run(" b")) == ["p1 A[1?] b"]


def test_an_exponent_is_no_mark() -> None:
    content = (
        run("10 km") + run("2", _RAISED) + run(" and") + _call(1) + run(" 10 m") + run("3", _RAISED)
    )
    assert _lines(content, footnotes=_note(1, "One."))[0] == "p1 10 km2 and[fn1] 10 m3"


def test_the_starred_note_in_a_frame_is_that_of_the_star_in_the_masthead() -> None:
    framed = paragraph(run("\t*\tReissued for technical reasons."), '<w:framePr w:w="9"/>')
    assert _lines(run("A/RES/75/58*"), framed, run("Text with * a star.")) == [
        "p1 A/RES/75/58[fnx1]",
        "p2 Text with * a star.",
        "fnx1 * = Reissued for technical reasons.",
    ]
