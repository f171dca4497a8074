"""The names of the choices of an export, and of its file."""

import os
import re

from desktop_app.citation.styles import CitationStyle
from desktop_app.common.messages import filled
from desktop_app.export.excerpt.options import Arrangement, Notes
from desktop_app.export.formats.registry import FORMATS
from desktop_app.grammar.languages import name_of
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.language import language_tag
from desktop_app.resolution.variants import as_converted, fits
from desktop_app.ui.language.phrases import phrase, translated

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
"""Characters that some system does not allow in the name of a file."""
_LONGEST = 80


def format_name(key: str) -> str:
    """The name of a format for a person: "Word document"."""
    found = FORMATS[key]
    return translated(found.title) if found.title else found.name


def arrangement_name(arrangement: Arrangement) -> str:
    """The name of an arrangement for a person."""
    names = {
        Arrangement.COLUMNS: phrase("In columns"),
        Arrangement.INTERLEAVED: phrase("Clause after clause"),
        Arrangement.SEQUENCE: phrase("One language after the other"),
    }
    return names[arrangement]


def notes_name(notes: Notes, key: str) -> str:
    """The name for a person of a place of footnotes in a format."""
    if notes is not Notes.NONE and Notes.FOOT not in FORMATS[key].note_choices:
        return phrase("Written too")
    names = {
        Notes.FOOT: phrase("At the foot of the page"),
        Notes.END: phrase("At the end"),
        Notes.NONE: phrase("Left out"),
    }
    return names[notes]


def citation_name(style: CitationStyle) -> str:
    """The name of a citation style for a person."""
    names = {
        CitationStyle.UN: phrase("UN style"),
        CitationStyle.BIBTEX: "BibTeX",
        CitationStyle.RIS: "RIS",
        CitationStyle.GBT7714: "GB/T 7714",
    }
    return names[style]


def language_choices(bitext: Bitext) -> list[tuple[str, tuple[str, ...]]]:
    """The choices of languages and their order, with names: both in either order, and each alone.
    Two texts in one language cannot be told apart and go together."""
    there = [side.language for side in (bitext.source, bitext.target) if side]
    names = [phrase(name_of(language)) for language in there]
    if len(there) == 1:
        return [(names[0], ())]
    if there[0] == there[1]:
        return [(filled(phrase("%1, then %2"), *names), ())]
    return [
        *(
            (filled(phrase("%1, then %2"), names[i], names[1 - i]), (there[i], there[1 - i]))
            for i in (0, 1)
        ),
        *((filled(phrase("%1 only"), names[i]), (there[i],)) for i in (0, 1)),
    ]


def file_name(bitext: Bitext, languages: tuple[str, ...], script: str, key: str) -> str:
    """The suggested name of a file: "A_RES_75_58_zh-Hant-TW_en.docx". The tags show that a text is
    converted."""
    sides = {side.language: side for side in (bitext.source, bitext.target) if side}
    tags = [
        language_tag(as_converted(sides[name], script if fits(script, sides[name]) else ""))
        for name in languages or sides
    ]
    symbol = bitext.source.masthead.symbol or "clauses"
    stem = _NO_NAME.sub("_", "_".join([symbol[:_LONGEST], *tags]))
    return f"{stem}.{FORMATS[key].ending}"


_ENDINGS = (
    *(f".{found.ending}" for found in FORMATS.values()),
    *(".doc", ".htm", ".markdown", ".text", ".xls", ".xliff"),
)
"""The endings of names that are replaced by that of the format."""


def with_ending(path: str, key: str) -> str:
    """The path with the ending of a format in place of that of another format. What follows a dot
    in a symbol is not an ending: "S.RES.1540 (2004)" becomes "S.RES.1540 (2004).docx"."""
    ending = f".{FORMATS[key].ending}"
    folder, name = os.path.split(path)
    name = name.strip()
    if name.lower().endswith(ending):
        return os.path.join(folder, name)
    other = next((found for found in _ENDINGS if name.lower().endswith(found)), "")
    stem = name[: len(name) - len(other)].rstrip(". ") or "clauses"
    return os.path.join(folder, stem + ending)
