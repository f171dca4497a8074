"""An output format: one record of its name, of what it can hold and of how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from typing import Any, Protocol

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Progress, silent
from desktop_app.export.shared.clipboard import Copied

GOES_ON = "<!-- goes on -->"
"""Where the text of a sketch ends, if something stands below it."""


class Footnotes(Enum):
    """Where the footnotes stand in a file."""

    WITH_TEXT = auto()
    """In the row that calls them."""
    LAST = auto()
    """After all else."""
    AS_CHOSEN = auto()
    """At the foot of the page or after all else, as the person wants."""


class Render(Protocol):
    """Writes an excerpt as the bytes of a file. Raises ExportError, and what `progress` raises to
    end the work."""

    def __call__(self, excerpt: Excerpt, progress: Progress = silent) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """An output format.

    `key` names it on the command line and in settings, `name` is its proper name, `title` its name
    in the dialog if that is another, `ending` the ending of its files. `arrangements` are its
    choices for several languages, the usual one first, () if there is no choice; `alone` are those
    with another look for one language alone.

    `copied` makes the content of the clipboard, if it is not the file's text. `sketch` makes a
    preview as HTML, for formats with pages or tables; `is_web_page`: its style is for a browser.
    `preview` paints the first page, so many pixels wide, as an image of Qt. Without either, the
    preview is the characters of the file.
    """

    key: str
    name: str
    ending: str
    title: Message | None = None
    arrangements: tuple[Arrangement, ...] = ()
    alone: tuple[Arrangement, ...] = ()
    footnotes: Footnotes = Footnotes.LAST
    render: Render
    copied: Callable[[Excerpt], Copied] | None = None
    sketch: Callable[[Excerpt], str] | None = None
    preview: Callable[[Excerpt, int], object] | None = None
    is_web_page: bool = False

    @property
    def is_painted(self) -> bool:
        """Whether it is painted by Qt, and must be written in the window's own thread."""
        return self.preview is not None

    @property
    def is_page(self) -> bool:
        """Whether a person sees the file as pages or tables, and not as its characters."""
        return self.is_painted or self.sketch is not None

    @property
    def note_choices(self) -> tuple[Notes, ...]:
        """The places of footnotes that make a difference in it."""
        as_chosen = self.footnotes is Footnotes.AS_CHOSEN
        return tuple(Notes) if as_chosen else (Notes.END, Notes.NONE)

    def has_notes_last(self, at: Notes) -> bool:
        """Whether the footnotes come after all else in a file for which `at` was chosen."""
        as_chosen = self.footnotes is Footnotes.AS_CHOSEN and at is Notes.END
        return as_chosen or self.footnotes is Footnotes.LAST

    def arrangements_of(self, languages: int) -> tuple[Arrangement, ...]:
        """The arrangements of so many languages, the usual one first, () where there is no
        choice."""
        return self.arrangements if languages > 1 else self.alone


def late(module: str, function: str) -> Callable[..., Any]:
    """A function of a module of this folder ("docx.document"), imported when it is called. The
    records are read to list the formats; only the format that is written may load lxml, python-docx
    or Qt."""

    def call(*arguments: object) -> object:
        found = import_module(f"desktop_app.export.formats.{module}")
        return getattr(found, function)(*arguments)

    return call
