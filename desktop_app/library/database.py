"""The database of the corrections: opened, brought to the present schema, and checked for damage.

- It is opened for writing even to be read: a program killed while saving leaves a journal, and
  SQLite has to roll it back before anybody can read.
- Every entry has a digest of itself, and the table `seal` one of all entries. They reveal an entry
  changed on the disk, and a lost one.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from desktop_app.common.temporary import beside, remove_leftovers

SCHEMA = 3
"""PRAGMA user_version; counts up when the tables change. Those of schema 2 had no digests, and
those of schema 1 no table `former` either, and a pair in the order in which it was opened."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS corrections (pair TEXT PRIMARY KEY, digest TEXT NOT NULL, "
    "symbol TEXT NOT NULL, changed TEXT NOT NULL, rows TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS former (pair TEXT NOT NULL, symbol TEXT NOT NULL, "
    "rows TEXT NOT NULL, changed TEXT NOT NULL, replaced TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS seal (id INTEGER PRIMARY KEY, digest TEXT NOT NULL)",
)
_OUTSIDE = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOLFS,
}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


Pairs = tuple[str, str]
"""The keys of a pair, one for each order of the two versions."""
_Stored = tuple[object, ...]


class DamageError(ValueError):
    """An entry of the database is not what was written to it."""


TROUBLE = (sqlite3.Error, OSError, UnicodeError, MemoryError, OverflowError, DamageError)
"""The errors that a database can raise, whatever its file holds. SQLite puts bytes of a damaged
file into its sentences, which then need not be UTF-8."""


class Entry(NamedTuple):
    """The corrections of a pair. In a damaged database anything can stand there."""

    pair: object
    symbol: object
    changed: object
    rows: object


def is_busy(error: BaseException) -> bool:
    """Whether another window is writing to the database."""
    return _code(error) in _BUSY


def is_outside(error: BaseException) -> bool:
    """Whether the file cannot be had, whatever is in it."""
    return isinstance(error, OSError) or _code(error) in _OUTSIDE


