"""The rows that a person corrected, kept in a database in the data folder.

They belong to the content of the two versions and not to their files, so that they are found again
wherever a copy of the same pair is opened, in either order. The documents themselves are never
written to. What reads the database is imported only when there is one.

The table `corrections` has what counts, and `former` what counted before and was replaced by what
contradicts it, or was too damaged to be read. Nothing that is kept is lost in any other way.
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
"""What PRAGMA user_version says of the database; counts up when its tables change. Those of
schema 1 had no table `former`, and kept a pair in the order in which it was opened."""
_PATIENCE = 0.2
"""Seconds to wait for another window that is writing; this one stands still meanwhile."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS corrections (pair TEXT PRIMARY KEY, symbol TEXT NOT NULL, "
    "rows TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS former (pair TEXT NOT NULL, symbol TEXT NOT NULL, "
    "rows TEXT NOT NULL, changed TEXT NOT NULL, replaced TEXT NOT NULL)",
)


class StoreError(UserError):
    """Corrections cannot be read or kept; the message is one sentence that names the file and the
    way out. `passes`: another window is writing, so it may be tried again."""

    def __init__(self, said: Message, passes: bool = False) -> None:
        super().__init__(said)
        self.passes = passes


class Kept(NamedTuple):
    """What is kept now. `rows` are those that were given unless another window, or an earlier one,
    had kept others: `theirs`, where this store knew of `before`. `remark` is a sentence about what
    could not be joined, None if all could."""

    rows: Rows
    before: Rows
    theirs: Rows
    remark: Message | None = None


