"""How the document that an excerpt comes from is cited: as the United Nations do, for reference
managers, and by the Chinese standard.

Each style calls a text that is not the official record what it is. A new style is a member of
CitationStyle, a module with a function that cites, and a line in the table here.
"""

from collections.abc import Callable, Sequence

from desktop_app.citation import several
from desktop_app.citation.styles import bibtex, gbt7714, ris, un
from desktop_app.citation.styles.style import CitationStyle, Version
from desktop_app.resolution.model import Resolution

__all__ = ["CitationStyle", "cite", "cited_in"]

_ENGLISH = "en"
_CITES: dict[CitationStyle, Callable[[Version, Version | None], str]] = {
    CitationStyle.UN: un.cite,
    CitationStyle.BIBTEX: bibtex.cite,
    CitationStyle.RIS: ris.cite,
    CitationStyle.GBT7714: gbt7714.cite,
}
_LANGUAGE = {CitationStyle.GBT7714: gbt7714.language}
"""The styles that cite some texts in other languages than English."""


def cite(
    resolution: Resolution,
    ids: Sequence[str] = (),
    style: CitationStyle = CitationStyle.UN,
    also: tuple[Resolution, Sequence[str]] | None = None,
) -> str:
    """The citation of a language version, of several lines in BibTeX and RIS. `ids` are the cited
    clauses in reading order; none cites the whole. `also` are clauses that only another version
    has."""
    cited = Version(*several.alone(resolution, ids))
    return _CITES[style](cited, Version(*several.alone(*also)) if also else None)


def cited_in(resolution: Resolution, style: CitationStyle) -> str:
    """The tag of the language that a version is cited in: English, and by the Chinese standard
    that of a Chinese text."""
    return _LANGUAGE[style](resolution) if style in _LANGUAGE else _ENGLISH
