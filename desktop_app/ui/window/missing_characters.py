"""Says once of a document which of its characters no font has, and what to install."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.common.fonts import text_font
from desktop_app.grammar.scripts import families
from desktop_app.resolution.language import language_tag
from desktop_app.ui.language.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.window.main_window import MainWindow


_SLICE = 0.003
"""Seconds: no more is looked through at a time, for the page may be scrolled meanwhile."""
_BETWEEN = 15
"""Milliseconds from one time to the next."""


class MissingCharacters(QObject):
    """Made by the window once its first page is shown, and owned by it; looks when the window has
    nothing else to do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told: set[object] = set()
        self._ahead: Iterator[tuple[str, str]] = iter(())
        self._characters: dict[str, set[str]] = {}
        self._idle = QTimer(self, interval=_BETWEEN)
        self._idle.timeout.connect(self._look_on)
        window.document_shown.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        window = self._window
        model = window.view.bitext_model()
        self._idle.stop()
        if model is None or window.pair in self._told:
            return
        if window.session is not None and window.session.is_told(window):
            return
        self._ahead = _texts(model)
        self._characters = {}
        self._idle.start()

    def _look_on(self) -> None:
        """Looks through some more of the document."""
        until = monotonic() + _SLICE
        for tag, text in self._ahead:
            self._characters.setdefault(tag, set()).update(text)
            if monotonic() > until:
                return
        self._idle.stop()
        self._say()

    def _say(self) -> None:
        from desktop_app.ui.window.characters import missing, seen

        window = self._window
        lost: set[str] = set()
        for tag, characters in self._characters.items():
            lost |= without_font(seen(characters), tag)
        if not lost:
            return
        found = missing(lost)
        said = self.tr(
            "No installed font has some characters of this text (%1: %2); on Debian and Ubuntu "
            "install one with: sudo apt-get install %3"
        )
        for sign, words in (
            ("%1", phrase(", ").join(map(phrase, found.scripts))),
            ("%2", found.characters),
            ("%3", " ".join(found.packages)),
        ):
            said = said.replace(sign, words)
        before = window.notice
        window.say(f"{before} {said}" if before else said)
        if window.pair is not None:
            self._told.add(window.pair)
        if window.session is not None:
            window.session.translated(window)


def _texts(model: BitextModel) -> Iterator[tuple[str, str]]:
    """Every text of a document with the tag of its language."""
    for side, resolution in enumerate(model.sides()):
        tag = language_tag(resolution)
        for node in model.nodes():
            for paragraph in node.texts[side] if side < len(node.texts) else ():
                for run in paragraph.runs:
                    yield tag, run.text


def without_font(characters: Iterable[str], tag: str) -> set[str]:
    """Those of the characters that are shown by no glyph in a text of a language, whatever other
    fonts Qt falls back to: what it lays out tells, and its tables of fonts do not."""
    from PySide6.QtGui import QTextLayout

    font = text_font(families(tag), 12)

    def lost(text: str) -> bool:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return any(0 in run.glyphIndexes() for run in layout.glyphRuns())

    signs = sorted(characters)
    if not lost(" ".join(signs)):  # all at once: the common case is over at once
        return set()
    return {sign for sign in signs if lost(sign)}
