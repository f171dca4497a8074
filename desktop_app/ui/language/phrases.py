"""Translates phrases and messages of other rooms; exports keep them in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop_app.common.messages import Message


def phrase(english: str) -> str:
    """An English phrase in the language of the interface."""
    return QCoreApplication.translate("phrase", english)


def translated(message: Message) -> str:
    """A message in the language of the interface."""
    return message.text(phrase)
