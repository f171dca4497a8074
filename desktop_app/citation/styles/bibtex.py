"""Entries for BibTeX."""

import re

from desktop_app.citation.naming import official_address
from desktop_app.citation.styles.style import (
    Version,
    author,
    is_resolution,
    note,
    one_line,
    title,
)
from desktop_app.resolution.language import language_name
from desktop_app.resolution.model import Resolution

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not \{ and \}: BibTeX counts braces, with a backslash before them or not.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PREFIXES = {
    "General Assembly": "UNGA",
    "Security Council": "UNSC",
    "Economic and Social Council": "ECOSOC",
    "Human Rights Council": "UNHRC",
}


def cite(cited: Version, also: Version | None) -> str:
    """An entry that every version of BibTeX reads. A resolution is a @techreport of the type
    "Resolution", the one entry of old BibTeX that prints a number beside author and title."""
    resolution = cited.resolution
    head = resolution.masthead
    kind = "techreport" if is_resolution(resolution) else "misc"
    year, month, day = head.adopted.split("-") if head.adopted else ("", "", "")
    by = author(resolution)
    values = {
        "author": f"{{{_latex(by)}}}" if by else "",
        "title": f"{{{_latex(title(resolution))}}}",
        "type": "Resolution" if kind == "techreport" else "",
        "number": _latex(head.symbol),
        "institution": "United Nations" if kind == "techreport" else "",
        "year": year,
        "month": month,
        "day": str(int(day)) if day else "",
        "url": official_address(resolution),
        "language": _latex(language_name(resolution)),
        "note": _latex(note(cited, also)),
    }
    fields = {name: f"{{{value}}}" for name, value in values.items() if value}
    if month:
        fields["month"] = _MONTHS[int(month) - 1]  # BibTeX knows it by this name, without braces
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{_key(resolution)},\n{body}}}"


def _key(resolution: Resolution) -> str:
    """ "UNGA_A_RES_75_58"."""
    head = resolution.masthead
    prefix = _PREFIXES.get(head.organ, "UN" if head.organ or head.symbol else "")
    symbol = re.sub(r"[^A-Za-z0-9]+", "_", head.symbol).strip("_")
    return "_".join(filter(None, [prefix, symbol])) or "untitled"


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX)
