"""The icons of the tool row, in theme colours and at the screen's resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QPixmap

from desktop_app.common.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

SIZE = 16


def icon(name: str, color: QColor, disabled: QColor, ratio: float) -> QIcon:
    """An icon from resources/icons; `ratio` is the screen's pixels per pixel of Qt."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        made.addPixmap(_pixmap(drawing, ink, ratio), mode)
    return made


def _pixmap(drawing: str, ink: QColor, ratio: float) -> QPixmap:
    pixels = round(SIZE * ratio)
    drawing = drawing.replace("currentColor", ink.name())
    drawing = drawing.replace(
        f'width="{SIZE}" height="{SIZE}"', f'width="{pixels}" height="{pixels}"'
    )
    pixmap = QPixmap()
    pixmap.loadFromData(drawing.encode("utf-8"), "SVG")
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
