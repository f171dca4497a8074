"""Findings in the window: marked in their rows, listed, stepped through, and none as well."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.common.messages import Message
from desktop_app.opening.bundled import BUNDLED
from desktop_app.resolution.bitext import Bitext, Finding, FindingKind, Severity, Span
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Remark
from desktop_app.ui.rows import auditing as room
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.rows.correcting import Correcting, Correction
from desktop_app.ui.rows.finding_locator import FindingLocator, row_name
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import bundled_pair
from tests.tools.bench.made_up import bitext as made_up
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


def _planted(bitext: Bitext) -> tuple[Finding, ...]:
    """Two findings: a date that differs, and a session that does."""
    texts = [
        {clause.id: clause.text for clause in side.walk()}
        for side in (bitext.source, bitext.target)
        if side
    ]
    out = []
    for kind, id, words, other, message in (
        ("date", "pp1", "2019", "2019", "The dates differ."),
        ("number", "op6", "第七十六届会议临时议程", "seventy-sixth", "The sessions differ."),
    ):
        spans = [
            (Span(id, text[id].find(own), text[id].find(own) + len(own)),)
            if own in text[id]
            else ()
            for text, own in zip(texts, (words, other), strict=True)
        ]
        row = next(row for row in bitext.rows if id in row.source)
        out.append(
            Finding(FindingKind(kind), row.source, row.target, spans[0], spans[1], Message(message))
        )
    return tuple(out)


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        room, "by_row", lambda bitext, checks: iter([_planted(bitext)] if bitext.target else [])
    )


@pytest.fixture
def auditing(findings: None, window: MainWindow, qtbot: QtBot) -> Auditing:
    found = window.feature(Auditing)
    qtbot.waitUntil(lambda: found.is_done)
    return found


def test_rows_with_a_finding_have_a_badge(
    auditing: Auditing, window: MainWindow, model: Model
) -> None:
    node = node_of(model(), "pp1")
    index = model().index_of(node)
    assert model().remarks(node) == [(Remark.FINDING, "The dates differ.")]
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "The dates differ."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "PP1. The dates differ"
    assert model().remarks(node_of(model(), "pp2")) == []
    assert window.workspace.actions["findings"].iconText() == "≠ 2"
    assert window.workspace.actions["findings"].toolTip() == "2 findings (Ctrl+F8)"


def _marked(window: MainWindow) -> int:
    """How many differing words are marked in the texts."""
    return len(window.view.row_delegate.highlights.of(HighlightKind.FINDING))


def test_the_list_is_hidden_and_nothing_highlighted_until_it_is_opened(
    auditing: Auditing, window: MainWindow
) -> None:
    assert auditing.panel.isHidden()
    assert _marked(window) == 0
    window.workspace.actions["findings"].trigger()
    assert not auditing.panel.isHidden()
    items = [auditing.panel.list.topLevelItem(n) for n in range(2)]
    assert [[item.text(n) for n in range(3)] for item in items if item] == [
        ["PP1", "≠ Error", "The dates differ."],
        ["OP6", "≠ Error", "The sessions differ."],
    ]
    assert _marked(window) == 4
    window.workspace.actions["findings"].trigger()
    assert auditing.panel.isHidden()
    assert _marked(window) == 0


def test_f8_steps_through_the_findings_and_begins_again(
    auditing: Auditing, window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.activateWindow()
    said, rows = [], []
    for modifier in ("No", "No", "No", "Shift"):
        qtbot.keyClick(
            window.view, Qt.Key.Key_F8, getattr(Qt.KeyboardModifier, f"{modifier}Modifier")
        )
        said.append(auditing.panel.summary)
        index = window.view.currentIndex()
        rows.append(model().label(model().node(index)))
        assert window.view.viewport().rect().intersects(window.view.visualRect(index))
    one, two = "Finding 1 of 2", "Finding 2 of 2"
    assert said == [one, two, one, two]
    assert rows == ["PP1", "6", "PP1", "6"]


def test_a_finding_in_a_folded_part_is_unfolded(
    auditing: Auditing, window: MainWindow, model: Model
) -> None:
    window.view.collapseAll()
    auditing.show_finding(1)
    assert window.view.isExpanded(model().index_of(node_of(model(), "op6")).parent())


def test_a_click_in_the_list_shows_the_finding(
    auditing: Auditing, window: MainWindow, model: Model
) -> None:
    auditing.open()
    item = auditing.panel.list.topLevelItem(1)
    assert item is not None
    auditing.panel.list.setCurrentItem(item)
    assert model().node(window.view.currentIndex()) is node_of(model(), "op6")
    assert auditing.current == 1


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("", "第七十六届会议临时议程"),
        ("s2t", "第七十六屆會議臨時議程"),
        ("s2twp", "第七十六屆會議臨時議程"),
    ],
)
def test_the_words_that_differ_are_highlighted_in_every_script(
    auditing: Auditing, window: MainWindow, model: Model, script: str, words: str
) -> None:
    window.document.set_script(script)
    auditing.show_finding(1)
    auditing.open()
    delegate = window.view.row_delegate
    assert delegate.highlights is not None
    node = node_of(model(), "op6")
    shown = []
    for column in (1, 2):
        document = delegate.geometry.document(node, column)
        assert document is not None
        ((hit, kind, current),) = delegate.highlights.within(node.number, column - 1)
        assert (kind, current) == (HighlightKind.FINDING, True)
        shown.append(delegate.geometry.span_cursor(document, node, hit).selectedText())
    assert shown == [words, "seventy-sixth"]


def test_highlights_stay_at_another_zoom(auditing: Auditing, window: MainWindow) -> None:
    auditing.step(1)
    window.feature(Viewing).zoom(150)
    assert _marked(window) == 4


def test_escape_closes_the_list(auditing: Auditing, window: MainWindow, qtbot: QtBot) -> None:
    auditing.open()
    qtbot.keyClick(auditing.panel.list, Qt.Key.Key_Escape)
    assert auditing.panel.isHidden()


def test_a_corrected_row_is_audited_again(
    auditing: Auditing, window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    auditing.open()
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    window.feature(Correcting).correct(Correction.MERGE)
    qtbot.waitUntil(lambda: auditing.is_done)
    assert auditing.findings[0].source == ("pp1", "pp2")
    assert [mark for mark, _ in model().remarks(node_of(model(), "pp1"))] == [
        Remark.FINDING,
        Remark.BY_HAND,
    ]
    item = auditing.panel.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "PP1–PP2"


def test_the_current_finding_stays_current_if_it_still_exists(
    auditing: Auditing,
    window: MainWindow,
    model: Model,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    auditing.open()
    auditing.show_finding(1)
    window.view.setCurrentIndex(model().index_of(node_of(model(), "op6")))
    window.feature(Correcting).correct(Correction.SOURCE_UP)
    window.feature(Correcting).undo()  # before the first one is audited
    window.feature(Correcting).redo()
    qtbot.waitUntil(lambda: auditing.is_done)
    assert auditing.findings[1].source == ("op5", "op6")
    assert auditing.current == 1
    assert auditing.panel.summary == "Finding 2 of 2"
    assert auditing.panel.list.currentItem() is auditing.panel.list.topLevelItem(1)
    found = auditing.findings
    monkeypatch.setattr(room, "by_row", lambda bitext, checks: iter([found[:1]]))
    window.feature(Correcting).undo()
    qtbot.waitUntil(lambda: auditing.is_done)
    assert auditing.current == -1
    assert auditing.panel.summary == "1 finding"


def test_the_absence_of_findings_is_shown(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "by_row", lambda bitext, checks: iter(()))
    found = window.feature(Auditing)
    found.audit_now()
    found.step(1)
    assert found.panel.summary.startswith("No finding: the two versions agree in all")
    assert window.workspace.actions["findings"].toolTip() == "No findings (Ctrl+F8)"


def test_without_a_translation_nothing_is_compared(auditing: Auditing, window: MainWindow) -> None:
    window.document.open(BUNDLED)
    auditing.audit_now()
    assert auditing.findings == ()
    auditing.open()
    assert auditing.panel.summary == "There is no translation to compare this text with."


def test_a_long_document_is_audited_beside_the_window(
    window: MainWindow, model: Model, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(
        FindingKind.NUMBER, ("op1",), ("op1",), (), (), Message("The numbers differ.")
    )
    monkeypatch.setattr(room, "by_row", lambda bitext, checks: iter([(finding,)]))
    window.document.show(made_up(400, 20))
    found = window.feature(Auditing)
    assert not found.is_done
    qtbot.waitUntil(lambda: found.is_done)
    assert model().remarks(node_of(model(), "op1")) == [(Remark.FINDING, "The numbers differ.")]


def test_an_unsure_row_has_a_badge_with_its_reasons(window: MainWindow, model: Model) -> None:
    published = window.document.published
    rows = list(published.rows)
    rows[1] = rows[1]._replace(score=0.2, reasons=("length", "order"))
    rows[2] = rows[2]._replace(score=0.2, reasons=())
    rows[3:4] = [rows[3]._replace(target=(), score=0.2), rows[3]._replace(source=(), score=0.9)]
    window.document.show(published._replace(rows=tuple(rows)))
    said = [model().remarks(node_of(model(), id)) for id in ("pp1", "pp2", "pp3", "pp4")]
    unsure = "Unsure whether these say the same"
    assert said == [
        [],
        [(Remark.UNSURE, f"{unsure}: length; order")],
        [(Remark.UNSURE, unsure)],
        [(Remark.UNSURE, "Unsure whether this has no counterpart")],
    ]
    index = model().index_of(node_of(model(), "pp2"))
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"{unsure}: length; order"
    window.view.viewport().grab()


def test_a_finding_is_located_at_its_clauses() -> None:
    bitext = bundled_pair()
    nodes = list(tree(bitext).walk())
    places = FindingLocator(nodes)
    finding = Finding(
        FindingKind.MERGED_PARAGRAPHS,
        ("pp6",),
        ("pp6", "pp7"),
        (),
        (Span("pp7", 0, 14), Span("pp99", 0, 3), Span("pp6", 5, 5)),
        Message(""),
    )
    row = places.row(finding)
    assert row is not None
    held = nodes[row].row
    assert held is not None
    assert (held.source, held.target) == (("pp6",), ("pp6", "pp7"))
    (hit,) = places.spans(finding)
    assert (hit.node, hit.side, hit.paragraph, hit.start, hit.end) == (row, 1, 1, 0, 14)
    assert row_name(finding) == "PP6–PP7"
    assert places.row(finding._replace(source=("x",), target=())) is None


def test_a_picture_shows_a_finding(
    findings: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop_app import screenshot
    from desktop_app.common.messages import UserError

    monkeypatch.setattr(screenshot, "make_application", QApplication.instance)
    options = screenshot.ScreenshotOptions(size=(900, 600), theme="light")
    pictures = [
        QImage.fromData(screenshot.screenshot(None, None, replace(options, finding=number)))
        for number in (0, 1, 2)
    ]
    assert pictures[0] != pictures[1] != pictures[2]
    with pytest.raises(UserError, match="no finding 3 in this pair: the last one is 2"):
        screenshot.screenshot(None, None, replace(options, finding=3))


def test_a_check_is_switched_off_and_on_again_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    found = window.feature(Auditing)
    qtbot.waitUntil(lambda: found.is_done)
    before = found.findings
    assert {finding.check for finding in before} == {"paragraphs"}
    action = found.menu.action("paragraphs")
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: found.is_done)
    assert found.findings == ()
    assert window.workspace.session.preferences.checks == "-paragraphs"
    action.trigger()
    qtbot.waitUntil(lambda: found.is_done)
    assert found.findings == before
    assert window.workspace.session.preferences.checks == ""


def test_a_doubt_is_told_from_an_error_by_a_word(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = _planted(window.document.published)[0]._replace(severity=Severity.DOUBT)
    monkeypatch.setattr(room, "by_row", lambda bitext, checks: iter([(doubt,)]))
    found = window.feature(Auditing)
    found.audit_now()
    item = found.panel.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "? Doubt"
