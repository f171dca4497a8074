"""Files opened as bitexts: one alone, or two beside each other.

Reading and alignment are imported late: a document read before is opened without them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.common.messages import Message, UserError
from desktop_app.common.progress import Progress, part, silent
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Provenance, Resolution

if TYPE_CHECKING:
    from desktop_app.reading.files import Versions


class OpeningError(UserError):
    """Two documents cannot stand beside each other; the message is one sentence that names the
    file and the way out."""


class UnlikelyPairError(OpeningError):
    """Two resolutions are not versions of one. They can be shown beside each other all the same:
    `bitext` makes that, and takes a while for long ones."""

    def __init__(self, message: Message, bitext: Callable[[], Bitext]) -> None:
        super().__init__(message)
        self.bitext = bitext


_READ = 0.5
"""The share of the time after which files are read, and only their texts are to be aligned."""


def open_bitext(file: Path, translation: Path | None, progress: Progress = silent) -> Bitext:
    """A file, beside its translation if one is given or if the file itself holds it. Raises
    UserError: ReadingError for a file that cannot be read, OpeningError for two that do not belong
    together."""
    if translation is None:
        return _shown(open_versions(file, part(progress, 0.0, _READ)), part(progress, _READ, 1.0))
    source = open_resolution(file, part(progress, 0.0, _READ / 2))
    if not source.is_structured:
        raise OpeningError(
            Message(
                "%1 is not recognized as a resolution, so nothing can stand beside it; open a file "
                "that has the enacting words and the operative paragraphs.",
                (str(file),),
            )
        )
    return beside(source, translation, part(progress, _READ / 2, 1.0))


def open_resolution(file: Path, progress: Progress = silent) -> Resolution:
    """The first language version in a file. Raises ReadingError."""
    return open_versions(file, progress).source


def open_versions(file: Path, progress: Progress = silent) -> Versions:
    """The language versions in a file. What was fetched from the official source and is unchanged
    since is official, whatever the file itself says. Raises ReadingError."""
    from desktop_app.opening.records import record_of
    from desktop_app.reading.files import read_versions

    found, record = read_versions(file, progress), record_of(file)
    if record is None or not record.is_official:
        return found
    source, target = (
        side and side._replace(provenance=Provenance.OFFICIAL, address=record.address)
        for side in (found.source, found.target)
    )
    assert source is not None
    return found._replace(source=source, target=target)


def takes_long(file: Path) -> bool:
    """Whether a file takes longer to read than a person waits for."""
    from desktop_app.reading.files import takes_long

    return takes_long(file)


def beside(source: Resolution, translation: Path, progress: Progress = silent) -> Bitext:
    """A resolution with the file of its translation, aligned. Raises UserError, as `open_bitext`
    does."""
    found = open_versions(translation, part(progress, 0.0, _READ))
    sides = [side for side in (found.source, found.target) if side]
    fitting = next((side for side in sides if is_version(side, source)), None)
    fitting = fitting or next(
        (side for side in sides if side.language != source.language), found.source
    )
    return paired(source, fitting, translation, part(progress, _READ, 1.0))


def beside_or_alone(source: Resolution, file: Path, progress: Progress = silent) -> Bitext:
    """A file beside a resolution if it holds another language version of it alone, else by itself.
    Raises UserError, as `open_bitext` does."""
    found = open_versions(file, part(progress, 0.0, _READ))
    rest = part(progress, _READ, 1.0)
    if found.target is None and is_version(found.source, source):
        return paired(source, found.source, file, rest)
    return _shown(found, rest)


def holds_version(file: Path, shown: Resolution) -> bool:
    """Whether a file holds another language version of a resolution, and it alone. Raises
    ReadingError."""
    found = open_versions(file)
    return found.target is None and is_version(found.source, shown)


def is_version(other: Resolution, shown: Resolution) -> bool:
    """Whether a resolution is another language version of the one that is shown."""
    from desktop_app.resolution.symbols import are_same  # late: the first page names no symbol

    is_other = other.language != shown.language
    return is_other and are_same(other.masthead.symbol, shown.masthead.symbol)


def _shown(found: Versions, progress: Progress) -> Bitext:
    """The versions in one file beside each other, in the rows that the file gives if they fit."""
    from desktop_app.alignment.align import align, alone
    from desktop_app.alignment.given import with_file_rows, with_rows

    if found.target is None:
        return alone(found.source)
    bitext = align(found.source, found.target, progress)
    if found.rows:
        return with_rows(bitext, found.rows)
    return with_file_rows(bitext, *found.file_rows) if found.file_rows else bitext


def paired(
    source: Resolution,
    target: Resolution,
    translation: Path,
    progress: Progress = silent,
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
