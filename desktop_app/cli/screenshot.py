"""`screenshot`: writes a picture of the window."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from desktop_app.cli.output import write_result
from desktop_app.cli.window import add_shown_files, check_qt
from desktop_app.export.formats.registry import FORMATS
from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui.language.languages import INTERFACE
from desktop_app.ui.page.look import Layout


def add_options(parser: ArgumentParser) -> None:
    """What the window shows, and how it looks."""
    parser.description = "Write a picture of the window, with no display needed."
    add_shown_files(parser)
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PICTURE.png")
    parser.add_argument("--size", type=_size, default=(1120, 700), metavar="WIDTHxHEIGHT")
    parser.add_argument("--script", choices=VARIANTS, help="show the Chinese converted")
    parser.add_argument("--theme", choices=("light", "dark", "sepia"), help="default: the system's")
    parser.add_argument(
        "--layout",
        type=Layout,
        choices=Layout,
        default=Layout.BOTH,
        metavar="{" + ",".join(Layout) + "}",
        help="how the two texts stand to each other",
    )
    parser.add_argument("--zoom", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--note", metavar="ID", help="with the card of a footnote open, as fn1")
    parser.add_argument(
        "--finding", type=_count, default=0, metavar="N", help="with a finding shown, from 1 on"
    )
    parser.add_argument("--language", choices=INTERFACE, default="en", help="of the interface")
    parser.add_argument("--justified", action="store_true", help="with both ends of lines flush")
    parser.add_argument("--export", choices=FORMATS, help="the export for a format in its place")


def run(options: Namespace) -> int:
    """Draws the window and writes it as PNG. Raises UserError."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    check_qt()
    from desktop_app import screenshot  # late: without Qt, `check_qt` has said what is missing

    shown = screenshot.ScreenshotOptions(
        size=options.size,
        script=options.script or "",
        theme=options.theme or "",
        zoom=options.zoom,
        note=options.note or "",
        finding=options.finding,
        language=options.language,
        justified=options.justified,
        layout=options.layout,
        export=options.export or "",
    )
    picture = screenshot.screenshot(options.file, options.translation, shown)
    write_result(str(options.output), picture, [options.file, options.translation])
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise ArgumentTypeError("write it as 1120x700")
    if not (200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise ArgumentTypeError("between 200x200 and 8000x8000")
    return int(width), int(height)


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError("a number from 1 on")
    return int(text)
