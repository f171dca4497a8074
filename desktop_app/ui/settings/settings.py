"""The settings file, through QSettings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ui.settings.preferences import DEFAULT, Preferences, read, written

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings


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
        if not self._file.is_file():
            return DEFAULT
        settings = self._open()
        values = {key: settings.value(key) for key in written(DEFAULT)}
        return read({key: value for key, value in values.items() if isinstance(value, str)})

    def write(self, preferences: Preferences) -> None:
        """Writes preferences; does nothing if the folder is not writable."""
        settings = self._open()
        for key, value in written(preferences).items():
            if value:
                settings.setValue(key, value)
            else:
                settings.remove(key)
        settings.sync()

    def _open(self) -> QSettings:
        from PySide6.QtCore import QSettings

        return QSettings(str(self._file), QSettings.Format.IniFormat)
