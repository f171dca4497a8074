"""The check of the numbers of paragraphs: counterparts bear the same, or are as far apart as the
paragraphs missing before them make it."""

from collections.abc import Iterator, Sequence

from desktop_app.alignment.audit.check import Document
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.numerals import of_digits
from desktop_app.resolution.bitext import Finding, FindingKind


def check(document: Document) -> Iterator[Sequence[Finding]]:
    """The paragraphs from which on the numbers of the two versions go apart."""
    numbers = [
        {clause.id: of_digits(clause.number) for clause in version.resolution.walk()}
        for version in document.versions
    ]
    apart: dict[str, int] = {}
    for row in document.rows:
        part = (row.ids[SOURCE] or row.ids[TARGET])[0].rstrip("0123456789")
        if not row.is_paired:
            side = SOURCE if row.ids[SOURCE] else TARGET
            count = sum(numbers[side].get(id) is not None for id in row.ids[side])
            apart[part] = apart.get(part, 0) + (-count if side == SOURCE else count)
            yield ()
            continue
        source, target = (
            next(iter([own.get(id) for id in ids]), None)
            for own, ids in zip(numbers, row.ids, strict=True)
        )
        if source is None or target is None or not row.is_sure:
            yield ()
            continue
        is_new = target - source not in (apart.get(part, 0), 0)
        apart[part] = target - source + _more(row)
        yield (_finding(row, source, target),) if is_new else ()


def _more(row: Compared) -> int:
    """By how many paragraphs one side of a row is ahead after it."""
    return len(row.ids[TARGET]) - len(row.ids[SOURCE])


def _finding(row: Compared, source: int, target: int) -> Finding:
    own, other = row.versions
    message = Message(
        "%1 is number %2 in the %3 text and number %4 in the %5 text.",
        (row.label, str(source), own.name, str(target), other.name),
    )
    return row.finding(FindingKind.NUMBERING, Sides(), message)
