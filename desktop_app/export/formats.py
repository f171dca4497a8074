"""The formats that an excerpt can be written in."""

from importlib import import_module
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
    "md": Format("Markdown", "markdown", (_INTERLEAVED, _SEQUENCE)),
    "txt": Format("Plain text", "text", (_INTERLEAVED, _SEQUENCE)),
    "html": Format("HTML", "html", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
    "pdf": Format("PDF", "pdf", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
}
"""The ending of the file to what writes it."""


class _Room(Protocol):
    """What a room must have."""

    def render(self, excerpt: Excerpt, progress: Progress = silent) -> bytes:
        """The excerpt as the bytes of a file. Raises ExportError."""
        ...


def render(excerpt: Excerpt, ending: str, progress: Progress = silent) -> bytes:
    """The excerpt as the bytes of a file with one of the endings of FORMATS.

    Raises ExportError, and what `progress` raises to end the work.
    """
    found = FORMATS[ending]
    wanted = excerpt.arrangement
    if wanted and found.arrangements and wanted not in found.arrangements:
        raise ExportError(
            f"{found.name} has no {wanted}; choose {' or '.join(found.arrangements)}."
        )
    if found.arrangements:
        excerpt = excerpt._replace(arrangement=wanted or found.arrangements[0])
    room = import_module(f"desktop_app.export.{found.room}")  # late: only the one chosen
    data = cast(_Room, room).render(excerpt, progress)
    progress(1.0)
    return data
