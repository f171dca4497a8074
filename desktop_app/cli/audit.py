"""`audit`: prints where two language versions disagree."""

from argparse import ArgumentParser, Namespace

from desktop_app.alignment.audit.audit import audit
from desktop_app.cli import outline
from desktop_app.cli.options import add_json, add_pair, pair_of
from desktop_app.cli.output import print_text


def add_options(parser: ArgumentParser) -> None:
    """Two language versions, and whether the findings are printed as JSON."""
    parser.description = (
        "Print where two language versions do not agree: in paragraphs, numbers, dates, symbols, "
        "footnotes or quoted titles."
    )
    add_pair(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """Prints the findings, a line each. Raises UserError."""
    bitext = pair_of(options)
    findings = audit(bitext)
    if options.json:
        print_text(outline.findings_as_json(bitext, findings))
    else:
        print_text("\n".join(one.sentence for one in findings) or "The two texts agree.")
    return 0
