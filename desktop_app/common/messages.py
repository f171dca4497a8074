"""Messages to a person: an English template and what fills it in, so that it can be translated."""

import errno
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

Translate = Callable[[str], str]
"""Translates an English phrase; %1 and %2 stand for what is filled in."""
# Compiled when they are first wanted, which is not for the first page.
_PLACE = r"%([1-9])"
_SPACE_IN_CHINESE = r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])"

# Python compiles annotations in quotes as soon as a tuple has them, a millisecond of the start.
if TYPE_CHECKING:
    Arguments = tuple["str | Message | Listed", ...]
    Items = tuple["str | Message", ...]
else:
    Arguments = Items = tuple


class Message(NamedTuple):
    """A sentence or a phrase. The `arguments` stand in the `template` for %1, %2 and so on: strings
    such as labels and quoted words, which are not translated, and messages, which are."""

    template: str
    arguments: Arguments = ()

    def text(self, translate: Translate = str) -> str:
        """The sentence in the language of `translate`, English if there is none."""
        return filled(translate(self.template), *(_text(one, translate) for one in self.arguments))


class Listed(NamedTuple):
    """A list in a sentence: "PP6, PP7 and PP8"."""

    items: Items

    def text(self, translate: Translate = str) -> str:
        """The list in the language of `translate`, English if there is none."""
        *before, last = [_text(one, translate) for one in self.items]
        if not before:
            return last
        rest = translate(", ").join(before)
        return f"{rest}{_close(rest, translate(' and '), last)}{last}"


class UserError(Exception):
    """An error that a person is told of, in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text())
        self.message = message


def filled(template: str, *words: str) -> str:
    """A template with its places filled in.

    >>> filled("%2 of %1", "100%2", "1")
    '1 of 100%2'
    """
    return re.sub(_PLACE, lambda place: words[int(place[1]) - 1], template)


_REASONS = {
    errno.EACCES: Message("Permission denied"),
    errno.EISDIR: Message("Is a directory"),
    errno.ENAMETOOLONG: Message("File name too long"),
    errno.ENOENT: Message("No such file or directory"),
    errno.ENOSPC: Message("No space left on device"),
    errno.ENOTDIR: Message("Not a directory"),
    errno.EPERM: Message("Operation not permitted"),
    errno.EROFS: Message("Read-only file system"),
}


def reason(error: Exception) -> "str | Message":
    """Why the system refused; in its own words if the reason is not one of those above."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return str(error)


def _close(left: str, glue: str, right: str) -> str:
    """The glue between two words, without its spaces between Chinese characters: "PP6 和 PP7", and
    "Markdown 和纯文本"."""
    before, after = left[-1:], right[:1]
    whole = re.sub(_SPACE_IN_CHINESE, "", before + glue + after)
    return whole[len(before) : len(whole) - len(after)]


def _text(one: "str | Message | Listed", translate: Translate) -> str:
    return one if isinstance(one, str) else one.text(translate)
