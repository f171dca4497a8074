"""Where footnote marks and citations are, and when they are looked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.cards.links import Links
from desktop_app.ui.page.look import THIRD, Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.cards.conftest import citation, links_of, point_at, stepped_through
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


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
    link = citation(window, "pp5", 0)
    for script in ("s2twp", "s2hk", ""):
        window.document.set_script(script)
        settle()
        assert pointing.links.at(point_at(window, link)) == link


def test_a_mark_used_twice_is_two_links(
    window: MainWindow, pointing: Cards, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "twice.en.md"
    text = BUNDLED_TRANSLATION.read_text(encoding="utf-8")
    file.write_text(text.replace("Recognizing* the", "Recognizing*[^1] the[^1]"), encoding="utf-8")
    window.document.open(file)
    settle()
    first, second = links_of(window, "pp2")
    assert pointing.links.rects(first)[0].right() < pointing.links.rects(second)[0].left()
    assert pointing.links.at(point_at(window, second)) == second


@pytest.mark.parametrize("layout", list(Layout))
def test_tab_goes_through_all_links_in_every_layout(
    window: MainWindow, model: Model, pointing: Cards, qtbot: QtBot, layout: Layout
) -> None:
    window.view.show_layout(layout)
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp4")))
    settle()
    walked = list(stepped_through(window, pointing, 1))
    columns = window.view.cells.shown_columns()
    assert columns == [column for column in layout.shown_columns if column != THIRD]
    assert {link.span.side + 1 for link in walked} == set(columns)
    for link in links_of(window, "pp4"):
        if link.span.side + 1 in columns:
            assert pointing.links.at(point_at(window, link)) == link
