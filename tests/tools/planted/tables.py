"""How what was planted and found is printed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tests.tools.planted.measure import CLAIMED, OFF, Clean, Found
from tests.tools.rows.texts import LANGUAGES

_WIDE = 16


def recall_table(found: Sequence[Found]) -> Iterator[str]:
    """How many of the planted changes are found, by kind and by the language that was changed."""
    yield "planted and found, by the language that was changed; last, where anything is said"
    yield f"{'':{_WIDE}}" + "".join(f"{code:>12}" for code in LANGUAGES) + f"{'all':>11}"
    for kind in CLAIMED:
        some = [one for one in found if one.change.kind == kind]
        if some:
            yield _recall(kind, some)
    yield _recall("all", found)
    if OFF:
        yield _recall("on at first", [one for one in found if one.change.kind not in OFF])


def _recall(name: str, some: Sequence[Found]) -> str:
    cells = (
        _share([one for one in some if one.job.language == language]) for language in LANGUAGES
    )
    whole = _share(some)
    shares = (percent(one.found for one in some), percent(bool(one.said) for one in some))
    return (
        f"{name:{_WIDE}}{''.join(f'{cell:>12}' for cell in cells)}{whole:>11}"
        f"{shares[0]:>7.1f} %{shares[1]:>7.1f} %"
    )


def percent(holds: Iterable[bool]) -> float:
    """How many of some things hold, in a hundred."""
    all_of_them = list(holds)
    return 100 * sum(all_of_them) / max(len(all_of_them), 1)


def _share(some: Sequence[Found]) -> str:
    return f"{sum(one.found for one in some)}/{len(some)}" if some else "–"


def alarm_table(agreeing: Sequence[Clean]) -> Iterator[str]:
    """How many findings there are where both versions agree, by kind and by language."""
    rows = sum(one.rows for one in agreeing)
    alarms = [alarm for one in agreeing for alarm in one.alarms]
    share = 100 * len(alarms) / max(rows, 1)
    yield f"findings where both agree: {len(alarms)} in {rows} rows ({share:.2f} %)"
    yield f"{'':{_WIDE}}" + "".join(f"{code:>12}" for code in LANGUAGES) + f"{'all':>11}"
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for alarm in alarms:
        counts[alarm.kind].update((*alarm.languages, "all"))
    for kind, count in sorted(counts.items(), key=lambda one: -one[1]["all"]):
        cells = "".join(f"{count[code]:>12}" for code in LANGUAGES)
        yield f"{kind:{_WIDE}}{cells}{count['all']:>11}"


def details(found: Sequence[Found], agreeing: Sequence[Clean], count: int) -> Iterator[str]:
    missed = [one for one in found if not one.found]
    yield f"\n{len(missed)} not found"
    for one in missed[:count]:
        yield f"\n{one.change.kind} in {one.job.text}, {one.job.language} beside {one.job.beside}"
        yield f"  - {one.change.old}\n  + {one.change.new}"
        yield f"  said: {'; '.join(one.said) or 'nothing'}"
    alarms = [alarm for one in agreeing for alarm in one.alarms]
    yield f"\n{len(alarms)} where both agree"
    for alarm in alarms[:count]:
        yield f"\n{alarm.kind} in {alarm.text}, {'-'.join(alarm.languages)}: {alarm.said}"
        yield from (f"  {words}" for words in alarm.words)
