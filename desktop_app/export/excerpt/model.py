"""An excerpt as every format gets it: paragraphs in rows, their footnotes, and facts about each
language version."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from desktop_app.export.excerpt.footnotes import Note
from desktop_app.export.excerpt.options import Arrangement, Notes
from desktop_app.grammar.languages import Direction
from desktop_app.resolution.model import Resolution, Run, Runs, Table
from desktop_app.resolution.plain import plain_words

_TITLE = 60
"""Characters of the first words of a document that stand for its title."""


class Kind(StrEnum):
    """The kind of a row; tables and translators' files name it by its value."""

    LINE = "line"
    """Of masthead or closing, or the enacting words."""
    HEADING = "heading"
    CLAUSE = "clause"
    FOOTNOTE = "footnote"


class Paragraph(NamedTuple):
    """A clause, heading or line: its id, its printed number ("5.", "(a)", "" without one) and its
    published words; `table` is set if it is one."""

    id: str
    mark: str
    runs: Runs
    table: Table | None = None

    @property
    def numbered(self) -> Runs:
        """The words with the number before them."""
        return (Run(f"{self.mark} "), *self.runs) if self.mark else self.runs


class Entry(NamedTuple):
    """A row. `texts` has the paragraphs of each language, none for a gap; `depth` is the level of a
    sub-paragraph, 0 for a paragraph, or of the division of a heading, 0 for the uppermost."""

    kind: Kind
    label: str
    depth: int
    texts: tuple[tuple[Paragraph, ...], ...]

    @property
    def is_title(self) -> bool:
        """Whether it is the title of the resolution in the masthead."""
        return any(paragraph.id == "head.title" for text in self.texts for paragraph in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What every file states of a language version."""

    name: str
    tag: str
    direction: Direction
    trust: str
    address: str
    title: str
    short_trust: str = ""

    @property
    def provenance(self) -> str:
        """ "English: transcription, not the official record"."""
        return f"{self.name}: {self.trust}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What to write. `citation`, in the language of the tag `cited_in`, has several lines in some
    styles. `texts` are the language versions cut down to what was chosen, in the order of
    `versions`; `whole` says that everything was. `arrangement` None is the format's usual one."""

    symbol: str
    citation: str
    versions: tuple[Version, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
    texts: tuple[Resolution, ...]
    whole: bool
    arrangement: Arrangement | None = None
    notes_at: Notes = Notes.FOOT
    cited_in: str = "en"

    @property
    def title(self) -> str:
        """The symbol and the title in the first language; the first words of a document without
        either."""
        first = self.versions[0]
        return " ".join(filter(None, [self.symbol, first.title])) or _beginning(self.texts[0])

    @property
    def name(self) -> str:
        """The title with how far the text can be trusted, for places that say no more: "… [source
        not stated]"."""
        trust = self.versions[0].short_trust
        return f"{self.title} [{trust}]" if trust else self.title


def _beginning(text: Resolution) -> str:
    """The first words of a document."""
    paragraphs = chain(
        (line.runs for line in text.head),
        (part.heading for part in text.divisions()),
        (clause.runs for clause in text.walk()),
    )
    first = " ".join(next(filter(str.strip, map(plain_words, paragraphs)), "").split())
    return first if len(first) <= _TITLE else f"{first[:_TITLE]}…"
