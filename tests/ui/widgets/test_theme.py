"""The colours: every text can be read on what is behind it, and a theme changes nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.appearance.look_menus import LookMenus
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.widgets.theme import THEMES, theme
from desktop_app.ui.window.main_window import MainWindow

_ROWS = ("paper", "window", "hover", "selected")
_MARKED = ("hit", "current_hit", "finding", "current_finding", "link", "selection")
_STANDS_ON = {
    "text": (*_ROWS, *_MARKED, "gap", "card", "notice", "button"),
    "muted": (*_ROWS, "gap", "card", "notice", "button"),
    "mark": (*_ROWS, *_MARKED[:-1], "card"),  # within what is selected marks are text
    "accent": (*_ROWS, "link", "card", "button"),
    "finding_mark": _ROWS,
    "paper": ("accent", "finding_mark"),
}
"""What is drawn in each colour, and the colours that are behind it somewhere in the window: the
tick in its box and the sign in its circle are drawn in the colour of the paper."""


def _luminance(color: QColor) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("drawn", "behind"), [(drawn, behind) for drawn, on in _STANDS_ON.items() for behind in on]
)
def test_text_and_drawings_have_enough_contrast(
    name: str, drawn: str, behind: str, qtbot: QtBot
) -> None:
    colors = theme(name)
    assert _contrast(getattr(colors, drawn), getattr(colors, behind)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_that_a_theme_has_is_looked_at(name: str, qtbot: QtBot) -> None:
    looked_at = {*_STANDS_ON, *(behind for on in _STANDS_ON.values() for behind in on)}
    assert set(theme(name)._fields) - looked_at == {"name", "rule"}


@pytest.mark.parametrize("name", THEMES)
def test_each_kind_of_highlight_has_its_own_colour(name: str, qtbot: QtBot) -> None:
    colors = theme(name)
    behind = {
        colors.highlight(kind.value, now).name() for kind in HighlightKind for now in (False, True)
    }
    assert len(behind) == 6


def test_another_theme_keeps_place_folds_ticks_and_highlights(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = window.view
    model = view.bitext_model()
    model.tick([model.nodes()[20]], True)
    view.collapse(model.index_of(model.root.children[3]))
    view.highlight(HighlightKind.HIT, [CellSpan(20, 0, 0, 0, 2)])
    view.go_to(17, 0.5)
    before = view.top_position(), view.folded(), model.ticked_numbers
    for name in ("sepia", "dark", "light"):
        window.theme.choose(name)
        assert window.theme.colors.name == name
        assert (view.top_position(), view.folded(), model.ticked_numbers) == before
        assert view.bitext_model() is model
        assert view.row_delegate is not None
        assert view.row_delegate.highlights is not None
        assert view.cells.typesetter.theme == theme(name)
        assert window.palette().window().color() == theme(name).window


def test_the_theme_menu_checks_the_choice(window: MainWindow) -> None:
    entries = {a.data(): a for a in window.feature(LookMenus).theme.actions()}
    assert list(entries) == ["", "light", "dark", "sepia"]
    entries["sepia"].trigger()
    assert window.theme.colors.name == "sepia"
    window.feature(LookMenus).follow()
    assert [name for name, action in entries.items() if action.isChecked()] == ["sepia"]


def test_without_a_choice_the_theme_is_the_systems(window: MainWindow) -> None:
    window.theme.choose("")
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert window.theme.colors.name == ("dark" if dark else "light")
