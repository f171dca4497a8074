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

    `key` is what the command line and the settings call it, `name` its proper name, `title` what
    the dialog calls it if that is another, `ending` what names of its files end with.
    `arrangements` are the ways in which languages can stand to each other, the usual one first,
    () where there is but one; `alone` those in which a single language looks different.

    `copied` makes what is put on the clipboard, None for the text of the file. `sketch` makes the
    HTML of a preview for what is seen as pages or tables, `is_web_page` says that its style is for
    the wide pages of a browser. `preview` paints the first page so many pixels wide, as an image of
    Qt. A format that has neither is seen as its characters.
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
        """Where footnotes can go, each place where it makes a difference."""
        as_chosen = self.footnotes is Footnotes.AS_CHOSEN
        return tuple(Notes) if as_chosen else (Notes.END, Notes.NONE)

    def has_notes_last(self, at: Notes) -> bool:
        """Whether the footnotes come after all else in a file for which `at` was chosen."""
        as_chosen = self.footnotes is Footnotes.AS_CHOSEN and at is Notes.END
        return as_chosen or self.footnotes is Footnotes.LAST

    def arrangements_of(self, languages: int) -> tuple[Arrangement, ...]:
        """How that many languages can stand, the usual way first; () where there is no choice."""
        return self.arrangements if languages > 1 else self.alone


def late(module: str, function: str) -> Callable[..., Any]:
    """A function of a module below this folder ("docx.document") that is imported when it is first
    called: records are read to list the formats, and only the one that is written may load lxml,
    python-docx or Qt."""

    def call(*arguments: object) -> object:
        found = import_module(f"desktop_app.export.formats.{module}")
        return getattr(found, function)(*arguments)

    return call
