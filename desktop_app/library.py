"""The texts that are opened: the bundled ones, and two files as a bitext."""

from pathlib import Path

from desktop_app.alignment.align import PairError, align, alone, check_pair
from desktop_app.paths import resource
from desktop_app.reading.files import ReadingError, read_resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution

BUNDLED = resource("texts/A_RES_75_58.zh.md")
BUNDLED_TRANSLATION = resource("texts/A_RES_75_58.en.md")


class LibraryError(ValueError):
    """A document cannot be opened, alone or beside the other; the message is one sentence that
    names the file and the way out."""


def open_bitext(file: Path, translation: Path | None) -> Bitext:
    """A file, alone or beside its translation. Raises LibraryError."""
    source = open_resolution(file)
    return alone(source) if translation is None else beside(source, translation)


def open_resolution(file: Path) -> Resolution:
    """A file, read. Raises LibraryError."""
    try:
        return read_resolution(file)
    except ReadingError as error:
        raise LibraryError(str(error)) from error


def beside(source: Resolution, translation: Path) -> Bitext:
    """A resolution with the file of its translation, aligned. Raises LibraryError."""
    target = open_resolution(translation)
    try:
        check_pair(source, target)
    except PairError as error:
        raise LibraryError(f"{translation} cannot stand beside this text: {error}.") from error
    return align(source, target)
