"""Word files that are damaged, hostile or something else: one sentence each, and nothing is run."""

import os
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.common.messages import Message
from desktop_app.reading.files import read_resolution, read_text
from desktop_app.reading.readers.docx import READER
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.registry import reader_of
from tests.reading.readers.docx.word_files import packed, paragraph, parts_of, run, word_file
from tests.support.paths import ROOT

_TEXT = paragraph(run("Decides to act."))
_DOCUMENT = "word/document.xml"
_DAMAGED = "is damaged"
_TOO_LARGE = "unpacks to more than any resolution has"
_PROTECTED = "is protected by a password"


def _with(part: str, content: str | bytes) -> bytes:
    return packed(parts_of(_TEXT) | {part: content})


def _sentence(data: bytes, path: Path) -> str:
    """What is said of a file that cannot be read: one sentence that names it."""
    path.write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read_resolution(path)
    said = str(error.value)
    assert said.startswith(f"{path} ")
    assert "\n" not in said
    return said


def _document(inside: str, head: str = "") -> str:
    root = str(parts_of(inside)[_DOCUMENT])
    return root.replace("<w:document", f"{head}<w:document", 1)


_LAUGHS = (
    "<!DOCTYPE w:document [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
_LAUGHING = paragraph("<w:r><w:t>&a9;</w:t></w:r>")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_document(_LAUGHING, _LAUGHS), _DAMAGED),
        (_document(_LAUGHING, _LAUGHS).replace("UTF-8", "UTF-16").encode("utf-16"), _DAMAGED),
        (_document(_LAUGHING, _LAUGHS).replace("UTF-8", "UTF-7"), _DAMAGED),
        (_document(f'<w:p w:x="{"&a9;"}"/>', _LAUGHS), _DAMAGED),
        (_document(_TEXT, '<!DOCTYPE w:document SYSTEM "http://192.0.2.1/a.dtd">'), _DAMAGED),
        (
            _document(
                paragraph("<w:r><w:t>&x;</w:t></w:r>"),
                '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            ),
            _DAMAGED,
        ),
        (_document(_TEXT)[:-40], _DAMAGED),
        (_document("<w:p><w:r>" * 2_000), _DAMAGED),
        ("not XML at all", _DAMAGED),
        ("", _DAMAGED),
        (_document(paragraph(run("ha" * 4_000_000))), _TOO_LARGE),
        (_document(f"<!--{'x' * 90_000_000}-->"), _TOO_LARGE),
    ],
)
def test_xml_that_is_damaged_or_hostile(content: str | bytes, said: str, tmp_path: Path) -> None:
    assert said in _sentence(_with(_DOCUMENT, content), tmp_path / "a.docx")


def test_more_tags_than_any_document_has(tmp_path: Path) -> None:
    """Their text is small, and they would fill the memory."""
    random = os.urandom(400_000).hex()
    body = "<w:p/>" * 3_000_000 + f'<w:p w:rsidR="{random}"/>'
    assert _TOO_LARGE in _sentence(_with(_DOCUMENT, _document(body)), tmp_path / "a.docx")


def test_an_archive_without_the_text(tmp_path: Path) -> None:
    parts = parts_of(_TEXT)
    del parts[_DOCUMENT]
    said = _sentence(packed(parts), tmp_path / "a.docx")
    assert said == (
        f"{tmp_path / 'a.docx'} has no text of Word in it; open it in the program that it comes "
        "from and save it as a Word document."
    )


def test_another_archive_is_called_one(tmp_path: Path) -> None:
    assert "is an archive, which" in _sentence(packed({"a.txt": "x"}), tmp_path / "a.docx")


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    whole = word_file(_TEXT)
    for share in (0.5, 0.7, 0.9, 0.99):
        cut = whole[: int(len(whole) * share)]
        assert reader_of(cut, tmp_path) is READER
        assert _DAMAGED in _sentence(cut, tmp_path / "a.docx")


def test_an_archive_of_more_parts_than_any_document_has(tmp_path: Path) -> None:
    data = word_file(_TEXT) + b"PK\x01\x02" * 5_001
    assert _TOO_LARGE in _sentence(data, tmp_path / "a.docx")


def test_a_part_that_is_larger_than_its_archive_says(tmp_path: Path) -> None:
    """The size is not believed: no more than that is unpacked."""
    data = bytearray(_with(_DOCUMENT, _document(paragraph(run("ha" * 20_000_000)))))
    name = _DOCUMENT.encode()
    # The size stands before the name, in the part itself and in the list at the end.
    for place in (data.find(name) - 30 + 22, data.rfind(name) - 46 + 24):
        data[place : place + 4] = struct.pack("<I", 500)
    assert _DAMAGED in _sentence(bytes(data), tmp_path / "a.docx")


