"""`align`: prints the rows of two language versions."""

from argparse import ArgumentParser, Namespace

from desktop_app.cli import outline
from desktop_app.cli.options import add_json, add_pair, pair_of
from desktop_app.cli.output import print_text


def add_options(parser: ArgumentParser) -> None:
    """Two language versions, and whether the rows are printed as JSON."""
    parser.description = "Print which clauses of two language versions stand side by side."
    add_pair(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """Prints the rows in reading order. Raises UserError."""
    bitext = pair_of(options)
    print_text(outline.rows_as_json(bitext) if options.json else outline.rows_as_text(bitext))
    return 0
