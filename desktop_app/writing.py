"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from desktop_app.wording import Said, SaidError


class WritingError(SaidError, OSError):
    """A file cannot be written; the message names it and the way out in one sentence."""


def write(path: Path, data: bytes) -> None:
    """Writes a file beside its place and renames it, so that a failure leaves what was there.

    Raises WritingError.
    """
    temporary = ""
    try:
        place = Path(os.path.realpath(path))  # of a link, the file that it leads to
        if place.exists() and not place.is_file():
            kind = Said("a folder") if place.is_dir() else Said("no file")
            raise WritingError(Said("%1 is %2; name a file.", (str(path), kind)))
        with tempfile.NamedTemporaryFile(
            dir=place.parent, prefix=f".{place.name[:40]}.", delete=False
        ) as file:
            temporary = file.name
            file.write(data)
        os.chmod(temporary, _mode(place))
        os.replace(temporary, place)
    except WritingError:
        raise
    except (OSError, ValueError) as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        reason = getattr(error, "strerror", None) or str(error)
        raise WritingError(
            Said("%1 cannot be written (%2); choose another folder or name.", (str(path), reason))
        ) from None


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
