"""Phrases of other rooms in the language of the interface; exports have them in English."""

from PySide6.QtCore import QCoreApplication


def phrase(english: str) -> str:
    """What an English phrase is called in the language of the interface."""
    return QCoreApplication.translate("phrase", english)
