"""The settings file, through QSettings."""

from __future__ import annotations

import os
from errno import EACCES, ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.ui.settings.kept_file import NotKeptError, locked, put
from desktop_app.ui.settings.preferences import DEFAULT, Preferences, read, written
from desktop_app.ui.settings.recent import merged
from desktop_app.ui.settings.recent import read as read_recent
from desktop_app.ui.settings.recent import written as written_recent

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QSettings

    from desktop_app.ui.settings.kept_places import Pair
    from desktop_app.ui.settings.recent import Opened

_CLOSING = frozenset({"geometry", "last", "loaded", "third"})
"""What is set by no choice, but by how a window is left."""


class Settings:
    """One file in Qt's INI format, which may be missing or damaged.

    Its path is given: Qt would look up its folders only once in a process, and each test has its
    own.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> Preferences:
        """The preferences in the file. Without one, QSettings is not loaded: it takes half a
        millisecond."""
        if not os.path.isfile(self._file):  # nor one in a folder that may not be entered
            return DEFAULT
        settings = self._open()
        return read({key: _text(settings, key) for key in written(DEFAULT)})

    def write(
        self, before: Preferences, now: Preferences, opened: Opened, forgotten: Collection[Pair]
    ) -> tuple[Pair, ...]:
        """Writes the changes of this window from `before` to `now`; another window may have changed
        all else. Adds the documents `opened` meanwhile to the recent ones, and takes off those
        `forgotten`. Returns the recent documents of both windows. A damaged file is set aside
        and not written over. Raises NotKeptError."""
        old, new = written(before), written(now)
        with locked(self._file):
            settings = self._open()
            if settings.status() is settings.Status.AccessError:
                # There may be more in it than can be seen now.
                raise NotKeptError(self._file, PermissionError(EACCES, ""))
            values = {key: settings.value(key) for key in settings.allKeys()}
            recent = merged(read_recent(_text(settings, "recent")), opened, forgotten)
            if opened or forgotten:
                values["recent"] = written_recent(recent)
            for key in new.keys() - {"recent"}:
                # Of the window that is closed last the next start shows place and document.
                is_changed = new[key] != (_text(settings, key) if key in _CLOSING else old[key])
                if is_changed and new[key]:
                    values[key] = new[key]
                elif is_changed:
                    values.pop(key, None)
            is_damaged = settings.status() is settings.Status.FormatError
            put(self._file, self._in_ini_format(values), is_damaged)
        return tuple(recent)

    def _in_ini_format(self, values: dict[str, Any]) -> bytes:
        """A settings file with these values. Raises NotKeptError."""
        try:
            return _in_ini_format(values, self._file.with_name(f".{self._file.name}.draft"))
        except OSError as error:
            raise NotKeptError(self._file, error) from None

    def _open(self) -> QSettings:
        from PySide6.QtCore import QSettings

        return QSettings(str(self._file), QSettings.Format.IniFormat)


def _text(settings: QSettings, key: str) -> str:
    value = settings.value(key)
    return value if isinstance(value, str) else ""


def _in_ini_format(values: dict[str, Any], draft: Path) -> bytes:
    """A settings file with these values. QSettings writes it to another file: for the file itself,
    it would wait half a minute for the lock of a program that was killed while it wrote. A killed
    program leaves the draft, its lock or what Qt wrote for it, which are taken away here. Raises
    OSError."""
    from PySide6.QtCore import QSettings

    for left in draft.parent.glob(f"{draft.name}*"):
        left.unlink(missing_ok=True)
    draft.touch()  # Qt does not say why it cannot write
    settings = QSettings(str(draft), QSettings.Format.IniFormat)
    for key, value in values.items():
        settings.setValue(key, value)
    settings.sync()
    if settings.status() is not settings.Status.NoError:
        raise OSError(ENOSPC, "")
    data = draft.read_bytes()
    draft.unlink()
    return data
