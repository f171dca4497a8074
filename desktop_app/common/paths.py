"""The paths of the shipped files and of the person's own."""

import os
import stat
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_NAME = "resolution-reader"


def resource(name: str) -> Path:
    """The path of a shipped file, `name` as in "texts/A_RES_75_58.zh.md".

    An installed package holds `resources/` inside itself, a checkout beside itself. A plain path
    and not `importlib.resources`, which costs the start of the window 3 to 8 ms and serves
    packages in archives that Qt could not run from.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name


def bytes_of(file: Path, largest: int) -> bytes:
    """The bytes of a regular file: another, as a pipe, might never end. Raises OSError, and
    ValueError for one that is none or is larger."""
    status = os.stat(file)
    if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
        raise ValueError("no regular file, or too large")
    with open(file, "rb") as opened:
        return opened.read(largest)


def corrections_file() -> Path:
    """The database of the corrected rows, which need not exist."""
    return data_folder() / "corrections.sqlite"


def data_folder() -> Path:
    """The folder of a person's own data, which need not exist: Qt's AppDataLocation, for commands
    that do without Qt as well."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return _named("XDG_DATA_HOME", ".local/share")


def settings_folder() -> Path:
    """The folder of a person's settings, which need not exist: Qt's AppConfigLocation."""
    if sys.platform == "win32":
        return _local_windows_folder()
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / _NAME
    return _named("XDG_CONFIG_HOME", ".config")


def cache_folder() -> Path:
    """The folder of what can be made again, which need not exist: Qt's CacheLocation."""
    if sys.platform == "win32":
        return _local_windows_folder() / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / _NAME
    return _named("XDG_CACHE_HOME", ".cache")


def state_folder() -> Path:
    """The folder for state of this computer alone that nobody would miss. It need not exist."""
    if sys.platform == "win32":
        return _local_windows_folder()
    if sys.platform == "darwin":
        return data_folder()
    return _named("XDG_STATE_HOME", ".local/state")


def log_file() -> Path:
    """The log of unexpected errors, which need not exist."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / _NAME / "errors.log"
    return state_folder() / "errors.log"


def _local_windows_folder() -> Path:
    return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME


def _named(variable: str, usual: str) -> Path:
    """The folder in a variable of the XDG Base Directory Specification, or the usual one in the
    home folder. A relative path is ignored, as specified."""
    named = os.environ.get(variable, "")
    return (Path(named) if os.path.isabs(named) else Path.home() / usual) / _NAME
