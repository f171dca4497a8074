"""The model that an export as JSON holds: language versions, and the rows between them."""

from collections.abc import Iterator

from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.serial import SerialError, load_resolution

PROGRAM = "resolution-reader"
VERSION = 1
"""Counts up when an older program would read the file wrongly."""


def versions(plain: object) -> tuple[Resolution, ...]:
    """The language versions of what was exported, equal to those that it was made of. Raises
    SerialError."""
    if not isinstance(plain, dict) or plain.get("format") != PROGRAM:
        raise SerialError("this is JSON, but none that Resolution Reader exported")
    if plain.get("version") != VERSION:
        raise SerialError(
            f"it has version {str(plain.get('version'))[:20]} of the format, and only version "
            f"{VERSION} is known"
        )
    texts = plain.get("texts")
    if not isinstance(texts, list):
        raise SerialError("it has no list of texts")
    return tuple(map(load_resolution, texts))


def rows(plain: object) -> tuple[Row, ...]:
    """The rows of the clauses of two versions, () where they are not as they were written."""
    found = plain.get("rows") if isinstance(plain, dict) else None
    try:
        return tuple(_rows(found)) if isinstance(found, list) else ()
    except (KeyError, TypeError, ValueError):
        return ()


def _rows(plain: list[object]) -> Iterator[Row]:
    for row in plain:
        if not isinstance(row, dict):
            raise TypeError("a row is an object")
        source, target = row["ids"]
        if row["kind"] == "clause":
            yield Row((*map(str, source),), (*map(str, target),), 1.0)
