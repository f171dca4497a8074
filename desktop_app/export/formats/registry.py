"""The registry of output formats. A new format is one module or folder with a record FORMAT, and
one line of `_MODULES`."""

from dataclasses import replace
from importlib import import_module

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import ExportError, Progress, silent
from desktop_app.export.formats.format import Format
from desktop_app.export.shared.clipboard import Copied

_MODULES = (
    "docx",
    "pdf",
    "html",
    "markdown",
    "text",
    "xlsx",
    "csv",
    "tmx",
    "xliff",
    "akn",
    "model_json",
)
"""In the order in which formats are offered: what most people want first."""


def _record(module: str) -> Format:
    found: Format = import_module(f"desktop_app.export.formats.{module}").FORMAT
    return found


FORMATS = {record.key: record for record in map(_record, _MODULES)}
"""The records of all formats by their keys."""


def render(excerpt: Excerpt, key: str, progress: Progress = silent) -> bytes:
    """The excerpt as the bytes of a file in the format of that key of FORMATS.

    Raises ExportError, and what `progress` raises to end the work.
    """
    excerpt = _arranged(excerpt, key)
    try:
        data = FORMATS[key].render(excerpt, progress)
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise ExportError(
            Message(
                "The text holds half a character (%1), which no file can hold; take it out of the "
                "file.",
                (f"U+{half:04X}",),
            )
        ) from None
    progress(1.0)
    return data


def copied(excerpt: Excerpt, key: str, progress: Progress = silent) -> Copied:
    """What goes on the clipboard: the text of the file, or rich text and plain text for pages and
    tables. Raises ExportError, and what `progress` raises to end the work."""
    make = FORMATS[key].copied
    if make is not None:
        return make(_arranged(excerpt, key))
    return Copied(plain=render(excerpt, key, progress).decode("utf-8-sig"), html="")


def sketch(excerpt: Excerpt, key: str) -> str:
    """A preview of a format with a sketch, as HTML. Raises ExportError."""
    make = FORMATS[key].sketch
    assert make is not None, f"{key} is not seen as pages that can be sketched"
    return make(_arranged(excerpt, key))


def picture(excerpt: Excerpt, key: str, width: int) -> object:
    """The first page of a painted format, so many pixels wide, as an image of Qt. Raises
    ExportError."""
    paint = FORMATS[key].preview
    assert paint is not None, f"{key} is not painted"
    return paint(_arranged(excerpt, key), width)


def _arranged(excerpt: Excerpt, key: str) -> Excerpt:
    """The excerpt in the arrangement that is wanted, or the format's usual one if none is."""
    choice = FORMATS[key].arrangements_of(len(excerpt.versions))
    if excerpt.arrangement or not choice:
        return excerpt
    return replace(excerpt, arrangement=choice[0])
