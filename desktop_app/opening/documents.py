"""Files opened as bitexts: one alone, or two beside each other.

Reading and alignment are imported late: a document read before is opened without them.
"""

from collections.abc import Callable
from pathlib import Path

from desktop_app.common.messages import Message, UserError
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Provenance, Resolution


class OpeningError(UserError):
    """Two documents cannot stand beside each other; the message is one sentence that names the
    file and the way out."""


class UnlikelyPairError(OpeningError):
    """Two resolutions are not versions of one. They can be shown beside each other all the same:
    `bitext` makes that, and takes a while for long ones."""

    def __init__(self, message: Message, bitext: Callable[[], Bitext]) -> None:
        super().__init__(message)
        self.bitext = bitext


Progress = Callable[[float], None]
"""Called with the share done of a long task, from 0 to 1; may raise to end it."""


def open_bitext(
    file: Path, translation: Path | None, progress: Progress = lambda share: None
) -> Bitext:
    """A file, alone or beside its translation. Raises UserError: ReadingError for a file that
    cannot be read, OpeningError for two that do not belong together."""
    from desktop_app.alignment.align import alone

    source = open_resolution(file)
    if translation is None:
        return alone(source)
    if not source.is_structured:
        raise OpeningError(
            Message(
                "%1 is not recognized as a resolution, so nothing can stand beside it; open a file "
                "that has the enacting words and the operative paragraphs.",
                (str(file),),
            )
        )
    return beside(source, translation, progress)


def open_resolution(file: Path) -> Resolution:
    """A file, read. What was fetched from the official source and is unchanged since is official,
    whatever the file itself says. Raises ReadingError."""
    from desktop_app.opening.records import record_of
    from desktop_app.reading.files import read_resolution

    found, record = read_resolution(file), record_of(file)
    if record is not None and record.is_official:
        return found._replace(provenance=Provenance.OFFICIAL, address=record.address)
    return found


def takes_long(file: Path) -> bool:
    """Whether a file takes longer to read than a person waits for."""
    from desktop_app.reading.files import takes_long

    return takes_long(file)


def beside(
    source: Resolution, translation: Path, progress: Progress = lambda share: None
) -> Bitext:
    """A resolution with the file of its translation, aligned. Raises UserError, as `open_bitext`
    does."""
    return paired(source, open_resolution(translation), translation, progress)


def beside_or_alone(
    source: Resolution, file: Path, progress: Progress = lambda share: None
) -> Bitext:
    """A file beside a resolution if it holds another language version of it, alone otherwise.
    Raises UserError, as `open_bitext` does."""
    from desktop_app.alignment.align import alone

    found = open_resolution(file)
    return paired(source, found, file, progress) if is_version(found, source) else alone(found)


def is_version(other: Resolution, shown: Resolution) -> bool:
    """Whether a resolution is another language version of the one that is shown."""
    from desktop_app.resolution.symbols import are_same  # late: the first page names no symbol

    is_other = other.language != shown.language
    return is_other and are_same(other.masthead.symbol, shown.masthead.symbol)


def paired(
    source: Resolution,
    target: Resolution,
    translation: Path,
    progress: Progress = lambda share: None,
) -> Bitext:
    """Two resolutions, aligned; `translation` is the file of the second, for messages. Raises
    OpeningError."""
    from desktop_app.alignment.align import PairError, align, check_pair, unaligned

    try:
        check_pair(source, target)
    except PairError as error:
        message = Message(
            "%1 cannot stand beside this text: %2.", (str(translation), error.message)
        )
        if error.possible:
            raise UnlikelyPairError(message, lambda: unaligned(source, target)) from error
        raise OpeningError(message) from error
    return align(source, target, progress)


def no_resolution(file: Path | None) -> Message:
    """The message for a text that is not a resolution."""
    return Message(
        "%1 is not recognized as a resolution, so it is shown as plain paragraphs; open a file "
        "that has the enacting words and the operative paragraphs.",
        (str(file) if file else Message("This text"),),
    )
