"""Corrections that are kept: found again by content, and harmless where they cannot be."""

import errno
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.corrections.joining import fits, turned
from desktop_app.alignment.corrections.operations import merge, restore, split, unpair
from desktop_app.alignment.corrections.tree import Rows
from desktop_app.library import database, stored_rows
from desktop_app.library.corrections import CorrectionStore
from desktop_app.library.results import Saved, StoreError
from desktop_app.library.stored_rows import digest
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.serial import dump_rows
from tests.support.texts import EN, ZH, read

_BITEXT = align(read(ZH), read(EN))
_ROWS = split(_BITEXT, 5)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deep" / "corrections.sqlite"


@pytest.fixture
def store(file: Path) -> CorrectionStore:
    found = CorrectionStore(file)
    found.save(_BITEXT, _ROWS)
    return found


def test_what_was_corrected_is_found(store: CorrectionStore, file: Path) -> None:
    assert store.find(_BITEXT) == _ROWS
    assert CorrectionStore(file).find(_BITEXT) == _ROWS


def test_a_copy_with_other_spaces_between_its_paragraphs_is_the_same_pair(
    store: CorrectionStore,
) -> None:
    again = align(read(ZH.replace("\n\n", "\n\n\n")), read(EN))
    assert store.find(again) == _ROWS


@pytest.mark.parametrize(
    "other",
    [
        align(read(ZH), read(EN.replace("Calls upon", "Calls  on"))),
        alone(read(ZH)),
    ],
    ids=["another word", "one side alone"],
)
def test_another_content_is_another_pair(store: CorrectionStore, other: Bitext) -> None:
    assert digest(other) != digest(_BITEXT)
    assert store.find(other) is None


def test_the_rows_are_no_part_of_the_content() -> None:
    assert digest(_BITEXT._replace(rows=_ROWS)) == digest(_BITEXT)


def test_the_last_correction_replaces_the_one_before(store: CorrectionStore) -> None:
    later = merge(_BITEXT, 0)
    store.save(_BITEXT, later)
    assert store.find(_BITEXT) == later
    store.save(_BITEXT, None)
    assert store.find(_BITEXT) is None


def test_nothing_is_made_where_nothing_was_corrected(file: Path) -> None:
    store = CorrectionStore(file)
    assert store.is_empty
    assert store.find(_BITEXT) is None
    store.save(_BITEXT, None)
    assert not file.parent.exists()


def _done(file: Path, *statements: str) -> None:
    with sqlite3.connect(file) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def _written(file: Path, rows: str) -> None:
    """An entry with other rows, and with their digest."""
    with sqlite3.connect(file) as opened:
        (pair,) = opened.execute("SELECT pair FROM corrections").fetchone()
        database.put(opened, (pair, pair), database.Entry(pair, "", "", rows), ())
    opened.close()


_RENAME, _CORRECT = "rename the file to begin a new one.", "correct them anew."
_DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "no database": (lambda file: file.write_bytes(b"no database at all" * 100), _RENAME),
    "cut off": (lambda file: file.write_bytes(file.read_bytes()[:700]), _RENAME),
    "a later version": (lambda file: _done(file, "PRAGMA user_version = 4"), _RENAME),
    "no UTF-8 in the schema": (
        lambda file: file.write_bytes(file.read_bytes().replace(b"CREATE", b"CRE\xffTE")),
        _RENAME,
    ),
    "no JSON": (lambda file: _written(file, "{"), _CORRECT),
    "other JSON": (lambda file: _written(file, '[["a", 1]]'), _CORRECT),
    "deep": (lambda file: _written(file, "[" * 100_000), _CORRECT),
    "rows of another text": (
        lambda file: _written(file, '[[["pp1"], ["pp1"], 1.0, [], true]]'),
        _CORRECT,
    ),
    "a number without end": (
        lambda file: _written(file, f'[[["pp1"], ["pp1"], {"9" * 5000}, [], true]]'),
        _CORRECT,
    ),
    "a great number": (
        lambda file: _written(file, f'[[["pp1"], ["pp1"], {"9" * 400}, [], true]]'),
        _CORRECT,
    ),
    "rows that changed on the disk": (
        lambda file: _done(file, "UPDATE corrections SET rows = replace(rows, 'true', 'false')"),
        _CORRECT,
    ),
    "no UTF-8": (
        lambda file: _done(file, "UPDATE corrections SET rows = CAST(x'c3' AS TEXT)"),
        _CORRECT,
    ),
    "a number for rows": (lambda file: _done(file, "UPDATE corrections SET rows = 1"), _CORRECT),
    "another key": (lambda file: _done(file, "UPDATE corrections SET pair = 'x'"), _CORRECT),
    "an entry lost": (lambda file: _done(file, "DELETE FROM corrections"), _CORRECT),
    "a table lost": (lambda file: _done(file, "DROP TABLE corrections"), _RENAME),
}


