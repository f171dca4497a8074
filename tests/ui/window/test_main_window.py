"""The window, driven as a person drives it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import app
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.appearance.scripts import Scripts
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.page.model import PARTLY, TICKED, UNTICKED, BitextModel
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import let_timers_run_out, settle
from tests.ui.conftest import cell, node_of, tick_box

Model = Callable[[], BitextModel]
LEFT = Qt.MouseButton.LeftButton


def mark_point(window: MainWindow, clause: str, note: str, column: int) -> QPoint:
    """The middle of a footnote's mark in the viewport."""
    cell(window, clause, column)
    model = window.view.bitext_model()
    index = model.index_of(node_of(model, clause), column)
    return window.view.viewport().mapFromGlobal(
        window.feature(Cards).mark_rect(index, note).center()
    )


def test_an_existing_application_is_reused_for_the_window(qapp: QApplication) -> None:
    assert app.make_application() is qapp


def test_a_person_folds_hovers_converts_ticks_and_exports(
    window: MainWindow,
    model: Model,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = window.view
    preamble = model().index_of(node_of(model(), "preamble"))

    # fold the preamble with a click on its arrow, and unfold it
    arrow = view.visualRect(preamble).topLeft() + QPoint(-8, 18)
    qtbot.mouseClick(view.viewport(), LEFT, pos=arrow)
    assert not view.isExpanded(preamble)
    qtbot.mouseClick(view.viewport(), LEFT, pos=arrow)
    assert view.isExpanded(preamble)

    # point at a footnote mark: the note shows in both languages
    qtbot.mouseMove(view.viewport(), mark_point(window, "pp6", "fn2", 1))
    qtbot.waitUntil(lambda: window.feature(Cards).card.isVisible())
    assert window.feature(Cards).card.key == "fn2"
    assert "同上，第 1456 卷，第 24631 号。" in window.feature(Cards).card.text
    assert "Ibid., vol. 1456, No. 24631." in window.feature(Cards).card.text
    qtbot.mouseMove(view.viewport(), QPoint(5, 5))
    qtbot.waitUntil(lambda: not window.feature(Cards).card.isVisible())

    # show the Chinese in Traditional characters
    control = window.feature(Scripts).control
    control.setCurrentIndex(control.findData("s2t"))
    control.activated.emit(control.currentIndex())
    first = node_of(model(), "op1")
    assert model().texts(first, 0)[0].runs[0].text.startswith("促請")
    # screen readers are told a little later
    qtbot.waitUntil(lambda: "促請" in model().index_of(first, 1).data())
    assert window.trust.texts()[0].startswith(
        "Chinese (Traditional): converted from Simplified (OpenCC, Traditional)"
    )

    # tick three operative paragraphs
    for id in ("op1", "op2", "op3"):
        qtbot.mouseClick(view.viewport(), LEFT, pos=tick_box(window, id))
    assert [row.source for row in model().ticked_rows()] == [("op1",), ("op2",), ("op3",)]
    assert window.workspace.actions["export"].iconText() == "Export 3 ticked…"

    # save them
    file = tmp_path / "clauses.md"
    monkeypatch.setattr(ExportDialog, "ask_path", lambda self, suggestion, kind: str(file))
    QTimer.singleShot(100, lambda: _save(QApplication.activeModalWidget(), qtbot))
    window.workspace.actions["export"].trigger()
    text = file.read_text(encoding="utf-8")
    assert "*促請* 全體會員國" in text
    assert "*Appeals* to all Member States" in text
    assert "*鼓勵*" not in text
    assert "converted from Simplified (OpenCC, Traditional)" in text
    assert "transcription, not the official record" in text


def _save(dialog: object, qtbot: QtBot) -> None:
    assert isinstance(dialog, ExportDialog)
    assert dialog.form.scopes[Scope.TICKED].isChecked()
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("md"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_the_window_can_be_made_narrow(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1600, 700)
    settle()
    window.resize(400, 700)
    settle()
    assert window.width() < 600


def test_the_head_of_a_text_is_above_it(window: MainWindow, qtbot: QtBot) -> None:
    for width in (1120, 720, 900):
        window.resize(width, 700)
        settle()
        delegate = window.view.row_delegate
        for column, left in zip((1, 2), window.trust.lefts(), strict=True):
            text = window.view.columnViewportPosition(column) + delegate.geometry.left(0, column)
            assert left == text


def test_rows_stand_level_at_every_width_and_zoom(window: MainWindow, qtbot: QtBot) -> None:
    view = window.view
    delegate = view.row_delegate
    for width in (700, 760, 1120, 1600):
        for zoom in (70, 100, 125):
            window.resize(width, 700)
            window.feature(Viewing).zoom(zoom)
            settle()
            delegate = view.row_delegate
            model = view.bitext_model()
            for index in view.visible_rows():
                node = model.node(index)
                tops = {
                    delegate.geometry.text_corner(node, column, view.visualRect(sibling)).y()
                    for column in (1, 2)
                    if (sibling := index.siblingAtColumn(column)).isValid()
                }
                assert len(tops) == 1
                for column in (1, 2):
                    document = delegate.geometry.document(node, column)
                    height = document.size().height() if document else 0
                    assert view.visualRect(index).height() >= height


def test_the_masthead_is_folded_and_its_head_shows_the_title(
    window: MainWindow, model: Model
) -> None:
    masthead = node_of(model(), "masthead")
    assert not window.view.isExpanded(model().index_of(masthead))
    assert model().index_of(masthead, 1).data() == "75/58. 防止恐怖分子获取大规模毁灭性武器的措施"


def test_the_heads_of_parts_have_their_names_and_the_counts_of_each_text(model: Model) -> None:
    parts = model().root.children
    heads = model().heads
    assert [model().label(node) for node in parts] == [
        "Masthead",
        "Preamble",
        "Operative",
        "Closing",
        "Footnotes",
    ]
    # The title says what the masthead is.
    assert [heads.name(node) for node in parts] == [
        "",
        "Preamble",
        "Operative",
        "Closing",
        "Footnotes",
    ]
    assert [heads.counts(node) for node in parts] == [
        "",
        "17 paragraphs · 18 in English",
        "6 paragraphs",
        "",
        "7 footnotes",
    ]


def test_one_chinese_paragraph_stands_beside_two_english_ones(model: Model) -> None:
    node = node_of(model(), "pp6")
    assert [p.id for p in node.texts[0]] == ["pp6"]
    assert [(p.id, p.label) for p in node.texts[1]] == [("pp6", ""), ("pp7", "PP7")]


def test_each_pane_says_how_far_it_can_be_trusted(window: MainWindow) -> None:
    assert window.trust.texts() == [
        "Chinese (Simplified): source not stated, not compared with the official record",
        "English: transcription, not the official record",
    ]


def test_changing_the_script_keeps_place_folds_and_ticks(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    view = window.view
    view.collapse(model().index_of(node_of(model(), "footnotes")))
    window.feature(Ticking).tick_all(True)
    cell(window, "op4", 1)
    top = view.indexAt(QPoint(1, 1)).data()
    for configuration in ("s2t", "s2hk", ""):
        window.document.set_script(configuration)
        settle()
        assert view.indexAt(QPoint(1, 1)).data() == top
        assert not view.isExpanded(model().index_of(node_of(model(), "footnotes")))
        assert len(model().ticked_rows()) == 23


def test_another_document_of_the_same_build_has_no_ticks_of_the_one_before(
    window: MainWindow, model: Model, tmp_path: Path
) -> None:
    window.feature(Ticking).tick_all(True)
    files = [tmp_path / "zh.md", tmp_path / "en.md"]
    for file, bundled in zip(files, (BUNDLED, BUNDLED_TRANSLATION), strict=True):
        text = bundled.read_text(encoding="utf-8")
        file.write_text(text.replace("75/58", "75/59"), encoding="utf-8")
    window.document.open(files[0], files[1])
    assert model().bitext.source.masthead.symbol == "A/RES/75/59"
    assert model().ticked_rows() == []


def test_the_published_text_comes_back_unchanged_after_conversions(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    def translated() -> list[str]:
        return [index.data() for index in _all_texts(model())]

    before = translated()
    window.document.set_script("s2twp")
    qtbot.waitUntil(lambda: "第37次全體會議" in translated())
    window.document.set_script("")
    qtbot.waitUntil(lambda: translated() == before)


def _all_texts(model: BitextModel) -> list[QModelIndex]:
    return [model.index_of(node, 1) for node in model.nodes()[1:]]


def test_ticking_a_section_ticks_its_clauses_and_the_box_shows_their_state(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    view = window.view
    operative = node_of(model(), "operative")
    qtbot.mouseClick(view.viewport(), LEFT, pos=tick_box(window, "operative"))
    assert model().state(operative) == TICKED
    assert len(model().ticked_rows()) == 6
    qtbot.mouseClick(view.viewport(), LEFT, pos=tick_box(window, "op2"))
    assert model().state(operative) == PARTLY
    assert model().index_of(operative).data(Qt.ItemDataRole.CheckStateRole) in (
        Qt.CheckState.PartiallyChecked,
        Qt.CheckState.PartiallyChecked.value,
    )
    qtbot.mouseClick(view.viewport(), LEFT, pos=tick_box(window, "operative"))
    qtbot.mouseClick(view.viewport(), LEFT, pos=tick_box(window, "operative"))
    assert model().state(operative) == UNTICKED


def test_space_ticks_the_clause_that_the_keyboard_is_on(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.view.setCurrentIndex(model().index_of(node_of(model(), "op5")))
    qtbot.keyClick(window.view, Qt.Key.Key_Space)
    assert [row.source for row in model().ticked_rows()] == [("op5",)]


def test_the_keyboard_opens_the_footnotes_of_a_clause_one_after_the_other(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp6")))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (window.feature(Cards).card.isVisible(), window.feature(Cards).card.key) == (
        True,
        "fn1",
    )
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.feature(Cards).card.key == "fn2"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not window.feature(Cards).card.isVisible()


def test_the_card_stays_while_the_pointer_is_on_it(window: MainWindow, qtbot: QtBot) -> None:
    view = window.view
    qtbot.mouseMove(view.viewport(), mark_point(window, "pp6", "fn1", 2))
    qtbot.waitUntil(lambda: window.feature(Cards).card.isVisible())
    window.feature(Cards).card.leave()
    window.feature(Cards).card.hold()
    let_timers_run_out(window.feature(Cards).card)
    assert window.feature(Cards).card.isVisible()


def test_the_card_lies_inside_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    for note in ("fn1", "fn4", "fn7"):
        assert window.feature(Cards).open_footnote(note)
        area = window.screen().availableGeometry()
        assert area.contains(window.feature(Cards).card.geometry())


def test_every_action_has_a_name_and_a_key(window: MainWindow) -> None:
    for action in list(window.workspace.actions.all().values()):
        assert action.text()
        assert action.shortcut().toString()


def test_screen_readers_get_label_and_both_texts(model: Model) -> None:
    node = node_of(model(), "op6")
    texts = [model().index_of(node, column).data() for column in (0, 1, 2)]
    assert texts[0] == "6"
    assert texts[1].startswith("决定在大会第七十六届会议")
    assert texts[2].startswith("Decides to include")


def test_a_clause_without_a_counterpart_is_a_gap(
    window: MainWindow, model: Model, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "short.en.md"
    lines = BUNDLED_TRANSLATION.read_text(encoding="utf-8").split("\n\n")
    kept = [line for line in lines if not line.startswith("3. *Urges*")]
    file.write_text("\n\n".join(kept), encoding="utf-8")
    window.document.open(BUNDLED, file)
    node = node_of(model(), "op3")
    assert node.kind is NodeKind.CLAUSE
    assert node.texts[1] == ()
    cell(window, "op3", 2)
    window.view.viewport().grab()


def test_a_fault_in_the_background_is_not_swallowed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.ui import document

    def fail(file: Path, translation: Path | None, progress: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(document, "open_bitext", fail)
    file = tmp_path / "large.md"
    file.write_bytes(b"x" * 600_000)
    with qtbot.captureExceptions() as caught:
        window.document.open(file)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
