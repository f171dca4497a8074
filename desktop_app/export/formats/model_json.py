"""An excerpt as JSON with named values: the language versions as the program holds them, cut down
to what was chosen. The reader of JSON reads them back."""

import json

from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Version
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.formats.format import Format
from desktop_app.reading.readers.json_files.exported import PROGRAM, VERSION
from desktop_app.resolution.plain import plain_words
from desktop_app.resolution.serial import Plain, dump_resolution


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
