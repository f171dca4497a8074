"""`fetch`: gets a document by its symbol, in one language or several."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop_app.cli.command import PROGRAM, CommandError
from desktop_app.common.messages import UserError
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.opening.fetching.fetch import SOURCE, fetch


def add_options(parser: ArgumentParser) -> None:
    """The symbol, the languages, the folder, and the address to ask."""
    parser.description = (
        "Get a document by its symbol over the network, and print where it was kept. It is kept "
        "only if it is that document, in that language."
    )
    parser.add_argument("symbol", metavar="SYMBOL", help="such as A/RES/75/58")
    parser.add_argument(
        "--languages",
        default="en",
        metavar="LANGUAGES",
        help=f"separated by commas: {', '.join(OFFICIAL)}; en if not given",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="the person's own if not given"
    )
    parser.add_argument("--from", dest="source", default=SOURCE, metavar="ADDRESS", help=SOURCE)


def run(options: Namespace) -> int:
    """Prints the file of each language that was fetched, and a sentence for each that was not.
    Raises UserError."""
    failed = False
    for language in _languages(options.languages):
        try:
            found = fetch(options.symbol, language, folder=options.output, source=options.source)
        except UserError as error:
            failed = True
            print(f"{PROGRAM}: {error}", file=sys.stderr)
        else:
            print(found)
    return int(failed)


def _languages(given: str) -> list[str]:
    """The codes in a list, each once. Raises CommandError."""
    codes = list(dict.fromkeys(filter(None, map(str.strip, given.lower().split(",")))))
    unknown = [code for code in codes if code not in OFFICIAL]
    if unknown or not codes:
        raise CommandError(
            f"“{given}” does not name languages of documents; choose from {', '.join(OFFICIAL)}."
        )
    return codes
