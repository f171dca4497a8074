"""The footnotes of the PDF."""

import re

import pypdfium2

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Footnote, Run, Style
from tests.export.formats.pdf.conftest import bare, file_in, page_texts, pdf_of_words
from tests.tools.bench.made_up import bitext as made_up


def test_a_note_is_at_the_foot_of_the_page_that_calls_it() -> None:
    bitext = made_up(60, 60)
    source = bitext.source
    (part,) = source.parts
    mark = Run("*", Style.MARK, "fn1")
    called = part.clauses[40]._replace(runs=(*part.clauses[40].runs, mark))
    clauses = (*part.clauses[:40], called, *part.clauses[41:])
    source = source._replace(
        parts=(part._replace(clauses=clauses),),
        footnotes=(Footnote("fn1", "*", (Run("注释文字"),)),),
    )
    single = alone(source)
    for notes, on_its_page in ((Notes.FOOT, True), (Notes.END, False)):
        made = excerpt(single, clause_rows(single), Options(notes=notes))
        pages = page_texts(render(made, "pdf"))
        note = next(number for number, text in enumerate(pages) if "注释文字" in text)
        call = next(number for number, text in enumerate(pages) if "OP41" in text)
        assert call < len(pages) - 1
        assert note == (call if on_its_page else len(pages) - 1)
        assert sum(text.count("注释文字") for text in pages) == 1


def test_a_note_that_is_called_by_nothing_stands_at_the_end() -> None:
    data = pdf_of_words("Decides to act.", (Footnote("fn9", "9", (Run("Called by nothing."),)),))
    (text,) = page_texts(data)
    assert bare(text).index("Decidestoact.") < bare(text).index("9Calledbynothing.")


def test_without_notes_there_are_neither_notes_nor_marks() -> None:
    text = "".join(page_texts(file_in("en", "all", Options(notes=Notes.NONE))))
    assert "Treaty Series" not in text
    assert re.search(r"Terrorism,\s", text)


def test_marks_are_raised_and_smaller() -> None:
    data = file_in("zh", "PP6")
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        place = text.get_text_range().index("公约》1") + 2
        _, below, _, above = text.get_charbox(place, loose=True)
        _, bottom, _, top = text.get_charbox(place + 1, loose=True)
    assert bottom > below
    assert top - bottom < 0.8 * (above - below)
