"""The formats that an excerpt can be written in."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import NamedTuple, Protocol, cast

from desktop_app.export.excerpt import Excerpt
from desktop_app.export.options import Arrangement, ExportError, Progress, silent

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


class Format(NamedTuple):
    """A format: its `name` for a person, the room that writes it, and how languages can stand to
    each other in it, the first if nothing is said; () where the format leaves no choice."""

    name: str
    room: str
    arrangements: tuple[Arrangement, ...] = ()


FORMATS = {
    "html": Format("HTML", "html", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
    "md": Format("Markdown", "markdown", (_INTERLEAVED, _SEQUENCE)),
    "txt": Format("Plain text", "text", (_INTERLEAVED, _SEQUENCE)),
}
"""The ending of the file to what writes it."""

_FOR_PEOPLE = ("docx", "pdf", "html", "md", "txt", "xlsx", "csv", "tmx", "xliff", "akn", "json")
"""The order in which they are offered; others come after these."""
_NO_TEXT = frozenset({"docx", "pdf", "xlsx"})
"""Files that are no text, so that nothing of them could be put on a clipboard."""
_PAGES = frozenset({"docx", "html", "pdf", "xlsx"})
"""Files that a person sees as pages or tables, and not as the characters that they hold."""


def offered() -> list[str]:
    """The endings of FORMATS, what most people want first."""
    known = [ending for ending in _FOR_PEOPLE if ending in FORMATS]
    return known + [ending for ending in FORMATS if ending not in known]


def is_text(ending: str) -> bool:
    """Whether the file is text in UTF-8."""
    return ending not in _NO_TEXT


def is_page(ending: str) -> bool:
    """Whether a person sees the file as pages or tables, and not as its characters."""
    return ending in _PAGES


class _Room(Protocol):
    """What a room must have."""

    def render(self, excerpt: Excerpt, progress: Progress = silent) -> bytes:
        """The excerpt as the bytes of a file. Raises ExportError."""
        ...


def render(excerpt: Excerpt, ending: str, progress: Progress = silent) -> bytes:
    """The excerpt as the bytes of a file with one of the endings of FORMATS.

    Raises ExportError, and what `progress` raises to end the work.
    """
    excerpt = _arranged(excerpt, FORMATS[ending])
    data = cast(_Room, _room(ending)).render(excerpt, progress)
    progress(1.0)
    return data


def paints(ending: str) -> bool:
    """Whether the format is painted, by what the window is painted with, and so belongs into the
    window's own thread: its room has a `preview`."""
    return hasattr(_room(ending), "preview")


def picture_of(excerpt: Excerpt, ending: str, width: int) -> object:
    """What the first page of a format that is painted looks like, that many pixels wide: a picture
    as the room makes it. Raises ExportError."""
    preview: Callable[[Excerpt, int], object] = _room(ending).preview
    return preview(_arranged(excerpt, FORMATS[ending]), width)


def _arranged(excerpt: Excerpt, found: Format) -> Excerpt:
    """The excerpt in an arrangement that the format has. Raises ExportError."""
    wanted = excerpt.arrangement
    if not found.arrangements:
        return excerpt
    if wanted and wanted not in found.arrangements:
        raise ExportError(
            f"{found.name} has no {wanted}; choose {' or '.join(found.arrangements)}."
        )
    return excerpt._replace(arrangement=wanted or found.arrangements[0])


def _room(ending: str) -> ModuleType:
    return import_module(f"desktop_app.export.{FORMATS[ending].room}")  # late: only the one chosen
