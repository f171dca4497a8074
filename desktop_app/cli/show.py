"""`show`: prints what files hold."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop_app.cli import outline
from desktop_app.cli.command import PROGRAM, CommandError
from desktop_app.cli.options import add_json
from desktop_app.cli.output import print_text
from desktop_app.common.messages import UserError
from desktop_app.opening.documents import no_resolution, open_versions
from desktop_app.opening.marc import described, record_of_text


def add_options(parser: ArgumentParser) -> None:
    """The files, and whether they are printed as JSON."""
    parser.description = (
        "Print what files hold, as outlines or as JSON: of several texts, one object a line."
    )
    parser.add_argument("files", type=Path, metavar="FILE", nargs="+")
    parser.add_argument(
        "--record",
        type=Path,
        metavar="RECORD",
        help="a record of the document from the UN Digital Library, saved as MARC XML",
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Prints the documents. Raises UserError, and for a text without structure too, once it is
    printed. Of several files each that fails is a sentence of its own."""
    if len(options.files) == 1:
        _show(options.files[0], options.json, on_a_line=False, record=options.record)
        return 0
    if options.record:
        raise CommandError("a record belongs to one document; name one file with --record")
    failed = False
    for file in options.files:
        try:
            _show(file, options.json, on_a_line=True)
        except UserError as error:
            failed = True
            print(f"{PROGRAM}: {error}", file=sys.stderr)
    return int(failed)


def _show(file: Path, as_json: bool, on_a_line: bool, record: Path | None = None) -> None:
    """Prints the language versions in a file, one after the other, below what the record says."""
    found = open_versions(file)
    sides = [side for side in (found.source, found.target) if side]
    known = record_of_text(record, found.source.masthead.symbol) if record else None
    indent = None if on_a_line or len(sides) > 1 else 2
    if as_json:
        text = "\n".join(outline.as_json(side, indent, known) for side in sides)
    else:
        text = "".join(f"{fact}\n" for fact in described(known)) if known else ""
        text += "\n\n".join(map(outline.as_text, sides))
    print_text(text)
    if not found.source.is_structured:
        raise CommandError(no_resolution(file).text())
