"""Made-up resolutions of realistic wording and any length, to measure with."""

from pathlib import Path

from desktop_app.library import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Part, PartKind, Resolution, Run


def bitext(clauses: int, length: int) -> Bitext:
    """A bitext of that many operative clauses, the Chinese ones of `length` characters each."""
    source, target = (_made_up(file, clauses, length) for file in (BUNDLED, BUNDLED_TRANSLATION))
    rows = tuple(Row((clause.id,), (clause.id,), 1.0) for clause in source.walk())
    return Bitext(source, target, rows)


def _made_up(file: Path, clauses: int, length: int) -> Resolution:
    published = read_resolution(file)
    text = "".join(clause.text for clause in published.walk())
    length = length if published.language == "zh" else 3 * length
    made = []
    for number in range(1, clauses + 1):
        start = number * 37 % len(text)  # each clause begins at another word
        words = (text[start:] + text * (length // len(text) + 1))[:length]
        made.append(Clause(f"op{number}", str(number), f"{number}.", "", (Run(words),)))
    part = Part("operative", PartKind.OPERATIVE, (), tuple(made))
    return published._replace(parts=(part,), head=(), closing=(), footnotes=())
