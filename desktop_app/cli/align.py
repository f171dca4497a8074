"""`align`: prints the rows of two language versions."""

from argparse import ArgumentParser, Namespace

from desktop_app.alignment.links.rows import links_by_row
from desktop_app.cli import outline
from desktop_app.cli.command import CommandError
from desktop_app.cli.options import add_json, add_pair, pair_of
from desktop_app.cli.output import print_text


def add_options(parser: ArgumentParser) -> None:
    """Two language versions, and whether the rows are printed as JSON."""
    parser.description = "Print which clauses of two language versions stand side by side."
    add_pair(parser)
    add_json(parser)
    parser.add_argument(
        "--links", action="store_true", help="with --json: also which words stand for each other"
    )


def run(options: Namespace) -> int:
    """Prints the rows in reading order. Raises UserError."""
    if options.links and not options.json:
        raise CommandError("--links needs --json.")
    bitext = pair_of(options)
    if options.links:
        print_text(outline.rows_as_json(bitext, links_by_row(bitext)))
    elif options.json:
        print_text(outline.rows_as_json(bitext))
    else:
        print_text(outline.rows_as_text(bitext))
    return 0