def test_files_that_are_protected(tmp_path: Path) -> None:
    container = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert _PROTECTED in _sentence(container, tmp_path / "a.docx")
    data = bytearray(word_file(_TEXT))
    entry = data.find(b"PK\x01\x02")
    while entry >= 0:
        data[entry + 8] |= 1  # the flag of an encrypted part
        entry = data.find(b"PK\x01\x02", entry + 4)
    assert _PROTECTED in _sentence(bytes(data), tmp_path / "a.docx")


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_ways_of_packing_that_word_does_not_know(method: int, tmp_path: Path) -> None:
    """They can ask for any amount of memory."""
    assert _DAMAGED in _sentence(packed(parts_of(_TEXT), method), tmp_path / "a.docx")


def test_a_list_of_parts_that_leads_before_the_archive(tmp_path: Path) -> None:
    whole = word_file(_TEXT)
    assert _DAMAGED in _sentence(whole[:4] + whole[300:], tmp_path / "a.docx")


def test_names_of_parts_lead_nowhere_outside_the_archive(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<w:styles/>", encoding="utf-8")
    parts = parts_of(_TEXT, styles="")
    rels = str(parts["word/_rels/document.xml.rels"])
    for target in (f"../../../..{secret}", str(secret), f"file://{secret}"):
        changed = parts | {"word/_rels/document.xml.rels": rels.replace("styles.xml", target)}
        blocks = READER.read(packed(changed), tmp_path).blocks
        assert [block.text for block in blocks] == ["Decides to act."]


def test_macros_objects_and_pictures_are_passed_over() -> None:
    body = (
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        'Type="Embed" ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r></w:p>'
        f'<w:altChunk r:id="rId8"/>{_TEXT}'
    )
    parts = parts_of(body) | {
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()",
        "word/embeddings/sheet1.xlsx": b"PK",
        "word/media/image1.png": b"\x89PNG",
        "word/afchunk.htm": "<script>alert(1)</script>",
    }
    blocks = READER.read(packed(parts), Path("a.docm")).blocks
    assert [block.text for block in blocks] == ["Decides to act."]


def test_a_word_file_is_no_text_that_is_converted_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(word_file(_TEXT))
    with pytest.raises(ReadingError, match=r"is not a text file \(Word\)"):
        read_text(file)
    assert READER.name == Message("Word")


def test_a_word_file_may_be_larger_than_a_text(tmp_path: Path) -> None:
    """For its pictures."""
    file = tmp_path / "a.docx"
    for size, is_read in ((12_000_000, True), (51_000_000, False)):
        out = BytesIO(word_file(_TEXT))
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr("word/media/image1.jpeg", bytes(size))
        file.write_bytes(out.getvalue())
        if is_read:
            assert [clause.text for clause in read_resolution(file).walk()] == ["Decides to act."]
        else:
            with pytest.raises(ReadingError, match="is larger than 50 MB"):
                read_resolution(file)


_BOMBS = """
import sys
from pathlib import Path
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.reader import ReadingError
for name in sys.argv[1:]:
    try:
        read_resolution(Path(name))
        print("read")
    except ReadingError:
        print("refused")
# Of this program alone: `ru_maxrss` counts what the process held that started it.
status = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


@pytest.mark.slow
def test_bombs_take_no_more_than_bounded_memory(tmp_path: Path) -> None:
    noise = os.urandom(600_000).hex()
    bombs = {
        "ratio": _document(paragraph(run("ha" * 20_000_000))),
        "tags": _document("<w:p/>" * 1_200_000 + f'<w:p w:rsidR="{noise}"/>'),
        "text": _document(paragraph(run("ha" * 15_000_000)) + f'<w:p w:rsidR="{noise}"/>'),
        "laughs": _document(_LAUGHING, _LAUGHS),
    }
    files = []
    for name, content in bombs.items():
        files.append(str(tmp_path / name))
        Path(files[-1]).write_bytes(_with(_DOCUMENT, content))
    printed = subprocess.run(
        [sys.executable, "-c", _BOMBS, *files], cwd=ROOT, capture_output=True, check=True
    ).stdout.split()
    assert printed[:-1] == [b"refused"] * len(bombs)
    assert int(printed[-1]) < 500_000  # kilobytes
