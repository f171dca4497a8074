"""What the checks compare: two language versions, and a row of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from desktop_app.alignment.audit.otherwise import (
    in_one_form,
    is_own_number,
    read_by_shapes,
    without_addresses,
    without_likes,
)
from desktop_app.alignment.audit.values import Found, Leftovers, leftovers, with_years
from desktop_app.common.messages import Listed, Message
from desktop_app.grammar.anchors import (
    Anchor,
    AnchorKind,
    anchors,
    multiplied_numbers,
    spelled_numbers,
)
from desktop_app.grammar.characters import (
    CLOSES_A_QUOTATION,
    ENDS_AN_OPERATIVE,
    OPENS_A_QUOTATION,
    plain,
)
from desktop_app.grammar.checking.named import Named, NamedKind, in_hundredths, named
from desktop_app.grammar.checking.paired import unpaired
from desktop_app.grammar.checking.speaking import Spoken, spoken
from desktop_app.grammar.languages import LANGUAGE_OF_MASTHEADS, name_of
from desktop_app.grammar.numerals import of_digits
from desktop_app.grammar.scripts import SCRIPTS
from desktop_app.resolution.bitext import SURE, Finding, FindingKind, Row, Severity, Span
from desktop_app.resolution.labels import label_in_message
from desktop_app.resolution.model import Resolution, Runs, Style, notes

SOURCE, TARGET = 0, 1
"""The sides of a row."""
_RAISED = str.maketrans("0123456789+-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


class Version:
    """One language version: its texts by id, its anchors, its name."""

    def __init__(self, resolution: Resolution, name: Message) -> None:
        self.resolution = resolution
        self.language = resolution.language
        self.name = name
        self.lines = {line.id: line.text for line in (*resolution.head, *resolution.closing)}
        self.texts: dict[str, str] = {clause.id: clause.text for clause in resolution.walk()}
        self.texts |= {note.id: note.text for note in resolution.footnotes}
        self.texts |= self.lines
        self.footnotes = {note.id for note in resolution.footnotes}
        self.counterparts: dict[str, str] = {}
        """The footnotes of the other version that are those of this one."""
        self.calls = {clause.id: clause.notes for clause in resolution.walk()}
        """The footnotes that each clause calls."""
        self.mark_places = {
            (clause.id, note): place
            for clause in resolution.walk()
            for note, place in (
                *((note, 0) for note in notes(clause.heading)),
                *_mark_places(clause.runs),
            )
        }
        """Where in its text a clause calls a footnote."""
        self._more = {clause.id for clause in resolution.walk() if clause.clauses or clause.heading}
        """The clauses with sub-paragraphs or a heading."""
        self._found: dict[str, tuple[Anchor, ...]] = {}
        self._named: dict[str, tuple[Named, ...]] = {}
        self.missing: set[str] = set()
        """The paragraphs without a counterpart, of the rows checked."""
        self.beside: set[str] = set()
        """Those of them that a finding has named together with the row before them."""

    def holds_more(self, ids: Iterable[str]) -> bool:
        """Whether one of some clauses has sub-paragraphs or a heading beside its words."""
        return not self._more.isdisjoint(ids)

    @cached_property
    def callers(self) -> dict[str, list[str]]:
        """The clauses that call each footnote."""
        found: dict[str, list[str]] = {}
        for id, called in self.calls.items():
            for note in dict.fromkeys(called):
                found.setdefault(note, []).append(id)
        return found

    @cached_property
    def _raised(self) -> dict[str, str]:
        """The texts with exponents, with signs that are raised in themselves: 10⁶ is not 106."""
        return {
            clause.id: with_raised_digits(clause.runs)
            for clause in self.resolution.walk()
            if any(run.style is Style.SUPERSCRIPT for run in clause.runs)
        }

    @cached_property
    def titles(self) -> dict[Message, set[str]]:
        """The parts of the document with a title, each with the letters of its title."""
        head = self.resolution.masthead
        agenda = (head.agenda_title, *re.split("[:：]", head.agenda_title)[:1])
        return {
            Message("resolution"): {letters(head.title)} - {""},
            Message("agenda item"): set(map(letters, agenda)) - {""},
        }

    @cached_property
    def spanning(self) -> frozenset[tuple[str, int]]:
        """The quotation marks that open in one text and close in a later one, by id and place: a
        quotation of several paragraphs may open anew in each."""
        found: set[tuple[str, int]] = set()
        waiting: list[tuple[str, int]] = []
        for clause in self.resolution.walk():
            text = clause.text
            last = text.rstrip(ENDS_AN_OPERATIVE)[-1:]
            if waiting and text[:1] in OPENS_A_QUOTATION and last in CLOSES_A_QUOTATION:
                found.update(waiting)
                waiting = []
            for place in unpaired(text):
                if text[place] in OPENS_A_QUOTATION and (text[place] != '"' or place == 0):
                    waiting.append((clause.id, place))
                elif text[place] in CLOSES_A_QUOTATION and waiting:
                    found.update((*waiting, (clause.id, place)))
                    waiting = []
        return frozenset(found)

    def found(self, ids: Iterable[str]) -> list[Found]:
        """The anchors in some texts, without the numbers that fractions are made of."""
        return [Found(id, anchor) for id in ids for anchor in self._anchors(id)]

    def _anchors(self, id: str) -> tuple[Anchor, ...]:
        if id not in self._found:
            fractions = [one for one in self.named(id) if one.kind is NamedKind.FRACTION]
            self._found[id] = tuple(
                anchor
                for anchor in self._find_anchors(id)
                if not any(one.start <= anchor.start < one.end for one in fractions)
            )
        return self._found[id]

    def _find_anchors(self, id: str) -> tuple[Anchor, ...]:
        own = anchors(self._raised.get(id, self.texts[id]), self.language)
        if id in self.lines and not _has_date(own):
            english = anchors(self.texts[id], LANGUAGE_OF_MASTHEADS)
            return english if _has_date(english) else own
        return own

    def named(self, id: str) -> tuple[Named, ...]:
        """The names and values in a text."""
        if id not in self._named:
            self._named[id] = named(self.texts[id], self.language)
        return self._named[id]

    def words(self, spans: Sequence[Span]) -> str:
        """The words of some spans, as a person reads them."""
        return " … ".join(self.texts[span.id][span.start : span.end] for span in spans)

    def whole(self, ids: Iterable[str]) -> tuple[Span, ...]:
        """The spans of whole texts."""
        return tuple(Span(id, 0, len(self.texts[id])) for id in ids)


def _mark_places(runs: Runs) -> Iterator[tuple[str, int]]:
    position = 0
    for run in runs:
        if run.style is Style.MARK:
            yield run.note, position
        else:
            position += len(run.text)


def with_raised_digits(runs: Runs) -> str:
    """The text of the runs, character for character, with Unicode's raised digits where its own are
    raised by their style."""
    return "".join(
        run.text.translate(_RAISED) if run.style is Style.SUPERSCRIPT else run.text
        for run in runs
        if run.style is not Style.MARK
    )


def _has_date(found: Iterable[Anchor]) -> bool:
    return any(anchor.kind is AnchorKind.DATE for anchor in found)


def letters(text: str) -> str:
    """The letters and digits of a text alone, in the form in which words are compared."""
    return re.sub(r"[\W_]+", "", plain(text))


Versions = tuple[Version, Version]


def versions_of(source: Resolution, target: Resolution) -> Versions:
    """Two versions by the names of their languages, or of their scripts where these tell them
    apart; of one language and script, the first and the second."""
    sides = source, target
    names = [Message(name_of(side.language, "other")) for side in sides]
    if names[0] == names[1]:
        scripts = [SCRIPTS[side.script].name if side.script in SCRIPTS else "" for side in sides]
        names = [Message("first"), Message("second")]
        if scripts[0] != scripts[1]:
            names = list(map(Message, scripts))
    return Version(source, names[0]), Version(target, names[1])


def pair_footnotes(rows: Iterable[Row], versions: Versions) -> None:
    """Tells each version which footnotes of the other are those of its own."""
    source, target = versions
    for row in rows:
        for one, other in zip(row.source, row.target, strict=False):
            if one in source.footnotes and other in target.footnotes:
                source.counterparts[one] = other
                target.counterparts[other] = one


class Sides(NamedTuple):
    """The spans of a finding on both sides."""

    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()


class Compared:
    """A row of clauses, footnotes or lines, with the versions that it is a row of."""

    def __init__(self, row: Row, versions: Versions, after: Sequence[Row] = ()) -> None:
        self.row = row
        self.after = after
        """The row that follows, if one does."""
        self.versions = versions
        self.ids = row.source, row.target

    @property
    def is_paired(self) -> bool:
        """Whether both sides have a text."""
        return bool(self.row.source and self.row.target)

    @cached_property
    def texts(self) -> tuple[str, str]:
        """The words of both sides."""
        source, target = (
            "\n".join(version.texts[id] for id in ids)
            for version, ids in zip(self.versions, self.ids, strict=True)
        )
        return source, target

    @property
    def is_sure(self) -> bool:
        """Whether both sides have a text, and surely the same."""
        return self.is_paired and self.row.score >= SURE

    def names(self, side: int, kind: NamedKind) -> dict[str, tuple[Span, ...]]:
        """Where a side has the names of a kind, by their values."""
        found: dict[str, tuple[Span, ...]] = {}
        for id in self.ids[side]:
            for one in self.versions[side].named(id):
                if one.kind is kind:
                    found[one.value] = (*found.get(one.value, ()), Span(id, one.start, one.end))
        return found

    @cached_property
    def spoken(self) -> tuple[Spoken, Spoken]:
        """What each side speaks of beside the countries that it names."""
        source, target = (self._spoken(side) for side in (SOURCE, TARGET))
        return source, target

    def _spoken(self, side: int) -> Spoken:
        version = self.versions[side]
        parts = [
            spoken(version.texts[id], version.language, version.named(id)) for id in self.ids[side]
        ]
        concepts = frozenset(chain.from_iterable(part.concepts for part in parts))
        return Spoken(concepts, sorted(chain.from_iterable(part.words for part in parts)))

    @cached_property
    def spelled_numbers(self) -> tuple[frozenset[int], frozenset[int]]:
        """Every number that the words of each side could say."""
        source, target = (
            spelled_numbers(text, version.language)
            for version, text in zip(self.versions, self.texts, strict=True)
        )
        return source, target

    @cached_property
    def leftovers(self) -> tuple[Leftovers, Leftovers]:
        """The anchors of each side that the other does not share."""
        sides = [version.found(ids) for version, ids in zip(self.versions, self.ids, strict=True)]
        texts = [self._own_texts(side) for side in (SOURCE, TARGET)]
        sides = [
            without_addresses(sides[here], texts[here], texts[1 - here])
            for here in (SOURCE, TARGET)
        ]
        sides = [
            read_by_shapes(sides[here], sides[1 - here], texts[here], self.versions[here].language)
            for here in (SOURCE, TARGET)
        ]
        source, target = sides[SOURCE], in_one_form(sides[TARGET], sides[SOURCE])
        source, target = with_years(source, target), with_years(target, source)
        return self._left(source, target, TARGET), self._left(target, source, SOURCE)

    def _left(self, own: Sequence[Found], others: Sequence[Found], there: int) -> Leftovers:
        """The anchors that the other side, `there`, does not say in any way."""
        language = self.versions[there].language
        texts, here = self._own_texts(there), self.versions[1 - there].texts
        left = leftovers(without_likes(own, others, texts, language), others)
        missing = [
            one
            for one in left.missing
            if not self._is_multiplied(one, there)
            and not is_own_number(one, here[one.id], texts.values())
        ]
        return self._without_fractions(left._replace(missing=missing), there)

    def _is_multiplied(self, one: Found, there: int) -> bool:
        number = of_digits(one.anchor.value)
        return one.anchor.kind is AnchorKind.NUMBER and number in self._multiplied[there]

    @cached_property
    def _multiplied(self) -> tuple[frozenset[int], frozenset[int]]:
        """Every number that the words of each side could say with a unit."""
        source, target = (
            multiplied_numbers(text, version.language)
            for version, text in zip(self.versions, self.texts, strict=True)
        )
        return source, target

    def _own_texts(self, side: int) -> dict[str, str]:
        return {id: self.versions[side].texts[id] for id in self.ids[side]}

    def _without_fractions(self, lost: Leftovers, other: int) -> Leftovers:
        """The anchors that one side alone has, without a fraction in digits, or its hundredths,
        that the other has in words."""
        fractions = self.names(other, NamedKind.FRACTION)
        said = {*fractions, *map(in_hundredths, fractions)}
        if not said:
            return lost
        return lost._replace(missing=[one for one in lost.missing if one.anchor.value not in said])

    def label_of(self, side: int) -> Listed:
        """What one side of the row is called."""
        return labels(self.ids[side])

    @property
    def label(self) -> Listed:
        """What the row is called, by the ids of the source."""
        return labels(self.row.source)

    def finding(
        self,
        kind: FindingKind,
        sides: Sides,
        message: Message,
        severity: Severity = Severity.ERROR,
    ) -> Finding:
        """A finding in this row."""
        return Finding(kind, *self.ids, sides.source, sides.target, message, severity)


def labels(ids: Sequence[str]) -> Listed:
    """What some texts are called."""
    return Listed(tuple(map(label_in_message, ids)))


def one_sided(side: int, spans: tuple[Span, ...]) -> Sides:
    """The spans of a finding of which only one side has words."""
    return Sides(target=spans) if side else Sides(source=spans)
