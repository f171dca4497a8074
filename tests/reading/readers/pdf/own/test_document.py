"""What a file says of itself is not trusted beyond its words: none of them is lost or made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.pdf.own.document import own_document
from desktop_app.reading.readers.pdf.own.lines import OwnLine, _as_stated, _with_spaces
from desktop_app.reading.readers.pdf.own.marks import Mark
from desktop_app.resolution.model import Run, Style


def _line(mark: Mark, *runs: Run) -> OwnLine:
    return OwnLine(mark, runs, 0, None)


def _read(*lines: OwnLine) -> tuple[Block, ...]:
    return own_document(lines).blocks


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("٢٠٤١", "3 1", "٢٠٤ ١"),  # PDFium leaves some spaces out
        ("a b", "2", "ab"),  # and puts some in
        ("Article1", "7 1\t", "Article 1\t"),
        ("other words", "3", "other words"),
        ("words", "9", "words"),
        ("words", "five", "words"),
        ("words", "5 9", "words"),
        ("words", "99999999999999999999", "words"),
        ("words ", "", "words"),
    ],
)
def test_spaces_stand_where_they_are_stated(text: str, stated: str, expected: str) -> None:
    assert _with_spaces(text, stated) == expected


@given(st.text(), st.text())
def test_no_word_is_lost_whatever_is_stated(text: str, stated: str) -> None:
    assert "".join(_with_spaces(text, stated).split()) == "".join(text.split())
    assert len(_as_stated(text, stated)) == len(text)


def test_only_signs_that_are_turned_around_are_turned_back() -> None:
    assert _as_stated("‘١’", "’‘") == "’١‘"
    assert _as_stated("(a)", "[]") == "(a)"
    assert _as_stated("(a)", ")") == "(a)"


def test_a_note_without_a_mark_is_a_paragraph() -> None:
    words = Run("See A/1.")
    assert _read(_line(Mark("Note", "fn1"), words)) == (Block(BlockKind.PARAGRAPH, (words,)),)


def test_a_mark_whose_note_is_not_there_is_a_raised_sign() -> None:
    call = Run("3", Style.MARK, "fn3")
    (found,) = _read(_line(Mark("P", "op1"), Run("Decides"), call))
    assert found.runs[-1] == Run("3", Style.SUPERSCRIPT)


def test_a_mark_that_is_used_twice_calls_its_own_note() -> None:
    notes = [_line(Mark("Note", f"fn{n}"), Run("*", Style.SUPERSCRIPT), Run(" A.")) for n in (1, 2)]
    call = Run("*", Style.MARK, "fn2")
    text, first, second = _read(_line(Mark("P", "pp1"), Run("Noting"), call), *notes)
    assert (first.number, second.number) == ("*", "*-2")
    assert text.runs[-1] == Run("*-2", Style.MARK)


def test_a_table_has_as_many_rows_as_its_cells_are_in() -> None:
    cells = [
        _line(Mark("TD", "t", row=row, column=column), Run(f"{row}{column}"))
        for row, column in ((0, 0), (10**9, 1))
    ]
    (found,) = _read(*cells)
    assert found.text == "00\t\n\t10000000001"
