"""A language version without its words, as JSON values: what an export states beside the words that
it shows, so that the two read back to an equal text.

What a file shows is what is read: the words are those of the file, and where these and the skeleton
do not go together the file was changed, and is read as any other.
"""

from collections.abc import Mapping
from enum import StrEnum

from desktop_app.reading.readers.sound import check
from desktop_app.resolution.model import Clause, Footnote, Line, Part, Resolution, Run, Runs, words
from desktop_app.resolution.serial import Plain, dump_resolution, load_resolution

_STAND_IN = "held"
_HELD: Runs = (Run(_STAND_IN),)


class Held(StrEnum):
    """What the words are of: a clause, line or note; its number; its heading; that of a part."""

    WORDS = "words"
    NUMBER = "number"
    HEADING = "heading"
    PART = "part"


Name = tuple[Held, str]
"""What the words are of, and its id."""


class ChangedError(ValueError):
    """The words and the skeleton of a file do not go together."""


def skeleton(text: Resolution) -> Plain:
    """All that the program knows of a language version but its words."""
    return _without_words(dump_resolution(text))


def _without_words(plain: Plain, key: str = "") -> Plain:
    """The values; in place of words only whether there are any."""
    if key in ("runs", "heading"):
        return [{"text": _STAND_IN}] if plain else []
    if isinstance(plain, dict):
        return {key: _without_words(value, key) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_without_words(value) for value in plain]
    return plain


def filled(plain: object, held: Mapping[Name, Runs]) -> Resolution:
    """The language version with this skeleton and these words. Raises ChangedError where they do
    not go together, SerialError for what is no skeleton."""
    found = _Words(held).filled(load_resolution(plain))
    check(found)
    return found


class _Words:
    """The words of one version, of which each is used once."""

    def __init__(self, held: Mapping[Name, Runs]) -> None:
        self._words = dict(held)

    def filled(self, bare: Resolution) -> Resolution:
        """The version with its words."""
        found = bare._replace(
            head=tuple(map(self._line, bare.head)),
            parts=tuple(map(self._part, bare.parts)),
            closing=tuple(map(self._line, bare.closing)),
            footnotes=tuple(map(self._note, bare.footnotes)),
        )
        if self._words:
            raise ChangedError("there are words of nothing")
        return found

    def _line(self, line: Line) -> Line:
        return line._replace(runs=self._of(Held.WORDS, line.id, line.runs))

    def _note(self, note: Footnote) -> Footnote:
        return note._replace(runs=self._of(Held.WORDS, note.id, note.runs))

    def _part(self, part: Part) -> Part:
        return part._replace(
            heading=self._of(Held.PART, part.id, part.heading),
            clauses=tuple(map(self._clause, part.clauses)),
            parts=tuple(map(self._part, part.parts)),
        )

    def _clause(self, clause: Clause) -> Clause:
        number = self._words.pop((Held.NUMBER, clause.id), ())
        if words(number) != clause.mark:
            raise ChangedError("a number is another")
        return clause._replace(
            heading=self._of(Held.HEADING, clause.id, clause.heading),
            runs=self._of(Held.WORDS, clause.id, clause.runs),
            clauses=tuple(map(self._clause, clause.clauses)),
        )

    def _of(self, held: Held, id: str, bare: Runs) -> Runs:
        """The words of something, which has some if the skeleton holds a place for them."""
        found = self._words.pop((held, id), ())
        if bare not in ((), _HELD) or bool(bare) != bool(found):
            raise ChangedError("words are missing")
        return found
