"""The card of a row's label: the pages that the row stands on, in the file of each language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from desktop_app.resolution.labels import label
from desktop_app.resolution.language import language_name
from desktop_app.ui.cards.card_text import CardText
from desktop_app.ui.cards.links import Link
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.page.nodes import NodeKind, sided
from desktop_app.ui.printed.pages import named, places_of
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QPoint

    from desktop_app.resolution.model import Place, Resolution
    from desktop_app.ui.page.nodes import Node
    from desktop_app.ui.page.view import BitextView
    from desktop_app.ui.widgets.theme import Theme

PAGE = "page"
"""The scheme of a link to the printed page; its path is the side."""


def label_at(view: BitextView, point: QPoint) -> Link | None:
    """The label at a point of the viewport, None if there is none or nothing to say about it."""
    index = view.indexAt(point)
    if not index.isValid() or index.column() != 0:
        return None
    node = view.node(index)
    if node.kind is NodeKind.SECTION or not label_rect(view, node).contains(point):
        return None
    sides = view.bitext_model().published
    known = any(places_of(node, number, side.places) for number, side in enumerate(sides))
    return Link(CellSpan(node.number, 0, 0, 0, 0), is_label=True) if known else None


def label_rect(view: BitextView, node: Node) -> QRect:
    """The words of a label in the viewport."""
    cells = view.cells
    cell = view.visualRect(cells.model.index_of(node))
    return cells.label_words(cell, node)


def label_card(
    node: Node,
    sides: Sequence[Resolution],
    with_pages: Collection[int],
    remarks: Sequence[str],
    theme: Theme,
) -> CardText:
    """The card for the label of a row, with the remarks on it; the pages of the files of
    `with_pages` can be shown."""
    names = dict.fromkeys(label(id) for _, id in sided(node))
    lines = [_paragraph(escape(remark)) for remark in remarks]
    for number, side in enumerate(sides):
        places = places_of(node, number, side.places)
        if places:
            name = language_name(side, phrase) if len(sides) > 1 else ""
            lines.append(_line(name, places, number if number in with_pages else None, theme))
    return CardText(f"label {node.number}", " · ".join(names), "".join(lines), ())


def _line(name: str, places: Sequence[Place], side: int | None, theme: Theme) -> str:
    said = named([*dict.fromkeys(place.page for place in places)])
    said = escape(f"{name}: {said}" if name else said[:1].upper() + said[1:])
    if side is not None:
        style = f"color: {theme.accent.name()}"
        shown = escape(phrase("Show the printed page"))
        said += f' · <a href="{PAGE}:{side}" style="{style}">{shown}</a>'
    return _paragraph(said)


def _paragraph(html: str) -> str:
    return f'<p dir="ltr" style="margin: {SPACE}px 0 0 0">{html}</p>'
