"""A bitext as plain JSON values, and back to an equal bitext."""

from collections.abc import Sequence
from typing import TypeAlias

from desktop_app.resolution.bitext import Bitext, Row
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
)

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"

SCHEMA = 4
"""Counts up whenever these values change."""


class SerialError(ValueError):
    """The values are not those that `dump` makes."""


def dump(bitext: Bitext) -> Plain:
    """The bitext as values that the module json can write."""
    return {
        "schema": SCHEMA,
        "source": _dump_resolution(bitext.source),
        "target": _dump_resolution(bitext.target) if bitext.target else None,
        "rows": dump_rows(bitext.rows),
        "head": dump_rows(bitext.head),
        "closing": dump_rows(bitext.closing),
    }


def _dump_resolution(value: Resolution) -> Plain:
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
        "provenance": value.provenance.value,
        "head": [[line.id, _dump_runs(line.runs)] for line in value.head],
        "parts": [
            [part.id, part.kind.value, _dump_runs(part.heading), _dump_clauses(part.clauses)]
            for part in value.parts
        ],
        "closing": [[line.id, _dump_runs(line.runs)] for line in value.closing],
        "footnotes": [[note.id, note.mark, _dump_runs(note.runs)] for note in value.footnotes],
        "address": value.address,
        "converted": value.converted,
        "converted_from": value.converted_from,
        "is_resolution": value.is_resolution,
    }


def _dump_clauses(clauses: Sequence[Clause]) -> Plain:
    return [
        [c.id, c.number, c.mark, c.opening, _dump_runs(c.runs), _dump_clauses(c.clauses)]
        for c in clauses
    ]


def _dump_runs(runs: Runs) -> Plain:
    return [[run.text, run.style.value, run.note] for run in runs]


def dump_rows(rows: Sequence[Row]) -> Plain:
    """Rows alone as values that the module json can write."""
    return [
        [list(row.source), list(row.target), row.score, list(row.reasons), row.by_hand]
        for row in rows
    ]


def load(plain: object) -> Bitext:
    """The bitext that `dump` was given. Raises SerialError."""
    try:
        return _load_bitext(plain)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise SerialError(f"not a bitext of schema {SCHEMA}: {error}") from error


def load_rows(plain: object) -> tuple[Row, ...]:
    """The rows that `dump_rows` was given. Raises SerialError."""
    try:
        return _load_rows(plain)
    except (TypeError, ValueError) as error:
        raise SerialError(f"no rows: {error}") from error


# The values come from a file and can be anything; one that does not fit raises an error that `load`
# turns into its own.


def _load_bitext(plain: object) -> Bitext:
    values = _object(plain)
    if values["schema"] != SCHEMA:
        raise ValueError("another schema")
    target = values["target"]
    return Bitext(
        _load_resolution(values["source"]),
        None if target is None else _load_resolution(target),
        _load_rows(values["rows"]),
        _load_rows(values["head"]),
        _load_rows(values["closing"]),
    )


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
        provenance=Provenance(_text(values["provenance"])),
        head=_load_lines(values["head"]),
        parts=tuple(
            Part(_text(id), PartKind(_text(kind)), _load_runs(heading), _load_clauses(clauses))
            for id, kind, heading, clauses in map(_list, _list(values["parts"]))
        ),
        closing=_load_lines(values["closing"]),
        footnotes=tuple(
            Footnote(_text(id), _text(mark), _load_runs(runs))
            for id, mark, runs in map(_list, _list(values["footnotes"]))
        ),
        address=_text(values["address"]),
        converted=_text(values["converted"]),
        converted_from=_text(values["converted_from"]),
        is_resolution=bool(values["is_resolution"]),
    )


def _load_lines(plain: object) -> tuple[Line, ...]:
    return tuple(Line(_text(id), _load_runs(runs)) for id, runs in map(_list, _list(plain)))


def _load_clauses(plain: object) -> tuple[Clause, ...]:
    return tuple(
        Clause(
            _text(id),
            _text(number),
            _text(mark),
            _text(opening),
            _load_runs(runs),
            _load_clauses(clauses),
        )
        for id, number, mark, opening, runs, clauses in map(_list, _list(plain))
    )


def _load_runs(plain: object) -> Runs:
    return tuple(
        Run(_text(text), Style(_text(style)), _text(note))
        for text, style, note in map(_list, _list(plain))
    )


def _load_rows(plain: object) -> tuple[Row, ...]:
    return tuple(
        Row(
            tuple(map(_text, _list(source))),
            tuple(map(_text, _list(target))),
            _score(score),
            tuple(map(_text, _list(reasons))),
            bool(by_hand),
        )
        for source, target, score, reasons, by_hand in map(_list, _list(plain))
    )


def _object(plain: object) -> dict[str, object]:
    if not isinstance(plain, dict):
        raise TypeError("an object was expected")
    return plain


def _list(plain: object) -> list[object]:
    if not isinstance(plain, list):
        raise TypeError("a list was expected")
    return plain


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise TypeError("a text was expected")
    return plain


def _number(plain: object) -> int | None:
    if plain is not None and not isinstance(plain, int):
        raise TypeError("a number was expected")
    return plain


def _score(plain: object) -> float:
    if not isinstance(plain, int | float) or not 0 <= plain <= 1:
        raise TypeError("a number from 0 to 1 was expected")
    return float(plain)
