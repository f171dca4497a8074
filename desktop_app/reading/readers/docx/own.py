"""Word files that this program exported: what it says about a text is no part of it."""

from desktop_app.reading.readers.docx.styles import Styles
from desktop_app.reading.readers.docx.tables import Row

_OWN = {"ClauseLabel": "Clause Label", "LabelCell": "Clause Label in Table"}
"""Styles that no other program writes, and what they are called."""
_ABOUT = frozenset(
    {"Title", "Citation", "Provenance", "ClauseLabel", "ClauseLabelRight", "LabelCell",
     "ColumnHeading", "SectionEnd"}
)  # fmt: skip
"""The styles of the paragraphs that are left out."""


def is_own(styles: Styles) -> bool:
    """Whether a file with these styles is an export of this program."""
    return all(styles.name(id) == name for id, name in _OWN.items())


def is_about(style: str) -> bool:
    """Whether a paragraph of such a file is about the text."""
    return style in _ABOUT


def first_language(row: Row) -> Row:
    """A row without its label and without the texts beside the first one."""
    return row[1:2]
