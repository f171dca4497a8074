"""Two editions in one language come back from an export as the pair that they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.alignment.align import align
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.files import read_versions
from desktop_app.reading.readers.markdown_exports.own import STATED_STRUCTURE
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import read

_CHANGED = {"en": (" of ", " in "), "zh": ("的", "之"), "ar": (" من ", " في ")}
"""A word of each language, and what the second edition has in its place."""


def _editions(language: str) -> Bitext:
    first = (FIXTURES / "everything" / f"{language}.md").read_text(encoding="utf-8")
    old, new = _CHANGED[language]
    assert old in first
    return align(read(first), read(first.replace(old, new, 3)))


def _texts(found: Resolution | None) -> list[str]:
    assert found
    return [clause.text for clause in found.walk()]


def _written(pair: Bitext, key: str, arrangement: Arrangement | None, folder: Path) -> Path:
    file = folder / f"export.{key}"
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    file.write_bytes(render(excerpt(pair, clause_rows(pair), options), key))
    return file


@pytest.mark.parametrize("language", _CHANGED)
@pytest.mark.parametrize(
    ("key", "arrangement"),
    [
        ("json", None),
        ("akn", None),
        *(("html", one) for one in Arrangement),
        *(("docx", one) for one in Arrangement),
        ("md", Arrangement.COLUMNS),
        ("md", Arrangement.SEQUENCE),
    ],
)
def test_both_editions_come_back(
    key: str, arrangement: Arrangement | None, language: str, tmp_path: Path
) -> None:
    pair = _editions(language)
    back = open_bitext(_written(pair, key, arrangement, tmp_path), None)
    assert [_texts(back.source), _texts(back.target)] == [_texts(pair.source), _texts(pair.target)]
    assert back.target
    assert back.source.language == back.target.language == language


def test_changed_markdown_in_which_they_stand_below_each_other_says_so(tmp_path: Path) -> None:
    file = _written(_editions("en"), "md", Arrangement.INTERLEAVED, tmp_path)
    assert read_versions(file).target
    file.write_text(STATED_STRUCTURE.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ReadingError, match="two versions in one language") as error:
        read_versions(file)
    assert str(error.value).startswith(str(file))


@pytest.mark.parametrize("key", ["csv", "txt", "tmx", "xliff", "md"])
def test_an_export_tells_two_editions_apart(key: str, tmp_path: Path) -> None:
    text = _written(_editions("en"), key, None, tmp_path).read_text(encoding="utf-8")
    assert "English (2)" in text or "en-x-2" in text
