"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path


class WritingError(OSError):
    """A file cannot be written; the message names it and the way out in one sentence."""


def write(path: Path, data: bytes) -> None:
    """Writes a file beside its place and renames it, so that a failure leaves what was there.

    Raises WritingError.
    """
    if path.is_dir():
        raise WritingError(f"{path} is a folder; name a file in it.")
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = file.name
            file.write(data)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise WritingError(
            f"{path} cannot be written ({error.strerror or error}); choose another folder or name."
        ) from None


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
