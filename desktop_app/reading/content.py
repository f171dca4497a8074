"""What a file holds that is more than the blocks of one text: the text with its structure, or two
language versions."""

from dataclasses import dataclass

from desktop_app.reading.blocks import Document
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Resolution

Text = Document | Resolution
"""Blocks whose structure is still to be found, or a text that its file gives with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One language version, or two of which the first is the source.

    `rows` are the rows between two versions with their structure, () where the file gives none.
    `file_rows` holds for each block of two versions without it the number of the row of the file
    that it stands in, and is empty where the file sets nothing side by side.
    """

    texts: tuple[Text, ...]
    rows: tuple[Row, ...] = ()
    file_rows: tuple[tuple[int, ...], ...] = ()
