"""The check of document symbols: both sides of a row name the same documents."""

from collections.abc import Iterator

from desktop_app.alignment.audit.facts.disagreements import disagreements
from desktop_app.alignment.audit.versions import Compared
from desktop_app.grammar.anchors import AnchorKind
from desktop_app.resolution.bitext import Finding


def check(compared: Compared) -> Iterator[Finding]:
    """Symbols that the two sides of a row do not share."""
    return disagreements(AnchorKind.SYMBOL, compared)
