"""What is said to a person: an English template and what fills it in, so that another language can
say it as well."""

import errno
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

Say = Callable[[str], str]
"""What puts an English phrase into another language; %1 and %2 stand for what is filled in."""
_PLACE = r"%([1-9])"  # compiled when it is first wanted, which is not for the first page

# Python compiles annotations in quotes as soon as a tuple has them, a millisecond of the start.
if TYPE_CHECKING:
    Arguments = tuple["str | Said | Listed", ...]
    Items = tuple["str | Said", ...]
else:
    Arguments = Items = tuple


class Said(NamedTuple):
    """A sentence or a phrase. The `arguments` stand in the `template` for %1, %2 and so on: labels
    and quoted words, which every language has as they are, and what is itself said."""

    template: str
    arguments: Arguments = ()

    def say(self, say: Say = str) -> str:
        """The sentence in the language of `say`, English if there is none."""
        return filled(say(self.template), *(_said(one, say) for one in self.arguments))


class Listed(NamedTuple):
    """Things of a kind, one after the other: "PP6, PP7 and PP8"."""

    items: Items

    def say(self, say: Say = str) -> str:
        """The list in the language of `say`, English if there is none."""
        *before, last = [_said(one, say) for one in self.items]
        return say(" and ").join([say(", ").join(before), last]) if before else last


class SaidError(Exception):
    """An error that a person is told of, in one sentence."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.say())
        self.said = said


def filled(template: str, *words: str) -> str:
    """A template with words for its places.

    >>> filled("%2 of %1", "100%2", "1")
    '1 of 100%2'
    """
    return re.sub(_PLACE, lambda place: words[int(place[1]) - 1], template)


_REASONS = {
    errno.EACCES: Said("Permission denied"),
    errno.EISDIR: Said("Is a directory"),
    errno.ENAMETOOLONG: Said("File name too long"),
    errno.ENOENT: Said("No such file or directory"),
    errno.ENOSPC: Said("No space left on device"),
    errno.ENOTDIR: Said("Not a directory"),
    errno.EPERM: Said("Operation not permitted"),
    errno.EROFS: Said("Read-only file system"),
}


def reason(error: Exception) -> "str | Said":
    """Why the system did not do what it was asked to; what is not known here in its own words."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return str(error)


def _said(one: "str | Said | Listed", say: Say) -> str:
    return one if isinstance(one, str) else one.say(say)
