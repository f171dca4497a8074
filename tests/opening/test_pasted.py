"""Texts from the clipboard: which form of them is kept, and that they are documents like others."""

from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.opening.documents import open_resolution
from desktop_app.opening.pasted import keep
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.resolution.model import Style
from tests.support.texts import EN, EN_PREAMBLE

_NOW = datetime(2026, 11, 30, 13, 45, 2)
_PAGE = (
    "<p>A/RES/75/58</p><p><i>The General Assembly</i>,</p><p><i>Recalling</i> its resolution,</p>"
    "<p>1. <i>Decides</i> to act.</p>"
)


def test_plain_text_is_kept_as_it_is(tmp_path: Path) -> None:
    file = keep("", EN, _NOW, tmp_path / "pasted")
    assert file.name == "2026-11-30 13.45.02.txt"
    assert file.read_text("utf-8") == EN
    assert open_resolution(file).masthead.symbol == "A/RES/75/58"


def test_a_page_is_kept_with_its_emphasis(tmp_path: Path) -> None:
    file = keep(_PAGE, "A/RES/75/58\nThe General Assembly,\nRecalling\n1. Decides.", _NOW, tmp_path)
    found = open_resolution(file)
    assert file.suffix == ".html"
    assert found.parts[0].clauses[0].runs[0].style is Style.EMPHASIS


def test_of_a_page_that_hides_the_structure_the_plain_text_is_kept(tmp_path: Path) -> None:
    spans = "".join(f"<span>{line}</span> " for line in EN_PREAMBLE.splitlines())
    file = keep(f"<div>{spans}</div>", f"{EN_PREAMBLE}1. Decides to act.\n", _NOW, tmp_path)
    assert file.suffix == ".txt"


def test_letters_of_every_language_come_through_whatever_a_page_says(tmp_path: Path) -> None:
    said = '<html><head><meta charset="iso-8859-1"></head><body><p>大会，</p>' + "</body></html>"
    found = open_resolution(keep(said, "", _NOW, tmp_path))
    assert [clause.text for clause in found.walk()] == ["大会，"]


def test_two_at_the_same_time_are_two(tmp_path: Path) -> None:
    files = {keep("", text, _NOW, tmp_path) for text in ("one", "two", "three")}
    assert sorted(file.read_text("utf-8") for file in files) == ["one", "three", "two"]


@pytest.mark.parametrize("blank", ["", " \n\t"])
def test_without_a_text_nothing_is_kept(blank: str, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no text in the clipboard"):
        keep(blank, blank, _NOW, tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="larger than 10 MB"):
        keep("", "word " * 2_100_000, _NOW, tmp_path)
    assert not list(tmp_path.iterdir())
