"""The check between two language versions: where they do not agree in what must be the same.

Numbers, dates, document symbols and footnotes agree in all versions of a resolution; where they
do not, one version has an error, or the file was damaged on its way. What languages say differently
and mean alike is no finding: a number in words, a year said once for two dates, A/RES/74/43 for
74/43.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.common.messages import Listed, Message
from desktop_app.grammar.anchors import Anchor, anchors, spelled_numbers
from desktop_app.grammar.characters import plain
from desktop_app.grammar.languages import name_of
from desktop_app.resolution.bitext import Bitext, Finding, Row, Span
from desktop_app.resolution.labels import named
from desktop_app.resolution.model import Resolution, Runs, Style

_QUOTED = re.compile(
    r"“[^“”]+”|”[^“”]+“|„[^„“”]+[“”]|«[^«»]+»|\"[^\"]+\"|「[^「」]+」|《[^《》]+》"
)
_NEAR = 4
"""Characters between two dates of one expression: "25 and 26 October"."""


_BESIDE = 12
"""Characters to the date that gives another one its year: "on 8 July and also on 2 August 2005"."""
_Value = tuple[str, str]


class _Found(NamedTuple):
    """An anchor and the clause that it stands in."""

    id: str
    anchor: Anchor

    def span(self) -> Span:
        return Span(self.id, self.anchor.start, self.anchor.end)


class _Side:
    """One version: its texts by id, its anchors, its name."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.language = resolution.language
        self.name = Message(name_of(resolution.language, "other"))
        self.texts: dict[str, str] = {clause.id: clause.text for clause in resolution.walk()}
        self.texts |= {note.id: note.text for note in resolution.footnotes}
        self.lines = {line.id: line.text for line in (*resolution.head, *resolution.closing)}
        self.texts |= self.lines
        self.notes = {note.id for note in resolution.footnotes}
        self.counterparts: dict[str, str] = {}
        """The notes of the other version that are those of this one."""
        self.marks = {clause.id: clause.notes for clause in resolution.walk()}
        self.mark_places = {
            (clause.id, note): place
            for clause in resolution.walk()
            for note, place in _mark_places(clause.runs)
        }

        head = resolution.masthead
        self.names = {
            Message("resolution"): {_letters(head.title)} - {""},
            Message("agenda item"): {
                _letters(title)
                for title in (head.agenda_title, *re.split("[:：]", head.agenda_title)[:1])
            }
            - {""},
        }

    def named(self, title: str) -> Message | None:
        """What of the document bears a title, None for a title that it only mentions."""
        letters = _letters(title)
        return next((what for what, titles in self.names.items() if letters in titles), None)

    def found(self, ids: Iterable[str]) -> list[_Found]:
        return [_Found(id, one) for id in ids for one in self._anchors(id)]

    def _anchors(self, id: str) -> tuple[Anchor, ...]:
        """The anchors of a text; the date of a line may be in English in every version."""
        found = anchors(self.texts[id], self.language)
        if id in self.lines and not _has_date(found):
            english = anchors(self.texts[id], "en")
            return english if _has_date(english) else found
        return found

    def said(self, spans: Sequence[Span]) -> str:
        """The words of some spans, as a person reads them."""
        return " … ".join(self.texts[span.id][span.start : span.end] for span in spans)

    def whole(self, ids: Iterable[str]) -> tuple[Span, ...]:
        return tuple(Span(id, 0, len(self.texts[id])) for id in ids)


def _has_date(found: Iterable[Anchor]) -> bool:
    return any(anchor.kind == "date" for anchor in found)


def audit(bitext: Bitext) -> tuple[Finding, ...]:
    """What the two versions of a bitext do not agree on, in the order of its rows. Nothing for a
    text without a translation."""
    return tuple(finding for findings in by_row(bitext) for finding in findings)


def by_row(bitext: Bitext) -> Iterator[Sequence[Finding]]:
    """The same row by row, for whoever does it piece by piece; last what the mastheads say."""
    if bitext.target is None:
        return
    sides = _Side(bitext.source), _Side(bitext.target)
    _pair_notes(bitext.rows, sides)
    gone: set[tuple[int, str]] = set()
    for row in bitext.rows:
        if not (row.source and row.target):
            yield tuple(_missing(row, sides, gone))
            continue
        found = [_merged(row, sides)] if len(row.source) != len(row.target) else []
        yield [
            *found,
            *_marks(row, sides),
            *_compared(row, sides),
            *_titles(row, sides),
        ]
    yield tuple(_lines(bitext, sides))


