"""Two language versions side by side, in the rows made by alignment, shown and kept."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from desktop_app.common.messages import Message
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.plain import plain_words

FileRows = Mapping[str, tuple[int, int]]
"""The first and the last row of a file that each clause stands in, by the id of the clause."""


class Row(NamedTuple):
    """Clauses (or footnotes) of one version that say the same as those of the other.

    Ids in reading order; an empty side has no counterpart. `score` is from 0 to 1: how sure the
    row is, and `reasons` names the evidence for it, the strongest first. `by_hand` marks a row
    that a person has corrected.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    score: float
    reasons: tuple[str, ...] = ()
    by_hand: bool = False

    def turned(self) -> "Row":
        """The same row with the sides exchanged."""
        return self._replace(source=self.target, target=self.source)


SURE = 0.5
"""The score below which a row is shown as unsure."""


class Span(NamedTuple):
    """A stretch of a clause, footnote or line: its id, and positions in its published text."""

    id: str
    start: int
    end: int


class FindingKind(StrEnum):
    """In what two versions do not agree."""

    MISSING_PARAGRAPH = "missing-paragraph"
    MERGED_PARAGRAPHS = "merged-paragraphs"
    NUMBER = "number"
    DATE = "date"
    SYMBOL = "symbol"
    FOOTNOTE = "footnote"
    TITLE = "title"
    FRACTION = "fraction"
    COUNTRY = "country"
    CURRENCY = "currency"
    BODY = "body"
    WEEKDAY = "weekday"
    UNTRANSLATED = "untranslated"
    OMISSION = "omission"
    OPENING = "opening"
    CONSISTENCY = "consistency"
    PAIR = "pair"
    DOUBLED_WORD = "doubled-word"
    ENDING = "ending"
    MONTH = "month"
    NUMBERING = "numbering"
    ORDER = "order"
    TERM = "term"


class Severity(StrEnum):
    """How much a finding matters: something is wrong; a person must decide; it looks uneven."""

    ERROR = "error"
    DOUBT = "doubt"
    STYLE = "style"


class Finding(NamedTuple):
    """Words in which the two versions do not agree.

    `source` and `target` are the ids of the row, of lines in the masthead and the closing; the
    spans are the words that differ, () on a side that lacks them; `message` is one sentence for a
    person; `check` is the name of the check that found it.
    """

    kind: FindingKind
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]
    message: Message
    severity: Severity = Severity.ERROR
    check: str = ""

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return self.message.text()


def spans_text(side: Resolution | None, spans: Sequence[Span]) -> str:
    """The words of some spans of a version, " … " where something lies between two."""
    if side is None or not spans:
        return ""
    from desktop_app.resolution.runs import cut  # late: the first page shows no span

    texts = {clause.id: clause.runs for clause in side.walk()}
    texts |= {note.id: note.runs for note in side.footnotes}
    texts |= {line.id: line.runs for line in (*side.head, *side.closing)}
    return " … ".join(plain_words(cut(texts[span.id], span.start, span.end)) for span in spans)


class Bitext(NamedTuple):
    """A resolution, its translation if there is one, and the rows between them.

    `rows` cover every clause and footnote of both exactly once, in reading order; only a row that a
    person joined comes before the sub-paragraphs of all its clauses. A row may hold a paragraph and
    a sub-paragraph. `head` and `closing` do the same for the lines of the masthead and of the
    closing.
    """

    source: Resolution
    target: Resolution | None
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    closing: tuple[Row, ...] = ()

    def swapped(self) -> "Bitext":
        """The same pair with the translation first; a text alone is left as it is."""
        if self.target is None:
            return self
        rows, head, closing = (
            tuple(row.turned() for row in rows) for rows in (self.rows, self.head, self.closing)
        )
        return Bitext(self.target, self.source, rows, head, closing)
