"""The command without a name: opens the window."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import gc
import os
import sys
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.cli.command import PROGRAM, CommandError

if TYPE_CHECKING:  # the window alone does without argparse
    from argparse import ArgumentParser, Namespace
    from pathlib import Path


def add_options(parser: ArgumentParser) -> None:
    """What the window shows, and the version."""
    parser.description = "Read a United Nations resolution beside its translation."
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    add_shown_files(parser)


def run(options: Namespace) -> int:
    """Opens the window and returns when it is closed. Raises CommandError."""
    return open_window(options.file, options.translation)


def open_window(file: Path | None = None, translation: Path | None = None) -> int:
    """Opens the window, with what was open last where no file is named, and returns its exit
    status. Raises CommandError."""
    if _no_display():
        raise CommandError(
            "There is no display to open a window on; start it on a desktop, or write a picture "
            f"with: {PROGRAM} screenshot -o window.png"
        )
    # Thousands of objects are made before the first page is seen, and none of them can go.
    gc.disable()
    # Until the window is there, Ctrl+C ends the program at once: nothing can be lost yet.
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    check_qt()
    from desktop_app import app

    return app.run(file, translation)


def add_shown_files(parser: ArgumentParser) -> None:
    """The files that a window shows: the bundled resolution where none is named."""
    from pathlib import Path

    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the resolution")
    parser.add_argument(
        "--translation", type=Path, metavar="FILE", help="the same in another language"
    )


def check_qt() -> None:
    """Loads Qt. Raises CommandError where its libraries are missing."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        raise CommandError(
            f"Qt cannot be loaded ({error}); on Debian and Ubuntu install what it needs with: "
            "sudo apt-get install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3"
        ) from error
    # PySide reads the source of every module that is imported after it, in 9 ms of the start, to
    # find out whether the module could use its features (snake_case, true_property). None does.
    features = vars(sys.modules.get("shibokensupport.feature", sys))
    if "_mod_uses_pyside" in features:
        features["_mod_uses_pyside"] = lambda module: True


def _no_display() -> bool:
    """Whether Qt would find no screen; on Windows and macOS there always is one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names)
