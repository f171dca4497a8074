"""Clauses while they are put together, and the stable ids that they get in the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR
from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import of_roman
from desktop_app.resolution.model import (
    Clause,
    Part,
    PartKind,
    Runs,
    Style,
    Table,
    words,
)

_LONGEST_OPENING = 60
"""Characters: more that are emphasised are no opening words."""


@dataclass(slots=True)
class OpenClause:
    """A clause that can still grow. `mark_kind` tells sub-paragraphs (a) from (i) from ㈠: the
    place of their pattern in the grammar."""

    number: str
    mark: str
    runs: Runs
    mark_kind: int = -1
    children: list["OpenClause"] = field(default_factory=list)
    table: Table | None = None
    heading: Runs = ()

    @property
    def text(self) -> str:
        """The words without the footnote marks."""
        return words(self.runs)

    @property
    def last(self) -> "OpenClause | None":
        """Its last sub-paragraph, None if it has none; a table below it is none."""
        return next((child for child in reversed(self.children) if not child.table), None)

    @property
    def deepest(self) -> "OpenClause":
        """What stands last at or below it: itself, a sub-paragraph or a table."""
        return self.children[-1].deepest if self.children else self


@dataclass(slots=True)
class OpenPart:
    """A part that can still grow. `rank` (divisions.Rank) and `file_level`, the level that the file
    gives its heading, 0 for none, tell below what it stands; `awaits_heading` whether it has its
    number alone so far."""

    kind: PartKind
    heading: Runs = ()
    clauses: list[OpenClause] = field(default_factory=list)
    number: str = ""
    level: int = 0
    rank: int = 0
    file_level: int = 0
    awaits_heading: bool = False


def finished(parts: Sequence[OpenPart], rules: Grammar) -> tuple[Part, ...]:
    """The parts with the divisions below them, every clause with its stable id."""
    ids = _Ids()
    out: list[Part] = []
    names = _part_ids(parts, ids)
    for part, (id, container) in zip(parts, names, strict=True):
        paragraphs = [clause for clause in part.clauses if not clause.table]
        stems = _stems(replace(part, clauses=paragraphs), id, container, ids)
        clauses = tuple(
            _finished(clause, ids.next_of(f"{id}.t") if clause.table else next(stems), rules, ids)
            for clause in part.clauses
        )
        out.append(Part(id, part.kind, part.heading, clauses, part.number, part.level))
    return _nested(out)


def _nested(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a list in reading order, those of a lower level below the one before."""
    below: list[list[Part]] = [[]]
    for part in reversed(parts):
        while len(below) <= part.level + 1:
            below.append([])
        parts_below = tuple(reversed(below[part.level + 1]))
        below[part.level + 1].clear()
        below[part.level].append(part._replace(parts=parts_below))
    return tuple(reversed(below[0]))


def _part_ids(parts: Sequence[OpenPart], ids: "_Ids") -> Iterator[tuple[str, str]]:
    """The ids of parts, each with that of the annex it is in, "" for none. Of several parts of a
    kind each has its number; sections always have one, articles that of their heading."""
    totals = Counter(part.kind for part in parts)
    counts: Counter[PartKind] = Counter()
    container = chapter = ""
    for part in parts:
        if part.kind is PartKind.ANNEX:
            counts[part.kind] += 1
            container = chapter = part.kind.value
            if totals[part.kind] > 1:
                container = chapter = f"{container}{counts[part.kind]}"
            yield container, ""
            continue
        if not part.level:
            container = chapter = ""
        if part.kind is PartKind.ARTICLE:
            own = f"art{str(of_roman(part.number) or part.number).lower()}"
            id = f"{container}.{own}" if container else own
            yield ids.give(f"{chapter}.{own}" if chapter and id in ids else id), container
        elif container:
            chapter = ids.next_of(f"{container}.{part.kind.value}")
            yield chapter, container
        else:
            counts[part.kind] += 1
            count = counts[part.kind]
            is_counted = count > 1 or part.kind not in (PartKind.PREAMBLE, PartKind.OPERATIVE)
            chapter = f"{part.kind.value}{count if is_counted else ''}"
            yield chapter, ""


