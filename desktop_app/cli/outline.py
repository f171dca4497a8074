"""A resolution and its rows as JSON and as text, for the commands `show` and `align`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.alignment.links.link import Link
from desktop_app.opening.marc import MarcRecord
from desktop_app.resolution.bitext import Bitext, Finding, Row, spans_text
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import (
    Clause,
    Part,
    Places,
    Provenance,
    Resolution,
    Run,
    Runs,
)
from desktop_app.resolution.plain import plain_words
from desktop_app.resolution.serial import Plain, dump_runs
from desktop_app.resolution.tables import lined_up, printed_rows
from desktop_app.resolution.trust import trust


def as_json(
    resolution: Resolution, indent: int | None = 2, record: MarcRecord | None = None
) -> str:
    """The resolution as JSON (resources/help/en/json.md), on one line without an `indent`; what it
    does not state is null. What a catalogue's record says is below `record`."""
    head = resolution.masthead
    pages = _Pages(resolution.places)
    document: dict[str, Plain] = {
        "kind": resolution.kind.value,
        "symbol": head.symbol or None,
        "language": resolution.language,
        "script": resolution.script or None,
        "organ": head.organ or None,
        "session": head.session,
        "agenda_item": head.agenda_item or None,
        "agenda_title": head.agenda_title or None,
        "title": head.title or None,
        "adopted": head.adopted or None,
        "meeting": head.meeting,
        "report": head.report or None,
        **_origin(resolution),
        "head": [{"id": line.id, **_words("text", line.runs)} for line in resolution.head],
        "parts": [_part(part, pages) for part in resolution.parts],
        "closing": [{"id": line.id, **_words("text", line.runs)} for line in resolution.closing],
        "footnotes": [
            {"id": note.id, "mark": note.mark, **_words("text", note.runs), **pages(note.id)}
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


class _Pages:
    """The pages of what has any, by its id."""

    def __init__(self, places: Places) -> None:
        self._known: dict[str, dict[int, None]] = defaultdict(dict)
        for place in places.known:
            self._known[place.id][place.page] = None

    def __call__(self, id: str) -> dict[str, Plain]:
        return {"pages": list(self._known[id])} if id in self._known else {}


def _origin(resolution: Resolution) -> dict[str, Plain]:
    """Where the text comes from, and what was done to it; fields of what was not done are left
    out."""
    is_converted = bool(resolution.converted)
    values: dict[str, Plain] = {
        "provenance": (Provenance.CONVERTED if is_converted else resolution.provenance).value,
        "address": resolution.address or None,
    }
    if is_converted:
        values |= {
            "published_provenance": resolution.provenance.value,
            "converted": resolution.converted,
            "converted_from": resolution.converted_from,
        }
    if resolution.caveats:
        values["caveats"] = [caveat.value for caveat in resolution.caveats]
    return values


def _words(key: str, runs: Runs) -> dict[str, Plain]:
    """Words as characters alone, with their runs where these say more."""
    text = plain_words(runs)
    alone = (Run(text),) if text else ()
    values: dict[str, Plain] = {key: text}
    return values if runs == alone else values | {"runs": dump_runs(runs)}


def _part(part: Part, pages: _Pages) -> dict[str, Plain]:
    values: dict[str, Plain] = {
        "id": part.id,
        "kind": part.kind.value,
        "number": part.number or None,
        "level": part.level,
        "heading": None,
        **(_words("heading", part.heading) if part.heading else {}),
        "clauses": [_clause(clause, pages) for clause in part.clauses],
        "parts": [_part(below, pages) for below in part.parts],
    }
    if part.masthead:  # of one of several resolutions
        values |= {field: value or None for field, value in part.masthead._asdict().items()}
    return values


def _heading(clause: Clause) -> dict[str, Plain]:
    """The heading above a sub-paragraph, if it has one."""
    if not clause.heading:
        return {}
    values = _words("heading", clause.heading)
    return {{"runs": "heading_runs"}.get(key, key): value for key, value in values.items()}


def _clause(clause: Clause, pages: _Pages) -> dict[str, Plain]:
    table: dict[str, Plain] = {}
    if clause.table:
        table = {"table": _cells(clause), "headings": clause.table.headings}
    return {
        "id": clause.id,
        "label": label(clause.id),
        "number": clause.number or None,
        "mark": clause.mark or None,
        "opening": clause.opening,
        **_heading(clause),
        **_words("text", clause.runs),
        **table,
        **pages(clause.id),
        "notes": list(clause.notes),
        "clauses": [_clause(child, pages) for child in clause.clauses],
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
            if clause.heading:
                yield indent + plain_words(clause.heading)
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


def rows_as_json(bitext: Bitext, links: Iterable[Sequence[Link]] | None = None) -> str:
    """The rows as JSON (resources/help/en/json.md), with the links of each if they are given."""
    rows: list[dict[str, Plain]] = [
        {"source": list(row.source), "target": list(row.target), "score": row.score}
        for row in bitext.rows
    ]
    if links is not None:
        for row, own in zip(rows, links, strict=True):
            row["links"] = [
                {"source": list(link.source), "target": list(link.target), "kind": link.kind.value}
                for link in own
            ]
    return json.dumps({"rows": rows}, ensure_ascii=False, indent=2)


def findings_as_json(bitext: Bitext, findings: Sequence[Finding]) -> str:
    """The findings of an audit as JSON (resources/help/en/json.md)."""
    document = [
        {
            "kind": finding.kind,
            "check": finding.check,
            "severity": finding.severity,
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
