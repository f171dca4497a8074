"""What goes on the clipboard, as plain text and as HTML: words of one language, cited if wanted, or
rows of both languages as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from desktop_app.citation.naming import short_citation
from desktop_app.export.shared.cells import BREAK, on_one_line
from desktop_app.export.shared.emphasis import emphasis_tag
from desktop_app.resolution import tables
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import Resolution, Run, Runs, Style, Table, words
from desktop_app.resolution.plain import plain
from desktop_app.resolution.runs import cut
from desktop_app.resolution.trust import trust


class Passage(NamedTuple):
    """Words of one paragraph as shown; `id` names the clause, footnote, line or part. `table` is
    set for words of a table that have more than one cell."""

    id: str
    runs: Runs
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """One text in both forms."""

    plain: str
    html: str


def quoted(side: Resolution, passages: Sequence[Passage], cited: bool = False) -> Copied:
    """Passages of one language version as shown, a paragraph each. `cited` adds the short citation
    in brackets, with the status of an unofficial text."""
    within = short_citation(side, [passage.id for passage in passages]) if cited else ""
    after = f" ({within})" if within else ""
    text = "\n".join(map(_plain, passages))
    # Words out of a paragraph stay words when they are pasted into another.
    tag = "span" if len(passages) == 1 else "p"
    cited_at_end = f'<span lang="en" dir="ltr">{escape(after)}</span>' if after else ""
    ends = [*[""] * (len(passages) - 1), cited_at_end]
    pieces = (_html(side, *each, tag) for each in zip(passages, ends, strict=True))
    body = "\n".join(pieces)
    return Copied(plain=text + after, html=_page(body))


def table(sides: Sequence[Resolution], rows: Sequence[Sequence[Sequence[Runs]]]) -> Copied:
    """Rows with a cell for each language version, under a heading that names the version and says
    how far it can be trusted. A cell is its paragraphs, none for a gap."""
    heads = [f"{language_name(side)}: {trust(side)}" for side in sides]
    lines = [heads]
    lines += [[" ".join(plain(runs) for runs in cell) for cell in row] for row in rows]
    text = "\n".join("\t".join(map(on_one_line, line)) for line in lines)
    body = [
        '<table border="1" style="border-collapse: collapse">',
        _row(
            f'<th lang="en" dir="ltr" style="text-align: left">{escape(head)}</th>'
            for head in heads
        ),
    ]
    for row in rows:
        body.append(_row(_cell(side, cell) for side, cell in zip(sides, row, strict=True)))
    return Copied(plain=text, html=_page("\n".join([*body, "</table>"])))


def passage_of(id: str, runs: Runs, table: Table | None, start: int, end: int) -> Passage:
    """The words of a paragraph from `start` to before `end`. Of several rows of a table the first
    has an empty cell for each that is left out before it, so that the columns stay."""
    found = taken(runs, start, end)
    text = words(runs)
    inside = text[start:end]
    if table is None or not (tables.CELL in inside or tables.ROW in inside):
        return Passage(id, found)
    above, _, beside = text[:start].rpartition(tables.ROW)
    if tables.ROW in inside and tables.CELL in beside:
        found = (Run(tables.CELL * beside.count(tables.CELL)), *found)
    rows_above = above.count(tables.ROW) + 1 if tables.ROW in text[:start] else 0
    return Passage(id, found, Table(max(table.headings - rows_above, 0)))


def _plain(passage: Passage) -> str:
    text = plain(passage.runs)
    return text.replace(tables.BREAK, " ") if passage.table else text


def taken(runs: Runs, start: int, end: int) -> Runs:
    """The words from `start` to before `end` with the footnote marks between them; marks right at
    the end only if it is the end of the paragraph."""
    found = cut(runs, start, end)
    if end < sum(len(run.text) for run in runs if run.style is not Style.MARK):
        while found and found[-1].style is Style.MARK:
            found = found[:-1]
    return found


def numbered(side: Resolution) -> dict[str, Runs]:
    """The published number before each clause, and the mark before each footnote, by id; for what
    is copied whole."""
    marks = {clause.id: clause.mark for clause in side.walk() if clause.mark}
    out: dict[str, Runs] = {id: (Run(f"{mark} "),) for id, mark in marks.items()}
    out |= {note.id: (Run(note.mark, Style.MARK, note.id), Run(" ")) for note in side.footnotes}
    return out


def _inline(runs: Runs, language: str) -> str:
    return "".join(_run(run, language) for run in runs)


def _run(run: Run, language: str) -> str:
    text = escape(run.text).replace("\n", BREAK)
    match run.style:
        case Style.MARK | Style.SUPERSCRIPT:
            return f"<sup>{text}</sup>"
        case Style.EMPHASIS:
            return f"{emphasis_tag(language)}{text}</em>"
        case Style.PLAIN:
            return text


def _html(side: Resolution, passage: Passage, end: str, tag: str) -> str:
    """A passage as an element, with what stands at its end."""
    if passage.table:
        return _own_table(side, passage.runs, passage.table) + (f"\n<p>{end}</p>" if end else "")
    return f"<{tag} {_language(side)}>{_inline(passage.runs, side.language)}{end}</{tag}>"


def _own_table(side: Resolution, runs: Runs, table: Table) -> str:
    """A table of the text, or what was chosen of it."""
    out = [f'<table border="1" style="border-collapse: collapse" {_language(side)}>']
    for number, row in enumerate(tables.printed_rows(runs)):
        tag = "th" if number < table.headings else "td"
        cells = (f"<{tag}>{_inline(cell, side.language)}</{tag}>" for cell in row)
        out.append(_row(cells))
    return "\n".join([*out, "</table>"])


def _cell(side: Resolution, paragraphs: Sequence[Runs]) -> str:
    content = BREAK.join(_inline(runs, side.language) for runs in paragraphs)
    return f'<td {_language(side)} style="vertical-align: top">{content}</td>'


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _language(side: Resolution) -> str:
    return f'lang="{language_tag(side)}" dir="{direction(side)}"'


def _page(body: str) -> str:
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'
