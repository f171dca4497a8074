"""The check of the numbers of paragraphs and the letters of sub-paragraphs: counterparts bear the
same, or are as far apart as the paragraphs missing before them make it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.numerals import of_digits
from desktop_app.resolution.bitext import Finding, FindingKind
from desktop_app.resolution.labels import divided
from desktop_app.resolution.model import Resolution

_LETTER = re.compile(r"\.([a-z])(?:_\d+)?$")
"""The letter of a sub-paragraph in its id, which has Latin ones in every language."""
_ROMAN = "ivx"
_FIRST = {"1": 1, "a": ord("a")}
_Last = tuple[dict[str, int], dict[str, int]]
"""The place of the last paragraph of each list, on both sides."""


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """The paragraphs from which on the numbers of the two versions go apart."""
    numbers = [_places(version.resolution) for version in document.versions]
    apart: Counter[str] = Counter()
    last: _Last = ({}, {})
    for row in document.rows:
        counted = [
            [id for id in ids if id in own] for own, ids in zip(numbers, row.ids, strict=True)
        ]
        begun = _begun(last, numbers, counted)
        for seen, own, ids in zip(last, numbers, counted, strict=True):
            seen.update((_list_of(id), own[id].place) for id in ids)
        if not row.is_paired or _is_across(row):
            apart.update(map(_list_of, counted[TARGET]))
            apart.subtract(map(_list_of, counted[SOURCE]))
            yield ()
            continue
        source, target = (own.get(ids[0]) for own, ids in zip(numbers, row.ids, strict=True))
        if source is None or target is None or source.sign != target.sign:
            yield ()
            continue
        part, far = _list_of(row.ids[SOURCE][0]), target.place - source.place
        if begun:
            apart[part] = far
        if not row.is_sure:
            yield ()
            continue
        is_new = far not in (apart[part], 0)
        apart[part] = far + len(counted[TARGET]) - len(counted[SOURCE])
        yield (_finding(row, source, target),) if is_new else ()


def _begun(
    last: _Last, numbers: Sequence[Mapping[str, "_Place"]], counted: Sequence[Sequence[str]]
) -> bool:
    """Whether one side begins to count anew in a row where the other counts on: the paragraphs of
    one version are numbered by sections, those of the other through all of them."""
    if not all(counted):
        return False
    firsts = [(_list_of(ids[0]), own[ids[0]]) for own, ids in zip(numbers, counted, strict=True)]
    begins = [
        one.place == _FIRST[one.sign] and name not in seen
        for seen, (name, one) in zip(last, firsts, strict=True)
    ]
    goes_on = [
        one.place == seen.get(name, one.place) + 1
        for seen, (name, one) in zip(last, firsts, strict=True)
    ]
    return (begins[SOURCE] and goes_on[TARGET]) or (begins[TARGET] and goes_on[SOURCE])


class _Place(NamedTuple):
    """The place of a paragraph among those around it, as its number or its letter says it."""

    place: int
    written: str
    sign: str


def _places(resolution: Resolution) -> dict[str, _Place]:
    """The places of the paragraphs of a text that have one; those with Roman numerals have none."""
    clauses = list(resolution.walk())
    known = {clause.id for clause in clauses}
    found: dict[str, _Place] = {}
    for clause in clauses:
        number, letter = of_digits(clause.number), _LETTER.search(clause.id)
        if number is not None:
            found[clause.id] = _Place(number, str(number), "1")
        elif letter and clause.mark:
            before = f"{_list_of(clause.id)}{chr(ord(letter[1]) - 1)}"
            if letter[1] not in _ROMAN or before in known:
                found[clause.id] = _Place(ord(letter[1]), letter[1], "a")
    return found


def _list_of(id: str) -> str:
    """What the paragraphs have in common that are counted together."""
    letter = _LETTER.search(id)
    return id[: letter.start() + 1] if letter else id.rstrip("0123456789")


def _is_across(row: Compared) -> bool:
    """Whether a paragraph stands beside a sub-paragraph, so that only one of them is counted with
    the paragraphs."""
    source, target = (divided(ids[0])[1].count(".") for ids in row.ids)
    return source != target


def _finding(row: Compared, source: _Place, target: _Place) -> Finding:
    own, other = row.versions
    about = row.label, source.written, own.name, target.written, other.name
    if source.sign == "a":
        message = Message("%1 is (%2) in the %3 text and (%4) in the %5 text.", about)
    else:
        message = Message("%1 is number %2 in the %3 text and number %4 in the %5 text.", about)
    return row.finding(FindingKind.NUMBERING, Sides(), message)
