"""What a resolution is: the values that every other room works with.

Nothing here changes after it is made. The values are named tuples, as frozen as frozen data classes
and imported in a sixth of the time. Positions in a text are positions in
`Clause.text` or `Footnote.text`: the published words without the footnote marks.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """How a stretch of text is set in the published document."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    SUPERSCRIPT = "superscript"
    """Raised by its style and no footnote mark: the 6 of 10<sup>6</sup>. A character that is raised
    in itself (⁶) is plain, so that nothing is raised twice."""
    MARK = "mark"
    """A footnote mark: stands in the text, is no part of the words."""


class DocumentKind(StrEnum):
    """What a text is."""

    RESOLUTION = "resolution"
    STATEMENT = "statement"
    """Of the president of an organ, on its behalf."""
    DECISION = "decision"
    TREATY = "treaty"
    """A convention, covenant, protocol, charter or statute by itself."""
    DOCUMENT = "document"
    """Any other that has divisions or numbered paragraphs, as a declaration by itself."""
    TEXT = "text"
    """One without any structure: all its paragraphs are in one section."""


class PartKind(StrEnum):
    """What a division of the document is."""

    RESOLUTION = "resolution"
    """Each of several in one file: A and B under one number, or those of a printed volume."""
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    SECTION = "section"
    """What stands below a heading: a part, a section, or a list that begins anew without one."""
    CHAPTER = "chapter"
    ARTICLE = "article"
    ANNEX = "annex"
    CLOSING = "closing"
    """The meeting, the date and the vote at the end of one of several resolutions, as the lines of
    its heading: it has no clauses."""


class Provenance(StrEnum):
    """How far a text can be trusted to be the official record."""

    OFFICIAL = "official"
    """The file says that it is the official document."""
    TRANSCRIPTION = "transcription"
    """Set down by somebody; not compared with the official record."""
    CONVERTED = "converted"
    """Made from another script by a program; not the official record, whatever it was made from."""
    UNSTATED = "unstated"
    """The file does not say."""


class Caveat(StrEnum):
    """What is to be known of how the text was read from its file. Readers state it in the metadata
    of a document, under these names."""

    RECOGNISED = "recognised"
    """A program recognised the letters in a picture of a page."""
    PICTURES = "pictures"
    """Some pages are pictures, whose text is missing."""
    CHANGES = "changes"
    """The file has tracked changes, which count as accepted."""
    OLD_WORD = "old-word"
    """Another program took the text from a file of Word before 2007."""


class Run(NamedTuple):
    """Characters of one style. `note` is the id of the footnote that a mark calls, or "" where
    the document has no such footnote."""

    text: str
    style: Style = Style.PLAIN
    note: str = ""

    @property
    def calls(self) -> bool:
        """Whether it is the mark of a footnote that there is; any other mark may be an exponent, so
        it is written wherever the words are."""
        return self.style is Style.MARK and bool(self.note)


Runs = tuple[Run, ...]


def words(runs: Runs) -> str:
    """The text of the runs without the footnote marks."""
    if len(runs) == 1:  # most paragraphs
        return "" if runs[0].style is Style.MARK else runs[0].text
    return "".join(run.text for run in runs if run.style is not Style.MARK)


def notes(runs: Runs) -> tuple[str, ...]:
    """The ids of the footnotes that the runs call, in order, each once."""
    return tuple(dict.fromkeys(run.note for run in runs if run.note))


class Table(NamedTuple):
    """That a clause is a table; its cells are what `tables.rows` finds in its runs. `headings` is
    how many rows at its top are headings."""

    headings: int = 1


