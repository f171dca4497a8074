"""Markdown that this program exported: what it says about a text is no part of it.

A comment behind that names the languages, and one stands above each that follows another; no text
has one. Labels stand in double stars, which the words of a text never do there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENT = "<!-- resolution-reader: %s -->"
_STATED = re.compile(r"^<!-- resolution-reader: ([\w-]+(?: [\w-]+)?) -->$", re.MULTILINE)
STRUCTURE = "<!-- resolution-reader-structure\n%s\n-->"
STATED_STRUCTURE = re.compile(r"^<!-- resolution-reader-structure\n(.*)\n-->\s*\Z", re.MULTILINE)
"""What is known of the texts but their words, at the very end."""
_LABEL = re.compile(r"^\*\*[^*\n]{1,80}\*\*$", re.MULTILINE)
GAP = "—"
"""What stands in place of a paragraph that a language lacks, one below the other."""
_COLUMNS = re.compile(r"\s*\|  \| ")
_EDGE = re.compile(r"(?<!\\) \| ")
_TABLE = re.compile(r"(?:^|\.)T\d+\b")
"""In the label of a table of the text."""
_IN_CELL = " \\| "
"""Stands between its cells."""
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


def exported(text: str, has_tables: bool = True) -> Exported | None:
    """What this program exported as Markdown, None for any other text. `has_tables`: lines in a
    cell that look like a table are one."""
    text = text.replace("\r\n", "\n")
    stated = _STATED.search(text)
    if not stated:
        return None
    text = STATED_STRUCTURE.sub("", text)
    tags = tuple(stated[1].split(" "))
    body, *behind = _STATED.split(text[stated.end() :])
    if behind:  # each language behind a comment of its own
        return Exported(tags, (*(_LABEL.sub("", one) for one in behind[1::2]), ""))
    if _COLUMNS.match(body):
        return _in_columns(body, tags, has_tables)
    return Exported(tags, (_LABEL.sub("", body),))


def _in_columns(body: str, tags: tuple[str, ...], has_tables: bool) -> Exported:
    table, _, behind = body.strip().partition("\n\n")
    columns: list[list[tuple[int, str]]] = [[] for _ in tags]
    for number, line in enumerate(table.split("\n")[2:], 1):
        label, *cells = _EDGE.split(line.removeprefix("| ").removesuffix(" |"))
        has_table = has_tables and _TABLE.search(label) is not None
        for column, cell in zip(columns, cells, strict=False):
            found = (_table(one) if has_table else one for one in _paragraphs(cell))
            column += [(number, paragraph) for paragraph in found]
    texts = ["\n\n".join(text for _, text in own) for own in columns]
    return Exported(
        tags,
        (*texts, behind),
        tuple(tuple(number for number, _ in own) for own in columns),
    )


def _table(paragraph: str) -> str:
    """The table that stands in a cell as lines; a paragraph beside it as it is."""
    rows = [line.split(_IN_CELL) for line in paragraph.split("  \n")]
    if len(rows[0]) < 2 or len({*map(len, rows)}) > 1:
        return paragraph
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _paragraphs(cell: str) -> Iterator[str]:
    """The paragraphs in a cell as Markdown."""
    heading = _STRONG.fullmatch(cell.strip())
    for paragraph in (heading[1] if heading else cell).split("<br><br>"):
        if paragraph.strip():
            lines = paragraph.strip().replace("<br>", "  \n")
            yield f"## {paragraph.strip()}" if heading else lines
