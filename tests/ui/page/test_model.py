"""The rows of the page in another Chinese script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.script import dictionaries
from desktop_app.script.convert import convert
from desktop_app.ui.appearance.scripts import Scripts
from desktop_app.ui.page.model import BitextModel, plain_cell
from desktop_app.ui.page.nodes import Paragraph
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import ZH
from tests.support.waiting import settle
from tests.tools.bench.made_up import bitext
from tests.ui.conftest import cell, node_of

Model = Callable[[], BitextModel]


def test_another_script_keeps_place_selection_folds_and_ticks(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    view = window.view
    view.collapse(model().index_of(node_of(model(), "footnotes")))
    op4 = model().index_of(node_of(model(), "op4"))
    view.setCurrentIndex(op4)
    view.scrollTo(op4)
    view.settle()
    model().tick([node_of(model(), "op2")], True)
    before = view.verticalScrollBar().value(), view.visualRect(op4), view.top_node()
    for script in ("s2twp", "s2hk", ""):
        window.document.set_script(script)
        settle()
        assert (view.verticalScrollBar().value(), view.visualRect(op4), view.top_node()) == before
        assert view.currentIndex() == op4
        assert [row.source for row in model().ticked_rows()] == [("op2",)]
        assert not view.isExpanded(model().index_of(node_of(model(), "footnotes")))
        assert window.document.configuration == script


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2twp", "s2hk", "s2hkp"])
def test_every_text_is_shown_as_it_is_converted(
    script: str, window: MainWindow, model: Model
) -> None:
    published = {
        (node.number, side): [plain_cell([p]) for p in model().texts(node, side)]
        for node in model().nodes()
        for side in (0, 1)
    }
    window.document.set_script(script)
    for node in model().nodes():
        shown = [plain_cell([p]) for p in model().texts(node, 0)]
        assert shown == [convert(text, script) for text in published[node.number, 0]]
        assert [plain_cell([p]) for p in model().texts(node, 1)] == published[node.number, 1]


def test_the_head_shows_from_what_the_text_was_converted(window: MainWindow) -> None:
    window.document.set_script("s2tw")
    assert window.trust.texts() == [
        "Chinese (Traditional): converted from Simplified (OpenCC, Taiwan); "
        "source not stated, not compared with the official record",
        "English: transcription, not the official record",
    ]
    window.document.set_script("")
    assert "converted" not in window.trust.texts()[0]


def test_the_control_and_the_menu_follow_the_script(window: MainWindow) -> None:
    control = window.feature(Scripts).control
    names = [control.itemText(place) for place in range(control.count())]
    assert names == [
        "As published",
        "Traditional",
        "Taiwan",
        "Taiwan with local terms",
        "Hong Kong",
        "Hong Kong with local terms",
    ]
    window.document.set_script("s2hkp")
    assert control.currentText() == "Hong Kong with local terms"


def test_a_traditional_text_is_shown_in_simplified(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "hant.md"
    file.write_text(convert(ZH, "s2tw"), encoding="utf-8")
    window.document.open(file, BUNDLED_TRANSLATION)
    assert window.document.scripts() == ("tw2s", "tw2sp", "tw2t")
    window.document.set_script("tw2s")
    assert window.trust.texts()[0].startswith(
        "Chinese (Simplified): converted from Traditional (OpenCC, Simplified)"
    )
    shown = window.document.as_shown()
    window.document.open(BUNDLED)
    assert window.document.as_shown() is not None
    assert [c.text for c in shown.source.walk()] == [
        c.text for c in window.document.as_shown().source.walk()
    ]


def test_a_damaged_dictionary_leaves_the_text_as_published(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.script import convert as room

    def damaged(name: str) -> str:
        raise OSError(f"{name} is damaged")

    for cache in (room._converter, dictionaries._table, dictionaries._entries):
        cache.cache_clear()
    monkeypatch.setattr(dictionaries, "_file", damaged)
    window.document.set_script("s2t")
    assert "config/s2t.json is damaged), so the text stays as published" in window.workspace.notice
    assert window.document.configuration == ""
    assert window.feature(Scripts).control.currentText() == "As published"


def test_only_visible_texts_are_converted(
    window: MainWindow, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.show(bitext(clauses=300, length=200))
    converted: list[str] = []
    convert_paragraph = model()._converted_paragraph

    def counted(published: Paragraph) -> Paragraph:
        converted.append(published.id)
        return convert_paragraph(published)

    monkeypatch.setattr(model(), "_converted_paragraph", counted)
    window.document.set_script("s2t")
    assert 0 < len(converted) < 30


def test_the_root_has_no_index(window: MainWindow, model: Model) -> None:
    window.document.set_script("s2t")
    assert cell(window, "op6", 1).height() > 0
    assert model().index_of(model().root) == QModelIndex()


def test_a_footnote_is_shown_in_the_script_of_the_text(window: MainWindow, model: Model) -> None:
    published = model().footnote(0, "fn1")
    window.document.set_script("s2t")
    shown = model().footnote(0, "fn1")
    assert published is not None
    assert shown is not None
    assert shown.text == convert(published.text, "s2t") != published.text


def test_rows_off_the_screen_keep_their_heights_in_another_script(
    window: MainWindow, model: Model
) -> None:
    window.document.show(bitext(clauses=60, length=200))
    view = window.view
    for node in model().nodes()[1:]:
        view.scrollTo(model().index_of(node))
        view.settle()
    view.scrollToTop()
    view.settle()
    delegate = view.row_delegate
    before = [delegate.geometry.row_height(node) for node in model().nodes()[1:]]
    end = view.verticalScrollBar().maximum()
    window.document.set_script("s2t")
    assert [delegate.geometry.row_height(node) for node in model().nodes()[1:]] == before
    assert view.verticalScrollBar().maximum() == end
