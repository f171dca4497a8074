"""Options that several commands have."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop_app.cli.command import CommandError
from desktop_app.opening.documents import open_bitext
from desktop_app.resolution.bitext import Bitext


def add_file(parser: ArgumentParser) -> None:
    """One file that must be named."""
    parser.add_argument("file", type=Path, metavar="FILE")


def add_pair(parser: ArgumentParser) -> None:
    """Two language versions, in two files or in one."""
    add_file(parser)
    parser.add_argument(
        "translation",
        type=Path,
        metavar="TRANSLATION",
        nargs="?",
        help="not for a file that holds both languages",
    )


def pair_of(options: Namespace) -> Bitext:
    """The two language versions that `add_pair` names. Raises UserError."""
    bitext = open_bitext(options.file, options.translation)
    if bitext.target is None:
        raise CommandError(f"{options.file} holds one language; name its translation as well.")
    return bitext


def add_json(parser: ArgumentParser) -> None:
    """The choice of JSON over text for people."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_output(parser: ArgumentParser) -> None:
    """Where the result goes."""
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="a file; - is standard output"
    )
