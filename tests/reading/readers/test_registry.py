"""The input formats: which one a file is in, and what dialogs and messages say of them."""

import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.messages import Message
from desktop_app.common.paths import resource
from desktop_app.common.progress import silent
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading import readers
from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.files import read_resolution, read_text
from desktop_app.reading.readers import doc, markdown, registry, text
from desktop_app.reading.readers.reader import Reader, ReadingError
from desktop_app.reading.readers.unread import UNREAD
from desktop_app.resolution.model import Run
from tests.support.paths import ROOT
from tests.support.texts import EN, EN_PREAMBLE, ZH

_FILE = Path("resolution.md")


@pytest.fixture(autouse=True)
def _without_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    """The formats as they are where no further package is installed."""
    others = tuple(one for one in registry.READERS if one is not doc.READER)
    monkeypatch.setattr(registry, "READERS", others)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14", "an archive"),
        (b"\xd0\xcf\x11\xe0\xa1" + "WordDocument".encode("utf-16-le"), "an old Word document"),
        (b"\xd0\xcf\x11\xe0\xa1" + "Workbook".encode("utf-16-le"), "an old Office file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"{\\rtf1 ", "a rich text document"),
    ],
)
@pytest.mark.parametrize("read", [read_resolution, read_text])
def test_a_format_that_is_not_read_is_called_by_its_name_whatever_the_file_is_called(
    data: bytes,
    name: str,
    read: Callable[[Path], object],
    tmp_path: Path,
) -> None:
    for ending in ("md", "txt", "pdf"):
        file = tmp_path / f"resolution.{ending}"
        file.write_bytes(data)
        with pytest.raises(ReadingError) as error:
            read(file)
        assert str(error.value) == (
            f"{file} is {name}, which this version does not read; save the resolution as a Word "
            "document (.docx) and open that."
        )


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (ZH.encode(), markdown.READER),
        (EN.encode("utf-8-sig"), markdown.READER),
        (ZH.encode("gb18030"), markdown.READER),
        (b"# Resolution", markdown.READER),
        (b"Noting,[^1]", markdown.READER),
        (b"**Noting** this,", markdown.READER),
        (b"1. Decides to act.", text.READER),
        (b"Item #5 and --- more", text.READER),
        (ZH.encode("utf-16"), text.READER),
        (b"\x7fELF", text.READER),
    ],
)
def test_the_content_and_not_the_name_says_which_reader_reads_a_file(
    data: bytes, reader: Reader
) -> None:
    for name in ("a.md", "a.txt", "a.pdf", "a"):
        assert registry.reader_of(data, Path(name)) is reader


@pytest.mark.parametrize("data", [ZH, EN, EN_PREAMBLE, "1. Decides;\n\n(a) To act", "* a\n* b"])
def test_plain_text_and_markdown_are_read_alike(data: str) -> None:
    bytes_ = ("\ufeff" + data).encode("utf-16-le")
    assert text.READER.read(bytes_, _FILE) == markdown.READER.read(bytes_, _FILE)
    assert text.READER.read(bytes_, _FILE) == markdown.read(data)


@pytest.mark.parametrize(
    ("language", "names", "all_files"),
    [
        ("", "Word, HTML, Akoma Ntoso, JSON, XLIFF, TMX, Markdown and plain text", "All files"),
        ("zh_Hans", "Word、HTML、Akoma Ntoso、JSON、XLIFF、TMX、Markdown 和纯文本", "所有文件"),
        ("zh_Hant", "Word、HTML、Akoma Ntoso、JSON、XLIFF、TMX、Markdown 和純文字", "所有檔案"),
    ],
)
def test_dialogs_offer_the_formats_that_are_read(language: str, names: str, all_files: str) -> None:
    offered = " ".join(f"*.{end}" for reader in registry.READERS for end in reader.endings)
    file = resource(f"translations/{language}.json")
    known = json.loads(file.read_text(encoding="utf-8")) if language else {}
    found = registry.dialog_filter().text(lambda english: known.get(english, english))
    assert found.endswith(f"{names} ({offered});;{all_files} (*)")


def test_every_module_with_a_reader_is_in_the_registry() -> None:
    found = pkgutil.walk_packages(readers.__path__, f"{readers.__name__}.")
    modules = [importlib.import_module(name) for _, name, _ in found]
    made = [module.READER for module in modules if hasattr(module, "READER")]
    assert {reader.endings for reader in made} >= {("md", "markdown"), ("txt",), ("pdf",)}
    assert {id(reader) for reader in made} == {id(one) for one in (*registry.READERS, doc.READER)}


def test_a_new_format_is_one_record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The bytes, the dialogs and the messages follow from the list alone."""
    block = Block(BlockKind.PARAGRAPH, (Run("Read from a PDF."),))
    pdf = Reader(
        name=Message("PDF"),
        endings=("pdf",),
        recognises=lambda data: data.startswith(b"%PDF"),
        read=lambda data, path, progress=silent: Document((block,)),
    )
    before = registry.dialog_filter().text()
    monkeypatch.setattr(registry, "READERS", (pdf, *registry.READERS))
    file = tmp_path / "resolution.txt"
    file.write_bytes(b"%PDF-1.7")
    assert [clause.text for clause in read_resolution(file).walk()] == ["Read from a PDF."]
    patterns = before.partition(" (")[2]
    assert registry.dialog_filter().text().startswith("PDF, ")
    assert registry.dialog_filter().text().endswith(f" (*.pdf {patterns}")
    with pytest.raises(ReadingError) as error:
        read_text(file)
    assert str(error.value) == (
        f"{file} is not a text file (PDF), and only text is converted as it stands; save the "
        "resolution as Markdown and convert that."
    )


def test_no_two_formats_have_the_same_ending_or_signature() -> None:
    endings = [ending for reader in registry.READERS for ending in reader.endings]
    assert len(set(endings)) == len(endings)
    assert len({(one.signature, one.within) for one in UNREAD}) == len(UNREAD)


_SNAPSHOT = """
import sys
from pathlib import Path
from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
files, folder = [Path(name) for name in sys.argv[2:]], Path(sys.argv[1])
if not folder.exists():
    Snapshots(folder).keep(files, open_bitext(*files))
else:
    assert Snapshots(folder).find(files) is not None
    late = ("markdown_it", "mdit_py_plugins", "desktop_app.reading")
    print([name for name in sys.modules if name.startswith(late)])
"""


def test_what_opens_from_a_snapshot_loads_no_reader(tmp_path: Path) -> None:
    arguments = [str(tmp_path / "cache"), str(BUNDLED), str(BUNDLED_TRANSLATION)]
    for _ in range(2):
        printed = subprocess.run(
            [sys.executable, "-c", _SNAPSHOT, *arguments],
            cwd=ROOT,
            capture_output=True,
            timeout=600,
            check=True,
        ).stdout
    assert printed.decode().strip() == "[]"