class CorrectionStore:
    """The corrections in one database file, which need not exist, as one window knows them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: _Known | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever kept, at the price of one look at the folder."""
        return not self._file.exists()

    def find(self, bitext: Bitext) -> Rows | None:
        """The corrected rows of a pair with this content, None if none were kept. Raises
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
            raise self._unread(error) from error
        if rows is not None:
            self._known = _Known(keys.own, entries[0].pair, entries[0].rows, rows)
        return rows

    def keep(self, bitext: Bitext, rows: Rows | None) -> Kept:
        """Keeps the corrected rows of a pair; None are its automatic ones, for which there is
        nothing to keep. What was kept since this store read or kept it last is joined with them.
        All of it is written or nothing. Raises StoreError."""
        mine = bitext.rows if rows is None else rows
        if not _are_corrected(mine) and self.is_empty:
            return Kept(mine, mine, mine)
        import sqlite3

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as database, database:
                database.execute("BEGIN IMMEDIATE")
                for table in _TABLES:
                    database.execute(table)
                database.execute(f"PRAGMA user_version = {_SCHEMA}")
                kept, known = self._exchange(database, bitext, mine)
        except (sqlite3.Error, OSError) as error:
            raise self._unkept(error) from error
        self._known = known
        return kept

    def _exchange(
        self, database: sqlite3.Connection, bitext: Bitext, mine: Rows
    ) -> tuple[Kept, _Known | None]:
        """Puts rows in the place of those that are kept of a pair, joined with them."""
        keys = _keys(bitext)
        known = self._known if self._known and self._known.order == keys.own else None
        entries = _entries(database, keys)
        former = entries[1:]  # schema 1 could keep both orders
        remark = self._contradicted() if former else None
        before = theirs = known.rows if known else bitext.rows
        if not entries:
            theirs = bitext.rows
        elif known is None or known[1:3] != entries[0][:2]:
            try:
                theirs = _loaded(bitext, entries[0], keys)
            except ValueError:
                former, remark = entries, self._damaged()
        rows = mine
        if theirs != before:
            rows, contradict = join(before, mine, theirs)
            if contradict:
                former, remark = entries, self._contradicted()
        database.executemany(
            "INSERT INTO former VALUES (?, ?, ?, ?, datetime('now'))",
            [(entry.pair, entry.symbol, entry.rows, entry.changed) for entry in former],
        )
        database.execute("DELETE FROM corrections WHERE pair IN (?, ?)", keys)
        kept = Kept(rows, before, theirs, remark)
        if not _are_corrected(rows):
            return kept, None
        pair = min(keys.own, keys.turned)
        plain = dump_rows(rows if pair == keys.own else turned(rows))
        text = json.dumps(plain, separators=(",", ":"))
        database.execute(
            "INSERT INTO corrections VALUES (?, ?, ?, datetime('now'))",
            (pair, bitext.source.masthead.symbol, text),
        )
        return kept, _Known(keys.own, pair, text, rows)

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

    # What is said

    def _unread(self, error: Exception) -> StoreError:
        passes = _passes(error)
        said = (
            Message(
                "Your corrections in %1 cannot be read (%2), so the rows are shown as they were "
                "aligned; they come when it is free.",
                (str(self._file), _reason(error)),
            )
            if passes
            else Message(
                "Your corrections in %1 cannot be read (%2), so the rows are shown as they were "
                "aligned; rename the file to begin a new one.",
                (str(self._file), _reason(error)),
            )
        )
        return StoreError(said, passes)

    def _unkept(self, error: Exception) -> StoreError:
        passes = _passes(error)
        said = (
            Message(
                "The correction is shown but cannot be kept in %1 (%2); it will be when the file "
                "is free.",
                (str(self._file), _reason(error)),
            )
            if passes
            else Message(
                "The correction is shown but cannot be kept in %1 (%2); free the file, or rename "
                "it to begin a new one.",
                (str(self._file), _reason(error)),
            )
        )
        return StoreError(said, passes)

    def _contradicted(self) -> Message:
        return Message(
            "Another window had corrected some of these rows in another way; yours count now, and "
            "the others stay in the table “former” of %1.",
            (str(self._file),),
        )

    def _damaged(self) -> Message:
        return Message(
            "What was kept of these texts before cannot be read; your correction counts now, and "
            "the rest stays in the table “former” of %1.",
            (str(self._file),),
        )


def digest(bitext: Bitext) -> str:
    """What is the same for two pairs whenever their clauses and footnotes have the same ids and
    the same published words, in whichever order the two versions stand."""
    return min(_keys(bitext))


class _Keys(NamedTuple):
    """The digests of a pair in its own order and turned. Rows are kept in the order of the key
    that they are kept under, which is the smaller one since schema 2."""

    own: str
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
    """What the table `corrections` has of one pair; anything can stand in `rows`."""

    pair: str
    rows: object
    symbol: str
    changed: str


class _Known(NamedTuple):
    """What was read or kept last: the key of the pair in the order in which it is shown, the key
    and the text that its rows are kept by, and the rows."""

    order: str
    pair: str
    text: object
    rows: Rows


def _entries(database: sqlite3.Connection, keys: _Keys) -> list[_Entry]:
    """What is kept of a pair, the latest first; nothing in a database that is still empty."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'corrections'").fetchone():
        return []
    found = database.execute(
        "SELECT pair, rows, symbol, changed FROM corrections WHERE pair IN (?, ?) "
        "ORDER BY changed DESC",
        keys,
    )
    return [_Entry(*entry) for entry in found]


def _loaded(bitext: Bitext, entry: _Entry, keys: _Keys) -> Rows:
    """Rows as they were kept. Raises ValueError if they are damaged or not those of the bitext."""
    try:
        rows = load_rows(json.loads(entry.rows if isinstance(entry.rows, str) else ""))
    except RecursionError as error:
        raise SerialError("nested too deep") from error
    if entry.pair != keys.own:
        rows = turned(rows)
    if not fits(bitext, rows):
        raise SerialError("not rows of these texts")
    return rows


def _are_corrected(rows: Rows) -> bool:
    return any(row.by_hand for row in rows)


def _passes(error: Exception) -> bool:
    """Whether the database is only in use."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED


def _reason(error: Exception) -> str | Message:
    return Message("what was kept is damaged") if isinstance(error, ValueError) else reason(error)
