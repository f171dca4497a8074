"""`convert`: writes a file with its Chinese in another script."""

from argparse import ArgumentParser, Namespace

from desktop_app.cli.options import add_file, add_output
from desktop_app.cli.output import write_result
from desktop_app.reading.files import read_text
from desktop_app.resolution.variants import CONFIGURATIONS
from desktop_app.script.convert import convert_markdown


def add_options(parser: ArgumentParser) -> None:
    """A file, the script, and where the result goes."""
    parser.description = "Write a file with its Chinese in another script, all else as it is."
    add_file(parser)
    parser.add_argument("--to", required=True, choices=CONFIGURATIONS, help="OpenCC's name")
    add_output(parser)


def run(options: Namespace) -> int:
    """Writes the converted file in UTF-8. Raises UserError."""
    converted = convert_markdown(read_text(options.file), options.to)
    write_result(options.output, converted.encode("utf-8"), [options.file])
    return 0
