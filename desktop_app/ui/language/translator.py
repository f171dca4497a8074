"""The interface in another language: each English text and what is shown for it, from a data file.

Data that a person can read and mend, and not Qt's compiled form: the program has some two hundred
texts, and asks for each of them a few times at most.
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
"""Those of its file dialog that Qt 6.11 has no Chinese for, which ours are asked for after Qt's."""


class Translator(QTranslator):
    """Knows what is shown for the texts of this program, whatever the context that Qt names."""

    def __init__(self, texts: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # "" would count as a translation, so what is not known is returned as it is.
        return self._texts.get(source, source)


def texts(language: str) -> dict[str, str]:
    """What is shown for each English text."""
    data = resource(f"translations/{language}.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(data)
    return found


def install(application: QApplication, language: InterfaceLanguage) -> None:
    """From now on texts are asked for in that language."""
    application.installTranslator(Translator(texts(language.code), application))
    own = QTranslator(application)  # asked before ours, and knows only its own texts
    if own.load(language.qt, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
