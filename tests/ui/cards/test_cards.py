"""Footnote marks and citations: the cards that answer to them, by mouse and by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextBrowser, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards import card_text
from desktop_app.ui.cards.card import Card
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.cards.links import Link, Links
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.window.main_window import MainWindow
from tests.support import shifted_notes
from tests.support.waiting import let_timers_run_out, settle
from tests.ui.conftest import cell, node_of

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton
_AWAY = QPoint(5, 5)


@pytest.fixture
def pointing(window: MainWindow) -> Cards:
    window.activateWindow()
    window.view.setFocus()
    return window.feature(Cards)


@pytest.fixture
def card(pointing: Cards) -> Card:
    return pointing.card


def _links(window: MainWindow, id: str) -> list[Link]:
    """The marks and citations of a row, brought into view."""
    model = window.view.bitext_model()
    cell(window, id, 1)
    found = Links(model.nodes(), model.sides()).row(node_of(model, id).number)
    assert found
    return found


def _point(window: MainWindow, link: Link) -> QPoint:
    return window.feature(Cards).links.rects(link)[0].center()


def _citation(window: MainWindow, id: str, side: int) -> Link:
    found = _links(window, id)
    return next(link for link in found if link.symbol and link.span.side == side)


def _note(window: MainWindow, id: str, side: int) -> Link:
    return next(link for link in _links(window, id) if link.note and link.span.side == side)


def _browser(card: Card) -> QTextBrowser:
    """What holds the words of a card."""
    found = card.findChild(QTextBrowser)
    assert found is not None
    return found


# What a card says


def test_pointing_at_a_citation_shows_the_document_and_its_addresses(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    view = window.view
    qtbot.mouseMove(view.viewport(), _point(window, _citation(window, "pp1", 1)))
    qtbot.waitUntil(card.isVisible)
    assert card.title == "A/RES/74/43"
    assert "General Assembly resolution, session 74" in card.text
    assert card.addresses == (
        "https://docs.un.org/zh/A/RES/74/43",
        "https://docs.un.org/en/A/RES/74/43",
    )
    qtbot.mouseMove(view.viewport(), _AWAY)
    qtbot.waitUntil(card.isHidden)


def test_both_texts_cite_the_security_council_by_its_year(
    window: MainWindow, pointing: Cards
) -> None:
    symbols = [link.symbol for link in _links(window, "pp4")]
    assert symbols == ["S/RES/1540 (2004)"] * 2


def test_a_click_on_a_link_copies_the_address_and_shows_it(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(_citation(window, "pp1", 0))
    with qtbot.waitSignal(card.copied):
        _browser(card).anchorClicked.emit(QUrl("1"))
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
    assert f"{first}United Nations, Treaty Series, vol. 2445" in card.text


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


# Pinned, and away again


def test_a_click_on_a_mark_pins_its_card_until_a_click_elsewhere(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    viewport = window.view.viewport()
    mark = _point(window, _note(window, "pp6", 0))
    qtbot.mouseClick(viewport, LEFT, pos=mark)
    assert (card.key, card.is_pinned) == ("fn1", True)
    qtbot.mouseMove(viewport, _AWAY)
    let_timers_run_out(card)
    assert card.isVisible()
    qtbot.mouseClick(
        viewport, LEFT, pos=window.view.visualRect(window.view.currentIndex()).center()
    )
    assert card.isHidden()
    assert not card.is_pinned


def test_a_click_on_the_card_pins_it_and_esc_closes_it(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(_note(window, "pp6", 0))
    browser = _browser(card)
    qtbot.mouseClick(browser.viewport(), LEFT, pos=QPoint(3, 3))
    assert card.is_pinned
    qtbot.keyClick(browser, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_a_click_anywhere_else_in_the_window_closes_a_pinned_card(
    window: MainWindow, pointing: Cards, card: Card
) -> None:
    pointing.open(_note(window, "pp6", 0))
    card.pin()
    QTest.mouseClick(
        window.windowHandle(),
        LEFT,
        Qt.KeyboardModifier.NoModifier,
        QPoint(window.width() - 3, window.height() - 3),
    )
    assert card.isHidden()


def test_a_drag_from_a_citation_pins_nothing(window: MainWindow, card: Card, qtbot: QtBot) -> None:
    viewport = window.view.viewport()
    start = _point(window, _citation(window, "pp1", 1))
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseRelease(viewport, LEFT, pos=start + QPoint(60, 0))
    assert not card.is_pinned


def test_a_card_hides_on_scrolling_and_a_pinned_one_after_a_page(
    window: MainWindow, pointing: Cards, card: Card
) -> None:
    bar = window.view.verticalScrollBar()
    pointing.open(_note(window, "pp6", 0))
    bar.setValue(bar.value() + 10)
    assert card.isHidden()
    pointing.open(_note(window, "pp6", 0))
    card.pin()
    bar.setValue(bar.value() + 30)
    assert card.isVisible()
    bar.setValue(bar.value() + 2 * window.view.viewport().height())
    assert card.isHidden()


def test_no_card_opens_for_a_mark_scrolled_away(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    view = window.view
    qtbot.mouseMove(view.viewport(), _AWAY)
    qtbot.mouseMove(view.viewport(), _point(window, _note(window, "pp6", 0)))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 250)
    let_timers_run_out(card)
    assert card.isHidden()


def test_a_pinned_card_stays_inside_a_window_that_is_made_lower(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(_note(window, "pp6", 0))
    card.pin()
    window.resize(window.width(), 420)
    settle()
    assert card.isVisible()
    assert window.rect().contains(card.geometry())


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Up", "Ctrl+Shift+Down"])
def test_a_card_hides_when_rows_fold_or_unfold(
    window: MainWindow, pointing: Cards, card: Card, keys: str
) -> None:
    pointing.open(_note(window, "pp6", 0))
    QTest.keySequence(window, keys)
    assert card.isHidden()


def test_a_pinned_card_hides_only_when_its_mark_is_folded_away(
    window: MainWindow, model: Model, pointing: Cards, card: Card
) -> None:
    view = window.view
    pointing.open(_note(window, "pp6", 0))
    card.pin()
    view.collapse(model().index_of(node_of(model(), "operative")))
    assert card.isVisible()
    view.collapseAll()
    assert card.isHidden()


def test_a_card_follows_the_pointer_to_the_mark_of_the_same_note_in_the_other_text(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    window.resize(780, 700)  # the screen of the tests is 800 pixels wide
    settle()
    viewport = window.view.viewport()
    for clause in ("pp6", "pp7"):  # in one of them the card does not lie over the other mark
        first, second = _note(window, clause, 0), _note(window, clause, 1)
        assert first.note == second.note
        qtbot.mouseMove(viewport, _AWAY)
        qtbot.waitUntil(card.isHidden)
        qtbot.mouseMove(viewport, _point(window, first))
        qtbot.waitUntil(card.isVisible)
        if not card.geometry().contains(viewport.mapTo(window, _point(window, second))):
            break
    qtbot.mouseMove(viewport, _point(window, second))
    qtbot.waitUntil(lambda: card.link == second)
    mark = viewport.mapTo(window, _point(window, second))
    assert card.geometry().left() <= mark.x() <= card.geometry().right()


def test_esc_closes_a_card_first_wherever_the_keyboard_is(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    link = _note(window, "pp6", 0)
    window.feature(Finding).open()
    bar = window.feature(Finding).bar
    pointing.open(link)
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert (card.isHidden(), bar.isHidden()) == (True, False)
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    button = window.tool_row.findChild(QToolButton)
    assert button is not None
    pointing.open(link)
    card.pin()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_esc_closes_a_card_that_the_keyboard_went_out_of(
    window: MainWindow, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    pointing.open(_note(window, "pp6", 0))
    card.enter()
    for _ in range(2):
        focus = window.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    focus = window.focusWidget()
    assert focus is not None
    assert not card.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert card.isHidden()


# Its size


def _size_of_words(card: Card) -> list[int]:
    """The size in pixels of the first words of each paragraph, and of the title."""
    found = []
    block = _browser(card).document().begin()
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
    bar = _browser(card).verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_the_words_of_a_card_can_be_selected_and_copied(
    window: MainWindow, card: Card, qtbot: QtBot
) -> None:
    assert window.feature(Cards).open_footnote("fn1")
    card.enter()
    browser = _browser(card)
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
        bar = _browser(card).verticalScrollBar()
        assert height < 700 or bar.maximum() == 0


# By keyboard


def _walked(window: MainWindow, pointing: Cards, by: int) -> Iterator[Link]:
    while pointing.step(by):
        assert pointing.focused is not None
        yield pointing.focused


def test_tab_goes_from_mark_to_mark_in_both_columns_and_leaves_at_the_end_of_the_page(
    window: MainWindow, model: Model, pointing: Cards
) -> None:
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp4")))
    walked = list(_walked(window, pointing, 1))
    assert [link.symbol for link in walked[:2]] == ["S/RES/1540 (2004)"] * 2
    assert [link.span.side for link in walked[:2]] == [0, 1]
    rows = [link.span.node for link in walked]
    assert rows == sorted(rows)
    assert len(set(rows)) > 1
    assert model().node(window.view.currentIndex()).number == rows[-1]
    back = list(_walked(window, pointing, -1))
    assert back[: len(walked)] == walked[::-1]


def test_the_tab_key_walks_and_after_esc_leaves_the_text(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused is not None
    assert pointing.focused.symbol == "A/RES/74/43"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused.span.side == 1
    qtbot.keyClick(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert pointing.focused.span.side == 0
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert pointing.focused is None
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused is None


def test_a_mark_in_a_hidden_text_loses_the_focus(
    window: MainWindow, model: Model, pointing: Cards, card: Card, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused == _note(window, "pp6", 1)
    window.view.show_layout(Layout.FIRST)
    assert pointing.focused is None
    assert not pointing.open_focused()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert pointing.focused == _note(window, "pp6", 0)


def test_a_mark_folded_away_loses_the_focus(
    window: MainWindow, model: Model, pointing: Cards
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    assert pointing.step(1)
    view.collapseAll()
    assert pointing.focused is None


def test_an_exception_at_the_tab_key_is_reported_and_the_key_goes_on(
    window: MainWindow, pointing: Cards, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(by: int) -> bool:
        raise ValueError("a fault")

    monkeypatch.setattr(pointing, "step", fail)
    with qtbot.captureExceptions() as told:
        qtbot.keyClick(window.view, Qt.Key.Key_Tab)
    assert [str(error) for _, error, _ in told] == ["a fault"]
    assert not window.view.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_opens_the_card_of_the_focused_citation_and_then_goes_into_it(
    window: MainWindow, model: Model, card: Card, qtbot: QtBot, key: Qt.Key
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, key)
    assert (card.isVisible(), card.title) == (True, "A/RES/74/43")
    assert model().ticked_rows() == []
    qtbot.keyClick(view, key)
    assert card.is_pinned
    browser = _browser(card)
    assert window.focusWidget() is browser
    qtbot.keyClick(browser, Qt.Key.Key_Tab)
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "https://docs.un.org/zh/A/RES/74/43"
    qtbot.keyClick(browser, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert window.focusWidget() is view


def test_space_on_a_row_without_a_focused_link_ticks_it(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert pointing.focused is None
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [row.source for row in model().ticked_rows()] == [("pp2",)]


def test_the_focused_mark_is_seen(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    settle()
    before = view.viewport().grab().toImage()
    assert pointing.step(1)
    settle()
    assert view.viewport().grab().toImage() != before


# Found late, and where they are


def test_citations_are_searched_after_the_first_page_and_only_in_painted_texts(
    qtbot: QtBot,
) -> None:
    window = MainWindow("light")
    qtbot.addWidget(window)
    window.resize(1120, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.view.viewport().grab()
    model = window.view.bitext_model()
    assert window.view.interactions == []
    window.finish_start()
    window.view.viewport().grab()
    assert window.feature(Cards) in window.view.interactions
    sought = {number for number, _ in window.feature(Cards).links._links._cells}
    assert sought
    assert node_of(model, "op6").number not in sought


def test_a_resolutions_symbol_in_its_own_masthead_is_not_a_citation(model: Model) -> None:
    links = Links(model().nodes(), model().sides())
    head = node_of(model(), "masthead")
    assert links.row(head.number) == []
    assert [link.symbol for link in links.row(node_of(model(), "head.report").number)]


def test_links_stay_at_their_words_in_another_script(
    window: MainWindow, pointing: Cards, qtbot: QtBot
) -> None:
    link = _citation(window, "pp5", 0)
    for script in ("s2twp", "s2hk", ""):
        window.document.set_script(script)
        settle()
        assert pointing.links.at(_point(window, link)) == link


def test_a_mark_used_twice_is_two_links(
    window: MainWindow, pointing: Cards, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "twice.en.md"
    text = BUNDLED_TRANSLATION.read_text(encoding="utf-8")
    file.write_text(text.replace("Recognizing* the", "Recognizing*[^1] the[^1]"), encoding="utf-8")
    window.document.open(file)
    settle()
    first, second = _links(window, "pp2")
    assert pointing.links.rects(first)[0].right() < pointing.links.rects(second)[0].left()
    assert pointing.links.at(_point(window, second)) == second


@pytest.mark.parametrize("layout", list(Layout))
def test_tab_goes_through_all_links_in_every_layout(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot, layout: Layout
) -> None:
    window.view.show_layout(layout)
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp4")))
    settle()
    walked = list(_walked(window, pointing, 1))
    assert {link.span.side + 1 for link in walked} == set(layout.shown_columns)
    for link in _links(window, "pp4"):
        if link.span.side + 1 in layout.shown_columns:
            assert pointing.links.at(_point(window, link)) == link


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
    pointing.open(_note(shifted, "op1", side))
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
