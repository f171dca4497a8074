"""Documents of Word before 2007, which a package makes Word documents of, if it is installed."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from desktop_app.common.progress import silent
from desktop_app.reading.files import takes_long
from desktop_app.reading.readers import doc, registry
from desktop_app.reading.readers.apart import process
from desktop_app.reading.readers.doc import reader, worker
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Caveat
from desktop_app.resolution.trust import trust
from tests.reading.readers.doc.doc_files import doc as doc_file
from tests.reading.readers.docx.word_files import paragraph, run, word_file

_FILE = Path("N0123456.doc")
_OLD = doc_file(["The General Assembly,"])
_installed = pytest.mark.skipif(not find_spec("doc2docx"), reason="the extra is not installed")
_ENGLISH = (
    "The General Assembly,",
    "Recalling its resolution 74/2 of 10 October 2019,¹",
    "1.\tDecides to remain seized of the matter;¹",
    "2.\tRequests the Secretary-General to report.",
)
_CHINESE = ("大会，", "回顾其 2019 年 10 月 10 日第 74/2 号决议，¹", "1. 决定继续处理此案。")
_ARABIC = ("إن الجمعية العامة،", "إذ تشير إلى القرار ٧٤/٢،¹", "١ - تقرر أن تبقي المسألة قيد نظرها.")


@_installed
def test_an_old_document_comes_with_its_notes_on_their_clauses() -> None:
    found = resolution(doc.READER.read(doc_file(_ENGLISH, ["See A/74/1.", "Ibid."]), _FILE))
    clauses = {clause.id: clause for clause in found.walk()}
    assert [*clauses] == ["pp1", "op1", "op2"]
    assert clauses["op1"].text == "Decides to remain seized of the matter;"
    assert [run.note for run in clauses["pp1"].runs if run.note] == ["fn1"]
    assert [run.note for run in clauses["op1"].runs if run.note] == ["fn2"]
    assert [note.text for note in found.footnotes] == ["See A/74/1.", "Ibid."]


@_installed
@pytest.mark.parametrize(
    ("paragraphs", "language"), [(_CHINESE, "zh"), (_ARABIC, "ar")], ids=["zh", "ar"]
)
def test_any_script_is_read(paragraphs: tuple[str, ...], language: str) -> None:
    found = doc.READER.read(doc_file(paragraphs, ["A/74/1."]), _FILE)
    texts = [block.text for block in found.blocks if not block.number]
    assert texts == [words.removesuffix("¹") for words in paragraphs]
    assert resolution(found).language == language


@_installed
def test_it_is_one_of_the_formats_where_the_package_is_installed() -> None:
    assert registry.reader_of(_OLD, _FILE) is doc.READER
    assert "*.doc " in registry.dialog_filter().text()


@_installed
def test_one_with_a_password_is_refused_by_the_package() -> None:
    with pytest.raises(ReadingError, match="is locked with a password"):
        doc.READER.read(doc_file(_ENGLISH, encrypted=True), _FILE)


@_installed
@pytest.mark.parametrize("end", [600, 4_000, len(_OLD) - 700])
def test_one_that_is_cut_off_is_one_sentence(end: int) -> None:
    with pytest.raises(ReadingError, match="could not be read as an old Word document"):
        doc.READER.read(_OLD[:end], _FILE)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", os.fspath(folder))
    return folder


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package in the place of the one that converts: its `convert` is to be written."""
    package = tmp_path / "packages" / "doc2docx"
    package.mkdir(parents=True)
    (package / "errors.py").write_text("class EncryptedDocumentError(Exception): pass\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.fspath(package.parent), *sys.path]))
    return package / "__init__.py"


def _converts(stand_in: Path, *lines: str) -> None:
    head = "import os, sys, time\nfrom doc2docx.errors import EncryptedDocumentError\n"
    body = "".join(f"    {line}\n" for line in lines)
    stand_in.write_text(f"{head}def convert(source, made):\n{body}")


def test_what_the_package_makes_is_read_as_a_word_document_and_said_to_be_made(
    stand_in: Path, temporary: Path
) -> None:
    made = stand_in.with_name("made.docx")
    made.write_bytes(word_file(paragraph(run("The General Assembly of lighthouses,"))))
    _converts(stand_in, f"made.write_bytes(open({os.fspath(made)!r}, 'rb').read())")
    found = doc.READER.read(_OLD, _FILE)
    assert [block.text for block in found.blocks] == ["The General Assembly of lighthouses,"]
    assert found.metadata == {"old-word": "yes"}
    assert resolution(found).caveats == (Caveat.OLD_WORD,)
    assert "taken from an old Word file" in trust(resolution(found))
    assert [*temporary.iterdir()] == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("raise EncryptedDocumentError", "is locked with a password"),
        ("raise ValueError", "could not be read as an old Word document"),
        ("pass", "could not be read as an old Word document"),
        ("made.write_text('no archive')", "could not be read as an old Word document"),
        ("os._exit(3)", "takes too much time or memory"),
        ("[0] * 10**10", "takes too much time or memory"),
    ],
)
def test_whatever_the_package_does_is_one_sentence(
    line: str, sentence: str, stand_in: Path, temporary: Path
) -> None:
    _converts(stand_in, line)
    with pytest.raises(ReadingError, match=sentence):
        doc.READER.read(_OLD, _FILE)
    assert [*temporary.iterdir()] == []


def test_cancelling_ends_the_process_and_leaves_nothing(stand_in: Path, temporary: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(share: float) -> None:
        if [*temporary.glob("*/old.doc")]:
            raise StoppedError

    _converts(stand_in, "time.sleep(600)")
    with pytest.raises(StoppedError):
        doc.READER.read(_OLD, _FILE, stop)
    assert [*temporary.iterdir()] == []


def test_a_process_that_cannot_be_started_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ReadingError, match="could not be read as an old Word document"):
        reader.read(_OLD, _FILE, silent)


def test_without_the_package_it_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    others = tuple(one for one in registry.READERS if one is not doc.READER)
    monkeypatch.setattr(registry, "READERS", others)
    with pytest.raises(ReadingError, match="is an old Word document, which this version does not"):
        registry.reader_of(_OLD, _FILE)
    assert ".doc " not in registry.dialog_filter().text()


def test_the_window_reads_it_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "READERS", (doc.READER, *registry.READERS))
    file = tmp_path / "a.doc"
    file.write_bytes(_OLD)
    assert takes_long(file)


def test_the_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.command(reader.COMMAND, reader.WORKER) == [sys.executable, "read-doc"]
    assert worker.__name__ == reader.WORKER
