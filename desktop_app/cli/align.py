"""`align`: prints the rows of two language versions."""

from argparse import ArgumentParser, Namespace

from desktop_app.cli import outline
from desktop_app.cli.options import add_json, add_pair
from desktop_app.cli.output import print_text
from desktop_app.opening.documents import open_bitext


def add_options(parser: ArgumentParser) -> None:
    """Two files, and whether the rows are printed as JSON."""
    parser.description = "Print which clauses of two language versions stand side by side."
    add_pair(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """Prints the rows in reading order. Raises UserError."""
    bitext = open_bitext(options.file, options.translation)
    print_text(outline.rows_as_json(bitext) if options.json else outline.rows_as_text(bitext))
    return 0
