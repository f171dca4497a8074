"""Clauses while they are put together, and the stable ids that they get in the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR
from desktop_app.grammar.grammar import Grammar
from desktop_app.resolution.model import Clause, Part, PartKind, Runs, Style, words

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

    @property
    def deepest(self) -> "OpenClause":
        """Its last sub-paragraph on the lowest level, itself if it has none."""
        return self.children[-1].deepest if self.children else self


@dataclass(slots=True)
class OpenPart:
    """A part that can still grow."""

    kind: PartKind
    heading: Runs = ()
    clauses: list[OpenClause] = field(default_factory=list)


def finished(parts: Sequence[OpenPart], rules: Grammar) -> tuple[Part, ...]:
    """The parts, every clause with its stable id."""
    ids = _Ids()
    out: list[Part] = []
    for part, id in zip(parts, _part_ids(parts), strict=True):
        clauses = tuple(
            _finished(clause, stem, rules, ids)
            for clause, stem in zip(part.clauses, _stems(part, id, ids), strict=True)
        )
        out.append(Part(id, part.kind, part.heading, clauses))
    return tuple(out)


def _part_ids(parts: Sequence[OpenPart]) -> Iterator[str]:
    """Of several parts of a kind each has its number; sections always have one."""
    totals = Counter(part.kind for part in parts)
    counts: Counter[PartKind] = Counter()
    for part in parts:
        counts[part.kind] += 1
        count = counts[part.kind]
        numbered = count > 1 or part.kind is PartKind.SECTION
        if part.kind is PartKind.ANNEX:
            numbered = totals[part.kind] > 1
        yield f"{part.kind.value}{count}" if numbered else part.kind.value


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


def _stems(part: OpenPart, part_id: str, ids: _Ids) -> Iterator[str]:
    """The ids of a part's clauses before they are made unique: pp3, op5, annex.2, ch1."""
    operative = part.kind in (PartKind.OPERATIVE, PartKind.SECTION)
    prefix = "op" if operative else f"{part_id}."
    if operative and any(f"op{clause.number}" in ids for clause in part.clauses):
        prefix = f"{part_id}.op"
    lone = operative and len(part.clauses) == 1
    preamble = "pp" if part_id == PartKind.PREAMBLE else f"{part_id}.pp"
    for place, clause in enumerate(part.clauses, 1):
        if part.kind is PartKind.PREAMBLE:
            yield f"{preamble}{place}"
        elif clause.number:
            yield f"{prefix}{clause.number}"
        elif lone and f"{prefix}1" not in ids:
            yield f"{prefix}1"
        elif operative:
            yield ids.next_of("ch")
        else:
            yield f"{prefix}p{place}"


def _finished(clause: OpenClause, stem: str, rules: Grammar, ids: _Ids) -> Clause:
    id = ids.give(stem)
    children = tuple(
        _finished(child, f"{id}.{child.number or place}", rules, ids)
        for place, child in enumerate(clause.children, 1)
    )
    opening = _opening(clause.runs, rules)
    return Clause(id, clause.number, clause.mark, opening, clause.runs, children)


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
