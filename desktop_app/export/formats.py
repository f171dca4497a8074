"""The formats that an excerpt can be written in."""

from importlib import import_module
from typing import NamedTuple, Protocol, cast

from desktop_app.export.excerpt import Excerpt
from desktop_app.export.options import Arrangement, ExportError, Progress, silent

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


class Format(NamedTuple):
    """A format: its `name` for a person, the room that writes it, and how languages can stand to
    each other in it, the first if nothing is said; () where the format leaves no choice. `ending`
    is what the name of a file ends with, "" where that is the format's key."""

    name: str
    room: str
    arrangements: tuple[Arrangement, ...] = ()
    ending: str = ""


FORMATS = {
    "md": Format("Markdown", "markdown", (_INTERLEAVED, _SEQUENCE)),
    "txt": Format("Plain text", "text", (_INTERLEAVED, _SEQUENCE)),
    "html": Format("HTML", "html", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
    "pdf": Format("PDF", "pdf", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
    "tmx": Format("TMX", "tmx"),
    "xliff": Format("XLIFF", "xliff", ending="xlf"),
    "csv": Format("CSV", "csv"),
    "xlsx": Format("Excel", "xlsx"),
    "akn": Format("Akoma Ntoso", "akoma_ntoso", ending="xml"),
    "json": Format("JSON", "model_json"),
}
"""What a person asks for, which is nearly always the ending of the file, to what writes it."""


def ending_of(key: str) -> str:
    """What the name of a file in this format ends with, without the dot."""
    return FORMATS[key].ending or key


class _Room(Protocol):
    """What a room must have."""

    def render(self, excerpt: Excerpt, progress: Progress = silent) -> bytes:
        """The excerpt as the bytes of a file. Raises ExportError."""
        ...


def render(excerpt: Excerpt, key: str, progress: Progress = silent) -> bytes:
    """The excerpt as the bytes of a file in the format of that key of FORMATS.

    Raises ExportError, and what `progress` raises to end the work.
    """
    found = FORMATS[key]
    wanted = excerpt.arrangement
    if wanted and found.arrangements and wanted not in found.arrangements:
        raise ExportError(
            f"{found.name} has no {wanted}; choose {' or '.join(found.arrangements)}."
        )
    if found.arrangements:
        excerpt = excerpt._replace(arrangement=wanted or found.arrangements[0])
    room = import_module(f"desktop_app.export.{found.room}")  # late: only the one chosen
    try:
        data = cast(_Room, room).render(excerpt, progress)
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise ExportError(
            f"The text holds half a character (U+{half:04X}), which no file can hold; take it out "
            "of the file."
        ) from None
    progress(1.0)
    return data
