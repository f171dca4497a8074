"""What the dialog of the export writes: the clauses and parts that are chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import node_of
from tests.ui.export.conftest import choose, labels_of, settle_preview, type_range

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]
KEYS = Qt.Key


def test_with_nothing_ticked_and_nothing_selected_it_begins_with_everything(opened: Open) -> None:
    dialog = opened()
    assert dialog.form.scope is Scope.EVERYTHING
    assert dialog.form.count.text() == "23 clauses, 7 footnotes"
    assert not dialog.form.scopes[Scope.TICKED].isEnabled()
    assert dialog.form.scopes[Scope.TICKED].toolTip() == "No clause is ticked in the window."


def test_it_begins_with_what_is_ticked(opened: Open, model: Model) -> None:
    model().tick([node_of(model(), id) for id in ("op2", "pp6")], True)
    dialog = opened()
    assert dialog.form.scope is Scope.TICKED
    assert labels_of(dialog) == [("pp6",), ("op2",)]
    assert dialog.form.count.text() == "2 clauses, 2 footnotes"


def test_it_begins_with_the_selected_rows_if_there_are_several(
    window: MainWindow, opened: Open, model: Model
) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for id in ("op1", "op3"):
        index = model().index_of(node_of(model(), id))
        window.view.selectionModel().select(index, flag.Select | flag.Rows)
    dialog = opened()
    assert dialog.form.scope is Scope.SELECTED
    assert {("op1",), ("op3",)} <= {*labels_of(dialog)}


def test_selected_words_stand_for_their_rows(
    window: MainWindow, opened: Open, model: Model
) -> None:
    window.feature(Selecting).take_everything()
    dialog = opened()
    assert dialog.form.scope is Scope.SELECTED
    assert len(dialog.form.request().rows) == 23  # the clauses, without the footnotes below them


@pytest.mark.parametrize(
    ("typed", "labels", "count"),
    [
        ("OP1-3,PP2", ["pp2", "op1", "op2", "op3"], "4 clauses, 0 footnotes"),
        ("pp6", ["pp6"], "1 clause, 2 footnotes"),
        ("PP15", ["pp15"], "1 clause, 1 footnote"),
    ],
)
def test_a_range_is_typed(
    opened: Open, qtbot: QtBot, typed: str, labels: list[str], count: str
) -> None:
    dialog = opened()
    type_range(dialog, typed, qtbot)
    assert dialog.form.scope is Scope.RANGE  # who types there means it
    settle_preview(dialog, qtbot)
    assert [label for (label,) in labels_of(dialog)] == labels
    assert dialog.form.count.text() == count


def test_a_part_is_chosen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    names = [dialog.form.part.itemText(place) for place in range(dialog.form.part.count())]
    assert names == ["Preamble · 17", "Operative · 6"]
    dialog.form.part.setCurrentIndex(1)
    dialog.form.part.activated.emit(1)
    assert dialog.form.scope is Scope.PART
    settle_preview(dialog, qtbot)
    assert dialog.form.count.text() == "6 clauses, 0 footnotes"


def test_what_is_not_there_is_said_beside_the_field_with_what_is(
    opened: Open, qtbot: QtBot, window: MainWindow
) -> None:
    dialog = opened()
    type_range(dialog, "OP9", qtbot)
    sentence = "There is no OP9 in this document: it has PP1 to PP17 and OP1 to OP6."
    assert dialog.form.count.text() == f"⚠ {sentence}"
    assert dialog.form.count.palette().windowText().color() == window.theme.colors.finding_mark
    assert dialog.form.typed.accessibleDescription() == sentence
    assert dialog.preview.text == sentence
    for button in (dialog.save, dialog.copy, dialog.cite):
        assert not button.isEnabled()
        assert button.toolTip() == sentence
    qtbot.keyClick(dialog.form.typed, KEYS.Key_Return)
    assert dialog.isVisible()
    type_range(dialog, "OP6", qtbot)
    assert dialog.save.isEnabled()
    settle_preview(dialog, qtbot)
    assert dialog.form.count.text() == "1 clause, 0 footnotes"
    assert dialog.form.count.palette().windowText().color() == window.theme.colors.text


def test_nothing_typed_is_nothing_chosen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.form.scopes[Scope.RANGE].click()
    assert dialog.form.typed.hasFocus()
    assert not dialog.save.isEnabled()
    assert dialog.save.toolTip().startswith("No clause was named: write, for example, OP1-3")


def test_a_document_without_a_clause_has_nothing_to_write(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    assert window.document.published is not None
    bare = window.document.published.source._replace(parts=(), footnotes=())
    window.document.show(window.document.published._replace(source=bare, target=None, rows=()))
    dialog = opened()
    assert not dialog.save.isEnabled()
    assert dialog.form.count.text() == "⚠ There is no clause to write in this document."


def test_clauses_that_a_language_lacks_are_said(
    window: MainWindow, model: Model, opened: Open, qtbot: QtBot
) -> None:
    rows = list(model().bitext.rows)
    rows[0:1] = [rows[0]._replace(target=()), rows[0]._replace(source=())]
    window.document.show_rows(tuple(rows))
    alone = next(n for n in model().nodes() if n.row and n.row.source == ("pp1",))
    model().tick([alone], True)
    dialog = opened()
    choose(dialog.form.languages, "en")
    settle_preview(dialog, qtbot)
    assert "Nothing is chosen that there is in this language" in dialog.form.count.text()
    assert not dialog.save.isEnabled()
    choose(dialog.form.languages, "zh")
    assert dialog.save.isEnabled()
