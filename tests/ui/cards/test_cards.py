"""What a card says of a footnote or a citation, and its size."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards import card_text
from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.window.main_window import MainWindow
from tests.support import shifted_notes
from tests.support.waiting import settle
from tests.ui.cards.conftest import AWAY, browser_of, citation, links_of, note_mark, point_at

Model = Callable[[], BitextModel]


# What a card says


def test_pointing_at_a_citation_shows_the_document_and_its_addresses(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    view = window.view
    qtbot.mouseMove(view.viewport(), point_at(window, citation(window, "pp1", 1)))
    qtbot.waitUntil(card.isVisible)
    assert card.title == "A/RES/74/43"
    assert "General Assembly resolution, session 74" in card.text
    assert card.addresses == (
        "https://docs.un.org/zh/A/RES/74/43",
        "https://docs.un.org/en/A/RES/74/43",
    )
    qtbot.mouseMove(view.viewport(), AWAY)
    qtbot.waitUntil(card.isHidden)


def test_both_texts_cite_the_security_council_by_its_year(
    window: MainWindow, pointing: Cards
) -> None:
    symbols = [link.symbol for link in links_of(window, "pp4")]
    assert symbols == ["S/RES/1540 (2004)"] * 2


def test_a_click_on_a_link_copies_the_address_and_shows_it(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(citation(window, "pp1", 0))
    with qtbot.waitSignal(card.copied):
        browser_of(card).anchorClicked.emit(QUrl("1"))
    assert QGuiApplication.clipboard().text() == "https://docs.un.org/en/A/RES/74/43"
    assert card.isVisible()


def test_a_footnote_card_has_all_languages_the_emphasis_and_the_documents_cited(
    window: MainWindow, pointing: Cards, card: Card, model: Model
) -> None:
    delegate = window.view.row_delegate
    made = card_text.footnote_card(model(), "fn1", delegate.geometry.typesetter.theme)
    assert "<i>Treaty Series</i>" in made.html
    assert window.feature(Cards).open_footnote("fn3")
    assert card.title == "Footnote 3"
    for said in ("Chinese (Simplified)", "见 A/74/548，附件。", "English", "See A/74/548, annex."):
        assert said in card.text
    assert card.addresses[0] == "https://docs.un.org/zh/A/74/548"


def test_a_footnote_row_is_in_the_script_shown(window: MainWindow, card: Card) -> None:
    window.document.set_script("s2t")
    assert window.feature(Cards).open_footnote("fn1")
    assert "聯合國" in card.text
    assert "Chinese (Traditional)" in card.text


def test_ibid_is_explained_in_every_language(window: MainWindow, card: Card) -> None:
    assert window.feature(Cards).open_footnote("fn2")
    first = "That is footnote 1:\u2069 "
    assert f"{first}联合国，《条约汇编》" in card.text
    assert f"{first}United Nations, Treaty Series" in card.text
    # The volume is that of the note itself.
    assert "2445" not in card.text
    assert "vol. 1456" in card.text


def test_a_note_that_one_version_lacks_is_shown_in_the_other(
    window: MainWindow, card: Card, tmp_path: Path
) -> None:
    file = tmp_path / "short.en.md"
    text = BUNDLED_TRANSLATION.read_text(encoding="utf-8")
    file.write_text(text.replace("[^7]: A/75/171.", "").replace("[^7]", ""), encoding="utf-8")
    window.document.open(BUNDLED, file)
    assert window.feature(Cards).open_footnote("fn7")
    assert "A/75/171" in card.text
    assert "English\n" not in card.text


def test_a_document_of_another_body_has_no_address_of_the_united_nations(
    model: Model, window: MainWindow
) -> None:
    delegate = window.view.row_delegate
    made = card_text.document_card(model(), "GC(62)/RES/7", delegate.geometry.typesetter.theme)
    assert made.addresses == ()
    assert "IAEA General Conference resolution" in made.html


# Its size


def _size_of_words(card: Card) -> list[int]:
    """The size in pixels of the first words of each paragraph, and of the title."""
    found = []
    block = browser_of(card).document().begin()
    while block.isValid():
        found.append(QFontInfo(block.begin().fragment().charFormat().font()).pixelSize())
        block = block.next()
    title = card.findChild(QLabel)
    assert title is not None
    return [*found, QFontInfo(title.font()).pixelSize()]


def test_a_card_grows_with_the_text_and_lies_inside_the_window(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    assert window.feature(Cards).open_footnote("fn1")
    plain, width = _size_of_words(card), card.width()
    for zoom in (50, 150, 300):
        window.feature(Viewing).zoom(zoom)
        assert window.feature(Cards).open_footnote("fn1")
        settle()
        scale = max(zoom / 100, 1)
        grown = [size / before for size, before in zip(_size_of_words(card), plain, strict=True)]
        assert grown == pytest.approx([scale] * len(plain), rel=0.1)
        assert card.width() == width * scale or zoom == 300
        assert window.rect().contains(card.geometry())


def test_a_card_that_scrolls_begins_at_its_top(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    window.resize(500, 500)
    window.feature(Viewing).zoom(300)
    settle()
    assert window.feature(Cards).open_footnote("fn2")
    settle()
    bar = browser_of(card).verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_the_words_of_a_card_can_be_selected_and_copied(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    assert window.feature(Cards).open_footnote("fn1")
    card.enter()
    browser = browser_of(card)
    qtbot.waitUntil(browser.hasFocus)
    qtbot.keyClick(browser, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Treaty Series" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(("width", "height"), [(1120, 700), (600, 700), (420, 300)])
def test_a_card_lies_inside_the_window_and_its_text_is_whole_or_scrolls(
    window: MainWindow, card: Card, qtbot: QtBot, width: int, height: int
) -> None:
    window.resize(width, height)
    settle()
    for note in ("fn1", "fn2", "fn7"):
        assert window.feature(Cards).open_footnote(note)
        settle()
        assert window.rect().contains(card.geometry())
        bar = browser_of(card).verticalScrollBar()
        assert height < 700 or bar.maximum() == 0


# Versions that count their footnotes otherwise


@pytest.fixture
def shifted(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A document whose English footnotes 2 and 3 are 1 and 2 in Chinese."""
    files = [tmp_path / "shifted.en.md", tmp_path / "shifted.zh.md"]
    texts = shifted_notes.EN, shifted_notes.ZH_WITHOUT_THE_FIRST
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    window.document.open(*files)
    return window


@pytest.mark.parametrize(
    ("side", "title", "other"), [(0, "Footnote 3", "Chinese · 2"), (1, "Footnote 2", "English · 3")]
)
def test_the_card_has_the_footnote_of_the_other_version_that_says_the_same(
    shifted: MainWindow, pointing: Cards, card: Card, side: int, title: str, other: str
) -> None:
    pointing.open(note_mark(shifted, "op1", side))
    assert card.title == title
    assert other in card.text.replace("Chinese (Simplified)", "Chinese")
    assert "See A/59/361." in card.text
    assert "见 A/59/361。" in card.text
    assert "A/74/548" not in card.text


def test_a_footnote_card_shows_another_number_in_the_translation(
    shifted: MainWindow, model: Model
) -> None:
    rows = [node for node in model().nodes() if node.kind is NodeKind.NOTE]
    assert [
        (node.name, [[(p.id, p.label) for p in text] for text in node.texts]) for node in rows
    ] == [
        ("1", [[("fn1", "")], []]),
        ("2", [[("fn2", "")], [("fn1", "1")]]),
        ("3", [[("fn3", "")], [("fn2", "2")]]),
    ]
