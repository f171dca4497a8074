"""The colours: every text can be read on what is behind it."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.ui.highlights import Kind
from desktop_app.ui.theme import theme


def _luminance(color: QColor) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("current", [False, True])
def test_marked_words_can_be_read(name: str, kind: Kind, current: bool, qtbot: QtBot) -> None:
    colors = theme(name)
    assert _contrast(colors.text, colors.highlight(kind.value, current)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("behind", ["paper", "hover", "selected"])
def test_the_marks_of_rows_can_be_seen(name: str, behind: str, qtbot: QtBot) -> None:
    colors = theme(name)
    assert _contrast(colors.finding_mark, getattr(colors, behind)) >= 4.5
    assert _contrast(colors.muted, getattr(colors, behind)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_that_are_marked_for_another_reason_look_otherwise(name: str, qtbot: QtBot) -> None:
    colors = theme(name)
    behind = {colors.highlight(kind.value, now).name() for kind in Kind for now in (False, True)}
    assert len(behind) == 5