class Clause(NamedTuple):
    """A preambular or operative paragraph, a sub-paragraph, or a paragraph of an annex.

    `id` is stable and the same in every language version ("pp6", "op5.a"); `number` is the
    number or letter without its punctuation ("5", "a"), "" for a paragraph without one;
    `mark` is the number as the file prints it ("5.", "(a)", "㈠"). Of a table `runs` hold the
    words, with a tab between two cells and a line break between two rows. `heading` stands above a
    sub-paragraph and those that follow it, () where there is none.
    """

    id: str
    number: str
    mark: str
    opening: str
    runs: Runs
    clauses: tuple["Clause", ...] = ()
    table: Table | None = None
    heading: Runs = ()

    @property
    def text(self) -> str:
        """The whole text without the number and the footnote marks."""
        return words(self.runs)

    @property
    def heading_id(self) -> str:
        """The id of its heading."""
        return f"{self.id}.heading"

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the footnotes that it and its heading call, in order, each once."""
        return notes((*self.heading, *self.runs))

    def walk(self) -> Iterator["Clause"]:
        """This clause and all below it, in reading order."""
        ahead = [self]
        while ahead:
            clause = ahead.pop()
            yield clause
            ahead.extend(reversed(clause.clauses))


class Masthead(NamedTuple):
    """What the masthead and the closing state, in one normal form for every language.

    Empty or None where the document does not say. `adopted` is a date as ISO 8601 writes it,
    `symbol` as in "A/RES/75/58", `report` as in "A/75/399", `agenda_item` as in "103 (v)";
    `title` and `agenda_title` in the document's own language; `organ` in English.
    """

    symbol: str = ""
    organ: str = ""
    session: int | None = None
    agenda_item: str = ""
    agenda_title: str = ""
    title: str = ""
    adopted: str = ""
    meeting: int | None = None
    report: str = ""


class Part(NamedTuple):
    """A division of the document. `heading` holds the words at its head: the enacting words for
    the preamble ("The General Assembly,"), the heading of a section or an annex, its number
    included. `number` is that number in digits or Latin letters ("I", "3"), "" for none. `parts`
    are the divisions below it, behind its own clauses, and `level` how many it stands below.
    `masthead` is what one of several resolutions states, None for any other part."""

    id: str
    kind: PartKind
    heading: Runs
    clauses: tuple[Clause, ...]
    number: str = ""
    level: int = 0
    parts: tuple["Part", ...] = ()
    masthead: Masthead | None = None

    def divisions(self) -> Iterator["Part"]:
        """This part and all divisions below it, in reading order."""
        ahead = [self]
        while ahead:
            part = ahead.pop()
            yield part
            ahead.extend(reversed(part.parts))

    def own(self) -> Iterator[Clause]:
        """The clauses of the part that stand in no division below it, sub-paragraphs included, in
        reading order."""
        for clause in self.clauses:
            yield from clause.walk()

    def walk(self) -> Iterator[Clause]:
        """Every clause of the part and of the divisions below it, in reading order."""
        for part in self.divisions():
            yield from part.own()


class Footnote(NamedTuple):
    """A footnote with its published mark ("3", "*")."""

    id: str
    mark: str
    runs: Runs

    @property
    def text(self) -> str:
        return words(self.runs)


class Line(NamedTuple):
    """One field of the masthead or the closing as the file prints it, with its line breaks; `id`
    names the field ("head.title", "closing.date") and is the same in every language version."""

    id: str
    runs: Runs

    @property
    def text(self) -> str:
        return words(self.runs)


Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left corner of a page as it is shown."""


class Place(NamedTuple):
    """Where the words of a clause, a footnote or a line stand, by its id: the page, counted from 1,
    and on a page that is set, the box of those of its lines that stand there in one column."""

    id: str
    page: int
    box: Box | None = None


class Places(NamedTuple):
    """Where the words of a text stand in its file. What it does not know it does not say. `digest`
    is the SHA-256 of the file, "" where nothing is known."""

    digest: str = ""
    known: tuple[Place, ...] = ()

    @property
    def are_set(self) -> bool:
        """Whether the file has pages that can be shown."""
        return any(place.box for place in self.known)

    def of(self, id: str) -> tuple[Place, ...]:
        """The places of a clause, a footnote or a line, in reading order."""
        return tuple(place for place in self.known if place.id == id)

    def pages(self, id: str) -> tuple[int, ...]:
        """The pages that it stands on."""
        return tuple(dict.fromkeys(place.page for place in self.of(id)))


class Resolution(NamedTuple):
    """One language version of one resolution.

    `language` is a BCP 47 language ("zh", "en", "und"), `script` an ISO 15924 code ("Hans",
    "Hant", "Hani" for mixed, "Latn"). `converted` is the OpenCC configuration that made this text
    from the published one, "" for the published text itself, and `converted_from` the script of
    that one. `head` and `closing` are the lines of the masthead and of the closing as they stand in
    the file; of several resolutions the lines above the first, and each has its closing among its
    parts. `address` is the official page as the file states it. `places` are those in the file that
    it was read from; they belong to no copy of it in another file.
    """

    masthead: Masthead
    language: str
    script: str
    provenance: Provenance
    head: tuple[Line, ...]
    parts: tuple[Part, ...]
    closing: tuple[Line, ...]
    footnotes: tuple[Footnote, ...]
    address: str = ""
    converted: str = ""
    converted_from: str = ""
    kind: DocumentKind = DocumentKind.RESOLUTION
    caveats: tuple[Caveat, ...] = ()
    places: Places = Places()

    @property
    def is_structured(self) -> bool:
        """Whether it has clauses, and not the paragraphs of any text."""
        return self.kind is not DocumentKind.TEXT

    def divisions(self) -> Iterator[Part]:
        """Every part and every division below one, in reading order."""
        for part in self.parts:
            yield from part.divisions()

    def walk(self) -> Iterator[Clause]:
        """Every clause of every part, in reading order."""
        for part in self.parts:
            yield from part.walk()

    def footnote(self, id: str) -> Footnote | None:
        """The footnote of an id, None if there is none."""
        return next((note for note in self.footnotes if note.id == id), None)
