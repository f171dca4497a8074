"""The audit of a bitext: the chosen checks on every row, then those of the whole document."""

from collections.abc import Iterator, Sequence

from desktop_app.alignment.audit.check import Check, Document
from desktop_app.alignment.audit.registry import DEFAULT
from desktop_app.alignment.audit.versions import Compared, pair_footnotes, versions_of
from desktop_app.resolution.bitext import Bitext, Finding, Severity
from desktop_app.resolution.model import Caveat


def audit(bitext: Bitext, checks: Sequence[Check] = DEFAULT) -> tuple[Finding, ...]:
    """What the two versions of a bitext do not agree on, in the order of its rows. Nothing for a
    text without a translation."""
    found = (finding for findings in by_row(bitext, checks) for finding in findings)
    return in_order(bitext, tuple(found))


def by_row(bitext: Bitext, checks: Sequence[Check] = DEFAULT) -> Iterator[Sequence[Finding]]:
    """The same row by row, for whoever does it piece by piece; last the findings of the checks that
    take the whole document."""
    if bitext.target is None:
        return
    versions = versions_of(bitext.source, bitext.target)
    is_recognised = any(
        Caveat.RECOGNISED in side.caveats for side in (bitext.source, bitext.target)
    )
    checks = [check for check in checks if not (is_recognised and check.reads_figures)]
    of_rows = [(check, check.of_row) for check in checks if check.of_row]
    of_document = [(check, check.of_document) for check in checks if check.of_document]
    pair_footnotes(bitext.rows, versions)
    rows: list[Compared] = []
    for place, row in enumerate(bitext.rows):
        compared = Compared(row, versions, bitext.rows[place + 1 : place + 2])
        if of_document:
            rows.append(compared)
        yield tuple(_of(check, found) for check, find in of_rows for found in find(compared))
    document = Document(bitext, versions, rows)
    for check, find_in_all in of_document:
        for findings in find_in_all(document):
            yield tuple(_of(check, found) for found in findings)


def _of(check: Check, finding: Finding) -> Finding:
    """The finding with the name of its check, and its severity unless it has a milder one."""
    is_plain = finding.severity is Severity.ERROR
    severity = check.severity if is_plain else finding.severity
    return finding._replace(check=check.name, severity=severity)


def in_order(bitext: Bitext, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the rows; those in no row, of the masthead, stand last."""
    source = {id: number for number, row in enumerate(bitext.rows) for id in row.source}
    target = {id: number for number, row in enumerate(bitext.rows) for id in row.target}
    last = len(bitext.rows)

    def place(finding: Finding) -> int:
        if finding.source:
            return source.get(finding.source[0], last)
        return target.get(finding.target[0], last) if finding.target else last

    return tuple(sorted(findings, key=place))