class _Ids:
    """The ids that are given, each once."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def __contains__(self, stem: str) -> bool:
        return stem in self._counts

    def next_of(self, stem: str) -> str:
        """The next of a series of ids: ch1, ch2."""
        self._counts[stem] += 1
        return f"{stem}{self._counts[stem]}"

    def give(self, stem: str) -> str:
        """The id itself, or with a count behind it if it is given already: "annex.1", "annex.1_2".
        No dash, which would make its label that of a range."""
        self._counts[stem] += 1
        count = self._counts[stem]
        return stem if count == 1 else f"{stem}_{count}"


def _stems(part: OpenPart, id: str, annex: str, ids: _Ids) -> Iterator[str]:
    """The ids of a part's clauses before they are made unique: pp3, op5, annex.2, ch1."""
    if part.kind is PartKind.PREAMBLE:
        preamble = "pp" if id == PartKind.PREAMBLE else f"{id}.pp"
        yield from (f"{preamble}{place}" for place in range(1, len(part.clauses) + 1))
    elif part.kind is PartKind.ARTICLE:
        yield from _in_article(part, id, ids)
    elif annex or part.kind is PartKind.ANNEX:
        yield from _in_annex(part, id, annex or id, ids)
    else:
        yield from _in_operative_part(part, id, ids)


def _in_operative_part(part: OpenPart, id: str, ids: _Ids) -> Iterator[str]:
    is_taken = any(f"op{clause.number}" in ids for clause in part.clauses)
    prefix = f"{id}.op" if is_taken else "op"
    is_lone = len(part.clauses) == 1
    for clause in part.clauses:
        if clause.number:
            yield f"{prefix}{clause.number}"
        elif is_lone and f"{prefix}1" not in ids:
            yield f"{prefix}1"
        else:
            yield ids.next_of("ch")


def _in_annex(part: OpenPart, id: str, annex: str, ids: _Ids) -> Iterator[str]:
    """Paragraphs that are numbered through an annex do not name its divisions."""
    numbers = [clause.number for clause in part.clauses if clause.number]
    prefix = id if any(f"{annex}.{number}" in ids for number in numbers) else annex
    for place, clause in enumerate(part.clauses, 1):
        yield f"{prefix}.{clause.number}" if clause.number else f"{id}.p{place}"


def _in_article(part: OpenPart, id: str, ids: _Ids) -> Iterator[str]:
    """Numbered paragraphs have their numbers (p2); beside them the others are counted apart."""
    has_numbers = any(clause.number for clause in part.clauses)
    for place, clause in enumerate(part.clauses, 1):
        if has_numbers and not clause.number:
            yield ids.next_of(f"{id}.u")
        else:
            yield f"{id}.p{clause.number or place}"


def _finished(clause: OpenClause, stem: str, rules: Grammar, ids: _Ids) -> Clause:
    id = ids.give(stem)
    children = tuple(
        _finished(child, stem, rules, ids)
        for child, stem in zip(clause.children, _stems_below(clause, id, ids), strict=True)
    )
    opening = "" if clause.table else _opening(clause.runs, rules)
    return Clause(
        id,
        clause.number,
        clause.mark,
        opening,
        clause.runs,
        children,
        clause.table,
        clause.heading,
    )


def _stems_below(clause: OpenClause, id: str, ids: _Ids) -> Iterator[str]:
    place = 0
    for child in clause.children:
        if child.table:
            yield ids.next_of(f"{id}.t")
        else:
            place += 1
            yield f"{id}.{child.number or place}"


def emphasised(runs: Runs) -> str:
    """The emphasised words at the start of a paragraph."""
    out = ""
    for run in runs:
        if run.style is not Style.EMPHASIS and run.text.strip():
            break
        out += run.text
    return out.strip()


def _opening(runs: Runs, rules: Grammar) -> str:
    """The opening words: those that the file emphasises, else those that the language knows."""
    opening = emphasised(runs).rstrip(f"{ENDS_A_PREAMBULAR}:：")
    text = words(runs)
    usable = 0 < len(opening) <= _LONGEST_OPENING and text.startswith(opening)
    if usable and len(opening) < len(text.rstrip(ENDS_A_PARAGRAPH)):
        return opening
    return rules.opening(text)
