"""Options that several commands have."""

from argparse import ArgumentParser
from pathlib import Path


def add_file(parser: ArgumentParser) -> None:
    """One file that must be named."""
    parser.add_argument("file", type=Path, metavar="FILE")


def add_pair(parser: ArgumentParser) -> None:
    """Two language versions that must be named."""
    add_file(parser)
    parser.add_argument("translation", type=Path, metavar="TRANSLATION")


def add_json(parser: ArgumentParser) -> None:
    """The choice of JSON over text for people."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_output(parser: ArgumentParser) -> None:
    """Where the result goes."""
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="a file; - is standard output"
    )
