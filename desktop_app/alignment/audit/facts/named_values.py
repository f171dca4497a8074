"""The checks of names and values: countries, fractions, currencies, bodies and weekdays stand on
both sides of a row."""

from collections.abc import Callable, Iterator

from desktop_app.alignment.audit.check import OfRow
from desktop_app.alignment.audit.facts.disagreements import finding_between
from desktop_app.alignment.audit.left_names import left_names
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.grammar.checking.named import NamedKind, in_hundredths, known_values
from desktop_app.grammar.checking.speaking import says_loosely, speaks_of
from desktop_app.resolution.bitext import Finding, FindingKind, Span

_Spans = tuple[Span, ...]
IsSaid = Callable[[str, Compared, int], bool]
"""Whether a value that is not named in a side of a row may be said there in another way."""


def _check(kind: NamedKind, finding: FindingKind, is_said: IsSaid, in_pairs: bool = False) -> OfRow:
    """The check of a kind of names. Of those that other words can stand for ($, the Council) only
    two that differ are found, `in_pairs`."""

    def check(compared: Compared) -> Iterator[Finding]:
        if not compared.is_sure:
            return
        source, target = (_lost(kind, compared, side, is_said) for side in (SOURCE, TARGET))
        if len(source) == len(target):
            for one, other in zip(source, target, strict=True):
                yield finding_between(finding, compared, Sides(one, other))
            return
        if in_pairs:
            return
        for one in source:
            yield finding_between(finding, compared, Sides(source=one))
        for one in target:
            yield finding_between(finding, compared, Sides(target=one))

    return check


def _lost(kind: NamedKind, compared: Compared, side: int, is_said: IsSaid) -> list[_Spans]:
    """Where one side has the values that the other lacks, in the order of the text."""
    values = compared.names(side, kind)
    there = compared.names(1 - side, kind)
    return [
        spans
        for value, spans in values.items()
        if value not in there and not is_said(value, compared, 1 - side)
    ]


def _speaks_of(country: str, compared: Compared, side: int) -> bool:
    """Whether a side speaks of a country in any word, as of its people, its language or a city
    that bears its name; or in that of the other side, which is a finding of another check."""
    language = compared.versions[side].language
    return (
        speaks_of(country, compared.spoken[side], language)
        or country in compared.names(side, NamedKind.CITY)
        or country in left_names(compared, side)
    )


def _in_digits(fraction: str, compared: Compared, side: int) -> bool:
    """Whether a side may have a fraction in digits, as a part of a hundred, or in other words."""
    text = compared.texts[side]
    hundredths = in_hundredths(fraction)
    return (
        fraction in text
        or says_loosely(fraction, text, compared.versions[side].language)
        or _is_unknown(NamedKind.FRACTION)(fraction, compared, side)
        or any(
            found.anchor.value == hundredths
            for found in compared.versions[side].found(compared.ids[side])
        )
    )


def _is_unknown(kind: NamedKind) -> IsSaid:
    """Whether the table of the language lacks a value, for a word that can mean another thing."""

    def is_unknown(value: str, compared: Compared, side: int) -> bool:
        return value not in known_values(compared.versions[side].language, kind)

    return is_unknown


countries = _check(NamedKind.COUNTRY, FindingKind.COUNTRY, _speaks_of)
fractions = _check(NamedKind.FRACTION, FindingKind.FRACTION, _in_digits)
currencies_alone = _check(
    NamedKind.CURRENCY, FindingKind.CURRENCY, _is_unknown(NamedKind.CURRENCY), in_pairs=True
)
bodies = _check(NamedKind.BODY, FindingKind.BODY, _is_unknown(NamedKind.BODY), in_pairs=True)
weekdays = _check(NamedKind.WEEKDAY, FindingKind.WEEKDAY, _is_unknown(NamedKind.WEEKDAY))
