"""A resolution as Markdown that reads back to an equal one: what it says about itself as front
matter, each line, heading and clause as a paragraph, footnotes as `[^1]` behind the text."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from desktop_app.export.shared.markdown_words import Labels, inline, table
from desktop_app.grammar.grammar import Grammar, grammar
from desktop_app.grammar.languages import LANGUAGE_OF_MASTHEADS, UNKNOWN
from desktop_app.reading.blocks import EXPORTED
from desktop_app.reading.structure.headings import is_section_number
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
    Runs,
    words,
)

_LINES = (PartKind.PREAMBLE, PartKind.CLOSING)
"""The parts whose headings are lines and no titles."""
_GRAMMAR = {UNKNOWN.code: LANGUAGE_OF_MASTHEADS}
"""The grammar for the headings of a text in none that is read."""
_LOWEST = 6
"""The lowest level of a heading in Markdown."""


def source(text: Resolution) -> str:
    """The file, with a line break at its end."""
    labels = _labels(text.footnotes)
    stated = "\n".join(f"{key}: {value}" for key, value in _stated(text))
    return "\n\n".join([f"---\n{stated}\n---", *_body(text, labels)]) + "\n"


def _stated(text: Resolution) -> Iterator[tuple[str, str]]:
    """The front matter: what the text itself need not say."""
    head = text.masthead
    yield "language", text.language
    for key, value in (("symbol", head.symbol), ("title", head.title), ("source", text.address)):
        if value.strip() and "\n" not in value:
            yield key, value
    provenance = Provenance.CONVERTED if text.converted else text.provenance
    if provenance is not Provenance.UNSTATED:
        yield "provenance", provenance.value
    for caveat in text.caveats:
        yield caveat.value, "yes"
    yield EXPORTED, "yes"


def _labels(notes: tuple[Footnote, ...]) -> Labels:
    """The labels of the notes by their ids: their marks, of several with one mark with a count."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for note in notes:
        counts[note.mark] += 1
        count = counts[note.mark]
        labels[note.id] = note.mark if count == 1 else f"{note.mark}-{count}"
    return labels


def _body(text: Resolution, labels: Labels) -> Iterator[str]:
    for line in text.head:
        yield inline(line.runs, labels)
    closing, rules = text.closing, grammar(_GRAMMAR.get(text.language, text.language))
    for part in text.divisions():
        if part.kind is PartKind.ANNEX:
            yield from (inline(line.runs, labels) for line in closing)
            closing = ()
        yield from _part(part, labels, rules)
    yield from (inline(line.runs, labels) for line in closing)
    for note in text.footnotes:
        yield f"[^{labels[note.id]}]: " + inline(note.runs, labels).replace("\n", "\n    ")


def _part(part: Part, labels: Labels, rules: Grammar) -> Iterator[str]:
    if part.heading and part.kind in _LINES:
        yield inline(part.heading, labels)
    elif part.heading:
        signs = "#" * min(2 + part.level, _LOWEST)
        for piece in _heading(part, rules):
            yield f"{signs} {inline(piece, labels)}".replace("  \n", "<br>")
    for clause in part.own():
        if clause.heading:
            yield f"{'#' * _LOWEST} {inline(clause.heading, labels)}"
        if clause.table:
            yield "\n".join(table(clause.runs, clause.table.headings, labels))
        else:
            yield inline(_numbered(clause), labels)


def _heading(part: Part, rules: Grammar) -> Iterator[Runs]:
    """The lines of the heading of a part: a number that may stand above its title does, and the
    letter of a resolution stands by itself."""
    text = words(part.heading)
    ends = [0, len(text)]
    number = text.partition(" ")[0]
    if part.kind is PartKind.RESOLUTION and len(part.number) == 1:
        letters = [*re.finditer(rf"(?<= ){re.escape(part.number)}(?= |$)", text)]
        ends += [*letters[0].span()] if len(letters) == 1 else []
    elif number == number.strip() and is_section_number(number, rules):
        ends.append(len(number))
    for start, end in pairwise(sorted({*ends})):
        yield styled.strip(styled.cut(part.heading, start, end))


def _numbered(clause: Clause) -> Runs:
    """The words of a clause behind its number; a tab tells a number without a sign from a word."""
    between = "\t" if clause.mark[-1:].isalnum() else " "
    return (Run(f"{clause.mark}{between}"), *clause.runs) if clause.mark else clause.runs
