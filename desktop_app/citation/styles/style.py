"""What all styles of citation state: author, title, cited clauses, and what the text is."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from desktop_app.citation.naming import span_label, spans
from desktop_app.grammar.citing import names
from desktop_app.grammar.languages import name_of
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.trust import trust

_BLANKS = re.compile(r"\s+")


class CitationStyle(StrEnum):
    """How an excerpt names the document that it comes from."""

    UN = "un"
    """As the Editorial Manual of the United Nations has it."""
    BIBTEX = "bibtex"
    RIS = "ris"
    GBT7714 = "gbt7714"
    """As the Chinese standard GB/T 7714—2015 has it."""


class Version(NamedTuple):
    """A language version and the ids of the clauses in it that are cited, () for the whole."""

    resolution: Resolution
    ids: Sequence[str] = ()


def one_line(text: str) -> str:
    """The text without line breaks."""
    return _BLANKS.sub(" ", text).strip()


def is_resolution(resolution: Resolution) -> bool:
    """Whether the symbol says that the document is a resolution."""
    return "/RES/" in resolution.masthead.symbol


def title(resolution: Resolution) -> str:
    """The title; for a text without one, as resolutions of the Security Council, the words printed
    in its place, or else the symbol."""
    head = resolution.masthead
    printed = next((line.text for line in resolution.head if line.id == "head.title"), "")
    own = names(resolution.language)
    untitled = own.untitled if own else "Untitled text"
    return one_line(head.title or printed.rstrip(" ,，") or head.symbol or untitled)


def author(resolution: Resolution) -> str:
    """ "United Nations General Assembly"; "United Nations" for a text with a symbol and no organ,
    "" with neither."""
    head = resolution.masthead
    return f"United Nations {head.organ}".rstrip() if head.organ or head.symbol else ""


def cited_clauses(cited: Version, also: Version | None) -> str:
    """ "PP5, OP1-OP3, Chinese text: OP7"; "" for the whole."""
    labels = list(map(span_label, spans(*cited)))
    if also:
        labels.append(f"{text_in(also.resolution)}: {cited_clauses(also, None)}")
    return ", ".join(labels)


def text_in(resolution: Resolution) -> str:
    """ "Chinese text"."""
    return f"{name_of(resolution.language, 'other')} text"


def note(cited: Version, also: Version | None) -> str:
    """ "PP5, OP1-OP3. Transcription, not the official record." """
    clauses, status = cited_clauses(cited, also), trust(cited.resolution)
    return " ".join(filter(None, [clauses and f"{clauses}.", f"{capitalized(status)}."]))


def capitalized(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
