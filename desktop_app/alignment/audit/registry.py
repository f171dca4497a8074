"""The checks, by name and in the order of their findings. A new check is a module and a line."""

from collections.abc import Iterable

from desktop_app.alignment.audit.check import Check
from desktop_app.alignment.audit.content import (
    consistency,
    numbering,
    omissions,
    openings,
    order,
    paragraphs,
    untranslated,
)
from desktop_app.alignment.audit.facts import (
    currencies,
    dates,
    footnotes,
    masthead,
    months,
    named_values,
    numbers,
    symbols,
    titles,
)
from desktop_app.alignment.audit.form import doubled_words, endings, pairs
from desktop_app.common.messages import Message, UserError
from desktop_app.resolution.bitext import Severity

# Those that are off were not shown to be right in nine of ten of their findings, or find too few.
CHECKS = (
    Check(
        name="paragraphs", title=Message("Missing and merged paragraphs"), of_row=paragraphs.check
    ),
    Check(name="footnotes", title=Message("Footnotes"), of_row=footnotes.check),
    Check(name="symbols", title=Message("Document symbols"), of_row=symbols.check),
    Check(name="dates", title=Message("Dates"), of_row=dates.check, reads_figures=True),
    Check(name="numbers", title=Message("Numbers"), of_row=numbers.check, reads_figures=True),
    Check(name="titles", title=Message("Quoted titles"), of_row=titles.check),
    Check(name="fractions", title=Message("Fractions"), of_row=named_values.fractions),
    Check(name="countries", title=Message("Names of countries"), of_row=named_values.countries),
    Check(name="currencies", title=Message("Currencies"), of_row=currencies.check),
    Check(name="bodies", title=Message("Names of bodies"), of_row=named_values.bodies),
    Check(name="weekdays", title=Message("Days of the week"), of_row=named_values.weekdays),
    Check(name="months", title=Message("Months"), of_row=months.check, reads_figures=True),
    Check(
        name="numbering",
        title=Message("Numbers of paragraphs"),
        of_document=numbering.check,
        reads_figures=True,
    ),
    Check(name="order", title=Message("Order of paragraphs"), of_document=order.check),
    Check(
        name="untranslated",
        title=Message("Words left untranslated"),
        of_row=untranslated.check,
    ),
    Check(
        name="omissions",
        title=Message("Words left out within a paragraph"),
        severity=Severity.DOUBT,
        of_document=omissions.check,
        is_on=False,
    ),
    Check(
        name="openings",
        title=Message("Strength of opening words"),
        severity=Severity.DOUBT,
        of_row=openings.check,
        is_on=False,
    ),
    Check(
        name="consistency",
        title=Message("One phrase in two ways"),
        severity=Severity.DOUBT,
        of_document=consistency.check,
        is_on=False,
    ),
    Check(name="pairs", title=Message("Brackets and quotation marks"), of_row=pairs.check),
    Check(name="doubled", title=Message("Words typed twice"), of_row=doubled_words.check),
    Check(
        name="endings",
        title=Message("Signs at the ends of paragraphs"),
        severity=Severity.STYLE,
        of_document=endings.check,
    ),
    Check(name="masthead", title=Message("Masthead and closing"), of_document=masthead.check),
)
DEFAULT = tuple(check for check in CHECKS if check.is_on)
"""Those that run where nobody has chosen."""
ALL = "all"
"""Stands for every check where checks are named."""


def named(names: Iterable[str]) -> tuple[Check, ...]:
    """The checks of some names, each once. Raises UserError for a name that there is not."""
    wanted = dict.fromkeys(name.strip().lower() for name in names)
    wanted.pop("", None)
    known = [check.name for check in CHECKS]
    for name in wanted:
        if name not in (*known, ALL):
            raise UserError(
                Message("There is no check %1; the checks are: %2.", (name, ", ".join(known)))
            )
    if not wanted:
        raise UserError(Message("No check is named; the checks are: %1.", (", ".join(known),)))
    return tuple(check for check in CHECKS if ALL in wanted or check.name in wanted)


def switched(switches: str) -> tuple[Check, ...]:
    """The checks that run after a person's switches: names after "+" for those switched on, after
    "-" for those switched off, parted by spaces. Names that there are not count for nothing."""
    given = frozenset(switches.split())
    return tuple(
        check
        for check in CHECKS
        if f"+{check.name}" in given or (check.is_on and f"-{check.name}" not in given)
    )


def switches(checks: Iterable[Check]) -> str:
    """The switches that make these checks run, "" for the default."""
    chosen = {check.name for check in checks}
    return " ".join(
        f"{'-' if check.is_on else '+'}{check.name}"
        for check in CHECKS
        if check.is_on != (check.name in chosen)
    )
