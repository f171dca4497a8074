"""Phrases of other rooms in the language of the interface; exports have them in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop_app.common.messages import Message


def phrase(english: str) -> str:
    """What an English phrase is called in the language of the interface."""
    return QCoreApplication.translate("phrase", english)


def translated(message: Message) -> str:
    """What another room says, in the language of the interface."""
    return message.text(phrase)
