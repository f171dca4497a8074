"""An excerpt as JSON that explains itself, and back: the language versions as the program holds
them, cut down to what was chosen, equal to what they were.

Every value has a name, and values that say nothing are left out of runs: `style` where a run is
plain, `note` where it calls none.
"""

import json
from typing import TypeAlias

from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.model import Entry, Excerpt, Version
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.formats.format import Format
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Line,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)

PROGRAM = "resolution-reader"
VERSION = 1
"""Counts up whenever what is written changes so that an older program would read it wrongly."""

_Plain: TypeAlias = "str | int | bool | list[_Plain] | dict[str, _Plain] | None"


class ModelError(ValueError):
    """The data are none that `render` wrote; the message is one sentence."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The JSON text in UTF-8, indented, with a line break at its end."""
    texts: list[_Plain] = []
    for place, text in enumerate(excerpt.texts):
        progress(place / (len(excerpt.texts) + 1))
        texts.append(_resolution(text))
    plain: _Plain = {
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
    try:
        return tuple(_load_resolution(text) for text in _list(plain["texts"]))
    except KeyError as error:
        raise ModelError(f"This file is damaged: {error} is missing.") from error
    except (TypeError, ValueError) as error:
        raise ModelError(f"This file is damaged: {error}.") from error


# Writing


def _version(version: Version) -> _Plain:
    return {
        "name": version.name,
        "language_tag": version.tag,
        "direction": version.direction,
        "provenance": version.trust,
        "official_address": version.address,
        "title": version.title,
    }


def _row(entry: Entry) -> _Plain:
    """What stands side by side: ids of clauses, lines and parts, a list for each version; the words
    are those of `texts`."""
    ids: list[_Plain] = [[paragraph.id for paragraph in text] for text in entry.texts]
    return {"kind": entry.kind, "label": entry.label, "depth": entry.depth, "ids": ids}


def _note(note: Note) -> _Plain:
    """A footnote, "" where a version lacks it; of one that says "Ibid." in what is not there what
    it stands for."""
    stands_for: list[_Plain] = [words(runs) for runs in note.meant]
    return {"ids": [*note.ids], "marks": [*note.marks], "stands_for": stands_for}


def _resolution(value: Resolution) -> _Plain:
    head = value.masthead
    return {
        "masthead": {
            "symbol": head.symbol,
            "organ": head.organ,
            "session": head.session,
            "agenda_item": head.agenda_item,
            "agenda_title": head.agenda_title,
            "title": head.title,
            "adopted": head.adopted,
            "meeting": head.meeting,
            "report": head.report,
        },
        "language": value.language,
        "script": value.script,
        "provenance": (Provenance.CONVERTED if value.converted else value.provenance).value,
        "published_provenance": value.provenance.value,
        "address": value.address,
        "converted": value.converted,
        "converted_from": value.converted_from,
        "is_resolution": value.is_resolution,
        "head": [_line(line) for line in value.head],
        "parts": [
            {
                "id": part.id,
                "kind": part.kind.value,
                "heading": _runs(part.heading),
                "clauses": [_clause(clause) for clause in part.clauses],
            }
            for part in value.parts
        ],
        "closing": [_line(line) for line in value.closing],
        "footnotes": [
            {"id": note.id, "mark": note.mark, "runs": _runs(note.runs)} for note in value.footnotes
        ],
    }


def _line(line: Line) -> _Plain:
    return {"id": line.id, "runs": _runs(line.runs)}


def _clause(clause: Clause) -> _Plain:
    return {
        "id": clause.id,
        "number": clause.number,
        "mark": clause.mark,
        "opening": clause.opening,
        "runs": _runs(clause.runs),
        "clauses": [_clause(child) for child in clause.clauses],
    }


def _runs(runs: Runs) -> _Plain:
    return [_run(run) for run in runs]


def _run(run: Run) -> _Plain:
    plain: dict[str, _Plain] = {"text": run.text}
    if run.style is not Style.PLAIN:
        plain["style"] = run.style.value
    if run.note:
        plain["note"] = run.note
    return plain


# Reading: the values come from outside and can be anything; whatever does not fit raises one of the
# errors that `load` turns into its own.


def _load_resolution(plain: object) -> Resolution:
    values = _object(plain)
    head = _object(values["masthead"])
    return Resolution(
        masthead=Masthead(
            symbol=_text(head["symbol"]),
            organ=_text(head["organ"]),
            session=_number(head["session"]),
            agenda_item=_text(head["agenda_item"]),
            agenda_title=_text(head["agenda_title"]),
            title=_text(head["title"]),
            adopted=_text(head["adopted"]),
            meeting=_number(head["meeting"]),
            report=_text(head["report"]),
        ),
        language=_text(values["language"]),
        script=_text(values["script"]),
        provenance=Provenance(_text(values["published_provenance"])),
        head=_load_lines(values["head"]),
        parts=tuple(map(_load_part, _list(values["parts"]))),
        closing=_load_lines(values["closing"]),
        footnotes=tuple(map(_load_footnote, _list(values["footnotes"]))),
        address=_text(values["address"]),
        converted=_text(values["converted"]),
        converted_from=_text(values["converted_from"]),
        is_resolution=_truth(values["is_resolution"]),
    )


def _load_lines(plain: object) -> tuple[Line, ...]:
    lines = map(_object, _list(plain))
    return tuple(Line(_text(line["id"]), _load_runs(line["runs"])) for line in lines)


def _load_part(plain: object) -> Part:
    values = _object(plain)
    return Part(
        id=_text(values["id"]),
        kind=PartKind(_text(values["kind"])),
        heading=_load_runs(values["heading"]),
        clauses=tuple(map(_load_clause, _list(values["clauses"]))),
    )


def _load_clause(plain: object) -> Clause:
    values = _object(plain)
    return Clause(
        id=_text(values["id"]),
        number=_text(values["number"]),
        mark=_text(values["mark"]),
        opening=_text(values["opening"]),
        runs=_load_runs(values["runs"]),
        clauses=tuple(map(_load_clause, _list(values["clauses"]))),
    )


def _load_footnote(plain: object) -> Footnote:
    values = _object(plain)
    return Footnote(_text(values["id"]), _text(values["mark"]), _load_runs(values["runs"]))


def _load_runs(plain: object) -> Runs:
    return tuple(
        Run(
            _text(run["text"]),
            Style(_text(run.get("style", Style.PLAIN.value))),
            _text(run.get("note", "")),
        )
        for run in map(_object, _list(plain))
    )


def _object(plain: object) -> dict[str, object]:
    if not isinstance(plain, dict):
        raise TypeError(f"an object was expected, not {_shown(plain)}")
    return plain


def _list(plain: object) -> list[object]:
    if not isinstance(plain, list):
        raise TypeError(f"a list was expected, not {_shown(plain)}")
    return plain


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise TypeError(f"a text was expected, not {_shown(plain)}")
    return plain


def _number(plain: object) -> int | None:
    if plain is not None and (isinstance(plain, bool) or not isinstance(plain, int)):
        raise TypeError(f"a whole number was expected, not {_shown(plain)}")
    return plain


def _truth(plain: object) -> bool:
    if not isinstance(plain, bool):
        raise TypeError(f"true or false was expected, not {_shown(plain)}")
    return plain


def _shown(plain: object) -> str:
    """A value in a message, cut short."""
    return repr(plain)[:40]


FORMAT = Format(key="json", name="JSON", ending="json", render=render)
