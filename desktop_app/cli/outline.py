"""A resolution and its rows as JSON and as text, for the commands `show` and `align`."""

import json
from collections.abc import Iterator, Sequence

from desktop_app.opening.marc import MarcRecord
from desktop_app.resolution.bitext import Bitext, Finding, Row, spans_text
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Clause, Part, Resolution
from desktop_app.resolution.plain import plain_words
from desktop_app.resolution.serial import Plain
from desktop_app.resolution.tables import lined_up, printed_rows
from desktop_app.resolution.trust import trust


def as_json(
    resolution: Resolution, indent: int | None = 2, record: MarcRecord | None = None
) -> str:
    """The resolution as JSON (resources/help/en/json.md), on one line without an `indent`; what it
    does not state is null. What a catalogue's record says is below `record`."""
    head = resolution.masthead
    document: dict[str, Plain] = {
        "kind": resolution.kind.value,
        "symbol": head.symbol or None,
        "language": resolution.language,
        "script": resolution.script or None,
        "organ": head.organ or None,
        "session": head.session,
        "agenda_item": head.agenda_item or None,
        "title": head.title or None,
        "adopted": head.adopted or None,
        "meeting": head.meeting,
        "report": head.report or None,
        "provenance": resolution.provenance.value,
        "parts": [_part(part) for part in resolution.parts],
        "footnotes": [
            {"id": note.id, "mark": note.mark, "text": plain_words(note.runs)}
            for note in resolution.footnotes
        ],
    }
    if record:
        document["record"] = {
            "symbols": [*record.symbols],
            "title": record.title or None,
            "date": record.date or None,
            "subjects": [*record.subjects],
            "agenda": [*record.agenda],
            "vote": [*record.vote],
        }
    return json.dumps(document, ensure_ascii=False, indent=indent)


def _part(part: Part) -> dict[str, Plain]:
    values: dict[str, Plain] = {
        "id": part.id,
        "kind": part.kind.value,
        "number": part.number or None,
        "level": part.level,
        "heading": plain_words(part.heading) or None,
        "clauses": [_clause(clause) for clause in part.clauses],
        "parts": [_part(below) for below in part.parts],
    }
    if part.masthead:  # of one of several resolutions
        values |= {
            "symbol": part.masthead.symbol or None,
            "title": part.masthead.title or None,
            "adopted": part.masthead.adopted or None,
            "meeting": part.masthead.meeting,
        }
    return values


def _clause(clause: Clause) -> dict[str, Plain]:
    table = {"table": _cells(clause)} if clause.table else {}
    return {
        "id": clause.id,
        "label": label(clause.id),
        "number": clause.number or None,
        "opening": clause.opening,
        "text": plain_words(clause.runs),
        **table,
        "notes": list(clause.notes),
        "clauses": [_clause(child) for child in clause.clauses],
    }


def _cells(clause: Clause) -> Plain:
    return [[plain_words(cell) for cell in row] for row in printed_rows(clause.runs)]


def as_text(resolution: Resolution) -> str:
    """The whole document for reading in a terminal."""
    return "\n".join(_text_lines(resolution))


def _text_lines(resolution: Resolution) -> Iterator[str]:
    yield f"[{trust(resolution)}]"
    for line in resolution.head:
        yield plain_words(line.runs)
    for part in resolution.divisions():
        yield ""
        if part.heading:
            yield plain_words(part.heading)
        for clause in part.own():
            indent = "  " * clause.id.count(".")
            lines = lined_up(clause.runs) if clause.table else [plain_words(clause.runs)]
            before = f"{indent}{label(clause.id):<8} "
            yield before + lines[0]
            yield from (" " * len(before) + line for line in lines[1:])
    if resolution.closing:
        yield ""
    for line in resolution.closing:
        yield plain_words(line.runs)
    if resolution.footnotes:
        yield ""
    for note in resolution.footnotes:
        yield f"[{note.mark}] {plain_words(note.runs)}"


def rows_as_json(bitext: Bitext) -> str:
    """The rows as JSON (resources/help/en/json.md)."""
    rows = [
        {"source": list(row.source), "target": list(row.target), "score": row.score}
        for row in bitext.rows
    ]
    return json.dumps({"rows": rows}, ensure_ascii=False, indent=2)


def findings_as_json(bitext: Bitext, findings: Sequence[Finding]) -> str:
    """The findings of an audit as JSON (resources/help/en/json.md)."""
    document = [
        {
            "kind": finding.kind,
            "source": list(finding.source),
            "target": list(finding.target),
            "source_text": spans_text(bitext.source, finding.source_spans),
            "target_text": spans_text(bitext.target, finding.target_spans),
            "message": finding.sentence,
        }
        for finding in findings
    ]
    return json.dumps({"findings": document}, ensure_ascii=False, indent=2)


def rows_as_text(bitext: Bitext) -> str:
    """A line a row: labels, score, and how both sides begin."""
    texts = [
        {clause.id: plain_words(clause.runs) for clause in side.walk()}
        | {note.id: plain_words(note.runs) for note in side.footnotes}
        for side in (bitext.source, bitext.target)
        if side
    ]
    return "\n".join(_row_line(row, texts[0], texts[-1]) for row in bitext.rows)


def _row_line(row: Row, source: dict[str, str], target: dict[str, str]) -> str:
    sides = ((row.source, source), (row.target, target))
    labels = " | ".join(", ".join(map(label, ids)) or "—" for ids, _ in sides)
    starts = " | ".join(" / ".join(texts[id][:24] for id in ids) or "—" for ids, texts in sides)
    return f"{labels:<22} {row.score:.2f}  {starts}"
