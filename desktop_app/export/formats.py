"""The formats that an excerpt can be written in."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from desktop_app.export.excerpt import Excerpt

FORMATS = {"md": "markdown", "txt": "text", "html": "html"}
"""The ending of the file to the room that writes it."""


def render(excerpt: Excerpt, ending: str) -> bytes:
    """The excerpt as the bytes of a file with one of the endings of FORMATS, in UTF-8."""
    room = import_module(f"desktop_app.export.{FORMATS[ending]}")  # late: only the one chosen
    return cast(Callable[[Excerpt], str], room.render)(excerpt).encode("utf-8")
