"""Bitexts and language versions as JSON values and back, equal to what they were: in snapshots, and
in what is exported."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import (
    Caveat,
    Clause,
    DocumentKind,
    Footnote,
    Line,
    Masthead,
    Part,
    PartKind,
    Place,
    Places,
    Provenance,
    Resolution,
    Run,
    Runs,
    Style,
    Table,
)

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"

SCHEMA = 9
"""Counts up whenever these values change."""


class SerialError(ValueError):
    """The values are not those that were written; the message says why."""


def dump(bitext: Bitext) -> Plain:
    """The bitext as values that the module json can write."""
    return {
        "schema": SCHEMA,
        "source": dump_resolution(bitext.source),
        "target": dump_resolution(bitext.target) if bitext.target else None,
        "places": [_dump_places(side.places) for side in bitext[:2] if side],
        "rows": dump_rows(bitext.rows),
        "head": dump_rows(bitext.head),
        "closing": dump_rows(bitext.closing),
    }


def dump_resolution(value: Resolution) -> Plain:
    """One language version, every value but its places under its name; runs leave out a style that
    is plain and a footnote where they call none. `provenance` is that of the text as it is,
    converted or not; `published_provenance` that of the text which it was made from."""
    return {
        "masthead": _dump_masthead(value.masthead),
        "language": value.language,
        "script": value.script,
        "provenance": (Provenance.CONVERTED if value.converted else value.provenance).value,
        "published_provenance": value.provenance.value,
        "address": value.address,
        "converted": value.converted,
        "converted_from": value.converted_from,
        "caveats": [caveat.value for caveat in value.caveats],
        "kind": value.kind.value,
        "head": [_dump_line(line) for line in value.head],
        "parts": [_dump_part(part) for part in value.parts],
        "closing": [_dump_line(line) for line in value.closing],
        "footnotes": [
            {"id": note.id, "mark": note.mark, "runs": dump_runs(note.runs)}
            for note in value.footnotes
        ],
    }


def _dump_places(places: Places) -> Plain:
    known: list[Plain] = [
        [place.id, place.page, list(place.box) if place.box else None] for place in places.known
    ]
    return {"digest": places.digest, "known": known}


def _dump_masthead(head: Masthead) -> Plain:
    return {
        "symbol": head.symbol,
        "organ": head.organ,
        "session": head.session,
        "agenda_item": head.agenda_item,
        "agenda_title": head.agenda_title,
        "title": head.title,
        "adopted": head.adopted,
        "meeting": head.meeting,
        "report": head.report,
    }


def _dump_line(line: Line) -> Plain:
    return {"id": line.id, "runs": dump_runs(line.runs)}


def _dump_part(part: Part) -> Plain:
    return {
        "id": part.id,
        "kind": part.kind.value,
        "number": part.number,
        "level": part.level,
        "heading": dump_runs(part.heading),
        "clauses": [_dump_clause(clause) for clause in part.clauses],
        "parts": [_dump_part(below) for below in part.parts],
        "masthead": _dump_masthead(part.masthead) if part.masthead else None,
    }


def _dump_clause(clause: Clause) -> Plain:
    return {
        "id": clause.id,
        "number": clause.number,
        "mark": clause.mark,
        "opening": clause.opening,
        "runs": dump_runs(clause.runs),
        "clauses": [_dump_clause(child) for child in clause.clauses],
        **({"headings": clause.table.headings} if clause.table else {}),
        **({"heading": dump_runs(clause.heading)} if clause.heading else {}),
    }


def dump_runs(runs: Runs) -> Plain:
    """Words in their styles alone as values that the module json can write."""
    return [_dump_run(run) for run in runs]


def _dump_run(run: Run) -> Plain:
    plain: dict[str, Plain] = {"text": run.text}
    if run.style is not Style.PLAIN:
        plain["style"] = run.style.value
    if run.note:
        plain["note"] = run.note
    return plain


def dump_rows(rows: Sequence[Row]) -> Plain:
    """Rows alone as values that the module json can write."""
    return [
        [list(row.source), list(row.target), row.score, list(row.reasons), row.by_hand]
        for row in rows
    ]


def load(plain: object) -> Bitext:
    """The bitext that `dump` was given. Raises SerialError."""
    with _refusing():
        values = _object(plain)
        if values["schema"] != SCHEMA:
            raise ValueError(f"schema {SCHEMA} was expected")
        sides = [values["source"], *([] if values["target"] is None else [values["target"]])]
        places = map(_load_places, _list(values["places"]))
        source, *target = (
            _load_resolution(side)._replace(places=own)
            for side, own in zip(sides, places, strict=True)
        )
        return Bitext(
            source=source,
            target=target[0] if target else None,
            rows=_load_rows(values["rows"]),
            head=_load_rows(values["head"]),
            closing=_load_rows(values["closing"]),
        )


def load_resolution(plain: object) -> Resolution:
    """The language version that `dump_resolution` was given. Raises SerialError."""
    with _refusing():
        return _load_resolution(plain)


def load_rows(plain: object) -> tuple[Row, ...]:
    """The rows that `dump_rows` was given. Raises SerialError."""
    with _refusing():
        return _load_rows(plain)


@contextmanager
def _refusing() -> Iterator[None]:
    """The values come from outside and can be anything; what does not fit becomes a SerialError."""
    try:
        yield
    except KeyError as error:
        raise SerialError(f"{error} is missing") from error
    except (TypeError, ValueError) as error:
        raise SerialError(str(error)) from error
    except RecursionError as error:
        raise SerialError("it is nested too deeply") from error


def _load_resolution(plain: object) -> Resolution:
    values = _object(plain)
    return Resolution(
        masthead=_load_masthead(values["masthead"]),
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
        kind=DocumentKind(_text(values["kind"])),
        caveats=tuple(Caveat(_text(caveat)) for caveat in _list(values["caveats"])),
    )


def _load_places(plain: object) -> Places:
    values = _object(plain)
    return Places(_text(values["digest"]), tuple(map(_load_place, _list(values["known"]))))


def _load_place(plain: object) -> Place:
    id, page, box = _list(plain)
    edges = None if box is None else tuple(map(_measure, _list(box)))
    if edges is not None and len(edges) != 4:
        raise ValueError("a box has four edges")
    return Place(_text(id), _number(page) or 0, edges)


def _load_masthead(plain: object) -> Masthead:
    head = _object(plain)
    return Masthead(
        symbol=_text(head["symbol"]),
        organ=_text(head["organ"]),
        session=_number(head["session"]),
        agenda_item=_text(head["agenda_item"]),
        agenda_title=_text(head["agenda_title"]),
        title=_text(head["title"]),
        adopted=_text(head["adopted"]),
        meeting=_number(head["meeting"]),
        report=_text(head["report"]),
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
        number=_text(values["number"]),
        level=_number(values["level"]) or 0,
        parts=tuple(map(_load_part, _list(values["parts"]))),
        masthead=None if values["masthead"] is None else _load_masthead(values["masthead"]),
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
        table=Table(_number(values["headings"]) or 0) if "headings" in values else None,
        heading=_load_runs(values.get("heading", [])),
    )


def _load_footnote(plain: object) -> Footnote:
    values = _object(plain)
    return Footnote(_text(values["id"]), _text(values["mark"]), _load_runs(values["runs"]))


def _load_runs(plain: object) -> Runs:
    return tuple(
        Run(
            _text(run["text"]),
            Style(_text(run.get("style", "plain"))),
            _text(run.get("note", "")),
        )
        for run in map(_object, _list(plain))
    )


def _load_rows(plain: object) -> tuple[Row, ...]:
    return tuple(
        Row(
            tuple(map(_text, _list(source))),
            tuple(map(_text, _list(target))),
            _score(score),
            tuple(map(_text, _list(reasons))),
            _truth(by_hand),
        )
        for source, target, score, reasons, by_hand in map(_list, _list(plain))
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


def _score(plain: object) -> float:
    if not isinstance(plain, int | float) or not 0 <= plain <= 1:
        raise TypeError("a number from 0 to 1 was expected")
    return float(plain)


def _measure(plain: object) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise TypeError(f"a number was expected, not {_shown(plain)}")
    return float(plain)


def _truth(plain: object) -> bool:
    if not isinstance(plain, bool):
        raise TypeError(f"true or false was expected, not {_shown(plain)}")
    return plain


def _shown(plain: object) -> str:
    """A value in a message, cut short."""
    return repr(plain)[:40]
