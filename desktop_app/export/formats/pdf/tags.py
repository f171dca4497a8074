"""What the words of a page are of, as the page says it in marked content (ISO 32000-1, 14.6).

A page tells no reader of it where a paragraph ends, what is a heading, or which number stands in
the margin. So everything that is drawn is between two operators that name what it is: a standard
type of structure ("P", "H", "Note", "TD", "TH") with facts about it, or an artifact, which is no
part of the text. `reading/readers/pdf/own` reads them back. No Qt.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from desktop_app.grammar.languages import Direction, language_of
from desktop_app.resolution.model import Style

ARTIFACT = b"/Artifact BMC\n"
END = b"EMC\n"


class TagKind(StrEnum):
    """The standard types of structure that are used."""

    PARAGRAPH = "P"
    HEADING = "H"
    NOTE = "Note"
    CELL = "TD"
    HEADING_CELL = "TH"


class Tag(NamedTuple):
    """What a line is of: the id of its paragraph or note, which no other has in a language of a
    text; the tag of that language; the numbers of text and language, and of the line. `level` is
    that of a heading, `row` and `column` are those of a cell."""

    kind: TagKind
    id: str
    language: str
    text: int = 0
    side: int = 0
    level: int = 0
    row: int = 0
    column: int = 0
    line: int = 0


class Stretch(NamedTuple):
    """What is drawn at once of a line: its characters, with the white space or the line break
    behind them, and such without their style; that style, the note that they call, the place of the
    first, and whether they run from the right."""

    text: str
    behind: str

    style: Style
    note: str
    place: int
    from_right: bool


_WORD = re.compile(r"\S+")
_TWO_WAYS = frozenset("()[]{}<>«»‹›≤≥“”‘’")
"""Signs that readers turn around in what runs from the right, or do not: they are stated."""
_STYLES = {Style.EMPHASIS: "Em", Style.SUPERSCRIPT: "Raised", Style.MARK: "Raised"}


def texts_at(
    text: str, starts: Sequence[int], line: range, style_at: Callable[[int], Hashable]
) -> dict[int, tuple[str, str]]:
    """The text of what is drawn at once from each of the starts in a line of a text, and the white
    space behind it that is in no style of its own. White space by itself has none: it belongs to
    what stands before it, or behind it if that is in one style with it."""
    edges = [*sorted(starts), line.stop]
    seen = [at for at, to in pairwise(edges) if text[at:to].strip()]
    out = dict.fromkeys(starts, ("", ""))
    if not seen:
        return out  # a line of white space
    begins: list[int] = []
    for start in seen:
        at = start
        while at > line.start and text[at - 1].isspace() and style_at(at - 1) == style_at(start):
            at -= 1
        begins.append(at if begins else line.start)
    for start, at, to in zip(seen, begins, [*begins[1:], line.stop], strict=True):
        end = to
        while text[end - 1].isspace() and style_at(end - 1) != style_at(start):
            end -= 1
        out[start] = text[at:end], text[end:to]
    return out


def begin(tag: Tag | None, stretch: Stretch) -> bytes:
    """The operator before what is drawn at once, None for an artifact."""
    if tag is None:
        return ARTIFACT
    # Readers lose spaces, and see some that are not there: "Words" are the lengths of the words,
    # with the spaces between them.
    facts = {
        "Id": _string(tag.id),
        "Lang": _string(tag.language),
        "Text": tag.text,
        "Side": tag.side,
        "Level": tag.level,
        "Row": tag.row,
        "Column": tag.column,
        "Line": tag.line,
        "Place": stretch.place,
        "FromRight": int(stretch.from_right),
        "Style": _string(_STYLES.get(stretch.style, "")),
        "Note": _string(stretch.note),
        "Signs": _string(_signs(tag, stretch)),
        "Behind": _string(stretch.behind),
        "Words": _string(_WORD.sub(lambda word: str(len(word[0])), stretch.text)),
    }
    written = "".join(f"/{name} {fact}" for name, fact in facts.items() if fact)
    return f"/{tag.kind} <<{written}>> BDC\n".encode("ascii")


def _signs(tag: Tag, stretch: Stretch) -> str:
    is_turned = stretch.from_right or language_of(tag.language).direction is Direction.RTL
    return "".join(filter(_TWO_WAYS.__contains__, stretch.text)) if is_turned else ""


def _string(text: str) -> str:
    return f"<{text.encode('utf-8').hex()}>" if text else ""
