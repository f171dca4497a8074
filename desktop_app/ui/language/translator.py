"""Translates the interface by a table of English texts, from a data file.

The file is readable data, not Qt's compiled form: the program has some two hundred texts and looks
each up a few times at most.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

from desktop_app.common.messages import Message
from desktop_app.common.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.language.languages import InterfaceLanguage

LACKING = (Message("&Look in:"), Message("Files of &type:"))
"""Texts of Qt's file dialog without Chinese in Qt 6.11; our table, asked after Qt's, has them."""


class Translator(QTranslator):
    """Translates the texts of this program in any of Qt's contexts."""

    def __init__(self, texts: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # Unknown texts come back unchanged: "" would count as a translation.
        return self._texts.get(source, source)


def texts(language: str) -> dict[str, str]:
    """The table of a language: English texts and their translations."""
    data = resource(f"translations/{language}.json").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(data)
    return table


def install(application: QApplication, language: InterfaceLanguage) -> None:
    """Translates all texts from now on, ours and Qt's own."""
    application.installTranslator(Translator(texts(language.code), application))
    qt = QTranslator(application)  # asked before ours; knows only Qt's texts
    if qt.load(language.qt, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