@pytest.mark.parametrize(("damage", "way_out"), _DAMAGE.values(), ids=_DAMAGE)
def test_damage_is_said_in_one_sentence_that_names_the_file(
    store: CorrectionStore, file: Path, damage: Callable[[Path], object], way_out: str
) -> None:
    damage(file)
    with pytest.raises(StoreError) as caught:
        store.find(_BITEXT)
    sentence = str(caught.value)
    assert sentence.startswith(f"Your corrections in {file} cannot be read (")
    assert sentence.endswith(way_out)
    assert not caught.value.is_busy
    assert "\n" not in sentence
    assert file.exists()


@pytest.mark.parametrize(("damage", "way_out"), _DAMAGE.values(), ids=_DAMAGE)
def test_after_damage_a_correction_is_kept_or_it_is_said_that_it_is_not(
    store: CorrectionStore, file: Path, damage: Callable[[Path], object], way_out: str
) -> None:
    damage(file)
    before = file.read_bytes()
    store = CorrectionStore(file)
    later = merge(_BITEXT, 0)
    if way_out == _RENAME:
        with pytest.raises(StoreError, match="is shown but cannot be kept"):
            store.save(_BITEXT, later)
        assert file.read_bytes() == before
    else:
        assert store.save(_BITEXT, later).rows == later
        assert CorrectionStore(file).find(_BITEXT) == later


def test_what_changed_on_the_disk_of_other_texts_is_said_and_set_aside(
    store: CorrectionStore, file: Path
) -> None:
    others = [align(read(ZH), read(EN.replace("Urges", word))) for word in ("Asks", "Begs", "Bids")]
    for other in others:
        store.save(other, merge(other, 0))
    _done(file, f"UPDATE corrections SET pair = 'x' WHERE pair = '{digest(others[0])}'")
    assert store.find(others[1]) == merge(others[1], 0)  # is as it was saved
    with pytest.raises(StoreError, match=_CORRECT):
        store.find(others[0])
    assert store.find(others[2]) == merge(others[2], 0)
    saved = store.save(others[2], merge(others[2], 1))
    assert _warning(saved).startswith(f"Corrections of other texts in {file} are damaged")
    assert len(_former(file)) == 1
    assert store.find(others[0]) is None
    assert store.find(others[1]) == merge(others[1], 0)
    assert store.find(_BITEXT) == _ROWS
    assert store.save(_BITEXT, merge(_BITEXT, 0)).warning is None


def test_a_folder_that_may_not_be_entered_is_said(tmp_path: Path) -> None:
    """As one whose name the system does not take, which tests can have with any rights."""
    store = CorrectionStore(tmp_path / ("x" * 300) / "corrections.sqlite")
    assert not store.is_empty
    with pytest.raises(StoreError, match=r"cannot be read \(File name too long\).*open the texts"):
        store.find(_BITEXT)
    with pytest.raises(StoreError, match=r"cannot be kept in .*\(File name too long\)"):
        store.save(_BITEXT, _ROWS)


