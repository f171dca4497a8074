"""`convert`: writes a file with its Chinese in another script, or any text as Markdown."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop_app.cli.command import PROGRAM
from desktop_app.cli.options import add_file, add_output
from desktop_app.cli.output import write_result
from desktop_app.export.source.markdown import source
from desktop_app.opening.documents import open_versions
from desktop_app.reading.files import read_text, resolution_in
from desktop_app.resolution.model import Places
from desktop_app.resolution.variants import CONFIGURATIONS
from desktop_app.script.convert import convert_markdown

_MARKDOWN = "md"


def add_options(parser: ArgumentParser) -> None:
    """A file, the script or Markdown, and where the result goes."""
    parser.description = (
        "Write a file with its Chinese in another script, all else as it is; or, with --to md, the "
        "text of a file of any format as Markdown that is read to the same text."
    )
    add_file(parser)
    parser.add_argument(
        "--to",
        required=True,
        choices=(*CONFIGURATIONS, _MARKDOWN),
        help="OpenCC's name of the script, or md",
    )
    add_output(parser)


def run(options: Namespace) -> int:
    """Writes the converted file in UTF-8. Raises UserError."""
    if options.to == _MARKDOWN:
        written = _as_markdown(options.file)
    else:
        written = convert_markdown(read_text(options.file), options.to).encode("utf-8")
    write_result(options.output, written, [options.file])
    return 0


def _as_markdown(file: Path) -> bytes:
    """The first language version in a file as Markdown. Says what cannot be kept: the structure of
    a text that was found by how its file is set, and by nothing in the text."""
    found = open_versions(file)
    text = found.source
    written = source(text).encode("utf-8", "replace")
    if found.target:
        _say(f"{file} holds two languages, of which the first is written; export both with export.")
    if resolution_in(written, file) != text._replace(places=Places()):  # Markdown has no pages
        _say(
            f"What {file} holds is written, but reads back with another structure; export it as "
            "json or akn to keep all of it."
        )
    return written


def _say(sentence: str) -> None:
    print(f"{PROGRAM}: {sentence}", file=sys.stderr)