# Paragraphs


def _missing(row: Row, sides: tuple[_Side, _Side], gone: set[tuple[int, str]]) -> Iterator[Finding]:
    """A paragraph without a counterpart; its sub-paragraphs go without saying, and what a footnote
    that is missing means is said where its mark is."""
    here = 0 if row.source else 1
    ids = row.source or row.target
    own, other = sides[here], sides[1 - here]
    if ids[0] in own.notes:
        return
    gone.update((here, id) for id in ids)
    if (here, ids[0].rpartition(".")[0]) in gone:
        return
    spans = own.whole(ids)
    said = Message(
        "%1 of the %2 text has no counterpart in the %3 text.", (_label(ids), own.name, other.name)
    )
    yield Finding(
        "missing-paragraph",
        row.source,
        row.target,
        () if here else spans,
        spans if here else (),
        said,
    )


def _merged(row: Row, sides: tuple[_Side, _Side]) -> Finding:
    few, many = sorted((0, 1), key=lambda side: len((row.source, row.target)[side]))
    ids = (row.source, row.target)
    said = Message(
        "%1 of the %2 text are run together in %3 of the %4 text.",
        (_label(ids[many]), sides[many].name, _label(ids[few]), sides[few].name),
    )
    return Finding(
        "merged-paragraphs",
        row.source,
        row.target,
        sides[0].whole(row.source),
        sides[1].whole(row.target),
        said,
    )


def _label(ids: Sequence[str]) -> Listed:
    return Listed(tuple(map(named, ids)))


# Anchors


def _compared(row: Row, sides: tuple[_Side, _Side]) -> Iterator[Finding]:
    """The anchors that the two sides of a row do not share, those that stand for each other as one
    finding.

    What the other side nowhere says is missing there. What it says less often is only spare: a
    language may repeat a year or a session. It tells something beside what is missing on the other
    side, or spare there as well.
    """
    plain = sides[0].found(row.source), sides[1].found(row.target)
    found = [_dated(plain[side], plain[1 - side]) for side in (0, 1)]
    texts = [
        "\n".join(side.texts[id] for id in ids)
        for side, ids in zip(sides, (row.source, row.target), strict=True)
    ]
    left = [_left(found[side], found[1 - side]) for side in (0, 1)]
    for kind in ("symbol", "date", "number"):
        missing = [
            _groups([one for one in side.missing if one.anchor.kind == kind]) for side in left
        ]
        spare = [[[one] for one in side.spare if one.anchor.kind == kind] for side in left]
        for source, target in _pairs(*missing):
            if not (source and target):
                here = 0 if source else 1
                alone = source or target
                if kind == "number" and not _is_lost(alone, sides[1 - here], texts[1 - here]):
                    continue
                other = _taken(alone, spare[1 - here])
                source, target = (source, other) if source else (other, target)
            yield _disagreement(kind, row, sides, source, target)
        for one in list(spare[0]):
            other = _taken(one, spare[1])
            if other:
                yield _disagreement(kind, row, sides, one, other)


class _Left(NamedTuple):
    """What one side says and the other nowhere, and what it says more often than the other."""

    missing: list[_Found]
    spare: list[_Found]


def _left(own: list[_Found], others: list[_Found]) -> _Left:
    said = Counter(_value(one.anchor) for one in others)
    values = frozenset(said)
    left = _Left([], [])
    for one in own:
        value = _value(one.anchor)
        if said[value] > 0:
            said[value] -= 1
        elif (
            value in values or _is_year_of(one.anchor, values) or _is_decade_of(one.anchor, values)
        ):
            left.spare.append(one)
        else:
            left.missing.append(one)
    return left


def _value(anchor: Anchor) -> _Value:
    """Kind and value without what one language adds: A/RES/74/43 is 74/43."""
    return anchor.kind, re.sub(r"^[AS]/RES/(?=\d)", "", anchor.value)