def test_a_database_that_cannot_be_written_is_said(
    store: CorrectionStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_rows, "_PATIENCE", 0.01)
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(
        StoreError, match=r"cannot be kept in .*corrections.sqlite \(.*locked"
    ) as at:
        store.save(_BITEXT, None)
    assert at.value.is_busy
    with pytest.raises(StoreError, match=r"cannot be read \(.*locked.*when it is free") as at:
        store.find(_BITEXT)
    assert at.value.is_busy
    other.close()
    assert store.find(_BITEXT) == _ROWS


def test_a_pair_is_the_same_the_other_way_round(store: CorrectionStore, file: Path) -> None:
    other = align(read(EN), read(ZH))
    assert digest(other) == digest(_BITEXT)
    assert store.find(other) == turned(_ROWS)
    later = merge(other._replace(rows=turned(_ROWS)), 0)
    store.save(other, later)
    assert CorrectionStore(file).find(other) == later
    assert CorrectionStore(file).find(_BITEXT) == turned(later)
    store.save(other, None)
    assert store.find(_BITEXT) is None


def _put(file: Path, pairs: dict[str, Rows]) -> None:
    """A database of schema 1."""
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute(
            "CREATE TABLE corrections (pair TEXT PRIMARY KEY, symbol TEXT NOT NULL, "
            "rows TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID"
        )
        for n, (pair, rows) in enumerate(pairs.items()):
            text = json.dumps(dump_rows(rows))
            entry = (pair, "A/RES/75/58", text, f"2020-01-0{n + 1} 00:00:00")
            database.execute("INSERT INTO corrections VALUES (?, ?, ?, ?)", entry)
        database.execute("PRAGMA user_version = 1")
    database.close()


def _warning(saved: Saved) -> str:
    assert saved.warning is not None
    return saved.warning.text()


