"""Footnote marks and citations of a window, for a pointer and for keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextBrowser

from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.cards.links import Link, Links
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import cell, node_of

AWAY = QPoint(5, 5)


@pytest.fixture
def pointing(window: MainWindow) -> Cards:
    window.activateWindow()
    window.view.setFocus()
    return window.feature(Cards)


@pytest.fixture
def card(pointing: Cards) -> Card:
    return pointing.card


def links_of(window: MainWindow, id: str) -> list[Link]:
    """The marks and citations of a row, brought into view."""
    model = window.view.bitext_model()
    cell(window, id, 1)
    found = Links(model.nodes(), model.sides()).row(node_of(model, id).number)
    assert found
    return found


def point_at(window: MainWindow, link: Link) -> QPoint:
    return window.feature(Cards).links.rects(link)[0].center()


def citation(window: MainWindow, id: str, side: int) -> Link:
    found = links_of(window, id)
    return next(link for link in found if link.symbol and link.span.side == side)


def note_mark(window: MainWindow, id: str, side: int) -> Link:
    return next(link for link in links_of(window, id) if link.note and link.span.side == side)


def browser_of(card: Card) -> QTextBrowser:
    """What holds the words of a card."""
    found = card.findChild(QTextBrowser)
    assert found is not None
    return found


def stepped_through(window: MainWindow, pointing: Cards, by: int) -> Iterator[Link]:
    while pointing.step(by):
        assert pointing.focused is not None
        yield pointing.focused
