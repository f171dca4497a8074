"""Files on disk: what is read, and what is refused in one sentence that names the file."""

import codecs
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.reading import files
from desktop_app.reading.files import read_bytes, read_resolution, read_text
from desktop_app.reading.readers import registry
from desktop_app.reading.readers.reader import LARGEST, ReadingError
from desktop_app.script.convert import convert
from tests.support.texts import EN, ZH, ZH_OPENINGS, openings

_FRENCH = (
    "L'Assemblée générale,\n\nRappelant sa résolution 74/43 du 12 décembre 2019,\n\n"
    "1. Décide de rester saisie de la question à sa soixante-seizième session.\n"
)
_JAPANESE = (
    "総会は、テロリストが大量破壊兵器を取得することを防止するための措置に関する決議を採択した。\n"
    * 5
)
_KOREAN = (
    "총회는 테러리스트의 대량살상무기 획득을 방지하기 위한 조치에 관한 결의를 채택하였다.\n" * 5
)
_RUSSIAN = "Генеральная Ассамблея, ссылаясь на свою резолюцию 74/43 от 12 декабря 2019 года,\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "utf-16-be"])
def test_a_resolution_in_any_of_the_encodings_is_the_same_resolution(
    encoding: str, tmp_path: Path
) -> None:
    file = tmp_path / "resolution.md"
    file.write_bytes(ZH.encode(encoding))
    assert openings(read_resolution(file)) == ZH_OPENINGS


def test_a_resolution_in_big5_has_its_openings_in_traditional_characters(tmp_path: Path) -> None:
    file = tmp_path / "resolution.md"
    file.write_bytes(convert(ZH, "s2tw").encode("big5", "ignore"))
    found = read_resolution(file)
    assert openings(found) == [convert(opening, "s2tw") for opening in ZH_OPENINGS]
    assert (found.language, found.script) == ("zh", "Hant")


_REFUSED = {
    "French in Latin-1": _FRENCH.encode("latin-1"),
    "French in Windows-1252": _FRENCH.replace("'", "’").encode("cp1252"),
    "Japanese in Shift_JIS": _JAPANESE.encode("shift_jis"),
    "Japanese in EUC-JP": _JAPANESE.encode("euc-jp"),
    "Korean in EUC-KR": _KOREAN.encode("euc-kr"),
    "Russian in KOI8-R": _RUSSIAN.encode("koi8-r"),
    "Russian in Windows-1251": _RUSSIAN.encode("cp1251"),
    "random bytes": random.Random(58).randbytes(5_000),
    "a PDF": b"%PDF-1.7\n1 0 obj\n",
    "a PDF with bytes that are no text": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
    "a zip archive": b"PK\x03\x04\x14\x00\x06\x00",
    "an empty zip archive": b"PK\x05\x06" + bytes(18),
    "a PNG picture": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "a JPEG picture": b"\xff\xd8\xff\xe0" + bytes(20),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20),
    "rich text": b"{\\rtf1\\ansi Hello}",
    "a program": b"\x7fELF\x02\x01\x01" + bytes(20),
    "NULs": bytes(100),
    "NULs in text": b"Recalling\0its resolution",
    "half a UTF-8 character": "大会，".encode()[:-1],
    "UTF-16 with a byte missing": ZH.encode("utf-16-le")[:-1],
    "empty": b"",
    "only spaces": b" \n\t \r\n",
    "only a byte order mark": codecs.BOM_UTF8,
    "only spaces in UTF-16": "  \n ".encode("utf-16"),
    "only ideographic spaces": "\u3000\n".encode(),
}


def _sentence(error: pytest.ExceptionInfo[ReadingError], file: Path) -> None:
    text = str(error.value)
    assert str(file) in text
    assert text.endswith(".")
    assert "\n" not in text
    assert text.removeprefix(str(file)).count(". ") == 0, "one sentence"


@pytest.mark.parametrize("data", _REFUSED.values(), ids=_REFUSED)
def test_what_is_no_text_is_refused_and_not_guessed_at(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "resolution.md"
    file.write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read_resolution(file)
    _sentence(error, file)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="does not exist") as error:
        read_text(tmp_path / "missing.md")
    _sentence(error, tmp_path / "missing.md")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="folder") as error:
        read_text(tmp_path)
    _sentence(error, tmp_path)


def test_a_pipe_that_nobody_writes_to_does_not_hang_the_reader(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    with pytest.raises(ReadingError, match="not a regular file") as error:
        read_text(pipe)
    _sentence(error, pipe)


def test_a_device_without_an_end_does_not_hang_the_reader() -> None:
    with pytest.raises(ReadingError, match="not a regular file"):
        read_text(Path("/dev/zero"))


def test_a_name_with_a_nul_in_it() -> None:
    with pytest.raises(ReadingError, match="cannot be read"):
        read_text(Path("a\0b.md"))


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot be read"):
        read_text(tmp_path / ("x" * 300))


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(link)
    with pytest.raises(ReadingError) as error:
        read_text(link)
    _sentence(error, link)


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "file.md").write_bytes(ZH.encode())
    (tmp_path / "link.md").symlink_to(tmp_path / "file.md")
    assert read_text(tmp_path / "link.md") == ZH


def test_a_file_as_large_as_the_limit_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.md"
    file.write_bytes(b"x" * LARGEST)
    assert len(read_bytes(file)) == LARGEST
    with open(file, "ab") as more:
        more.write(b"x")
    with pytest.raises(ReadingError, match="10 MB") as error:
        read_bytes(file)
    _sentence(error, file)


@pytest.fixture
def ordinary_user(tmp_path: Path) -> Iterator[Callable[[Path], bytes]]:
    """Reads a file as somebody who may not do everything, as the superuser of a container may."""
    user = os.geteuid()

    def read(path: Path) -> bytes:
        if user == 0:
            os.seteuid(65534)
        return read_bytes(path)

    yield read
    os.seteuid(user)


def test_a_file_that_may_not_be_read(
    tmp_path: Path, ordinary_user: Callable[[Path], bytes]
) -> None:
    file = tmp_path / "secret.md"
    file.write_bytes(ZH.encode())
    file.chmod(0)
    with pytest.raises(ReadingError, match="may not be read") as error:
        ordinary_user(file)
    _sentence(error, file)


def test_reading_changes_nothing_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "resolution.md"
    file.write_bytes(ZH.encode())
    before = file.stat()
    read_resolution(file)
    after = file.stat()
    assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    assert os.listdir(tmp_path) == ["resolution.md"]


def test_a_text_that_is_one_note_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text("- [^1]\nA word.\n", encoding="utf-8")
    assert "A word." in [clause.text.strip() for clause in read_resolution(file).walk()]


@pytest.mark.parametrize("change", ["appended", "written anew", "cut off"])
def test_a_file_that_changes_while_it_is_read_is_one_sentence(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "resolution.md"
    file.write_text(EN, encoding="utf-8")
    texts = {"appended": EN + "3. Decides more.", "written anew": ZH + EN, "cut off": EN[:100]}

    def changed(data: bytes) -> int:
        file.write_text(texts[change], encoding="utf-8")
        return registry.largest(data)

    monkeypatch.setattr(files, "largest", changed)
    with pytest.raises(ReadingError, match=r"resolution\.md has changed while it was read; open"):
        read_resolution(file)


def test_a_file_of_line_breaks_alone_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "blank.md"
    file.write_text("<p>\n<br>\n</p>\n", encoding="utf-8")
    with pytest.raises(ReadingError, match="has no text in it"):
        read_resolution(file)
