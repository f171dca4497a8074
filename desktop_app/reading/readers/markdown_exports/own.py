"""Markdown that this program exported: what it says about a text is no part of it.

A comment behind that names the languages, and one stands above each that follows another; no text
has one. Labels stand in double stars, which the words of a text never do there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENT = "<!-- resolution-reader: %s -->"
_STATED = re.compile(r"^<!-- resolution-reader: ([\w-]+(?: [\w-]+)?) -->$", re.MULTILINE)
_LABEL = re.compile(r"^\*\*[^*\n]{1,80}\*\*$", re.MULTILINE)
GAP = "—"
"""What stands in place of a paragraph that a language lacks, one below the other."""
_COLUMNS = re.compile(r"\s*\|  \| ")
_EDGE = re.compile(r"(?<!\\) \| ")
_STRONG = re.compile(r"<strong>(.*)</strong>", re.DOTALL)


class Exported(NamedTuple):
    """What was exported: the tags of the languages, and the Markdown of the text alone, or
    that of each language and last their notes; in columns with the row of each paragraph."""

    tags: tuple[str, ...]
    texts: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...] = ()


def comment(tags: tuple[str, ...]) -> str:
    """The comment in an export of texts with these tags."""
    return _COMMENT % " ".join(tags)


def exported(text: str) -> Exported | None:
    """What this program exported as Markdown, None for any other text."""
    stated = _STATED.search(text)
    if not stated:
        return None
    tags = tuple(stated[1].split(" "))
    body, *behind = _STATED.split(text[stated.end() :])
    if behind:  # each language behind a comment of its own
        return Exported(tags, (*(_LABEL.sub("", one) for one in behind[1::2]), ""))
    if _COLUMNS.match(body):
        return _in_columns(body, tags)
    return Exported(tags, (_LABEL.sub("", body),))


def _in_columns(body: str, tags: tuple[str, ...]) -> Exported:
    table, _, behind = body.strip().partition("\n\n")
    columns: list[list[tuple[int, str]]] = [[] for _ in tags]
    for number, line in enumerate(table.split("\n")[2:], 1):
        cells = _EDGE.split(line.removeprefix("| ").removesuffix(" |"))[1:]
        for column, cell in zip(columns, cells, strict=False):
            column += [(number, paragraph) for paragraph in _paragraphs(cell)]
    texts = ["\n\n".join(text for _, text in own) for own in columns]
    return Exported(
        tags,
        (*texts, behind),
        tuple(tuple(number for number, _ in own) for own in columns),
    )


def _paragraphs(cell: str) -> Iterator[str]:
    """The paragraphs in a cell as Markdown."""
    heading = _STRONG.fullmatch(cell.strip())
    for paragraph in (heading[1] if heading else cell).split("<br><br>"):
        if paragraph.strip():
            lines = paragraph.strip().replace("<br>", "  \n")
            yield f"## {paragraph.strip()}" if heading else lines
