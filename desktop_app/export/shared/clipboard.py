"""What goes on the clipboard, as plain text and as HTML: words of one language, cited if wanted, or
rows of both languages as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from desktop_app.citation.naming import short_citation
from desktop_app.export.shared.cells import BREAK, on_one_line
from desktop_app.export.shared.emphasis import emphasis_tag
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import Resolution, Run, Runs, Style
from desktop_app.resolution.plain import plain
from desktop_app.resolution.runs import cut
from desktop_app.resolution.trust import trust


class Passage(NamedTuple):
    """Words of one paragraph as shown; `id` names the clause, footnote, line or part."""

    id: str
    runs: Runs


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
    text = "\n".join(plain(passage.runs) for passage in passages)
    paragraphs = [_inline(passage.runs, side.language) for passage in passages]
    if after:
        paragraphs[-1] += f'<span lang="en" dir="ltr">{escape(after)}</span>'
    # Words out of a paragraph stay words when they are pasted into another.
    tag = "span" if len(paragraphs) == 1 else "p"
    body = "\n".join(f"<{tag} {_language(side)}>{text}</{tag}>" for text in paragraphs)
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


def _cell(side: Resolution, paragraphs: Sequence[Runs]) -> str:
    content = BREAK.join(_inline(runs, side.language) for runs in paragraphs)
    return f'<td {_language(side)} style="vertical-align: top">{content}</td>'


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _language(side: Resolution) -> str:
    return f'lang="{language_tag(side)}" dir="{direction(side)}"'


def _page(body: str) -> str:
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'
