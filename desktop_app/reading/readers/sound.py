"""What must be true of a text that comes with its structure, as it is of every text that is read: a
file can say anything."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from desktop_app.grammar.languages import OFFICIAL, UNKNOWN
from desktop_app.grammar.scripts import SCRIPT_NAMES, SCRIPTS
from desktop_app.resolution.labels import RESOLUTION
from desktop_app.resolution.model import Clause, Masthead, PartKind, Resolution, Runs, Style
from desktop_app.resolution.serial import SerialError
from desktop_app.resolution.tables import rows
from desktop_app.resolution.variants import CONFIGURATIONS

_ID = re.compile(r"[^\W_][\w -]{0,60}(?:\.[^\W_][\w -]{0,60}){0,40}")
_DEEPEST = 40
"""Levels of parts and of sub-paragraphs; resolutions have five."""
_MOST = 100_000
"""More than the number of any session and any meeting."""


def check(text: Resolution) -> None:
    """Raises SerialError for a text that is none as this program reads them."""
    if text.language not in (*OFFICIAL, UNKNOWN.code):
        raise SerialError(f"{text.language[:20]!r} is no language of the United Nations")
    if text.script and text.script not in SCRIPTS and text.script not in SCRIPT_NAMES:
        raise SerialError(f"{text.script[:20]!r} is no script of these languages")
    if text.converted and text.converted not in CONFIGURATIONS:
        raise SerialError(f"{text.converted[:20]!r} is no conversion of scripts")
    _check_ids(text)
    _check_clauses(text)
    for masthead in (text.masthead, *(part.masthead for part in text.divisions())):
        if masthead:
            _check_masthead(masthead)
    notes = {note.id for note in text.footnotes}
    for runs in _all_runs(text):
        for run in runs:
            if not run.text or (
                run.note and (run.style is not Style.MARK or run.note not in notes)
            ):
                raise SerialError(f"{run.text[:20]!r} calls no footnote that there is")


def _check_ids(text: Resolution) -> None:
    ids = [clause.id for clause in text.walk()]
    ids += [line.id for line in (*text.head, *text.closing)]
    ids += [note.id for note in text.footnotes]
    parts = [part.id for part in text.divisions()]
    for id in (*ids, *parts):
        if not _ID.fullmatch(id):
            raise SerialError(f"{id[:40]!r} is no id")
    for known in (ids, parts):
        id, count = Counter(known).most_common(1)[0] if known else ("", 0)
        if count > 1:
            raise SerialError(f"the id {id!r} is there twice")


def _check_clauses(text: Resolution) -> None:
    for part in text.divisions():
        if part.level > _DEEPEST or part.level < 0:
            raise SerialError(f"{part.id[:40]!r} stands too deep")
        if part.kind is PartKind.RESOLUTION and not re.fullmatch(RESOLUTION, part.id):
            raise SerialError(f"{part.id[:40]!r} is no id of a resolution")
    for clause in text.walk():
        if not clause.text.startswith(clause.opening):
            raise SerialError(f"{clause.id[:40]!r} does not begin with its opening words")
        if clause.table and not _is_table(clause):
            raise SerialError(f"{clause.id[:40]!r} is no table")


def _is_table(clause: Clause) -> bool:
    """Whether the words of a table are rows of as many cells."""
    widths = {len(row) for row in rows(clause.runs)}
    headings = clause.table.headings if clause.table else 0
    return len(widths) <= 1 and not clause.clauses and headings >= 0


def _check_masthead(masthead: Masthead) -> None:
    if any(not 0 <= (number or 0) < _MOST for number in (masthead.session, masthead.meeting)):
        raise SerialError("the session or the meeting is no such number")
    if masthead.adopted:
        try:
            date.fromisoformat(masthead.adopted)
        except ValueError as error:
            raise SerialError(str(error)) from error


def _all_runs(text: Resolution) -> Iterator[Runs]:
    yield from (line.runs for line in (*text.head, *text.closing))
    yield from (part.heading for part in text.divisions())
    for clause in text.walk():
        yield clause.runs
        yield clause.heading
    yield from (note.runs for note in text.footnotes)
