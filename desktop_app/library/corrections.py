"""The rows that a person corrected, in a database in the data folder.

They belong to the content of the two versions and not to their files, so they are found again
wherever a copy of the same pair is opened, in either order. The documents themselves are never
written to. SQLite is imported only when there is a database.

The table `corrections` has the rows that count. The table `former` has those that counted before
and were replaced by others that contradict them, or were too damaged to be read. Nothing is lost in
any other way.
"""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.alignment.corrections.joining import fits, join, turned
from desktop_app.alignment.corrections.tree import Rows
from desktop_app.common.messages import Message, UserError, reason
from desktop_app.resolution.serial import SerialError, dump_rows, load_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from desktop_app.resolution.bitext import Bitext
    from desktop_app.resolution.model import Resolution

_SCHEMA = 2
"""PRAGMA user_version of the database; counts up when its tables change. Those of schema 1 had no
table `former`, and had a pair in the order in which it was opened."""
_PATIENCE = 0.2
"""Seconds to wait for another window that is writing; this one stands still meanwhile."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS corrections (pair TEXT PRIMARY KEY, symbol TEXT NOT NULL, "
    "rows TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS former (pair TEXT NOT NULL, symbol TEXT NOT NULL, "
    "rows TEXT NOT NULL, changed TEXT NOT NULL, replaced TEXT NOT NULL)",
)


class StoreError(UserError):
    """Corrections cannot be read or saved; the message is one sentence that names the file and the
    way out. `is_busy`: another window is writing, so it may be tried again."""

    def __init__(self, message: Message, is_busy: bool = False) -> None:
        super().__init__(message)
        self.is_busy = is_busy


class Saved(NamedTuple):
    """What `save` has written. `rows` are those it was given, joined with `theirs`, which another
    window saved since this one knew of `before`; equal where none did. `warning` is a sentence on
    what could not be joined."""

    rows: Rows
    before: Rows
    theirs: Rows
    warning: Message | None = None


class CorrectionStore:
    """The corrections in one database file, which need not exist, as one window knows them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: _Known | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved, at the price of one look at the folder."""
        return not self._file.exists()

    def find(self, bitext: Bitext) -> Rows | None:
        """The corrected rows of a pair with this content, None if there are none. Raises
        StoreError."""
        self._known = None
        if self.is_empty:
            return None
        import sqlite3

        keys = _keys(bitext)
        try:
            with closing(self._open(read_only=True)) as database:
                entries = _entries(database, keys)
            rows = _loaded(bitext, entries[0], keys) if entries else None
        except (sqlite3.Error, OSError, ValueError) as error:
            raise self._not_read(error) from error
        if rows is not None:
            self._known = _Known(keys.shown, entries[0].pair, entries[0].rows, rows)
        return rows

    def save(self, bitext: Bitext, rows: Rows | None) -> Saved:
        """Saves the corrected rows of a pair, None for its automatic ones, which take the place of
        its entry. What was saved since this store read or saved it last is joined with them. All of
        it is written or nothing. Raises StoreError."""
        mine = bitext.rows if rows is None else rows
        if not _are_corrected(mine) and self.is_empty:
            return Saved(mine, mine, mine)
        import sqlite3

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as database, database:
                database.execute("BEGIN IMMEDIATE")
                for table in _TABLES:
                    database.execute(table)
                database.execute(f"PRAGMA user_version = {_SCHEMA}")
                saved, known = self._replace(database, bitext, mine)
        except (sqlite3.Error, OSError) as error:
            raise self._not_saved(error) from error
        self._known = known
        return saved

    def _replace(
        self, database: sqlite3.Connection, bitext: Bitext, mine: Rows
    ) -> tuple[Saved, _Known | None]:
        """Puts rows in the place of those of the pair in the database, joined with them."""
        keys = _keys(bitext)
        entries = _entries(database, keys)
        saved, former = self._joined(bitext, mine, entries, keys)
        database.executemany(
            "INSERT INTO former VALUES (?, ?, ?, ?, datetime('now'))",
            [(entry.pair, entry.symbol, entry.rows, entry.changed) for entry in former],
        )
        database.execute("DELETE FROM corrections WHERE pair IN (?, ?)", keys)
        if not _are_corrected(saved.rows):
            return saved, None
        pair = min(keys)
        plain = dump_rows(saved.rows if pair == keys.shown else turned(saved.rows))
        text = json.dumps(plain, separators=(",", ":"))
        database.execute(
            "INSERT INTO corrections VALUES (?, ?, ?, datetime('now'))",
            (pair, bitext.source.masthead.symbol, text),
        )
        return saved, _Known(keys.shown, pair, text, saved.rows)

    def _joined(
        self, bitext: Bitext, mine: Rows, entries: list[_Entry], keys: _Keys
    ) -> tuple[Saved, list[_Entry]]:
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
            rows, contradict = join(before, mine, theirs)
            if contradict:
                former, warning = entries, self._contradiction()
        return Saved(rows, before, theirs, warning), former

    def _open(self, read_only: bool = False) -> sqlite3.Connection:
        """The database, of this schema or an earlier one or still empty. Raises sqlite3.Error."""
        import sqlite3

        address = f"{self._file.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        database = sqlite3.connect(address, timeout=_PATIENCE, isolation_level=None, uri=True)
        try:
            (schema,) = database.execute("PRAGMA user_version").fetchone()
            if schema > _SCHEMA:
                raise sqlite3.DatabaseError("written by a later version of this program")
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _not_read(self, error: Exception) -> StoreError:
        facts = (str(self._file), _reason(error))
        if _is_busy(error):
            return StoreError(
                Message(
                    "Your corrections in %1 cannot be read (%2), so the rows are shown as they "
                    "were aligned; they come when it is free.",
                    facts,
                ),
                is_busy=True,
            )
        return StoreError(
            Message(
                "Your corrections in %1 cannot be read (%2), so the rows are shown as they were "
                "aligned; rename the file to begin a new one.",
                facts,
            )
        )

    def _not_saved(self, error: Exception) -> StoreError:
        facts = (str(self._file), _reason(error))
        if _is_busy(error):
            return StoreError(
                Message(
                    "The correction is shown but cannot be kept in %1 (%2); it will be when the "
                    "file is free.",
                    facts,
                ),
                is_busy=True,
            )
        return StoreError(
            Message(
                "The correction is shown but cannot be kept in %1 (%2); free the file, or rename "
                "it to begin a new one.",
                facts,
            )
        )

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
    from hashlib import sha256

    return sha256(f"[{', '.join(sides)}]".encode("ascii")).hexdigest()


class _Entry(NamedTuple):
    """A row of the table `corrections`; anything can stand in `rows`."""

    pair: str
    rows: object
    symbol: str
    changed: str


class _Known(NamedTuple):
    """What was read or saved last: the key of the pair in the order in which it is shown, key and
    text of its entry, and its rows."""

    shown: str
    pair: str
    text: object
    rows: Rows


def _entries(database: sqlite3.Connection, keys: _Keys) -> list[_Entry]:
    """The entries of a pair, the latest first; none in a database that is still empty."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'corrections'").fetchone():
        return []
    found = database.execute(
        "SELECT pair, rows, symbol, changed FROM corrections WHERE pair IN (?, ?) "
        "ORDER BY changed DESC",
        keys,
    )
    return [_Entry(*entry) for entry in found]


def _loaded(bitext: Bitext, entry: _Entry, keys: _Keys) -> Rows:
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


def _is_busy(error: Exception) -> bool:
    """Whether another window is writing to the database."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED


def _reason(error: Exception) -> str | Message:
    return Message("what was kept is damaged") if isinstance(error, ValueError) else reason(error)
