"""Tells text from markup in the source of a Markdown file."""

import re
from html import unescape

from desktop_app.common.front_matter import front_matter
from desktop_app.grammar.characters import HAN

_ADDRESS = r"\]\([^)\n]{0,999}\)|\bhttps?://[^\s\u3000-\uffef]+"
_LABEL = r"\[\^[^\]\n]{0,99}\]"
_TAG = r"</?[A-Za-z!][^>\n]{0,999}>"
_UNREAD_MARKUP = f"{_ADDRESS}|{_LABEL}|{_TAG}"
UNREAD_MARKUP = re.compile(f"({_UNREAD_MARKUP})")
"""Markup that nobody reads, though it can hold Chinese: addresses, footnote labels, tags.
Bounded, since a missing end would be looked for from every start."""

_RAISED = rf"<sup>[^<\n{HAN}]{{0,99}}</sup>|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
_LINKED = r"!?\[(?=[^\[\]\n]{0,999}\]\()"
_EMPHASIS = r"(?<=\S)[*_]+|[*_]+(?=\S)"
_ESCAPED = r"\\[!-/:-@\[-`{-~]|&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
"""A character that is written in another way (https://spec.commonmark.org/0.31.2, 2.4 and 2.5)."""
# Compiled with the first file that is converted; the window converts none.
_MARKUP = f"({_RAISED}|{_UNREAD_MARKUP}|{_ESCAPED}|{_LINKED}|{_EMPHASIS})"
"""Markup that can stand within a word. A star between spaces marks a list item."""
_LINE_END = (
    rf"(?:\A|(?<=[\r\n]))\#[^\r\n]*[\r\n]*"
    rf"|(?P<within>(?<=[{HAN}])[ \t]*(?:\r\n?|\n)[ \t]*(?=[{HAN}]))"
)
"""A heading with its line end, or a line end within a paragraph."""


def split_markup(text: str, lines_are_whole: bool = False) -> list[str]:
    """The pieces of a source, by turns text and markup; the first and the last are text.

    Joined they are the source. A line end between two Chinese characters is markup, as it is when
    the file is read, but not after a heading, nor where `lines_are_whole`.
    """
    parts = re.split(_MARKUP, text)
    if lines_are_whole:
        return parts
    matches = re.finditer(_LINE_END, "".join(parts[::2]))
    ends = [match.span() for match in matches if match["within"]]
    return _split_line_ends(parts, ends) if ends else parts


def escaped(markup: str) -> str:
    """The character that an escape or a reference stands for, "" for other markup."""
    if not re.fullmatch(_ESCAPED, markup):
        return ""
    character = markup[1:] if markup[0] == "\\" else unescape(markup)
    return character if len(character) == 1 else ""


def _split_line_ends(parts: list[str], ends: list[tuple[int, int]]) -> list[str]:
    """The same pieces with line ends as markup; `ends` are positions in the joined text pieces."""
    words = "".join(parts[::2])
    ends = [*ends, (len(words), len(words))]
    out: list[str] = []
    number = place = 0
    for index, part in enumerate(parts):
        if index % 2:
            out.append(part)
            continue
        last, stop = place, place + len(part)
        while ends[number][0] < stop:
            start, end = max(ends[number][0], place), min(ends[number][1], stop)
            out += (words[last:start], words[start:end])
            last = end
            if ends[number][1] > stop:
                break  # the line end continues behind markup
            number += 1
        out.append(words[last:stop])
        place = stop
    return out


def stated_as_converted(text: str) -> str:
    """The source with the provenance "converted" in its front matter, if it has one."""
    start, end, _ = front_matter(text)
    if not start:
        return text
    lines = text[start:end].splitlines(keepends=True)
    has_provenance = False
    for place, line in enumerate(lines):
        key, colon, value = line.partition(":")
        if colon and not line.startswith(" ") and key.strip().lower() == "provenance":
            stated = value.strip().strip("\"'")
            before, _, after = value.partition(stated) if stated else (" ", "", value.lstrip(" \t"))
            lines[place] = f"{key}:{before}converted{after}"
            has_provenance = True
    if not has_provenance:
        opening = text[:start]
        lines.append(f"provenance: converted{opening[len(opening.rstrip()) :]}")
    return text[:start] + "".join(lines) + text[end:]
