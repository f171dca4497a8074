"""The corrected rows of pairs, as their database keeps them.

The table `corrections` has the valid rows. The table `former` has earlier rows, replaced by
contradicting ones or too damaged to be read. Nothing is lost in any other way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.alignment.corrections.joining import fits, join_fitting, turned
from desktop_app.common.messages import Message, reason
from desktop_app.library import database
from desktop_app.library.results import Saved, StoreError
from desktop_app.resolution.serial import SerialError, dump_rows, load_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from desktop_app.alignment.corrections.tree import Rows
    from desktop_app.library.database import Entry
    from desktop_app.resolution.bitext import Bitext
    from desktop_app.resolution.model import Resolution

_PATIENCE = 0.2
"""Seconds to wait for another window that is writing; this one stands still meanwhile."""
_BUSY_TO_READ = Message(
    "Your corrections in %1 cannot be read (%2), so the rows are shown as they were aligned; they "
    "come when it is free."
)
_OUT_OF_REACH = Message(
    "Your corrections in %1 cannot be read (%2), so the rows are shown as they were aligned; open "
    "the texts again when it can be read."
)
_DAMAGED = Message(
    "Your corrections in %1 cannot be read (%2), so the rows are shown as they were aligned; "
    "correct them anew."
)
_UNREADABLE = Message(
    "Your corrections in %1 cannot be read (%2), so the rows are shown as they were aligned; "
    "rename the file to begin a new one."
)
_BUSY_TO_SAVE = Message(
    "The correction is shown but cannot be kept in %1 (%2); it will be when the file is free."
)
_UNSAVED = Message(
    "The correction is shown but cannot be kept in %1 (%2); free the file, or rename it to begin a "
    "new one."
)
_NO_ROOM_TO_SAVE = Message(
    "The correction is shown but cannot be kept in %1 (%2); free space on the disk, or let the "
    "file and its folder be written, and correct a row once more."
)


class StoredRows:
    """What one window knows of the rows in a database file. `patience` are the seconds to wait for
    another window that is writing, None for the usual ones."""

    def __init__(self, file: Path, patience: float | None = None) -> None:
        self._file = file
        self._patience = patience
        self._is_checked = False
        self._known: _Known | None = None

    def forget(self) -> None:
        """Forgets what was read or saved last."""
        self._known = None

    def find(self, bitext: Bitext) -> Rows | None:
        """The rows of a pair with this content, None if there are none. Raises StoreError."""
        self.forget()
        keys = _keys(bitext)
        try:
            with database.reading(self._file, self._seconds) as opened:
                entries = database.entries(opened, keys)
            rows = _loaded(bitext, entries[0], keys) if entries else None
        except (*database.TROUBLE, ValueError) as error:
            raise self._not_read(error) from error
        if rows is not None:
            self._known = _Known(
                shown=keys.shown, pair=entries[0].pair, text=entries[0].rows, rows=rows
            )
        return rows

    def save(self, bitext: Bitext, mine: Rows) -> Saved:
        """Saves the rows of a pair, joined with what was saved since they were read or saved here
        last. Raises StoreError."""
        try:
            with database.writing(self._file, self._seconds, self._is_checked) as opened:
                saved, known = self._replace(opened, bitext, mine)
        except database.TROUBLE as error:
            raise self._not_saved(error) from error
        self._is_checked = True
        self._known = known
        return saved

    @property
    def _seconds(self) -> float:
        return _PATIENCE if self._patience is None else self._patience

    def _replace(
        self, opened: sqlite3.Connection, bitext: Bitext, mine: Rows
    ) -> tuple[Saved, _Known | None]:
        """Puts rows in the place of those of the pair in the database, joined with them."""
        keys = _keys(bitext)
        own, others = database.set_damaged_aside(opened, keys)
        saved, former = self._joined(bitext, mine, database.entries(opened, keys), keys)
        if own or others:
            warning = self._damage() if own else self._damage_elsewhere()
            saved = replace(saved, warning=saved.warning or warning)
        if not _are_corrected(saved.rows):
            database.put(opened, keys, None, former)
            return saved, None
        pair = min(keys)
        plain = dump_rows(saved.rows if pair == keys.shown else turned(saved.rows))
        text = json.dumps(plain, separators=(",", ":"))
        entry = database.Entry(pair, bitext.source.masthead.symbol, "", text)
        database.put(opened, keys, entry, former)
        return saved, _Known(shown=keys.shown, pair=pair, text=text, rows=saved.rows)

    def _joined(
        self, bitext: Bitext, mine: Rows, entries: list[Entry], keys: _Keys
    ) -> tuple[Saved, list[Entry]]:
        """Rows joined with the entries of their pair, and the entries that go to `former`."""
        known = self._known if self._known and self._known.shown == keys.shown else None
        former = entries[1:]  # schema 1 could have both orders
        warning = self._contradiction() if former else None
        before = theirs = known.rows if known else bitext.rows
        if not entries:
            theirs = bitext.rows
        elif known is None or (known.pair, known.text) != (entries[0].pair, entries[0].rows):
            try:
                theirs = _loaded(bitext, entries[0], keys)
            except ValueError:
                former, warning = entries, self._damage()
        rows = mine
        if theirs != before:
            rows, contradict = join_fitting(bitext, before, mine, theirs)
            if contradict:
                former, warning = entries, self._contradiction()
        return Saved(rows=rows, before=before, theirs=theirs, warning=warning), former

    def _not_read(self, error: Exception) -> StoreError:
        message = _UNREADABLE
        if database.is_busy(error):
            message = _BUSY_TO_READ
        elif database.is_outside(error):
            message = _OUT_OF_REACH
        elif isinstance(error, ValueError) and not isinstance(error, UnicodeError):
            message = _DAMAGED  # these rows alone, and not the file
        return self._error(message, error)

    def _not_saved(self, error: Exception) -> StoreError:
        if database.is_busy(error):
            return self._error(_BUSY_TO_SAVE, error)
        return self._error(_NO_ROOM_TO_SAVE if database.is_outside(error) else _UNSAVED, error)

    def _error(self, message: Message, error: Exception) -> StoreError:
        why = _reason(error)
        message = message._replace(arguments=(str(self._file), why))
        return StoreError(message, why, database.is_busy(error))

    def _contradiction(self) -> Message:
        return Message(
            "Another window had corrected some of these rows in another way; yours count now, and "
            "the others stay in the table “former” of %1.",
            (str(self._file),),
        )

    def _damage(self) -> Message:
        return Message(
            "What was kept of these texts before cannot be read; your correction counts now, and "
            "the rest stays in the table “former” of %1.",
            (str(self._file),),
        )

    def _damage_elsewhere(self) -> Message:
        return Message(
            "Corrections of other texts in %1 are damaged; what is left of them stays in the table "
            "“former”.",
            (str(self._file),),
        )


def digest(bitext: Bitext) -> str:
    """The key of a pair: the same for two pairs whose clauses and footnotes have the same ids and
    the same published words, in whichever order the two versions stand."""
    return min(_keys(bitext))


class _Keys(NamedTuple):
    """The digests of a pair in the order in which it is shown, and turned. An entry has its rows
    in the order of its key, which is the smaller of the two since schema 2."""

    shown: str
    turned: str


def _keys(bitext: Bitext) -> _Keys:
    sides = [_content(side) for side in (bitext.source, bitext.target) if side]
    return _Keys(_hash(sides), _hash(sides[::-1]))


def _content(side: Resolution) -> str:
    return json.dumps(
        [
            [[clause.id, clause.text] for clause in side.walk()],
            [[note.id, note.text] for note in side.footnotes],
        ]
    )


def _hash(sides: Iterable[str]) -> str:
    return sha256(f"[{', '.join(sides)}]".encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The state last read or saved: the key of the pair in the order shown, key and text of its
    entry, and its rows."""

    shown: str
    pair: object
    text: object
    rows: Rows


def _loaded(bitext: Bitext, entry: Entry, keys: _Keys) -> Rows:
    """The rows of an entry. Raises ValueError if they are damaged or do not fit the bitext."""
    try:
        rows = load_rows(json.loads(entry.rows if isinstance(entry.rows, str) else ""))
    except RecursionError as error:
        raise SerialError("nested too deep") from error
    if entry.pair != keys.shown:
        rows = turned(rows)
    if not fits(bitext, rows):
        raise SerialError("not rows of these texts")
    return rows


def _are_corrected(rows: Rows) -> bool:
    return any(row.by_hand for row in rows)


def _reason(error: Exception) -> str | Message:
    return Message("what was kept is damaged") if isinstance(error, ValueError) else reason(error)
