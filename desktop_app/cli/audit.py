"""`audit`: prints where two language versions disagree."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.content.own_terms import OWN_TERMS, check_of
from desktop_app.alignment.audit.registry import ALL, CHECKS, DEFAULT, named
from desktop_app.alignment.audit.term_list import Term, term_list
from desktop_app.cli import outline
from desktop_app.cli.command import CommandError
from desktop_app.cli.options import add_json, add_pair, pair_of
from desktop_app.cli.output import print_text
from desktop_app.grammar.languages import language_of
from desktop_app.reading.files import read_bytes
from desktop_app.reading.readers.encodings import decode
from desktop_app.resolution.bitext import Bitext, Finding, Severity


def add_options(parser: ArgumentParser) -> None:
    """Two language versions, the checks, and whether the findings are printed as JSON."""
    parser.description = "Print where two language versions do not agree."
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _list_of_checks()
    add_pair(parser)
    parser.add_argument(
        "--checks",
        metavar="NAMES",
        help=f"run only these checks, parted by commas; {ALL}: every one",
    )
    parser.add_argument(
        "--terms",
        type=Path,
        metavar="FILE.csv",
        help="also check your own terms: a column a language, with its code (en, fr) in the first "
        "line; ways to say one thing are parted by |",
    )
    add_json(parser)


def _list_of_checks() -> str:
    width = max(len(check.name) for check in CHECKS)
    lines = [
        f"  {check.name:{width}}  {check.severity:5}  {check.title.text()}"
        f"{'' if check.is_on else ' (only if it is named)'}"
        for check in CHECKS
    ]
    return "\n".join(("checks, each with its severity:", *lines))


def run(options: Namespace) -> int:
    """Prints the findings, a line each. Raises UserError."""
    names = None if options.checks is None else options.checks.split(",")
    terms: Sequence[Term] = ()
    if options.terms:
        terms = term_list(decode(read_bytes(options.terms), options.terms), str(options.terms))
        if names:  # the list is checked whether it is named or not
            names = [name for name in names if name.strip() != OWN_TERMS]
    checks = DEFAULT if names is None else named(names) if names else ()
    bitext = pair_of(options)
    if terms:
        _check_languages(terms, bitext, options.terms)
        checks = (*checks, check_of(terms))
    findings = audit(bitext, checks)
    if options.json:
        print_text(outline.findings_as_json(bitext, findings))
    else:
        print_text("\n".join(map(_line, findings)) or "The two texts agree.")
    return 0


def _check_languages(terms: Sequence[Term], bitext: Bitext, file: Path) -> None:
    """Raises CommandError where a list has no term in the two languages."""
    sides = bitext.source, bitext.target or bitext.source
    codes = [language_of(side.language).code for side in sides]
    if not any(all(term.ways.get(code) for code in codes) for term in terms):
        raise CommandError(
            f"{file} has no term in both {codes[0]} and {codes[1]}; add columns with these codes "
            "in the first line, or leave out --terms."
        )


def _line(finding: Finding) -> str:
    """A finding in one line; what is no plain error says so."""
    if finding.severity is Severity.ERROR:
        return finding.sentence
    return f"[{finding.severity}] {finding.sentence}"
