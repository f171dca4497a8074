"""Corrections that are kept: found again by content, and harmless where they cannot be."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import correction_store as room
from desktop_app.alignment.align import align, alone
from desktop_app.alignment.corrections import Rows, merge, split
from desktop_app.correction_store import CorrectionStore, StoreError, digest
from desktop_app.resolution.bitext import Bitext, Row
from tests.texts import EN, ZH, read

_BITEXT = align(read(ZH), read(EN))
_ROWS = split(_BITEXT, 5)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deep" / "corrections.sqlite"


@pytest.fixture
def store(file: Path) -> CorrectionStore:
    found = CorrectionStore(file)
    found.keep(_BITEXT, _ROWS)
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
        align(read(EN), read(ZH)),
        alone(read(ZH)),
    ],
    ids=["another word", "the other way round", "one side alone"],
)
def test_another_content_is_another_pair(store: CorrectionStore, other: Bitext) -> None:
    assert digest(other) != digest(_BITEXT)
    assert store.find(other) is None


def test_the_rows_are_no_part_of_the_content() -> None:
    assert digest(_BITEXT._replace(rows=_ROWS)) == digest(_BITEXT)


def test_the_last_correction_replaces_the_one_before(store: CorrectionStore) -> None:
    later = merge(_BITEXT, 0)
    store.keep(_BITEXT, later)
    assert store.find(_BITEXT) == later
    store.keep(_BITEXT, None)
    assert store.find(_BITEXT) is None


def test_nothing_is_made_where_nothing_was_corrected(file: Path) -> None:
    store = CorrectionStore(file)
    assert store.is_empty
    assert store.find(_BITEXT) is None
    store.keep(_BITEXT, None)
    assert not file.parent.exists()


def test_the_database_is_loaded_only_if_there_is_one(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from desktop_app.correction_store import *; "
        "from desktop_app.library import *; bitext = open_bitext(BUNDLED, BUNDLED_TRANSLATION); "
        "CorrectionStore(Path(sys.argv[1])).find(bitext); "
        "assert 'sqlite3' not in sys.modules and 'hashlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path / "none"], check=True, timeout=60)


def _written(file: Path, rows: str, schema: int = 1) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE corrections SET rows = ?", (rows,))
        database.execute(f"PRAGMA user_version = {schema}")
    database.close()


_DAMAGE: dict[str, Callable[[Path], object]] = {
    "no database": lambda file: file.write_bytes(b"no database at all" * 100),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:700]),
    "no JSON": lambda file: _written(file, "{"),
    "other JSON": lambda file: _written(file, '[["a", 1]]'),
    "deep": lambda file: _written(file, "[" * 100_000),
    "rows of another text": lambda file: _written(file, '[[["pp1"], ["pp1"], 1.0, [], true]]'),
    "a later version": lambda file: _written(file, "[]", schema=2),
}


@pytest.mark.parametrize("damage", _DAMAGE.values(), ids=_DAMAGE)
def test_damage_is_said_in_one_sentence_that_names_the_file(
    store: CorrectionStore, file: Path, damage: Callable[[Path], object]
) -> None:
    damage(file)
    with pytest.raises(StoreError) as caught:
        store.find(_BITEXT)
    sentence = str(caught.value)
    assert sentence.startswith(f"Your corrections in {file} cannot be read (")
    assert sentence.endswith("rename the file to begin a new one.")
    assert "\n" not in sentence


def test_a_database_that_cannot_be_written_is_said(
    store: CorrectionStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 0.01)
    other = sqlite3.connect(file)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"cannot be kept in .*corrections.sqlite \(.*locked"):
        store.keep(_BITEXT, None)
    other.close()
    assert store.find(_BITEXT) == _ROWS


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    store = CorrectionStore(tmp_path / "data" / "corrections.sqlite")
    with pytest.raises(StoreError, match="is shown but cannot be kept"):
        store.keep(_BITEXT, _ROWS)


def test_a_write_that_is_broken_off_leaves_what_was_there(
    store: CorrectionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(rows: Rows) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(room, "dump_rows", fail)
    with pytest.raises(StoreError, match="no space left"):
        store.keep(_BITEXT, (Row(("pp1",), (), 1.0),))
    assert store.find(_BITEXT) == _ROWS