def _code(error: BaseException) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def reading(file: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """The database to read one state from. `patience` are the seconds to wait for another window.
    Raises one of TROUBLE."""
    os.stat(file)  # says why it cannot be had, which SQLite does not
    with _opened(file, "rw", patience) as database:
        database.execute("BEGIN")
        yield database


@contextmanager
def writing(file: Path, patience: float, is_checked: bool) -> Iterator[sqlite3.Connection]:
    """The database to write to, in the present schema; it is made where there is none, and checked
    as a whole unless that `is_checked`. All that is done with it is written, or nothing. Raises one
    of TROUBLE."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file, "rwc", patience) as database, database:
        database.execute("PRAGMA synchronous = EXTRA")  # what was shown as saved is on the disk
        if not is_checked:
            _check(database)
        if 0 < _schema(database) < SCHEMA:
            _copy(database, file)
        database.execute("BEGIN IMMEDIATE")
        if _schema(database) < SCHEMA:
            _bring_up(database)
        yield database


def entries(database: sqlite3.Connection, pairs: Pairs) -> list[Entry]:
    """The entries of a pair, the latest first; none in a database that is still empty. Raises
    DamageError for entries changed since they were saved, and for a pair without entries if the
    database has lost any: they may have been these."""
    has_digests = _has_digests(database)
    if has_digests is None:
        return []
    rows = _rows(database, pairs, has_digests)
    if has_digests and not all(map(_is_sound, rows)):
        raise DamageError("an entry has changed")
    if has_digests and not rows and not _is_whole(database):
        raise DamageError("an entry is lost")
    return [Entry(*row[:4]) for row in rows]


def put(
    database: sqlite3.Connection, pairs: Pairs, entry: Entry | None, former: Iterable[Entry]
) -> None:
    """Replaces the entries of a pair by one or none, which gets the present time; `former` are kept
    beside it."""
    _keep_beside(database, former)
    database.execute("DELETE FROM corrections WHERE pair IN (?, ?)", pairs)
    if entry:
        (now,) = database.execute("SELECT datetime('now')").fetchone()
        digest = _digest(entry.pair, entry.rows)
        _insert(database, [(entry.pair, entry.symbol, now, entry.rows, digest)])
    _seal(database)


def set_damaged_aside(database: sqlite3.Connection, pairs: Pairs) -> tuple[bool, bool]:
    """Puts entries that are not as they were saved into the table `former`. Returns whether there
    were any of this pair, and whether there were others or some are lost."""
    is_whole = _is_whole(database)
    own = [row for row in _rows(database, pairs) if not _is_sound(row)]
    if is_whole and not own:
        return False, False
    rows = _rows(database)
    damaged = [row for row in rows if not _is_sound(row)]
    _keep_beside(database, (Entry(*row[:4]) for row in damaged))
    database.execute("DELETE FROM corrections")
    _insert(database, [row for row in rows if row not in damaged])
    _seal(database)
    return bool(own), not is_whole or len(damaged) > len(own)


@contextmanager
def _opened(file: Path, mode: str, patience: float) -> Iterator[sqlite3.Connection]:
    """The database, of this schema or an earlier one or still empty."""
    address = f"{file.absolute().as_uri()}?mode={mode}"
    with closing(
        sqlite3.connect(address, timeout=patience, isolation_level=None, uri=True)
    ) as database:
        database.text_factory = _text
        if _schema(database) > SCHEMA:
            raise sqlite3.DatabaseError("written by a later version of this program")
        yield database


def _schema(database: sqlite3.Connection) -> int:
    (schema,) = database.execute("PRAGMA user_version").fetchone()
    return int(schema)


def _check(database: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError for a database that is damaged: to write to it could destroy
    what is still sound."""
    (found,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError("database disk image is malformed")


def _has_digests(database: sqlite3.Connection) -> bool | None:
    """Whether the entries have digests, None in a database without entries. The columns tell it,
    and not the number of the schema alone, which can be damaged too."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(corrections)")]
    schema = _schema(database)
    if "digest" not in columns and (schema == SCHEMA or (schema and not columns)):
        raise sqlite3.DatabaseError("database disk image is malformed")
    return "digest" in columns if columns else None


def _copy(database: sqlite3.Connection, file: Path) -> None:
    """Copies a database of an earlier schema, before it is changed, to a file beside it."""
    copy = file.with_name(f"{file.stem}.schema-{_schema(database)}{file.suffix}")
    if copy.exists():
        return
    remove_leftovers(copy.parent)
    with beside(copy) as part:
        with open(part.descriptor, "wb", closefd=False) as out:
            out.write(database.serialize())
            out.flush()
            os.fsync(part.descriptor)
        part.close()  # Windows renames no open file
        os.replace(part.path, copy)


def _bring_up(database: sqlite3.Connection) -> None:
    """Makes the tables of the present schema, with the entries of an earlier one."""
    rows: list[_Stored] = []
    has_digests = _has_digests(database)
    if has_digests is False:
        rows = database.execute("SELECT pair, symbol, changed, rows FROM corrections").fetchall()
        database.execute("DROP TABLE corrections")
    for table in _TABLES:
        database.execute(table)
    _insert(database, [(*row, _digest(row[0], row[3])) for row in rows])
    if has_digests is not True:  # else the number of the schema is damaged, and more may be
        _seal(database)
    database.execute(f"PRAGMA user_version = {SCHEMA}")


def _rows(
    database: sqlite3.Connection, pairs: Pairs | None = None, has_digests: bool = True
) -> list[_Stored]:
    """The rows of a pair or all rows of the table `corrections`, the latest first."""
    return database.execute(
        f"SELECT pair, symbol, changed, rows, {'digest' if has_digests else 'NULL'} "
        f"FROM corrections {'WHERE pair IN (?, ?)' if pairs else ''} ORDER BY changed DESC",
        pairs or (),
    ).fetchall()


def _insert(database: sqlite3.Connection, rows: Iterable[_Stored]) -> None:
    """Puts rows as they are read into the table `corrections`."""
    texts = ", ".join(f"CAST(?{number} AS TEXT)" for number in (1, 5, 2, 3, 4))
    database.executemany(f"INSERT INTO corrections VALUES ({texts})", map(_raw, rows))


def _keep_beside(database: sqlite3.Connection, former: Iterable[Entry]) -> None:
    texts = ", ".join(f"CAST(?{number} AS TEXT)" for number in (1, 2, 4, 3))
    database.executemany(f"INSERT INTO former VALUES ({texts}, datetime('now'))", map(_raw, former))


def _text(raw: bytes) -> str:
    """A text of the database, whatever bytes it is."""
    return raw.decode("utf-8", "surrogateescape")


def _raw(row: _Stored) -> _Stored:
    """A row with the bytes of its texts."""
    return tuple(
        value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
        for value in row
    )


def _is_sound(row: _Stored) -> bool:
    return row[4] == _digest(row[0], row[3])


def _digest(*values: object) -> str:
    """The digest of texts; anything else counts as none."""
    hashed = sha256()
    for value in values:
        text = value if isinstance(value, str) else ""
        hashed.update(f"{text}\n".encode("utf-8", "surrogateescape"))
    return hashed.hexdigest()


def _whole(database: sqlite3.Connection) -> str:
    """The digest of all entries together."""
    rows = database.execute("SELECT pair, digest FROM corrections ORDER BY pair")
    return _digest(*(value for row in rows for value in row))


def _is_whole(database: sqlite3.Connection) -> bool:
    """Whether all entries are there that were saved."""
    sealed = database.execute("SELECT digest FROM seal WHERE id = 1").fetchone()
    return sealed is not None and sealed[0] == _whole(database)


def _seal(database: sqlite3.Connection) -> None:
    database.execute("INSERT OR REPLACE INTO seal VALUES (1, ?)", (_whole(database),))