def _is_year_of(anchor: Anchor, others: frozenset[_Value]) -> bool:
    """Whether a number is the year of a date that the other side has."""
    kind, value = anchor.kind, anchor.value
    if kind != "number" or len(value) != 4:
        return False
    return any(kind == "date" and known.startswith(value) for kind, known in others)


def _is_decade_of(anchor: Anchor, others: frozenset[_Value]) -> bool:
    """« les années 90 » of "the 1990s", and the other way round."""
    kind, value = anchor.kind, anchor.value
    if kind != "number" or value[-1:] != "0":
        return False
    return (
        ("number", value[2:]) in others if len(value) == 4 else ("number", f"19{value}") in others
    )


def _dated(own: list[_Found], others: list[_Found]) -> list[_Found]:
    """The anchors, a day without a year as the date that the other side has, if a date or year
    beside it in its expression gives it that year: "8 July and 2 August 2005"."""
    known = {_value(one.anchor) for one in others}
    out = list(own)
    for place, one in enumerate(own):
        if one.anchor.value.startswith("--") and _value(one.anchor) not in known:
            years = {
                other.anchor.value[:4]
                for other in own
                if other.id == one.id and _gap(one.anchor, other.anchor) <= _BESIDE
            }
            whole = [f"{year}{one.anchor.value[1:]}" for year in years]
            value = next((value for value in whole if ("date", value) in known), one.anchor.value)
            out[place] = one._replace(anchor=one.anchor._replace(value=value))
    return out


def _gap(one: Anchor, other: Anchor) -> int:
    return max(other.start - one.end, one.start - other.end)


