"""Other language versions of a document, found among files."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.opening import versions as searching
from desktop_app.opening.versions import Budget, Glances, Version, files_beside, versions
from tests.reading.readers.docx.word_files import made_of
from tests.support.paths import FIXTURES
from tests.support.waiting import HeldClock

SYMBOL = "A/RES/81/19"
LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")
_EVERYTHING = FIXTURES / "everything"


def put(folder: Path, language: str, name: str) -> Path:
    """A copy of a version of one document."""
    file = folder / name
    shutil.copyfile(_EVERYTHING / f"{language}.md", file)
    return file


def found(
    folder: Path,
    shown: Path | None = None,
    glances: Glances | None = None,
    budget: Budget | None = None,
) -> list[Version]:
    """The versions beside a file, in the order in which they are found."""
    out: list[Version] = []
    files = files_beside(folder, shown, SYMBOL)
    versions(files, SYMBOL, glances or Glances(), out.append, budget=budget)
    return out


def languages(versions: Sequence[Version]) -> list[str]:
    return sorted(version.language for version in versions)


def test_all_six_languages_are_told_from_the_texts_whatever_the_files_are_called(
    tmp_path: Path,
) -> None:
    for number, language in enumerate(LANGUAGES):
        put(tmp_path, language, f"download ({number})")
    shown = tmp_path / "download (1)"
    assert languages(found(tmp_path, shown)) == ["ar", "es", "fr", "ru", "zh"]
    assert {version.script for version in found(tmp_path, shown)} == {
        "Arab", "Cyrl", "Hans", "Latn"
    }  # fmt: skip


def test_another_document_and_what_is_none_are_no_versions(tmp_path: Path) -> None:
    shutil.copyfile(FIXTURES / "security_council_1540.fr.md", tmp_path / "A_RES_81_19-FR.md")
    (tmp_path / "notes.txt").write_text("81/19 must be translated into French by Friday.\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.md").write_bytes(b"")
    assert found(tmp_path) == []


def test_a_document_that_only_cites_the_symbol_is_no_version(tmp_path: Path) -> None:
    text = (FIXTURES / "security_council_1540.fr.md").read_text(encoding="utf-8")
    (tmp_path / "other.md").write_text(text + "\n\nA/RES/81/19\n", encoding="utf-8")
    assert found(tmp_path) == []


def test_word_files_and_web_pages_are_told_too(tmp_path: Path) -> None:
    text = (_EVERYTHING / "es.md").read_text(encoding="utf-8")
    (tmp_path / "N2034529.docx").write_bytes(made_of(text, "es"))
    other = (_EVERYTHING / "fr.md").read_text(encoding="utf-8").replace("81/19", "81/20")
    (tmp_path / "N2034530.docx").write_bytes(made_of(other, "fr"))
    body = "".join(f"<p>{line}</p>\n" for line in _lines("fr"))
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert languages(found(tmp_path)) == ["es", "fr"]


def _lines(language: str) -> list[str]:
    text = (_EVERYTHING / f"{language}.md").read_text(encoding="utf-8")
    return [line.lstrip("# ").replace("*", "") for line in text.split("\n\n")]


def test_a_number_in_digits_of_another_script_shows_the_symbol(tmp_path: Path) -> None:
    text = (_EVERYTHING / "ar.md").read_text(encoding="utf-8")
    assert "٨١/١٩" in text
    (tmp_path / "ar.md").write_text(text.replace("A/RES/81/19", "", 1), encoding="utf-8")
    assert languages(found(tmp_path)) == ["ar"]


def test_names_and_times_decide_only_what_is_looked_at_first(tmp_path: Path) -> None:
    names = ["A_RES_81_19-FR.md", "N2034525.md", "N2099999.md", "zzz.md", "N2034524.pdf", "old.md"]
    for name in names:
        put(tmp_path, "fr", name)
        os.utime(tmp_path / name, (1_000_000, 1_000_000))
    shown = put(tmp_path, "en", "N2034529.md")
    os.utime(shown, (2_000_000, 2_000_000))
    os.utime(tmp_path / "zzz.md", (2_000_060, 2_000_060))
    order = [file.name for file in files_beside(tmp_path, shown, SYMBOL)]
    assert order[0] == "A_RES_81_19-FR.md"
    assert order[1:3] == ["N2034525.md", "N2034524.pdf"]
    assert order[3:] == ["zzz.md", "N2099999.md", "old.md"]


def test_what_is_no_regular_file_is_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "fr", "fr.md")
    os.mkfifo(tmp_path / "A_RES_81_19-ES.md")
    (tmp_path / "A_RES_81_19-RU.md").symlink_to("/dev/zero")
    (tmp_path / "A_RES_81_19-AR.md").symlink_to(tmp_path / "gone")
    (tmp_path / "A_RES_81_19-ZH.md").mkdir()
    assert [file.name for file in files_beside(tmp_path, None, SYMBOL)] == ["fr.md"]
    pipe = tmp_path / "A_RES_81_19-ES.md"
    assert Glances().version(pipe, SYMBOL, Budget()) is None  # one of the recent files may be


def test_a_folder_that_is_gone_or_may_not_be_looked_into_offers_nothing(tmp_path: Path) -> None:
    assert files_beside(tmp_path / "gone", None, SYMBOL) == []
    assert files_beside(put(tmp_path, "fr", "fr.md"), None, SYMBOL) == []


def test_a_file_that_vanishes_or_may_not_be_read_meanwhile_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, there = put(tmp_path, "fr", "fr.md"), put(tmp_path, "es", "es.md")
    files = [gone, there]
    gone.unlink()
    out: list[Version] = []
    versions(files, SYMBOL, Glances(), out.append)
    assert languages(out) == ["es"]

    def refused(*arguments: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr("builtins.open", refused)
    assert Glances().version(there, SYMBOL, Budget()) is None


def test_of_five_hundred_files_the_likely_ones_are_looked_at(tmp_path: Path) -> None:
    for number in range(500):
        (tmp_path / f"note {number:03}.md").write_text(f"Note {number}\n")
    put(tmp_path, "fr", "A_RES_81_19-FR.md")
    shown = put(tmp_path, "en", "zz.md")
    looked: list[float] = []
    out: list[Version] = []
    glances = Glances()
    files = files_beside(tmp_path, shown, SYMBOL)
    versions(files, SYMBOL, glances, out.append, looked.append)
    assert languages(out) == ["fr"]
    assert looked[-1] == 1
    assert len(glances._known) == searching._MOST_FILES


def test_once_the_time_is_spent_nothing_more_is_looked_at(tmp_path: Path) -> None:
    for language in LANGUAGES:
        put(tmp_path, language, f"{language}.md")
    clock = HeldClock()
    budget = Budget(clock)
    clock.step = searching._SECONDS / 3
    glances = Glances()
    assert len(found(tmp_path, glances=glances, budget=budget)) == 2
    assert len(found(tmp_path, glances=glances)) == 6  # what is left was not taken for no version


def test_only_some_pdf_files_are_read_and_each_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []

    def run(command: object, **options: object) -> None:
        started.append(command)
        raise OSError

    monkeypatch.setattr("subprocess.run", run)
    for number in range(30):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF-1.4\n")
    put(tmp_path, "fr", "zz.md")
    glances = Glances()
    assert languages(found(tmp_path, glances=glances)) == ["fr"]
    assert len(started) == searching._MOST_PROCESSES
    found(tmp_path, glances=glances)
    assert len(started) == 2 * searching._MOST_PROCESSES  # others, for those are known


def test_a_file_that_has_changed_is_looked_at_again(tmp_path: Path) -> None:
    file = put(tmp_path, "fr", "one.md")
    os.utime(file, (1_000_000, 1_000_000))
    glances = Glances()
    assert languages(found(tmp_path, glances=glances)) == ["fr"]
    put(tmp_path, "ru", "one.md")
    assert languages(found(tmp_path, glances=glances)) == ["ru"]
