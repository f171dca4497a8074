"""The texts that are opened: the bundled ones, and two files as a bitext.

What reads and aligns is imported late: a document that was read before is opened without it.
"""

from collections.abc import Callable
from pathlib import Path

from desktop_app.common.messages import Message, UserError
from desktop_app.opening.bundled import BUNDLED as BUNDLED
from desktop_app.opening.bundled import BUNDLED_TRANSLATION as BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution


class LibraryError(UserError, ValueError):
    """A document cannot be opened, alone or beside the other; the message is one sentence that
    names the file and the way out."""


def no_resolution(file: Path | None) -> Message:
    """What is said of a text that was read and is no resolution."""
    return Message(
        "%1 is not recognized as a resolution, so it is shown as plain paragraphs; open a file "
        "that has the enacting words and the operative paragraphs.",
        (str(file) if file else Message("This text"),),
    )


class UnlikelyPairError(LibraryError):
    """Two resolutions are no versions of one. They can be shown beside each other all the same:
    `bitext` makes that, and takes a while for long ones."""

    def __init__(self, said: Message, bitext: Callable[[], Bitext]) -> None:
        super().__init__(said)
        self.bitext = bitext


Progress = Callable[[float], None]


def open_bitext(
    file: Path, translation: Path | None, progress: Progress = lambda share: None
) -> Bitext:
    """A file, alone or beside its translation. `progress` is called with the share that is done
    of what takes long, and may raise to end it. Raises LibraryError."""
    from desktop_app.alignment.align import alone

    source = open_resolution(file)
    if translation is None:
        return alone(source)
    if not source.is_resolution:
        raise LibraryError(
            Message(
                "%1 is not recognized as a resolution, so nothing can stand beside it; open a file "
                "that has the enacting words and the operative paragraphs.",
                (str(file),),
            )
        )
    return beside(source, translation, progress)


def open_resolution(file: Path) -> Resolution:
    """A file, read. Raises LibraryError."""
    from desktop_app.reading.files import read_resolution
    from desktop_app.reading.readers.reader import ReadingError

    try:
        return read_resolution(file)
    except ReadingError as error:
        raise LibraryError(error.message) from error


def beside(
    source: Resolution, translation: Path, progress: Progress = lambda share: None
) -> Bitext:
    """A resolution with the file of its translation, aligned. Raises LibraryError."""
    from desktop_app.alignment.align import PairError, align, check_pair, unaligned

    target = open_resolution(translation)
    try:
        check_pair(source, target)
    except PairError as error:
        said = Message("%1 cannot stand beside this text: %2.", (str(translation), error.message))
        if error.possible:
            raise UnlikelyPairError(said, lambda: unaligned(source, target)) from error
        raise LibraryError(said) from error
    return align(source, target, progress)
