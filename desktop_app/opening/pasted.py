"""A text from the clipboard, kept as a file, so that it can be opened again like any other."""

import re
from datetime import datetime
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.paths import data_folder
from desktop_app.common.writing import write
from desktop_app.reading.files import resolution_in
from desktop_app.reading.readers.reader import LARGEST, ReadingError

_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_LONG = 300_000
"""Characters: of longer texts it would take too long to try both forms."""


def pasted_folder() -> Path:
    """The folder of the texts that were pasted, which need not exist."""
    return data_folder() / "pasted"


def keep(html: str, text: str, now: datetime, folder: Path | None = None) -> Path:
    """The file of a text that the clipboard has as `html`, as plain `text`, or as both. The page
    has its notes and emphasis; the plain text is kept instead where only that is told to be a
    document. Raises ReadingError where there is no text, and WritingError."""
    if not text.strip() and not html.strip():
        raise ReadingError(
            Message("There is no text in the clipboard; copy the text of a resolution first.")
        )
    ending, data = _chosen(html, text)
    if len(data) > LARGEST:
        raise ReadingError(
            Message(
                "What is in the clipboard is larger than %1 MB, too large for a resolution; copy "
                "the resolution alone.",
                (str(LARGEST // 1_000_000),),
            )
        )
    folder = folder or pasted_folder()
    folder.mkdir(parents=True, exist_ok=True)
    file = _unused(folder, f"{now:%Y-%m-%d %H.%M.%S}", ending)
    write(file, data, private=True)
    return file


def _chosen(html: str, text: str) -> tuple[str, bytes]:
    """The ending of the file and its bytes."""
    plain = "txt", text.encode("utf-8", "replace")
    if not html.strip():
        return plain
    whole = html if _PAGE.match(html) else f"<!DOCTYPE html>\n{html}"
    # The page is in UTF-8 now, whatever the program that copied it says in it.
    page = "html", b"\xef\xbb\xbf" + whole.encode("utf-8", "replace")
    if not text.strip() or len(html) > _LONG or _is_document(page[1]):
        return page
    return plain if _is_document(plain[1]) else page


def _is_document(data: bytes) -> bool:
    try:
        return resolution_in(data, Path("clipboard")).is_structured
    except ReadingError:
        return False


def _unused(folder: Path, stem: str, ending: str) -> Path:
    """A name that no file has yet."""
    names = (f"{stem}{f' {count}' if count else ''}.{ending}" for count in range(1000))
    return next(file for name in names if not (file := folder / name).exists())
