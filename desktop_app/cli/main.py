"""The command line. Asks for Qt only when a window or a picture of it is wanted."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.common.faults import is_debugging, unforeseen
from desktop_app.resolution.variants import VARIANTS

if TYPE_CHECKING:
    import argparse

    from desktop_app.resolution.bitext import Bitext

PROGRAM = "resolution-reader"
_COMMAS = str.maketrans({"，": ",", "、": ",", " ": ""})


class CommandError(Exception):
    """A command cannot be carried out; the message is the one sentence for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program. Returns its exit status: 0, 1 with one sentence on standard error, 2 for
    wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not given:
            return _window(None, None)
        options = _parse(given)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not _is_expected(error) and is_debugging():
            raise
        sentence = str(error) if _is_expected(error) else unforeseen(error).text()
        print(f"{PROGRAM}: {' '.join(sentence.split())}", file=sys.stderr)
        return 1


def _is_expected(error: Exception) -> bool:
    """Whether the message of the error is a sentence for the user."""
    from desktop_app.common.writing import WritingError
    from desktop_app.export.excerpt.options import ExportError
    from desktop_app.opening.documents import LibraryError
    from desktop_app.reading.readers.encodings import ReadingError
    from desktop_app.resolution.labels import SelectionError
    from desktop_app.script.convert import ScriptError

    sentences = (CommandError, LibraryError, ReadingError, ScriptError, SelectionError)
    return isinstance(error, (*sentences, ExportError, WritingError))


def _parse(given: Sequence[str]) -> "argparse.Namespace":
    """The options; without the name of a command they are those of the window."""
    import argparse  # late: the window alone does not need it

    commands = {
        "show": _show_options,
        "align": _align_options,
        "audit": _audit_options,
        "convert": _convert_options,
        "export": _export_options,
        "screenshot": _screenshot_options,
    }
    if given and given[0] in commands:
        parser = argparse.ArgumentParser(prog=f"{PROGRAM} {given[0]}")
        commands[given[0]](parser)
        return parser.parse_args(given[1:])
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Read a United Nations resolution beside its translation.",
        epilog=f"Commands that need no window: {', '.join(commands)}; "
        f"'{PROGRAM} COMMAND --help' tells more.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _pair_options(parser)
    parser.set_defaults(command=lambda options: _window(options.file, options.translation))
    return parser.parse_args(given)


def _pair_options(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the resolution")
    parser.add_argument(
        "--translation", type=Path, metavar="FILE", help="the same in another language"
    )


def _show_options(parser: "argparse.ArgumentParser") -> None:
    parser.description = "Print what a file holds, as an outline or as JSON."
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_show)


def _align_options(parser: "argparse.ArgumentParser") -> None:
    parser.description = "Print which clauses of two language versions stand side by side."
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("translation", type=Path, metavar="TRANSLATION")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_align)


def _audit_options(parser: "argparse.ArgumentParser") -> None:
    parser.description = (
        "Print where two language versions do not agree: in paragraphs, numbers, dates, symbols, "
        "footnotes or quoted titles."
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("translation", type=Path, metavar="TRANSLATION")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_audit)


def _convert_options(parser: "argparse.ArgumentParser") -> None:
    parser.description = "Write a file with its Chinese in another script, all else as it is."
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--to", required=True, choices=VARIANTS, help="OpenCC's name")
    _output_option(parser)
    parser.set_defaults(command=_convert)


def _export_options(parser: "argparse.ArgumentParser") -> None:
    from desktop_app.citation.styles import CitationStyle
    from desktop_app.export.excerpt.options import Arrangement, Notes
    from desktop_app.export.formats.registry import FORMATS

    parser.description = (
        "Write chosen clauses with their footnotes and their source, rows as you corrected them."
    )
    parser.add_argument("file", type=Path, metavar="FILE")
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
    _output_option(parser)
    parser.set_defaults(command=_export)


