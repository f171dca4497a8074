"""Shows, once per document, which of its characters no font has and which packages to install."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextLayout

from desktop_app.common.fonts import text_font
from desktop_app.grammar.scripts import families
from desktop_app.resolution.language import language_tag
from desktop_app.ui.appearance.font_packages import missing_characters, visible_characters
from desktop_app.ui.language.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.workspace import Workspace


_SLICE = 0.003
"""Seconds that a piece of the search may take, since the page may be scrolled meanwhile."""
_BETWEEN = 15
"""Milliseconds between two pieces."""


class MissingCharacters(QObject):
    """Checks each document in idle time."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._reported: set[object] = set()
        self._ahead: Iterator[tuple[str, str]] = iter(())
        self._characters: dict[str, set[str]] = {}
        self._idle = QTimer(self, interval=_BETWEEN)
        self._idle.timeout.connect(self._look_on)
        self._document.shown.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        pair = self._document.pair
        self._idle.stop()
        if pair in self._reported or self._workspace.session.was_warned(pair):
            return
        self._ahead = _texts(self._document.model)
        self._characters = {}
        self._idle.start()

    def _look_on(self) -> None:
        """Checks the next piece of the document."""
        until = monotonic() + _SLICE
        for tag, text in self._ahead:
            self._characters.setdefault(tag, set()).update(text)
            if monotonic() > until:
                return
        self._idle.stop()
        self._report()

    def _report(self) -> None:
        without: set[str] = set()
        for tag, characters in self._characters.items():
            without |= without_font(visible_characters(characters), tag)
        if not without:
            return
        missing = missing_characters(without)
        message = self.tr(
            "No installed font has some characters of this text (%1: %2); on Debian and Ubuntu "
            "install one with: sudo apt-get install %3"
        )
        for placeholder, words in (
            ("%1", phrase(", ").join(map(phrase, missing.scripts))),
            ("%2", missing.characters),
            ("%3", " ".join(missing.packages)),
        ):
            message = message.replace(placeholder, words)
        self._workspace.add_notice(message)
        if self._document.pair is not None:
            self._reported.add(self._document.pair)
            self._workspace.session.keep_warned(self._document.pair)


def _texts(model: BitextModel) -> Iterator[tuple[str, str]]:
    """All runs of a document, each with the tag of its language."""
    for side, resolution in enumerate(model.sides()):
        tag = language_tag(resolution)
        for node in model.nodes():
            for paragraph in node.texts[side] if side < len(node.texts) else ():
                for run in paragraph.runs:
                    yield tag, run.text


def without_font(characters: Iterable[str], tag: str) -> set[str]:
    """The characters without a glyph in Qt for a text of a language, not even in its fallback
    fonts."""
    font = text_font(families(tag), 12)

    def lacks_glyph(text: str) -> bool:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return any(0 in run.glyphIndexes() for run in layout.glyphRuns())

    ordered = sorted(characters)
    if not lacks_glyph(" ".join(ordered)):  # all together: settles the common case quickly
        return set()
    return {char for char in ordered if lacks_glyph(char)}
