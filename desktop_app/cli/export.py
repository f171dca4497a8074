"""`export`: writes chosen clauses in one of the output formats."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop_app.citation.styles import CitationStyle
from desktop_app.cli.command import CommandError
from desktop_app.cli.options import add_file, add_output
from desktop_app.cli.output import write_result
from desktop_app.common.paths import corrections_file
from desktop_app.export.excerpt.choosing import rows_named
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.export.formats.registry import FORMATS, render
from desktop_app.grammar.languages import language_of
from desktop_app.library.corrections import CorrectionStore
from desktop_app.library.results import StoreError
from desktop_app.opening.documents import open_bitext
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.variants import VARIANTS
from desktop_app.script.convert import convert_bitext

_PATIENCE = 5.0
"""Seconds to wait for a window that is keeping a correction."""
_COMMAS = str.maketrans({"，": ",", "、": ",", " ": ""})


def add_options(parser: ArgumentParser) -> None:
    """What is written, and how."""
    parser.description = (
        "Write chosen clauses with their footnotes and their source, rows as you corrected them."
    )
    add_file(parser)
    parser.add_argument("--translation", type=Path, metavar="FILE", help="write both languages")
    parser.add_argument(
        "--clauses", required=True, metavar="CLAUSES", help='such as "OP1-3,PP5", or all'
    )
    parser.add_argument("--to", required=True, choices=FORMATS)
    parser.add_argument(
        "--languages",
        default="",
        metavar="zh,en",
        help="which languages, in which order; default: all that there are",
    )
    parser.add_argument(
        "--layout",
        type=Arrangement,
        choices=Arrangement,
        metavar="{" + ",".join(Arrangement) + "}",
        help="how the languages stand to each other, in files that people read; default: as fits "
        "the format",
    )
    parser.add_argument(
        "--notes",
        type=Notes,
        choices=Notes,
        default=Notes.FOOT,
        metavar="{" + ",".join(Notes) + "}",
        help="where footnotes go; default: to the foot of the page",
    )
    parser.add_argument(
        "--cite",
        type=CitationStyle,
        choices=CitationStyle,
        default=CitationStyle.UN,
        metavar="{" + ",".join(CitationStyle) + "}",
        help="how the document is cited; default: un",
    )
    parser.add_argument("--script", choices=VARIANTS, help="write the Chinese converted")
    parser.add_argument(
        "--automatic-rows",
        action="store_true",
        help="write the rows as they are aligned, and not as you corrected them",
    )
    add_output(parser)


def run(options: Namespace) -> int:
    """Writes the excerpt. Raises UserError."""
    bitext = open_bitext(options.file, options.translation)
    if bitext.target and not options.automatic_rows:
        bitext = _corrected(bitext)
    if options.script:
        bitext = _converted(bitext, options)
    languages = tuple(filter(None, options.languages.translate(_COMMAS).split(",")))
    rows = rows_named(bitext, options.clauses, languages)
    choices = Options(
        languages=languages,
        arrangement=options.layout,
        notes=options.notes,
        citation=options.cite,
    )
    data = render(excerpt(bitext, rows, choices), options.to)
    write_result(options.output, data, [options.file, options.translation])
    return 0


def _corrected(bitext: Bitext) -> Bitext:
    """The bitext with the rows corrected in the window. Raises CommandError if these cannot be
    read: the export would have other rows than the person chose."""
    file = corrections_file()
    try:
        rows = CorrectionStore(file, patience=_PATIENCE).find(bitext)
    except StoreError as error:
        why = error.reason if isinstance(error.reason, str) else error.reason.text()
        raise CommandError(
            f"Your corrections in {file} cannot be read ({why}), so nothing is written; with "
            "--automatic-rows the rows are written as they are aligned."
        ) from error
    return bitext if rows is None else bitext._replace(rows=rows)


def _converted(bitext: Bitext, options: Namespace) -> Bitext:
    """The bitext with its Chinese in the script that was asked for."""
    sides = [side for side in (bitext.source, bitext.target) if side]
    if not any(language_of(side.language).has_two_scripts for side in sides):
        files = " and ".join(str(file) for file in (options.file, options.translation) if file)
        raise CommandError(f"There is no Chinese in {files}; leave --script {options.script} out.")
    return convert_bitext(bitext, options.script)
