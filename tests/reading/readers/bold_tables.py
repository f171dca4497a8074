"""Tables that are hard to give back: with bold words in heads of columns, which are all bold, and
with a dash in a cell, as an export shows gaps."""

from desktop_app.resolution.model import Clause, Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import read

_CHANGES = {
    "| Light | Hours |": "| Light **up** | **Hours** |",
    "| Second |": "| — |",
    "| 灯 | 时间 |": "| **灯**塔 | **时间** |",
    "| 第二 |": "| — |",
}


def bold_tables(language: str) -> Resolution:
    """The fixture with tables in a language, with such cells."""
    text = (FIXTURES / f"tables.{language}.md").read_text(encoding="utf-8")
    for old, new in _CHANGES.items():
        text = text.replace(old, new)
    assert "**" in text
    assert "—" in text
    return read(text)


def tables_of(text: Resolution) -> list[Clause]:
    """Its tables."""
    return [clause for clause in text.walk() if clause.table]
