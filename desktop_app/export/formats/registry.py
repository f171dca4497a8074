"""The formats that an excerpt can be written in."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import NamedTuple, Protocol, cast

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.excerpt import Excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Progress, silent
from desktop_app.export.shared.clipboard import Copied

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement
_ALONE = (_INTERLEAVED, _COLUMNS)


class Format(NamedTuple):
    """A format: its `name` for a person, the room that writes it, and how languages can stand to
    each other in it, the first if nothing is said; () where the format leaves no choice. `alone`
    has those in which one language alone looks different. `ending` is what the name of a file ends
    with, "" where that is the format's key."""

    name: str
    room: str
    arrangements: tuple[Arrangement, ...] = ()
    alone: tuple[Arrangement, ...] = ()
    ending: str = ""


FORMATS = {
    "md": Format("Markdown", "markdown", (_INTERLEAVED, _COLUMNS, _SEQUENCE), _ALONE),
    "txt": Format("Plain text", "text", (_INTERLEAVED, _COLUMNS, _SEQUENCE), _ALONE),
    "html": Format("HTML", "html", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
    "docx": Format("Word", "docx.document", (_COLUMNS, _INTERLEAVED, _SEQUENCE), _ALONE),
    "pdf": Format("PDF", "pdf.document", (_COLUMNS, _INTERLEAVED, _SEQUENCE)),
    "tmx": Format("TMX", "tmx"),
    "xliff": Format("XLIFF", "xliff", ending="xlf"),
    "csv": Format("CSV", "csv"),
    "xlsx": Format("Excel", "xlsx"),
    "akn": Format("Akoma Ntoso", "akn.document", ending="xml"),
    "json": Format("JSON", "model_json"),
}
"""What a person asks for, which is nearly always the ending of the file, to what writes it."""


def ending_of(key: str) -> str:
    """What the name of a file in this format ends with, without the dot."""
    return FORMATS[key].ending or key


_FOR_PEOPLE = ("docx", "pdf", "html", "md", "txt", "xlsx", "csv", "tmx", "xliff", "akn", "json")
"""The order in which they are offered; others come after these."""
_PAGES = frozenset({"docx", "html", "pdf", "xlsx"})
"""Files that a person sees as pages or tables, and not as the characters that they hold."""

_FEET = frozenset({"akn", "docx", "pdf"})
"""Files that say of a footnote whether it stands at the foot of a page or at the end."""
_COPIED_AS = {"docx": "html", "pdf": "html"}
"""Files that are no text, and what goes on a clipboard in their place."""
_NOTES_LAST = frozenset({"html", "json", "md", "tmx", "txt", "xliff"})
"""Files in which the footnotes come after all else."""
_PAINTED = frozenset({"pdf"})
"""Files that are painted, by what the window is painted with."""


def offered() -> list[str]:
    """The keys of FORMATS, what most people want first."""
    known = [key for key in _FOR_PEOPLE if key in FORMATS]
    return known + [key for key in FORMATS if key not in known]


def has_notes_last(key: str, at: Notes) -> bool:
    """Whether the footnotes come after all else in a file of a format, if they are wanted there."""
    return key in _NOTES_LAST or (key in _FEET and at is Notes.END)


def places_of_notes(key: str) -> tuple[Notes, ...]:
    """Where footnotes can go in a format, each where it makes a difference."""
    return tuple(Notes) if key in _FEET else (Notes.END, Notes.NONE)


def arrangements(key: str, languages: int) -> tuple[Arrangement, ...]:
    """How that many languages can stand in a format, the first if nothing is said; () where it
    makes no difference."""
    found = FORMATS[key]
    return found.arrangements if languages > 1 else found.alone


def copied(excerpt: Excerpt, key: str, progress: Progress = silent) -> Copied:
    """What is put on a clipboard of a format: its text, of pages and tables rich text with plain
    text beside it. Raises ExportError, and what `progress` raises to end the work."""
    excerpt = _arranged(excerpt, key)
    room = _room(_COPIED_AS.get(key, key))
    if hasattr(room, "copied"):
        made: Callable[[Excerpt], Copied] = room.copied
        return made(excerpt)
    return Copied(render(excerpt, key, progress).decode("utf-8-sig"), "")


def is_page(key: str) -> bool:
    """Whether a person sees such a file as pages or tables, and not as its characters."""
    return key in _PAGES


class _Room(Protocol):
    """What a room must have."""

    def render(self, excerpt: Excerpt, progress: Progress = silent) -> bytes:
        """The excerpt as the bytes of a file. Raises ExportError."""
        ...


def render(excerpt: Excerpt, key: str, progress: Progress = silent) -> bytes:
    """The excerpt as the bytes of a file in the format of that key of FORMATS.

    Raises ExportError, and what `progress` raises to end the work.
    """
    excerpt = _arranged(excerpt, key)
    try:
        data = cast(_Room, _room(key)).render(excerpt, progress)
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise ExportError(
            Message(
                "The text holds half a character (%1), which no file can hold; take it out of the "
                "file.",
                (f"U+{half:04X}",),
            )
        ) from None
    progress(1.0)
    return data


def paints(key: str) -> bool:
    """Whether the format is painted, and so belongs into the window's own thread, and can show what
    its first page looks like: its room has a `preview`."""
    return key in _PAINTED and hasattr(_room(key), "preview")


def picture_of(excerpt: Excerpt, key: str, width: int) -> object:
    """What the first page of a format that is painted looks like, that many pixels wide: a picture
    as the room makes it. Raises ExportError."""
    preview: Callable[[Excerpt, int], object] = _room(key).preview
    return preview(_arranged(excerpt, key), width)


GOES_ON = "<!-- goes on -->"
"""Where the text of a sketch ends, if something stands below it."""


def sketch_of(excerpt: Excerpt, key: str) -> str:
    """What a format that a person sees as pages or tables looks like, as HTML. Raises
    ExportError."""
    room = _room(key)
    excerpt = _arranged(excerpt, key)
    if hasattr(room, "sketch"):
        sketch: Callable[[Excerpt], str] = room.sketch
        return sketch(excerpt)
    return render(excerpt, "html").decode("utf-8")


def _arranged(excerpt: Excerpt, key: str) -> Excerpt:
    """The excerpt in the arrangement that is wanted, or that the format has if nothing is said."""
    choice = arrangements(key, len(excerpt.versions))
    if excerpt.arrangement or not choice:
        return excerpt
    return excerpt._replace(arrangement=choice[0])


def _room(key: str) -> ModuleType:
    return import_module(
        f"desktop_app.export.formats.{FORMATS[key].room}"
    )  # late: only the one chosen
