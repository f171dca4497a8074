"""Where the front matter of a Markdown source stands: lines of `key: value` between dashes."""

import re
from typing import NamedTuple

_LINE = r"[^\r\n]*(?:\r\n?|\n|\Z)"
_KEY = r"[\"']?[\w.-]{1,40}[\"']?[ \t]*:(?!//)"
_BELONGS_TO_A_KEY = (" ", "\t", "-", "#")


class FrontMatter(NamedTuple):
    """Positions in the source: the lines are those from `start` to before `end`, the text begins at
    `text`. All are 0 for a source without front matter."""

    start: int
    end: int
    text: int


NONE = FrontMatter(0, 0, 0)


def front_matter(source: str) -> FrontMatter:
    """The front matter of a source, which may begin with a byte order mark.

    Anyone may draw a line of dashes above and below a paragraph, so lines that are no `key: value`
    make the whole of it text: front matter is not shown, and no text may be lost.
    """
    lines = re.compile(_LINE).finditer(source, 1 if source.startswith("\ufeff") else 0)
    opening = next(lines)
    dashes = opening[0].strip(" \t\r\n")
    if not opening[0].startswith("---") or dashes.strip("-"):
        return NONE
    has_key = False
    for line in lines:
        content = line[0].strip(" \t\r\n")
        if content == "..." or (len(content) >= len(dashes) and not content.strip("-")):
            return FrontMatter(opening.end(), line.start(), line.end())
        is_key = re.match(_KEY, line[0]) is not None
        if content and not is_key and not (has_key and line[0].startswith(_BELONGS_TO_A_KEY)):
            return NONE
        has_key = has_key or is_key
    return NONE