def _groups(found: list[_Found]) -> list[list[_Found]]:
    """Dates of one expression together; every other anchor by itself."""
    groups: list[list[_Found]] = []
    for one in found:
        last = groups[-1][-1] if groups else None
        if (
            last
            and one.anchor.kind == "date"
            and last.id == one.id
            and one.anchor.start - last.anchor.end <= _NEAR + 1
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _pairs(
    source: list[list[_Found]], target: list[list[_Found]]
) -> Iterator[tuple[list[_Found], list[_Found]]]:
    """What is left on both sides stands for each other in order; where one side has more, those
    that are most alike."""
    if len(source) == len(target):
        yield from zip(source, target, strict=True)
        return
    few, many = (source, target) if len(source) < len(target) else (target, source)
    waiting = list(many)
    pairs: dict[int, list[_Found]] = {}
    for place, one in enumerate(few):
        best = max(waiting, key=lambda other: _alike(one, other))
        waiting.remove(best)
        pairs[place] = best
    for place, one in enumerate(few):
        yield (one, pairs[place]) if few is source else (pairs[place], one)
    for other in waiting:
        yield ([], other) if few is source else (other, [])


def _alike(one: list[_Found], other: list[_Found]) -> int:
    """How many characters two values share at their ends."""
    a, b = one[0].anchor.value, other[0].anchor.value
    return sum(x == y for x, y in zip(a, b, strict=False)) + sum(
        x == y for x, y in zip(a[::-1], b[::-1], strict=False)
    )


def _taken(one: list[_Found], spare: list[list[_Found]]) -> list[_Found]:
    """Takes from what is spare on the other side what is most like this, both being in digits, and
    both years or none."""
    own = one[0].anchor
    fitting = [
        other
        for other in spare
        if not (own.worded or other[0].anchor.worded)
        and _value(own) != _value(other[0].anchor)
        and (own.kind != "number" or (len(own.value) == 4) == (len(other[0].anchor.value) == 4))
    ]
    if not fitting:
        return []
    best = max(fitting, key=lambda other: _alike(one, other))
    spare.remove(best)
    return best


_FEWEST_IN_WORDS = 11
"""The least number that is missed where it was said in words."""


def _is_lost(alone: list[_Found], other: _Side, text: str) -> bool:
    """Whether a number that one side alone has is really missing from the other. One in words can
    be a pronoun or a manner of speaking if it is small or round ("thousands"); one in digits can be
    any word of the other text."""
    one = alone[0].anchor
    number = int_or_none(one.value)
    if one.worded and (
        number is None or number < _FEWEST_IN_WORDS or re.fullmatch("100+", one.value)
    ):
        return False
    return number not in spelled_numbers(text, other.language)


def int_or_none(value: str) -> int | None:
    """The whole number that a value says."""
    return int(value) if value.isdecimal() else None


def _disagreement(
    kind: str,
    row: Row,
    sides: tuple[_Side, _Side],
    source: list[_Found],
    target: list[_Found],
) -> Finding:
    spans = tuple(one.span() for one in source), tuple(one.span() for one in target)
    if source and target:
        words = [side.said(own) for side, own in zip(sides, spans, strict=True)]
        said = Message(
            "%1: the %2 text has %3, the %4 text %5.",
            (_label(row.source), sides[0].name, words[0], sides[1].name, words[1]),
        )
    else:
        own, other = sides if source else sides[::-1]
        said = Message(
            "%1: %2 of the %3 text is not in the %4 text.",
            (_label(row.source), own.said(spans[0] or spans[1]), own.name, other.name),
        )
    return Finding(kind, row.source, row.target, *spans, said)


# Quoted titles


class _Quotation(NamedTuple):
    """Words in quotation marks, or, if `light`, in the marks that Chinese has for titles; `names`
    what of the document they are the title of."""

    span: Span
    light: bool
    names: Message | None


def _quotations(ids: Sequence[str], side: _Side) -> list[_Quotation]:
    out = []
    for id in ids:
        for found in _QUOTED.finditer(side.texts[id]):
            said = found[0][1:-1]
            out.append(_Quotation(Span(id, *found.span()), found[0][0] == "《", side.named(said)))
    return out


def _titles(row: Row, sides: tuple[_Side, _Side]) -> Iterator[Finding]:
    """A title in quotation marks that one version has and the other has lost; and the document's
    own title or that of its agenda item where it is quoted with other words than it bears."""
    quoted = [
        _quotations(ids, side) for side, ids in zip(sides, (row.source, row.target), strict=True)
    ]
    renamed = False
    for here in (0, 1):
        own, other = quoted[here], quoted[1 - here]
        for one in own:
            if one.names and other and sides[1 - here].names.get(one.names):
                if any(one.names == another.names for another in other):
                    continue
                renamed = True
                strange = [another for another in other if not another.names]
                strange.sort(key=lambda another: another.light)
                yield _renamed(one, strange[:1], here, row, sides)
    if not renamed and _are_lost(quoted, sides):
        spans = [tuple(one.span for one in side if not one.light) for side in quoted]
        count = _titles_quoted(len(spans[0]))
        about = _label(row.source), sides[0].name, count, sides[1].name
        if spans[1]:
            said = Message(
                "%1: the %2 text quotes %3, the %4 text %5.", (*about, str(len(spans[1])))
            )
        else:
            said = Message("%1: the %2 text quotes %3, the %4 text none.", about)
        yield Finding("title", row.source, row.target, spans[0], spans[1], said)


def _titles_quoted(count: int) -> Message:
    if count == 1:
        return Message("1 title")
    return Message("%1 titles", (str(count),)) if count else Message("no title")


_QUOTING_NAMES = frozenset(("zh",))
"""Languages that put names in quotation marks where others write them with capitals."""


def _are_lost(quoted: Sequence[Sequence[_Quotation]], sides: tuple[_Side, _Side]) -> bool:
    """Whether one version lacks quotation marks that the other has: some of them; or all, where the
    other has two titles in them, or that of the document or of its agenda item."""
    marked = [[one for one in side if not one.light] for side in quoted]
    here = 0 if len(marked[0]) > len(marked[1]) else 1
    if len(marked[here]) <= len(quoted[1 - here]):
        return False
    if not marked[1 - here] and any(one.names for one in marked[here]):
        return True
    if sides[here].language in _QUOTING_NAMES:
        return False
    return bool(marked[1 - here]) or len(marked[here]) > 1


def _renamed(
    one: _Quotation,
    other: Sequence[_Quotation],
    here: int,
    row: Row,
    sides: tuple[_Side, _Side],
) -> Finding:
    spans = [(one.span,), tuple(another.span for another in other)]
    assert one.names, "the title of something"
    there = sides[1 - here]
    about = _label(row.source), sides[here].name, one.names, there.name
    if other:
        said = Message(
            "%1: the %2 text quotes the title of this %3, the %4 text %5.",
            (*about, there.said(spans[1])),
        )
    else:
        said = Message("%1: the %2 text quotes the title of this %3, the %4 text does not.", about)
    spans = spans if here == 0 else spans[::-1]
    return Finding("title", row.source, row.target, spans[0], spans[1], said)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", plain(text))


# Footnotes


def _mark_places(runs: Runs) -> Iterator[tuple[str, int]]:
    position = 0
    for run in runs:
        if run.style is Style.MARK:
            yield run.note, position
        else:
            position += len(run.text)


def _marks(row: Row, sides: tuple[_Side, _Side]) -> Iterator[Finding]:
    """Footnotes that one version calls in a row and the other does not."""
    called = [
        dict.fromkeys(note for id in ids for note in side.marks.get(id, ()) if note)
        for side, ids in zip(sides, (row.source, row.target), strict=True)
    ]
    for here in (0, 1):
        own = sides[here]
        for note in called[here]:
            # A mark without a note is what it is called.
            counterpart = own.counterparts.get(note, "" if note in own.notes else note)
            if counterpart not in called[1 - here]:
                yield _mark(note, counterpart, here, row, sides)


def _pair_notes(rows: Iterable[Row], sides: tuple[_Side, _Side]) -> None:
    for row in rows:
        for source, target in zip(row.source, row.target, strict=False):
            if source in sides[0].notes and target in sides[1].notes:
                sides[0].counterparts[source] = target
                sides[1].counterparts[target] = source


def _mark(note: str, counterpart: str, here: int, row: Row, sides: tuple[_Side, _Side]) -> Finding:
    own, other = sides[here], sides[1 - here]
    spans = tuple(
        Span(id, max(place - 1, 0), place)
        for id in (row.source, row.target)[here]
        for place in [own.mark_places.get((id, note))]
        if place is not None
    )
    number = note.removeprefix("fn")
    elsewhere = [id for id, marks in other.marks.items() if counterpart in marks]
    about = _label(row.source), number, own.name, other.name
    if elsewhere:
        said = Message(
            "%1: footnote %2 of the %3 text stands in %5 of the %4 text.",
            (*about, _label(elsewhere)),
        )
    elif counterpart in other.notes:
        said = Message("%1: footnote %2 of the %3 text has no mark in the %4 text.", about)
    else:
        said = Message("%1: footnote %2 of the %3 text is not in the %4 text.", about)
    return Finding(
        "footnote", row.source, row.target, () if here else spans, spans if here else (), said
    )


# The masthead and the closing lines

_FACTS: tuple[tuple[str, str, Message, tuple[str, ...]], ...] = (
    ("symbol", "symbol", Message("symbol"), ("head.symbol", "head.title")),
    ("number", "session", Message("session"), ("head.session",)),
    ("number", "agenda_item", Message("agenda item"), ("head.agenda_item",)),
    ("date", "adopted", Message("date of adoption"), ("head.adoption", "closing.date")),
    ("symbol", "report", Message("report"), ("head.report",)),
    ("number", "meeting", Message("meeting"), ("closing.meeting", "head.adoption")),
)
"""Kind of finding, field of the masthead, its name, and the lines that can state it."""


def _lines(bitext: Bitext, sides: tuple[_Side, _Side]) -> Iterator[Finding]:
    """What the lines of the two mastheads and closings state differently; and what the mastheads
    do where no line shows it."""
    told: set[str] = set()
    for row in (*bitext.head, *bitext.closing):
        if row.source and row.target and ".other" not in row.source[0]:
            for finding in _compared(row, sides):
                told.update((*row.source, *row.target))
                yield finding
    for kind, field, name, lines in _FACTS:
        stated = [getattr(side.resolution.masthead, field) for side in sides]
        if all(stated) and stated[0] != stated[1] and told.isdisjoint(lines):
            ids = [tuple([id for id in lines if id in side.lines][:1]) for side in sides]
            said = Message(
                "Masthead: the %1 is %2 in the %3 text, %4 in the %5 text.",
                (name, str(stated[0]), sides[0].name, str(stated[1]), sides[1].name),
            )
            yield Finding(kind, ids[0], ids[1], (), (), said)
