"""What the command line refuses to read or to write."""

import os
from pathlib import Path

import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.cli.conftest import Run, sentence_of
from tests.support.texts import EN

# The commands of one process share its application, which a picture needs with widgets.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("command", [["show"], ["convert", "--to", "s2t"], ["align", BUNDLED]])
@pytest.mark.parametrize("data", [None, b"", b"%PDF-1.7", b"\xff\xfe\x00\xd8", b"caf\xe9"])
def test_a_file_that_cannot_be_read_is_said_in_one_sentence(
    run: Run, tmp_path: Path, command: list[object], data: bytes | None
) -> None:
    file = tmp_path / "file.md"
    if data is not None:
        file.write_bytes(data)
    result = run(*command, file)
    assert str(file) in sentence_of(result)
    assert result.out == ""


def test_a_translation_of_another_resolution_is_refused(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(EN.replace("75/58", "74/43"), encoding="utf-8")
    sentence = sentence_of(run("align", BUNDLED, other))
    assert str(other) in sentence
    assert "A/RES/74/43, not A/RES/75/58" in sentence


def test_a_translation_that_is_no_resolution_is_refused(run: Run, plain: Path) -> None:
    assert str(plain) in sentence_of(run("align", BUNDLED, plain))


@pytest.mark.parametrize("name", ["document.md", "./document.md", "link.md", "hard.md"])
def test_the_document_itself_is_never_written_over(
    run: Run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "document.md"
    document.write_bytes(BUNDLED.read_bytes())
    (tmp_path / "link.md").symlink_to(document)
    (tmp_path / "hard.md").hardlink_to(document)
    monkeypatch.chdir(tmp_path)
    for command in (
        ["convert", document, "--to", "s2t"],
        ["export", document, "--clauses", "all", "--to", "md"],
        [
            "export",
            BUNDLED_TRANSLATION,
            "--translation",
            document,
            "--clauses",
            "all",
            "--to",
            "md",
        ],
    ):
        assert "never written to" in sentence_of(run(*command, "-o", name))
    assert document.read_bytes() == BUNDLED.read_bytes()


@pytest.mark.parametrize("place", ["folder", "missing/out.md", "x" * 300])
def test_a_place_that_cannot_be_written_to_is_named(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    out = tmp_path / place
    assert str(out) in sentence_of(run("convert", BUNDLED, "--to", "s2t", "-o", out))
    assert os.listdir(tmp_path) == ["folder"]
    assert os.listdir(tmp_path / "folder") == []


def test_a_failed_export_leaves_the_file_that_was_there(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("precious", encoding="utf-8")
    assert run("export", BUNDLED, "--clauses", "OP9", "--to", "md", "-o", out).status == 1
    assert out.read_text(encoding="utf-8") == "precious"