def _screenshot_options(parser: "argparse.ArgumentParser") -> None:
    from desktop_app.export.formats.registry import FORMATS

    parser.description = "Write a picture of the window, with no display needed."
    _pair_options(parser)
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PICTURE.png")
    parser.add_argument("--size", type=_size, default=(1120, 700), metavar="WIDTHxHEIGHT")
    parser.add_argument("--script", choices=VARIANTS, help="show the Chinese converted")
    parser.add_argument("--theme", choices=("light", "dark", "sepia"), help="default: the system's")
    parser.add_argument(
        "--layout",
        choices=("both", "first", "second", "interleaved"),
        default="both",
        help="how the two texts stand to each other",
    )
    parser.add_argument("--zoom", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--note", metavar="ID", help="with the card of a footnote open, as fn1")
    parser.add_argument(
        "--finding", type=_count, default=0, metavar="N", help="with a finding shown, from 1 on"
    )
    parser.add_argument(
        "--language", choices=("en", "zh_Hans", "zh_Hant"), default="en", help="of the interface"
    )
    parser.add_argument("--justified", action="store_true", help="with both ends of lines flush")
    parser.add_argument("--export", choices=FORMATS, help="the export for a format in its place")
    parser.set_defaults(command=_screenshot)


def _output_option(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="a file; - is standard output"
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise ValueError("write it as 1120x700")  # argparse says so
    if not (200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise ValueError("between 200x200 and 8000x8000")
    return int(width), int(height)


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ValueError("a number from 1 on")
    return int(text)


def _show(options: "argparse.Namespace") -> int:
    from desktop_app.cli import outline
    from desktop_app.opening.documents import no_resolution, open_resolution

    resolution = open_resolution(options.file)
    _print(outline.as_json(resolution) if options.json else outline.as_text(resolution))
    if not resolution.is_resolution:
        raise CommandError(no_resolution(options.file).text())
    return 0


def _align(options: "argparse.Namespace") -> int:
    from desktop_app.cli import outline
    from desktop_app.opening.documents import open_bitext

    bitext = open_bitext(options.file, options.translation)
    _print(outline.rows_as_json(bitext) if options.json else outline.rows_as_text(bitext))
    return 0


def _audit(options: "argparse.Namespace") -> int:
    from desktop_app.alignment.audit.audit import audit
    from desktop_app.cli import outline
    from desktop_app.opening.documents import open_bitext

    bitext = open_bitext(options.file, options.translation)
    findings = audit(bitext)
    if options.json:
        _print(outline.findings_as_json(bitext, findings))
    else:
        _print("\n".join(finding.sentence for finding in findings) or "The two texts agree.")
    return 0


def _convert(options: "argparse.Namespace") -> int:
    from desktop_app.reading.files import read_text
    from desktop_app.script.convert import convert_markdown

    converted = convert_markdown(read_text(options.file), options.to)
    _write(options.output, converted.encode("utf-8"), [options.file])
    return 0


def _export(options: "argparse.Namespace") -> int:
    from desktop_app.export.excerpt.choosing import rows_named
    from desktop_app.export.excerpt.excerpt import excerpt
    from desktop_app.export.excerpt.options import Options
    from desktop_app.export.formats.registry import render
    from desktop_app.opening.documents import open_bitext

    bitext = _corrected(open_bitext(options.file, options.translation))
    if options.script:
        bitext = _converted(bitext, options)
    languages = tuple(filter(None, options.languages.translate(_COMMAS).split(",")))
    rows = rows_named(bitext, options.clauses, languages)
    how = Options(languages, options.layout, options.notes, options.cite)
    data = render(excerpt(bitext, rows, how), options.to)
    _write(options.output, data, [options.file, options.translation])
    return 0


def _corrected(bitext: "Bitext") -> "Bitext":
    """The bitext with its rows as the person corrected them in the window; where these cannot be
    read, says so and leaves the rows."""
    from desktop_app.common.paths import corrections_file
    from desktop_app.library.corrections import CorrectionStore, StoreError

    if bitext.target is None:
        return bitext
    try:
        rows = CorrectionStore(corrections_file()).find(bitext)
    except StoreError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return bitext
    return bitext if rows is None else bitext._replace(rows=rows)


def _converted(bitext: "Bitext", options: "argparse.Namespace") -> "Bitext":
    """The bitext with its Chinese in the script that was asked for."""
    from desktop_app.script.convert import convert_bitext

    if "zh" not in (side.language for side in (bitext.source, bitext.target) if side):
        files = " and ".join(str(file) for file in (options.file, options.translation) if file)
        raise CommandError(f"There is no Chinese in {files}; leave --script {options.script} out.")
    return convert_bitext(bitext, options.script)


def _window(file: Path | None, translation: Path | None) -> int:
    if _no_display():
        raise CommandError(
            "There is no display to open a window on; start it on a desktop, or write a picture "
            f"with: {PROGRAM} screenshot -o window.png"
        )
    # Thousands of objects are made before the first page is seen, and none of them can go.
    gc.disable()
    _ask_for_qt()
    from desktop_app import app

    return app.run(file, translation)


def _screenshot(options: "argparse.Namespace") -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _ask_for_qt()
    from desktop_app import app

    picture = app.screenshot(
        options.file,
        options.translation,
        app.Look(
            options.size,
            options.script or "",
            options.theme or "",
            options.zoom,
            options.note or "",
            options.finding,
            options.language,
            options.justified,
            options.layout,
            options.export or "",
        ),
    )
    _write(str(options.output), picture, [options.file, options.translation])
    return 0


def _no_display() -> bool:
    """Whether Qt would find no screen; on Windows and macOS there always is one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)


def _ask_for_qt() -> None:
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        raise CommandError(
            f"Qt cannot be loaded ({error}); on Debian and Ubuntu install what it needs with: "
            "sudo apt-get install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3"
        ) from error


def _print(text: str) -> None:
    _write("-", (text + "\n").encode("utf-8", "replace"), [])


def _write(output: str, data: bytes, read_only: Sequence[Path | None]) -> None:
    """Writes to a file or to standard output, never over a file that is being read."""
    from desktop_app.common.writing import write

    if output in ("-", "/dev/stdout"):
        if sys.stdout is None:
            raise CommandError("Standard output is closed; name a file with -o.")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CommandError(
                f"Standard output cannot be written ({error.strerror}); name a file with -o."
            ) from error
        return
    write(Path(output), data, read_only)
