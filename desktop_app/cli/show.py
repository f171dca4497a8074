"""`show`: prints what a file holds."""

from argparse import ArgumentParser, Namespace

from desktop_app.cli import outline
from desktop_app.cli.command import CommandError
from desktop_app.cli.options import add_file, add_json
from desktop_app.cli.output import print_text
from desktop_app.opening.documents import no_resolution, open_resolution


def add_options(parser: ArgumentParser) -> None:
    """A file, and whether it is printed as JSON."""
    parser.description = "Print what a file holds, as an outline or as JSON."
    add_file(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """Prints the document. Raises UserError, and for a text that is not a resolution too, once it
    is printed."""
    resolution = open_resolution(options.file)
    print_text(outline.as_json(resolution) if options.json else outline.as_text(resolution))
    if not resolution.is_structured:
        raise CommandError(no_resolution(options.file).text())
    return 0
