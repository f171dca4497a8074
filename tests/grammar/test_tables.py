"""A language is one folder of tables and one line in languages.py."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import desktop_app.grammar
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.tables import table
from tests.support.texts import EN

_ROOM = Path(desktop_app.grammar.__file__).parent
_NEEDED = {"anchors", "clauses", "detection", "grammar", "references", "terms"}


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_language_has_its_tables_and_each_says_what_it_is(language: str) -> None:
    files = sorted((_ROOM / language).iterdir())
    assert {file.stem for file in files} >= _NEEDED
    for file in files:
        assert file.suffix == ".json"
        assert json.loads(file.read_text(encoding="utf-8"))["about"]


def test_there_is_no_folder_without_a_language() -> None:
    folders = {file.parent.name for file in _ROOM.glob("*/*.json")}
    assert folders == set(OFFICIAL)


def test_a_language_that_is_not_known_has_no_tables() -> None:
    assert table("und", "grammar") == table("../grammar", "anchors") == {}
    assert table("en", "no such table") == {}


_NEW = 'Language(code="xx", iso639_3="xxx", name="Made-up", script="Latn"),'
_SCRIPT = """
from desktop_app.alignment.align import align
from desktop_app.citation.references import citations
from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.languages import name_of
from desktop_app.reading.readers import markdown
from desktop_app.reading.structure.resolution import resolution
import sys
english, other = (
    resolution(markdown.read(text)) for text in sys.stdin.read().split("=====", 1)
)
assert (other.language, name_of("xx")) == ("xx", "Made-up")
assert [clause.id for clause in other.walk()] == [clause.id for clause in english.walk()]
assert [clause.opening for clause in other.walk()] == [c.opening for c in english.walk()]
text = next(other.walk()).text
assert anchors(text, "xx") == anchors(text, "en") != ()
assert citations(text, "xx") == citations(text, "en") != ()
rows = align(english, other).rows
assert rows and all(row.source == row.target for row in rows)
"""


def test_a_new_language_is_one_folder_and_one_line(tmp_path: Path) -> None:
    """English under another name: all that is read of it is as of English itself."""
    package = _ROOM.parent
    unwanted = shutil.ignore_patterns("__pycache__", "ui", "export", "cli")
    shutil.copytree(package, tmp_path / package.name, ignore=unwanted)
    room = tmp_path / package.name / "grammar"
    shutil.copytree(room / "en", room / "xx")
    records = (room / "languages.py").read_text(encoding="utf-8")
    english = '        Language(code="en"'
    assert english in records
    changed = records.replace(english, f"        {_NEW}\n{english}")
    (room / "languages.py").write_text(changed, encoding="utf-8")
    texts = f"{EN}====={EN.replace('language: en', 'language: xx')}"
    subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        input=texts,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        encoding="utf-8",
        check=True,
    )
