"""PDF files, read back by pdfium and pypdf."""

import re
from functools import cache

import pypdfium2

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import clause_rows, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Footnote, Part, PartKind, Resolution, Run, Runs
from desktop_app.script.convert import convert_bitext
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, read

_FIXTURES = FIXTURES
ZH_TEXT, EN_TEXT = read(ZH), read(EN)
AR_TEXT = read((_FIXTURES / "general_assembly_75_58.ar.md").read_text(encoding="utf-8"))
BOTH = align(ZH_TEXT, EN_TEXT)
TEXTS = {
    "zh": alone(ZH_TEXT),
    "en": alone(EN_TEXT),
    "both": BOTH,
    "converted": convert_bitext(BOTH, "s2twp"),
    "ar": alone(AR_TEXT),
}


@cache
def excerpt_in(name: str, chosen: str, options: Options = Options()) -> Excerpt:  # noqa: B008
    bitext = TEXTS[name]
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


@cache
def file_in(name: str, chosen: str = "all", options: Options = Options()) -> bytes:  # noqa: B008
    return render(excerpt_in(name, chosen, options), "pdf")


def pdf_of_words(clause: Runs | str, notes: tuple[Footnote, ...] = ()) -> bytes:
    """A resolution of one operative paragraph."""
    return render(made_pdf(clause, notes), "pdf")


def made_pdf(clause: Runs | str, notes: tuple[Footnote, ...] = ()) -> Excerpt:
    bitext = alone(with_words((Run(clause),) if isinstance(clause, str) else clause, notes))
    return excerpt(bitext, clause_rows(bitext))


def with_words(runs: Runs, notes: tuple[Footnote, ...]) -> Resolution:
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    part = Part("operative", PartKind.OPERATIVE, (), (clause,))
    return base._replace(parts=(part,), footnotes=notes)


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def bare(text: str) -> str:
    """A text without its white space and what is not seen at all."""
    return re.sub(r"[\s\u200b]+", "", text)
