"""The figures of `make bench` on planted disagreements."""

from collections.abc import Callable, Iterator

from tests.tools.planted.measure import NAMES, OFF, measured
from tests.tools.planted.tables import percent
from tests.tools.rows.texts import Half, half


def planted_rows(row: Callable[..., bool]) -> Iterator[bool]:
    """Prints a row for what is found in the texts that no check was made on, and one for what is
    said where both versions agree; and says whether they keep their bounds."""
    names = [name for name in NAMES if half(name) is Half.REPORTING]
    found, agreeing = measured(names, seeds=2)
    found = [one for one in found if one.change.kind not in OFF]
    share = percent(one.found for one in found)
    yield row(f"Of {len(found):,} planted disagreements found", share, 95, "%", least=True)
    rows = sum(one.rows for one in agreeing)
    alarms = sum(len(one.alarms) for one in agreeing)
    yield row(f"Findings in {rows:,} rows that agree", 100 * alarms / rows, 1, "%")
