"""The forms that one text takes as it is copied: paragraphs parted by empty lines or a line each,
wrapped at a width, indented."""

import textwrap
from collections.abc import Callable, Sequence
from functools import partial

from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.structure.body import with_number
from desktop_app.resolution.model import Run, Style

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDTH = 70
_INDENT = "    "

Form = Callable[[Sequence[str], str], str]
"""The text of paragraphs in a language."""


def plain_paragraphs(document: Document) -> list[str]:
    """The paragraphs of a document as plain text has them, a line each: without markup, the marks
    of notes as raised digits."""
    lines = (line for block in document.blocks for line in _text(block).split("\n"))
    return [" ".join(line.split()) for line in lines if line.strip()]


def _text(block: Block) -> str:
    text = "".join(map(_plain, with_number(block)))
    return f"{_raised(block.number)} {text}" if block.kind is BlockKind.NOTE else text


def _plain(run: Run) -> str:
    return _raised(run.text) if run.style is not Style.PLAIN and _is_mark(run) else run.text


def _is_mark(run: Run) -> bool:
    return run.style in (Style.MARK, Style.SUPERSCRIPT)


def _raised(mark: str) -> str:
    return "".join(sign for sign in mark if sign.isdecimal()).translate(_RAISED)


def _wrapped(paragraph: str, language: str, indent: str = "") -> list[str]:
    if language != "zh":
        return textwrap.wrap(paragraph, _WIDTH, initial_indent=indent)
    lines, rest = [], indent + paragraph
    while len(rest) > _WIDTH // 2:
        end = _WIDTH // 2
        while rest[end - 1 : end + 1].isascii() or rest[end] in "，。；：、）”》":
            end -= 1  # no line begins within a number or with such a sign
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*lines, rest]


def _apart(paragraphs: Sequence[str], language: str) -> str:
    return "\n\n".join(paragraphs)


def _a_line_each(paragraphs: Sequence[str], language: str) -> str:
    return "\n".join(paragraphs)


def _of_wrapped(
    paragraphs: Sequence[str], language: str, *, between: str = "\n", indent: str = ""
) -> str:
    return between.join("\n".join(_wrapped(one, language, indent)) for one in paragraphs)


FORMS: dict[str, Form] = {
    "apart": _apart,
    "a line each": _a_line_each,
    "wrapped and apart": partial(_of_wrapped, between="\n\n"),
    "wrapped": _of_wrapped,
    "wrapped and indented": partial(_of_wrapped, indent=_INDENT),
}
