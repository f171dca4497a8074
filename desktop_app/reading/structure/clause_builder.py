"""Clauses while they are being put together, and the stable ids that they get in the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR
from desktop_app.grammar.grammar import Grammar
from desktop_app.resolution.model import Clause, Part, PartKind, Runs, Style, words


@dataclass(slots=True)
class Draft:
    """A clause while it is being put together. `mark_kind` tells (a) from (i) from ㈠."""

    number: str
    mark: str
    runs: Runs
    mark_kind: int = -1
    children: list["Draft"] = field(default_factory=list)


@dataclass(slots=True)
class DraftPart:
    kind: PartKind
    heading: Runs = ()
    clauses: list[Draft] = field(default_factory=list)


def finished_parts(drafts: Sequence[DraftPart], rules: Grammar) -> tuple[Part, ...]:
    """The finished parts, every clause with its stable id."""
    ids = _Ids()
    totals = Counter(draft.kind for draft in drafts)
    counts: Counter[PartKind] = Counter()
    parts: list[Part] = []
    for draft in drafts:
        counts[draft.kind] += 1
        count = counts[draft.kind]
        always = draft.kind is PartKind.SECTION
        counted = always or count > 1 or (draft.kind is PartKind.ANNEX and totals[draft.kind] > 1)
        id = f"{draft.kind.value}{count}" if counted else draft.kind.value
        stems = _stems(draft, id, ids)
        clauses = tuple(
            _finished(clause, stem, rules, ids)
            for clause, stem in zip(draft.clauses, stems, strict=True)
        )
        parts.append(Part(id, draft.kind, draft.heading, clauses))
    return tuple(parts)


class _Ids:
    """The ids that are given, each once."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def __contains__(self, stem: str) -> bool:
        return stem in self._counts

    def next_of(self, stem: str) -> str:
        """The next of a row of ids: ch1, ch2."""
        self._counts[stem] += 1
        return f"{stem}{self._counts[stem]}"

    def give(self, stem: str) -> str:
        """The id itself, or with a count behind it if it is given already: "annex.1", "annex.1_2".
        No dash, which would make its label that of a range."""
        self._counts[stem] += 1
        count = self._counts[stem]
        return stem if count == 1 else f"{stem}_{count}"


def _stems(draft: DraftPart, part_id: str, ids: _Ids) -> Iterator[str]:
    """The ids of a part's clauses before they are made unique: pp3, op5, annex.2, ch1."""
    operative = draft.kind in (PartKind.OPERATIVE, PartKind.SECTION)
    prefix = "op" if operative else f"{part_id}."
    if operative and any(f"op{clause.number}" in ids for clause in draft.clauses):
        prefix = f"{part_id}.op"
    lone = operative and len(draft.clauses) == 1
    preamble = "pp" if part_id == PartKind.PREAMBLE else f"{part_id}.pp"
    for place, clause in enumerate(draft.clauses, 1):
        if draft.kind is PartKind.PREAMBLE:
            yield f"{preamble}{place}"
        elif clause.number:
            yield f"{prefix}{clause.number}"
        elif lone and f"{prefix}1" not in ids:
            yield f"{prefix}1"
        elif operative:
            yield ids.next_of("ch")
        else:
            yield f"{prefix}p{place}"


def _finished(draft: Draft, stem: str, rules: Grammar, ids: _Ids) -> Clause:
    id = ids.give(stem)
    children = tuple(
        _finished(child, f"{id}.{child.number or place}", rules, ids)
        for place, child in enumerate(draft.children, 1)
    )
    return Clause(id, draft.number, draft.mark, _opening(draft.runs, rules), draft.runs, children)


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
    usable = 0 < len(opening) <= 60 and text.startswith(opening)
    if usable and len(opening) < len(text.rstrip(ENDS_A_PARAGRAPH)):
        return opening
    return rules.opening(text)
