"""How a text refers to documents and footnotes: its words around a symbol, and for "the same".

Each language has them in `<code>/references.json`, as regular expressions:

- `organs`: the names of an organ. They stand before the number of the resolution ("Human Rights
  Council resolution 24/7"). In a language with `after`, the word for a resolution, they stand
  behind the number, before the next such word (« la résolution 24/7 du Conseil des droits de
  l'homme »).
- `own`: the words of an organ for its own resolution.
- `decision`: the words for decisions (`yes`) and others (`no`); the nearest one counts. If
  `decision_follows`, it stands after the number.
- `before_date` and `after_date`: all the text between a document and the date of its adoption; the
  second for a date before the document.
- `ibid`: the words of a footnote for "the one before"; `volume`: a pattern for the words that name
  a volume of a work.
- `footnote_gloss`: an editor's words before, within and after the footnote meant by "Ibid.";
  `footnote_gloss_traditional` the same in Traditional.
"""

import re
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.anchors import anchors
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.tables import table

_NEAR = 60
"""Characters: no date of a document is longer than this, with what stands between."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Wording(NamedTuple):
    """The words around the number of a resolution, None where a language has none."""

    own: re.Pattern[str] | None
    after: re.Pattern[str] | None
    decision: re.Pattern[str] | None
    decision_follows: bool
    before_date: re.Pattern[str] | None
    after_date: re.Pattern[str] | None


class Gloss(NamedTuple):
    """The words around the footnote meant by "Ibid.": before its mark, between the mark and its
    words, after them."""

    before: str
    between: str
    after: str


@cache
def wording_of(language: str) -> Wording:
    """The wording of a language; all None for one without a table."""
    data = table(language, "references")

    def pattern(key: str) -> re.Pattern[str] | None:
        return re.compile(data[key]) if key in data else None

    return Wording(
        own=pattern("own"),
        after=pattern("after"),
        decision=pattern("decision"),
        decision_follows=data.get("decision_follows", False),
        before_date=pattern("before_date"),
        after_date=pattern("after_date"),
    )


@cache
def organs() -> dict[str, re.Pattern[str]]:
    """The names of each organ in all languages, by its English one: a text may name it in
    another than its own."""
    names: dict[str, list[str]] = {}
    for language in OFFICIAL:
        for organ, pattern in table(language, "references")["organs"].items():
            names.setdefault(organ, []).append(pattern)
    return {organ: re.compile("|".join(patterns)) for organ, patterns in names.items()}


@cache
def ibid(language: str) -> tuple[str, ...]:
    """The words, in small letters, with which a footnote points at the one before; none in a
    language without a table."""
    words = table(language, "references").get("ibid", ())
    return tuple(word.lower().rstrip(".") for word in words)


@cache
def volume(language: str) -> re.Pattern[str] | None:
    """What names a volume of a work, None in a language without a table."""
    pattern = table(language, "references").get("volume")
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE) if pattern else None


@cache
def footnote_gloss(language: str, script: str) -> Gloss:
    """The words around the footnote meant by "Ibid.", in a language and an ISO 15924 script;
    English for a language without a table."""
    data = table(language, "references") or table("en", "references")
    own = data.get("footnote_gloss_traditional") if script == "Hant" else None
    return Gloss(*(own or data["footnote_gloss"]))


def date_beside(text: str, start: int, end: int, language: str) -> str:
    """The date of adoption ("2020-12-07") beside the document named in a stretch of a text, "" if
    there is none."""
    words = wording_of(language)
    if words.before_date:
        after = text[end : end + _NEAR]
        between = words.before_date.match(after)
        for anchor in anchors(after, language) if between else ():
            if between and anchor.start == between.end() and _DAY.fullmatch(anchor.value):
                return anchor.value
    elif words.after_date:
        before = text[max(start - _NEAR, 0) : start]
        for anchor in anchors(before, language):
            rest = before[anchor.end :]
            if _DAY.fullmatch(anchor.value) and words.after_date.fullmatch(rest):
                return anchor.value
    return ""
