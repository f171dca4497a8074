"""What a card says, as rich text: a footnote in every language, or a cited document."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.citation.documents import document
from desktop_app.citation.ibid import meant
from desktop_app.citation.references import citations
from desktop_app.common.fonts import text_font
from desktop_app.common.typography import PLAIN
from desktop_app.grammar.languages import OFFICIAL, language_of
from desktop_app.grammar.scripts import families
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import Style
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.common.typography import Typography
    from desktop_app.resolution.bitext import Bitext
    from desktop_app.resolution.model import Resolution, Runs
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.widgets.theme import Theme

_POINTS = 11.0
"""The size of a footnote at 100 per cent."""


class CardText(NamedTuple):
    """`key` tells what the card is of: a footnote's id, or a symbol. The links in `html` are
    numbers: places in `addresses`, which they copy."""

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
    of: int = 0,
) -> CardText:
    """A footnote of the side `of` in every language, as it is shown; what "Ibid." stands for; what
    is cited. Its words are `scale` times as large as at 100 per cent."""
    sides = model.sides()
    points = _POINTS * scale
    html: list[str] = []
    symbols: dict[str, None] = {}
    called = model.footnote(of, note)
    mark = called.mark if called else ""
    for place, id in _in_every_language(model.bitext, of, note):
        side, found = sides[place], model.footnote(place, id)
        if found is None:
            continue
        name = language_name(side, phrase)
        html += [
            _label(name if found.mark == mark else f"{name} · {found.mark}", theme),
            _paragraph(found.runs, side, typography, points),
        ]
        earlier = meant(_published(model, place).footnotes, id, side.language)
        texts = [found.text]
        if earlier is not None:
            shown = model.footnote(place, earlier.note.id)
            if shown is not None:
                label = _stands_for(shown.mark, earlier.through, theme)
                html.append(_paragraph(shown.runs, side, typography, points, label))
                texts.append(shown.text)
        for text in texts:
            for citation in citations(text, side.language, side.masthead.organ):
                symbols[citation.symbol] = None
    addresses: list[str] = []
    for symbol in symbols:
        html.append(_document(symbol, sides, theme, addresses, with_symbol=True))
    title = phrase("Footnote %1").replace("%1", mark)
    return CardText(note, title, "".join(html), tuple(addresses))


def _in_every_language(bitext: Bitext, of: int, note: str) -> list[tuple[int, str]]:
    """The footnotes of the row in which one stands, each with its side."""
    for row in bitext.rows:
        sides = row.source, row.target
        if note in sides[of]:
            return [(side, id) for side, ids in enumerate(sides) for id in ids]
    return []


def document_card(model: BitextModel, symbol: str, theme: Theme) -> CardText:
    """A cited document: its symbol, its kind, and its official address in each language."""
    addresses: list[str] = []
    html = _document(symbol, model.sides(), theme, addresses, with_symbol=False)
    return CardText(symbol, symbol, html, tuple(addresses))


def _published(model: BitextModel, place: int) -> Resolution:
    side = (model.bitext.source, model.bitext.target)[place]
    assert side is not None, "a side that is shown"
    return side


def _document(
    symbol: str,
    sides: Iterable[Resolution],
    theme: Theme,
    addresses: list[str],
    with_symbol: bool,
) -> str:
    """A document with links that copy its addresses, which are added to `addresses`."""
    cited = document(symbol)
    languages = [side.language for side in sides if side.language in OFFICIAL] or ["en"]
    lines = [f"<b>{escape(symbol)}</b>" if with_symbol else "", escape(cited.kind(phrase))]
    said = " · ".join(filter(None, lines))
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
    return f'<p dir="ltr" style="{space}">{said}<br>{below}</p>'


def _label(name: str, theme: Theme) -> str:
    style = f"margin: {2 * SPACE}px 0 0 0; color: {theme.muted.name()}; font-size: small"
    return f'<p dir="ltr" style="{style}">{escape(name)}</p>'


def _paragraph(
    runs: Runs, side: Resolution, typography: Typography, points: float, before: str = ""
) -> str:
    """Words of a language in its font and direction, with their emphasis."""
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
    """A script without italics has its emphasis by weight, as in the text itself."""
    shown = escape(text).replace("\n", "<br>")
    if style is Style.EMPHASIS:
        element = "i" if language_of(tag).has_italics else "b"
    elif style in (Style.SUPERSCRIPT, Style.MARK):
        element = "sup"
    else:
        return shown
    return f"<{element}>{shown}</{element}>"


def _stands_for(mark: str, through: Sequence[str], theme: Theme) -> str:
    said = phrase("That is footnote %1:")
    if through:
        said = phrase("That is footnote %1, by way of %2:").replace("%2", ", ".join(through))
    # Isolated, so that it reads from left to right before an Arabic note too.
    said = f"\u2066{escape(said.replace('%1', mark))}\u2069"
    return f'<span style="color: {theme.muted.name()}; font-size: small">{said}</span> '
