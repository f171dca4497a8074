"""The text of a card as HTML: a footnote in every language, or a cited document."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.citation.documents import document
from desktop_app.citation.ibid import meant, work
from desktop_app.citation.references import citations
from desktop_app.common.fonts import text_font
from desktop_app.common.typography import PLAIN
from desktop_app.grammar.languages import OFFICIAL, language_of
from desktop_app.grammar.scripts import families
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import Style, words
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.printed.pages import named
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.common.typography import Typography
    from desktop_app.resolution.model import Resolution, Runs
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.widgets.theme import Theme

_POINTS = 11.0
"""The size of a footnote at 100 per cent, in points."""


class CardText(NamedTuple):
    """The text of a card. `key` is the id of a footnote or the symbol of a document. A link in
    `html` is an index into `addresses`, which it copies."""

    key: str
    title: str
    html: str
    addresses: tuple[str, ...]


def footnote_card(
    model: BitextModel,
    note: str,
    theme: Theme,
    typography: Typography = PLAIN,
    scale: float = 1.0,
    note_side: int = 0,
) -> CardText:
    """The card for a footnote of one side: the footnote in every language as shown, what its
    "Ibid." stands for, and the documents cited. `scale` multiplies the size of its words."""
    sides = model.sides()
    points = _POINTS * scale
    html: list[str] = []
    symbols: dict[str, None] = {}
    first = model.footnote(note_side, note)
    mark = first.mark if first else ""
    for number, id in _in_every_language(model, note_side, note):
        side, footnote = sides[number], model.footnote(number, id)
        if footnote is None:
            continue
        name = language_name(side, phrase)
        pages = named(side.places.pages(id))
        said = [name, "" if footnote.mark == mark else footnote.mark, pages]
        html += [
            _label(" · ".join(filter(None, said)), theme),
            _paragraph(footnote.runs, side, typography, points),
        ]
        earlier = meant(model.published[number].footnotes, id, side.language)
        texts = [footnote.text]
        if earlier is not None:
            cited = model.footnote(number, earlier.note.id)
            if cited is not None:
                label = _stands_for(cited.mark, earlier.through, theme)
                own = work(cited, footnote, side.language)
                html.append(_paragraph(own, side, typography, points, label))
                texts.append(words(own))
        for text in texts:
            for citation in citations(text, side.language, side.masthead.organ):
                symbols[citation.symbol] = None
    addresses: list[str] = []
    for symbol in symbols:
        html.append(_document_html(symbol, sides, theme, addresses, with_symbol=True))
    title = phrase("Footnote %1").replace("%1", mark)
    return CardText(note, title, "".join(html), tuple(addresses))


def _in_every_language(model: BitextModel, note_side: int, note: str) -> list[tuple[int, str]]:
    """All footnotes in the row of one of them, as pairs of side and id."""
    for node in reversed(model.nodes()):  # notes stand at the end
        if node.kind is NodeKind.NOTE:
            own = [(side, p.id) for side, text in enumerate(node.texts) for p in text]
            if (note_side, note) in own:
                return own
    return [(note_side, note)]


def document_card(model: BitextModel, symbol: str, theme: Theme) -> CardText:
    """The card for a cited document: its symbol, kind and official address in each language."""
    addresses: list[str] = []
    html = _document_html(symbol, model.sides(), theme, addresses, with_symbol=False)
    return CardText(symbol, symbol, html, tuple(addresses))


def _document_html(
    symbol: str,
    sides: Iterable[Resolution],
    theme: Theme,
    addresses: list[str],
    with_symbol: bool,
) -> str:
    """The HTML for a document. Its addresses are added to `addresses`; its links copy them."""
    cited = document(symbol)
    languages = [side.language for side in sides if side.language in OFFICIAL] or ["en"]
    lines = [f"<b>{escape(symbol)}</b>" if with_symbol else "", escape(cited.kind(phrase))]
    heading = " · ".join(filter(None, lines))
    links = []
    for language in dict.fromkeys(languages):
        address = cited.address(language)
        if address:
            name = escape(phrase(OFFICIAL[language].name))
            color = theme.accent.name()
            links.append(f'<a href="{len(addresses)}" style="color: {color}">{name}</a>')
            addresses.append(address)
    muted = theme.muted.name()
    if links:
        shown = escape(cited.address(languages[0]).removeprefix("https://"))
        copy = escape(phrase("Copy address: %1")).replace("%1", " · ".join(links))
        below = f'<span style="color: {muted}">{shown}</span><br>{copy}'
    else:
        below = (
            f'<span style="color: {muted}">{escape(phrase("no official address is known"))}</span>'
        )
    space = f"margin: {2 * SPACE if with_symbol else 0}px 0 0 0"
    return f'<p dir="ltr" style="{space}">{heading}<br>{below}</p>'


def _label(name: str, theme: Theme) -> str:
    style = f"margin: {2 * SPACE}px 0 0 0; color: {theme.muted.name()}; font-size: small"
    return f'<p dir="ltr" style="{style}">{escape(name)}</p>'


def _paragraph(
    runs: Runs, side: Resolution, typography: Typography, points: float, before: str = ""
) -> str:
    """The HTML for a paragraph in its language's font and direction, after `before`."""
    tag = language_tag(side)
    font = text_font(families(tag, typography), points)
    style = f"font-family: '{font.family()}'; font-size: {points}pt"
    margins = f"margin: 0 0 {SPACE}px 0"
    words = "".join(_run(text, kind, tag) for text, kind, _ in runs)
    return (
        f'<p dir="{direction(side)}" style="{margins}">{before}'
        f'<span style="{style}">{words}</span></p>'
    )


def _run(text: str, style: Style, tag: str) -> str:
    """The HTML for a run. Scripts without italics get bold, as on the page."""
    shown = escape(text).replace("\n", "<br>")
    if style is Style.EMPHASIS:
        element = "i" if language_of(tag).has_italics else "b"
    elif style in (Style.SUPERSCRIPT, Style.MARK):
        element = "sup"
    else:
        return shown
    return f"<{element}>{shown}</{element}>"


def _stands_for(mark: str, through: Sequence[str], theme: Theme) -> str:
    label = phrase("That is footnote %1:")
    if through:
        label = phrase("That is footnote %1, by way of %2:").replace("%2", ", ".join(through))
    # Isolated, so that it reads from left to right even before an Arabic footnote.
    label = f"\u2066{escape(label.replace('%1', mark))}\u2069"
    return f'<span style="color: {theme.muted.name()}; font-size: small">{label}</span> '
