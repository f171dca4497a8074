"""An excerpt as plain text: one clause after the other, footnote marks as [1]; in columns a line
for each clause, with tabs between the languages, which every spreadsheet understands."""

from collections.abc import Iterator

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Paragraph
from desktop_app.export.excerpt.options import Arrangement, Progress, silent
from desktop_app.export.formats.format import Format
from desktop_app.export.shared.cells import neutral, on_one_line
from desktop_app.resolution.plain import plain
from desktop_app.resolution.tables import lined_up


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The text in UTF-8, with a line break at its end."""
    return ("\n\n".join(_blocks(excerpt)) + "\n").encode("utf-8")


def _blocks(excerpt: Excerpt) -> Iterator[str]:
    yield "\n".join(filter(None, [excerpt.title, excerpt.citation]))
    yield "\n".join(
        version.provenance + (f" ({version.address})" if version.address else "")
        for version in excerpt.versions
    )
    if excerpt.arrangement is Arrangement.COLUMNS:
        yield "\n".join(_table(excerpt))
        return
    for block in in_blocks(excerpt):
        for entry in block.entries:
            yield from _entry(entry)
        for note in block.notes:
            yield _note(note)


def _table(excerpt: Excerpt) -> Iterator[str]:
    yield "\t".join(["", *(version.name for version in excerpt.versions)])
    for entry in excerpt.entries:
        texts = (" ".join(plain(p.numbered) for p in text) for text in entry.texts)
        yield "\t".join(map(_cell, [entry.label, *texts]))
    for note in excerpt.notes:
        texts = (plain(note.whole(side)) for side in range(len(note.texts)))
        yield "\t".join(map(_cell, [f"[{note.mark}]", *texts]))


def _cell(text: str) -> str:
    """A text as one cell and no formula, with spaces for tabs and line ends."""
    return neutral(on_one_line(text))


def _entry(entry: Entry) -> Iterator[str]:
    texts = [
        "\n".join(line for paragraph in text for line in _lines(paragraph))
        or ("—" if len(entry.texts) > 1 else "")
        for text in entry.texts
    ]
    if entry.label:
        texts[0] = f"{entry.label}\n{texts[0]}"
    yield from filter(None, texts)


def _lines(paragraph: Paragraph) -> list[str]:
    return lined_up(paragraph.runs) if paragraph.table else [plain(paragraph.numbered)]


def _note(note: Note) -> str:
    texts = [plain(note.whole(side)) for side, runs in enumerate(note.texts) if runs]
    return f"[{note.mark}] " + "\n    ".join(texts)


FORMAT = Format(
    key="txt",
    name="Plain text",
    title=Message("Plain text"),
    ending="txt",
    arrangements=(Arrangement.INTERLEAVED, Arrangement.COLUMNS, Arrangement.SEQUENCE),
    alone=(Arrangement.INTERLEAVED, Arrangement.COLUMNS),
    render=render,
)
