"""What a document says is shown as it is: no label, tooltip or card takes it for markup."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.finding.go_bar import GoBar
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.widgets.plain_text import tooltip
from desktop_app.ui.window.files import Files
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle

_MARKUP = '<img src="/made-up.png"><b>bold</b> & <script>'
_TEXT = f"""A/RES/75/58

75/58. {_MARKUP} Title

The General Assembly,

*Recalling* {_MARKUP} and its resolution 74/43 of 12 December 2019,[^1]

Noting 5 things {_MARKUP},

1. *Decides* {_MARKUP} to meet on 3 May 2021;

2. *Requests* 7 reports.

## Annex

### {_MARKUP} heading

1. A principle {_MARKUP}.

[^1]: {_MARKUP} note, see A/75/399.
"""


@pytest.fixture
def full(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window that shows as much as it can of a document full of markup."""
    folder = tmp_path / "<img src=x> & <b>folder"
    folder.mkdir()
    files = folder / "a.en.md", folder / "b.fr.md"
    escaped = _TEXT.replace("<", "\\<").replace("&", "\\&")
    files[0].write_text(f"---\nlanguage: en\n---\n\n{escaped}", encoding="utf-8")
    french = escaped.replace("The General Assembly,", "L'Assemblée générale,")
    french = french.replace("3 May 2021", "4 mai 2021").replace("7 reports", "8 rapports")
    files[1].write_text(f"---\nlanguage: fr\n---\n\n{french}", encoding="utf-8")
    window.document.open(*files)
    shown = window.document.pair
    assert shown == (str(files[0]), str(files[1])), window.workspace.notice
    window.feature(ContentsPanel).open_panel()
    window.feature(Auditing).audit_now()
    window.feature(Auditing).open()
    assert window.feature(Auditing).findings
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("<img")
    window.feature(GoBar).open_bar()
    window.feature(GoBar).label.setText("<b>x")
    window.feature(GoBar).go()
    assert window.feature(Cards).open_footnote("fn1")
    window.feature(Files).fill_recent()
    window.workspace.show_notice(f"{files[0]} {_MARKUP}")
    window.workspace.status.emit(f"{files[0]} {_MARKUP}")
    dialog = window.feature(Exporting).dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return window


def _item_tooltips(item: QTreeWidgetItem) -> Iterator[str]:
    for column in range(item.columnCount()):
        yield item.toolTip(column)
    children = [item.child(place) for place in range(item.childCount())]
    for child in filter(None, children):
        yield from _item_tooltips(child)


def _tooltips(window: MainWindow) -> Iterator[str]:
    """Every tooltip of the window, of its lists and of its rows."""
    widgets = [window, *window.findChildren(QWidget)]
    yield from (widget.toolTip() for widget in widgets)
    yield from (action.toolTip() for action in window.findChildren(QAction))
    for tree in window.findChildren(QTreeWidget):
        yield from _item_tooltips(tree.invisibleRootItem())
    model = window.view.bitext_model()
    for node in model.nodes()[1:]:
        for column in range(model.columns):
            said = model.index_of(node, column).data(Qt.ItemDataRole.ToolTipRole)
            yield said or ""


def test_no_tooltip_takes_words_of_a_document_for_markup(full: MainWindow) -> None:
    tooltips = [one for one in _tooltips(full) if one]
    assert any("&lt;img" in one for one in tooltips)  # what looks like markup is escaped
    dangerous = [one for one in tooltips if RichText.mightBeRichText(one) and "<img" in one]
    assert dangerous == []


def test_no_label_takes_words_of_a_document_for_markup(full: MainWindow) -> None:
    labels = full.findChildren(QLabel)
    assert any("<img" in label.text() for label in labels)
    for label in labels:
        plain = label.textFormat() is Qt.TextFormat.PlainText
        assert plain or not RichText.mightBeRichText(label.text()), label.text()


def test_a_card_shows_the_markup_of_a_note_as_words(full: MainWindow) -> None:
    assert _MARKUP in full.feature(Cards).card.text


@pytest.mark.parametrize("text", ["plain & simple", "a < b", "", "two\nlines"])
def test_a_tooltip_of_plain_words_stays_as_it_is(text: str) -> None:
    assert tooltip(text) == text
