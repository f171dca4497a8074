"""Markdown that this program exported: one language, or two, one below the other, in columns, or
one behind the other."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.reading.alternating import parted, with_notes
from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.content import Content, Text
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.markdown_exports.own import GAP, Exported, exported
from desktop_app.reading.readers.markdown_exports.structure import stated_structure, structured
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.resolution.model import Run, Runs, Style

Read = Callable[[str], Document]
_METADATA = {EXPORTED: "yes"}


def content(data: bytes, path: Path, read: Read) -> Content | None:
    """The versions that a file states, or the two languages of one that was changed; None for any
    other. `read` makes blocks of Markdown. Raises ReadingError."""
    if b"<!-- resolution-reader:" not in data:
        return None
    text = decode(data, path).removeprefix("\ufeff")
    stated = stated_structure(text)
    found = exported(text, has_tables=stated is None)
    whole = structured(found, stated, read) if found and stated else None
    if whole:
        return whole
    if found is None or len(found.tags) != len(("source", "target")):
        return None
    if len(found.texts) not in (1, len(("source", "target", "notes"))):
        return None  # it was changed by hand
    first, second = (tag.partition("-")[0] for tag in found.tags)
    if len(found.texts) > 1:
        both = _of_columns(found, (first, second), read)
    elif first == second:  # only the words tell which of two languages a paragraph is in
        raise ReadingError(
            Message(
                "%1 holds two versions in one language, one below the other; export them in "
                "columns and open that.",
                (str(path),),
            )
        )
    else:
        both = parted(Document(read(found.texts[0]).blocks, _METADATA), (first, second), GAP)
    texts: tuple[Text, ...] = tuple(
        _unsuffixed(text, f"-{tag}") if isinstance(text, Document) else text
        for text, tag in zip(both.texts, found.tags, strict=True)
    )
    return Content(texts=texts, file_rows=both.file_rows)


def _of_columns(found: Exported, languages: tuple[str, str], read: Read) -> Content:
    *columns, behind = found.texts
    notes = [block for block in read(_with_calls(columns, behind)).blocks if _is_note(block)]
    sides = [
        [block for block in read(f"{column}\n\n{behind}").blocks if not _is_note(block)]
        for column in columns
    ]
    fit = [*map(len, sides)] == [*map(len, found.rows)]
    return Content(
        texts=with_notes(sides, notes, languages, _METADATA), file_rows=found.rows if fit else ()
    )


def _with_calls(columns: Sequence[str], behind: str) -> str:
    """The notes behind both texts: the parser leaves out those that nothing calls."""
    return "\n\n".join([*columns, behind])


def _is_note(block: Block) -> bool:
    return block.kind is BlockKind.NOTE


def _unsuffixed(text: Document, suffix: str) -> Document:
    """The text with the labels of notes as they are published, without the language."""
    return Document(
        tuple(
            Block(
                block.kind,
                _marks(block.runs, suffix),
                block.number.removesuffix(suffix) if _is_note(block) else block.number,
                block.level,
                block.counted,
                block.headings,
            )
            for block in text.blocks
        ),
        text.metadata,
    )


def _marks(runs: Runs, suffix: str) -> Runs:
    return tuple(
        Run(run.text.removesuffix(suffix), run.style, run.note) if run.style is Style.MARK else run
        for run in runs
    )