def _all(file: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(file) as opened:
        found = opened.execute(query).fetchall()
    opened.close()
    return found


def _former(file: Path) -> list[str]:
    return [str(rows) for (rows,) in _all(file, "SELECT rows FROM former")]


@pytest.mark.parametrize("is_turned", [False, True])
def test_what_an_earlier_version_kept_in_either_order_is_found(
    store: CorrectionStore, file: Path, is_turned: bool
) -> None:
    other = align(read(EN), read(ZH))
    key = stored_rows._keys(other if is_turned else _BITEXT).shown
    _put(file, {key: turned(_ROWS) if is_turned else _ROWS})
    assert store.find(_BITEXT) == _ROWS
    assert store.find(other) == turned(_ROWS)
    both = merge(_BITEXT._replace(rows=_ROWS), 0)
    assert CorrectionStore(file).save(_BITEXT, merge(_BITEXT, 0)).rows == both
    assert CorrectionStore(file).find(other) == turned(both)
    assert _former(file) == []


def test_of_two_orders_that_an_earlier_version_kept_the_later_counts(
    store: CorrectionStore, file: Path
) -> None:
    other = align(read(EN), read(ZH))
    keys = stored_rows._keys(_BITEXT)
    _put(file, {keys.turned: unpair(other, 0), keys.shown: _ROWS})
    assert store.find(_BITEXT) == _ROWS
    assert "table “former”" in _warning(store.save(_BITEXT, _ROWS))
    assert [json.loads(rows) for rows in _former(file)] == [dump_rows(unpair(other, 0))]
    copy = file.with_name("corrections.schema-1.sqlite")
    assert _all(copy, "PRAGMA user_version") == [(1,)]
    assert len(_all(copy, "SELECT * FROM corrections")) == 2
    assert [path.name for path in sorted(file.parent.iterdir())] == [copy.name, file.name]


def test_a_database_of_an_earlier_version_that_cannot_be_copied_is_left_as_it_is(
    store: CorrectionStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(file, {stored_rows._keys(_BITEXT).shown: _ROWS})
    before = file.read_bytes()

    def full(source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop_app.library.database.os.replace", full)
    with pytest.raises(StoreError, match=r"\(No space left on device\)"):
        store.save(_BITEXT, merge(_BITEXT, 0))
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
    assert store.find(_BITEXT) == _ROWS


@pytest.mark.parametrize("reads_first", [True, False])
def test_two_windows_keep_what_both_corrected(file: Path, reads_first: bool) -> None:
    one, other = CorrectionStore(file), CorrectionStore(file)
    if reads_first:
        assert (one.find(_BITEXT), other.find(_BITEXT)) == (None, None)
    mine, theirs = merge(_BITEXT, 0), unpair(_BITEXT, 19)
    assert one.save(_BITEXT, theirs).rows == theirs
    saved = other.save(_BITEXT, mine)
    assert saved.warning is None
    assert set(saved.rows) >= {row for row in (*mine, *theirs) if row.by_hand}
    assert fits(_BITEXT, saved.rows)
    assert CorrectionStore(file).find(_BITEXT) == saved.rows
    # what one of them takes back is gone, and the other's stays
    place = next(n for n, row in enumerate(saved.rows) if row.by_hand)
    left = restore(_BITEXT._replace(rows=saved.rows), place, _BITEXT.rows)
    assert other.save(_BITEXT, left).rows == theirs
    assert one.save(_BITEXT, _BITEXT.rows).rows == _BITEXT.rows
    assert other.save(_BITEXT, left).rows == _BITEXT.rows
    assert _former(file) == []


def test_where_two_windows_contradict_each_other_both_versions_stay(file: Path) -> None:
    one, other = CorrectionStore(file), CorrectionStore(file)
    mine, theirs = merge(_BITEXT, 0), unpair(_BITEXT, 1)
    one.save(_BITEXT, theirs)
    saved = other.save(_BITEXT, mine)
    assert saved.rows == mine
    assert _warning(saved).startswith(
        "Another window had corrected some of these rows in another way"
    )
    assert str(file) in _warning(saved)
    assert _warning(saved).count(".") == str(file).count(".") + 1
    assert [json.loads(rows) for rows in _former(file)] in (
        [dump_rows(theirs)],
        [dump_rows(turned(theirs))],
    )
    assert other.save(_BITEXT, _BITEXT.rows).warning is None
    assert len(_former(file)) == 1


def test_what_is_damaged_is_not_overwritten(store: CorrectionStore, file: Path) -> None:
    _written(file, '[["a", 1]]')
    saved = CorrectionStore(file).save(_BITEXT, merge(_BITEXT, 0))
    assert _warning(saved).startswith("What was kept of these texts before cannot be read")
    assert _former(file) == ['[["a", 1]]']
    assert store.find(_BITEXT) == saved.rows == merge(_BITEXT, 0)


@pytest.mark.parametrize("content", ["nothing", "another table"])
def test_an_empty_database_is_a_new_one(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    if content == "another table":
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE other (a)")
        database.close()
    store = CorrectionStore(file)
    assert store.find(_BITEXT) is None
    assert store.save(_BITEXT, _ROWS).warning is None
    assert CorrectionStore(file).find(_BITEXT) == _ROWS


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    store = CorrectionStore(tmp_path / "data" / "corrections.sqlite")
    with pytest.raises(StoreError, match="is shown but cannot be kept"):
        store.save(_BITEXT, _ROWS)


def test_a_write_that_is_broken_off_leaves_what_was_there(
    store: CorrectionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(rows: Rows) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(stored_rows, "dump_rows", fail)
    with pytest.raises(StoreError, match="no space left"):
        store.save(_BITEXT, merge(_BITEXT, 0))
    assert store.find(_BITEXT) == _ROWS
