"""The check of currencies: both sides of a row state an amount in the same one."""

from collections.abc import Iterator, Mapping

from desktop_app.alignment.audit.facts.disagreements import finding_between
from desktop_app.alignment.audit.facts.named_values import currencies_alone
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.grammar.checking.money import amounts
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_Places = dict[str, list[Span]]


def check(compared: Compared) -> Iterator[Finding]:
    """Amounts whose number is in two currencies; or, where no number tells, two currencies of which
    each side names one alone."""
    if not compared.is_sure:
        return
    source, target = (_stated(compared, side) for side in (SOURCE, TARGET))
    is_found = False
    for number, own in source.items():
        pair = _apart(own, target.get(number, {}))
        if pair:
            is_found = True
            yield finding_between(FindingKind.CURRENCY, compared, pair)
    if not is_found:
        yield from currencies_alone(compared)


def _stated(compared: Compared, side: int) -> dict[str, _Places]:
    """Where one side states each number, by its currencies."""
    version = compared.versions[side]
    out: dict[str, _Places] = {}
    for id in compared.ids[side]:
        anchors = [one.anchor for one in version.found([id])]
        for one in amounts(version.texts[id], anchors, version.named(id)):
            places = out.setdefault(one.number, {})
            places.setdefault(one.currency, []).append(Span(id, one.start, one.end))
    return out


def _apart(source: Mapping[str, list[Span]], target: Mapping[str, list[Span]]) -> Sides | None:
    """The places of a number in the currencies that each side alone has more often, None if one
    side has none of these."""
    sides = [
        tuple(
            span
            for currency, spans in own.items()
            for span in spans[len(other.get(currency, ())) :]
        )
        for own, other in ((source, target), (target, source))
    ]
    return Sides(*sides) if all(sides) else None
