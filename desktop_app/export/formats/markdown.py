"""An excerpt as Markdown: one clause after the other, or a table with a column for each language;
footnotes as `[^1]`.

What is written reads back, through this program's own reader or any other, to the same text:
every character that Markdown would take for markup is escaped.
"""

import re
from collections.abc import Iterator, Sequence

from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Kind, Paragraph
from desktop_app.export.excerpt.options import Arrangement, Progress, silent
from desktop_app.export.formats.format import Format
from desktop_app.export.shared.clipboard import Copied
from desktop_app.export.shared.markdown_structure import structure
from desktop_app.export.shared.markdown_words import Labels, escaped, inline, row, table
from desktop_app.reading.readers.markdown_exports.own import comment
from desktop_app.reading.readers.markdown_exports.structure import (
    BETWEEN,
    Structure,
    with_structure,
)
from desktop_app.resolution.tables import in_one_cell

_LOWEST = 6
"""The lowest level of a heading in Markdown."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The Markdown text in UTF-8, with a line break at its end, and what this program needs to read
    the same texts back."""
    text, stated = _written(excerpt)
    return (with_structure(text, stated) if stated else text).encode("utf-8")


def copied(excerpt: Excerpt) -> Copied:
    """The Markdown text alone, to be pasted where people read it."""
    return Copied(plain=_written(excerpt)[0], html="")


def _written(excerpt: Excerpt) -> tuple[str, Structure | None]:
    blocks = in_blocks(excerpt)
    # The same footnote in two languages that stand apart is two to Markdown.
    labels = [_labels(block, len(blocks) > 1) for block in blocks]
    text = "\n\n".join(_text(excerpt, blocks, labels)) + "\n"
    return text, structure(excerpt, blocks, labels)


def _text(
    excerpt: Excerpt, blocks: Sequence[Excerpt], labels: Sequence[Sequence[Labels]]
) -> Iterator[str]:
    yield f"# {escaped(excerpt.title)}"
    if excerpt.citation:
        yield _citation(excerpt.citation)
    yield "\n".join(
        f"- {version.name}: {escaped(version.trust)}"
        + (f" (<{_address(version.address)}>)" if version.address else "")
        for version in excerpt.versions
    )
    yield comment(tuple(version.tag for version in excerpt.versions))
    for block, own in zip(blocks, labels, strict=True):
        if len(blocks) > 1:
            yield comment((block.versions[0].tag,))
        if excerpt.arrangement is Arrangement.COLUMNS:
            yield "\n".join(_table(block, own))
        else:
            for entry in block.entries:
                yield from _entry(entry, own)
        for note in block.notes:
            yield from _note(note, own)


def _address(address: str) -> str:
    """An address that ends where it ends, whatever stands in it."""
    return re.sub(r"[<>\s\\]", lambda sign: f"%{ord(sign[0]):02X}", address)


def _labels(block: Excerpt, apart: bool) -> list[Labels]:
    """The labels of footnotes in each language, by their ids: those that they are published with.
    The language stands with them where languages are `apart`, or count their notes otherwise."""
    apart = apart or any(id not in ("", note.id) for note in block.notes for id in note.ids)
    return [
        {
            note.id: _label(note, side) + (f"-{version.tag}" if apart else "")
            for note in block.notes
            if note.ids[side]
        }
        for side, version in enumerate(block.versions)
    ]


def _label(note: Note, side: int) -> str:
    """The label of a footnote: its mark as it is published, or with a count where several have
    one."""
    id, mark = note.ids[side], note.marks[side]
    is_usual = mark.isdecimal() or not mark.strip("*")
    return mark if is_usual and "-" not in id else id.removeprefix("fn")


def _citation(citation: str) -> str:
    """A citation of one line as a paragraph, one of several as code, which keeps every sign and
    every line of what another program is to read."""
    if "\n" not in citation:
        return escaped(citation)
    fence = "`" * max(3, *(len(found) + 1 for found in re.findall("`+", citation)), 0)
    return f"{fence}\n{citation}\n{fence}"


def _entry(entry: Entry, labels: Sequence[Labels]) -> Iterator[str]:
    texts = zip(entry.texts, labels, strict=True)
    if entry.kind is Kind.HEADING:
        heading = BETWEEN.join(
            inline(paragraph.numbered, own) for text, own in texts for paragraph in text
        )
        yield f"{'#' * min(2 + entry.depth, _LOWEST)} {heading}"
        return
    if entry.label:
        yield f"**{entry.label}**"
    for text, own in texts:
        if not text and len(entry.texts) > 1:
            yield "—"
        for paragraph in text:
            if paragraph.table:
                yield "\n".join(table(paragraph.runs, paragraph.table.headings, own))
            else:
                yield inline(paragraph.numbered, own)


def _table(excerpt: Excerpt, labels: Sequence[Labels]) -> Iterator[str]:
    """A table as GitHub, Pandoc and most others know it."""
    yield row(["", *(escaped(version.name) for version in excerpt.versions)])
    yield row(["---"] * (1 + len(excerpt.versions)))
    for entry in excerpt.entries:
        texts = [
            "<br><br>".join(_in_cell(p, own) for p in text)
            for text, own in zip(entry.texts, labels, strict=True)
        ]
        if entry.kind is Kind.HEADING:
            texts = [text and f"<strong>{text}</strong>" for text in texts]
        yield row([entry.label, *texts])


def _in_cell(paragraph: Paragraph, labels: Labels) -> str:
    """A paragraph in the cell of a table; a table in it is lines."""
    runs = in_one_cell(paragraph.runs) if paragraph.table else paragraph.numbered
    return inline(runs, labels).replace("  \n", "<br>")


def _note(note: Note, labels: Sequence[Labels]) -> Iterator[str]:
    """A footnote under each label that it has: under one in all languages, or in each its own."""
    texts: dict[str, list[str]] = {}
    for side, own in enumerate(labels):
        if note.texts[side]:
            texts.setdefault(own[note.id], []).append(inline(note.whole(side), own))
    for name, paragraphs in texts.items():
        yield f"[^{name}]: " + "\n\n    ".join(paragraphs)


FORMAT = Format(
    key="md",
    name="Markdown",
    ending="md",
    arrangements=(Arrangement.INTERLEAVED, Arrangement.COLUMNS, Arrangement.SEQUENCE),
    alone=(Arrangement.INTERLEAVED, Arrangement.COLUMNS),
    render=render,
    copied=copied,
)
