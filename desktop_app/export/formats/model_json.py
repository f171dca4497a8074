"""An excerpt as JSON with named values, and back: the language versions as the program holds them,
cut down to what was chosen."""

import json

from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Version
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.formats.format import Format
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.plain import plain_words
from desktop_app.resolution.serial import Plain, SerialError, dump_resolution, load_resolution

PROGRAM = "resolution-reader"
VERSION = 1
"""Counts up when an older program would read the file wrongly."""


class ModelError(ValueError):
    """The data are not a file that `render` wrote; the message says why."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The JSON text in UTF-8, indented, with a line break at its end."""
    texts: list[Plain] = []
    for place, text in enumerate(excerpt.texts):
        progress(place / (len(excerpt.texts) + 1))
        texts.append(dump_resolution(text))
    plain: Plain = {
        "format": PROGRAM,
        "version": VERSION,
        "document": {
            "symbol": excerpt.symbol,
            "title": excerpt.versions[0].title,
            "citation": excerpt.citation,
            "whole": excerpt.whole,
        },
        "versions": [_version(version) for version in excerpt.versions],
        "rows": [_row(entry) for entry in excerpt.entries],
        "notes": [_note(note) for note in excerpt.notes],
        "texts": texts,
    }
    progress(len(texts) / (len(texts) + 1))
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def load(data: bytes) -> tuple[Resolution, ...]:
    """The language versions of a file that `render` wrote, equal to those of its excerpt. Raises
    ModelError."""
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ModelError(f"This is no JSON: {error}.") from error
    if not isinstance(plain, dict) or plain.get("format") != PROGRAM:
        raise ModelError("This is JSON, but none that Resolution Reader exported.")
    if plain.get("version") != VERSION:
        raise ModelError(
            f"This file has version {plain.get('version')} of the format, and only version "
            f"{VERSION} is known; open it with a newer Resolution Reader, or export it anew."
        )
    texts = plain.get("texts")
    if not isinstance(texts, list):
        raise ModelError("This file is damaged: it has no list of texts.")
    try:
        return tuple(map(load_resolution, texts))
    except SerialError as error:
        raise ModelError(f"This file is damaged: {error}.") from error


def _version(version: Version) -> Plain:
    return {
        "name": version.name,
        "language_tag": version.tag,
        "direction": version.direction,
        "provenance": version.trust,
        "official_address": version.address,
        "title": version.title,
    }


def _row(entry: Entry) -> Plain:
    """What stands side by side: ids of clauses, lines and parts, a list for each version; the words
    are those of `texts`."""
    ids: list[Plain] = [[paragraph.id for paragraph in text] for text in entry.texts]
    return {"kind": entry.kind, "label": entry.label, "depth": entry.depth, "ids": ids}


def _note(note: Note) -> Plain:
    """A footnote, "" in a version without it. `stands_for`: the footnote meant by "Ibid.", if the
    excerpt lacks it."""
    stands_for: list[Plain] = [plain_words(runs) for runs in note.stands_for]
    return {"ids": [*note.ids], "marks": [*note.marks], "stands_for": stands_for}


FORMAT = Format(key="json", name="JSON", ending="json", render=render)
