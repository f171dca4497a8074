"""An excerpt as one self-contained HTML file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.model import Excerpt, Kind, Paragraph, Version
from desktop_app.export.excerpt.options import Arrangement, Progress, silent
from desktop_app.export.formats import text
from desktop_app.export.formats.format import Format
from desktop_app.export.shared.clipboard import Copied
from desktop_app.export.shared.emphasis import BOLD, UPRIGHT, emphasis_tag
from desktop_app.export.shared.xml_text import check
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.tables import printed_rows

_STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
  font-family: Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.4rem; } table { border-collapse: collapse; width: 100%; }
td, th { vertical-align: top; text-align: start; padding: .4rem .8rem .4rem 0; }
th { white-space: nowrap; font-weight: normal; color: #555; font-size: .85rem; }
{emphasis}
td p, td h3, td h4, td h5, td h6 { margin: 0 0 .4rem; font-size: 1rem; }
.deep1 td { padding-inline-start: 1.5rem; }
.deep2 td { padding-inline-start: 3rem; }
.deep3 td { padding-inline-start: 4.5rem; }
.deep4 td { padding-inline-start: 6rem; }
.deep5 td { padding-inline-start: 7.5rem; }
h2 { font-size: 1.1rem; } .about p { white-space: pre-wrap; }
.about { color: #555; font-size: .9rem; } .heading td, .title td { font-weight: bold; }
.notes { border-top: 1px solid #999; margin-top: 1.5rem; font-size: .9rem; }
sup { line-height: 0; } a { color: inherit; }
@media print { body { max-width: none; margin: 0; } tr { break-inside: avoid; } }
""".replace("{emphasis}", f"{', '.join(f'em:lang({code})' for code in UPRIGHT)} {{ {BOLD}; }}")

_OWN_STYLE = """
table.own { width: auto; margin: 0 0 .4rem; }
td.own, th.own { padding: .2rem 1.2rem .2rem 0 !important; border-bottom: 1px solid #ccc; }
th.own { font-weight: bold; color: inherit; font-size: inherit; border-color: #666;
  white-space: normal; vertical-align: bottom; }
[dir=rtl] .own { padding: .2rem 0 .2rem 1.2rem !important; }
"""
"""The style of the text's own tables."""
_OWN_CELL = "vertical-align: top; border-bottom: 1px solid #ccc; padding-right: 12px"
"""The style of the cells of the text's own tables for a clipboard."""
_LOWEST = 6
"""The lowest level of a heading in HTML; the languages of an export have the second."""
_DEEPEST = 5
"""Levels of sub-paragraphs that stand further in."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """A valid HTML document in UTF-8 with `lang` and `dir` on every text."""
    check(excerpt, "HTML")
    return ("\n".join(_document(excerpt)) + "\n").encode("utf-8")


def sketch(excerpt: Excerpt) -> str:
    """The same page as text."""
    return render(excerpt).decode("utf-8")


def copied(excerpt: Excerpt) -> Copied:
    """The same for a clipboard, with plain text beside it: what word processors do not take from a
    style sheet stands with each cell and word."""
    page = render(excerpt).decode("utf-8")
    page = _UPRIGHT.sub(lambda cell: cell[0].replace("<em>", emphasis_tag(cell[2])), page)
    share = 100 if excerpt.arrangement is Arrangement.INTERLEAVED else 100 // len(excerpt.versions)
    page = re.sub(r"<td(?! class)", f'<td style="vertical-align: top; width: {share}%"', page)
    page = re.sub(r"<th(?! class)", '<th style="vertical-align: top; font-weight: normal"', page)
    page = re.sub('<t[dh] class="own"', rf'\g<0> style="{_OWN_CELL}"', page)
    # Plain text between tabs would be a table, and no text to read.
    below = None if excerpt.arrangement is Arrangement.COLUMNS else excerpt.arrangement
    plain = text.render(replace(excerpt, arrangement=below))
    return Copied(plain=plain.decode("utf-8"), html=page)


_UPRIGHT = re.compile(
    rf'<(td|div) lang="({"|".join(UPRIGHT)})\b.*?(?=<(?:td|div) lang=|<tr (?:class|id)=|</body>)',
    re.DOTALL,
)
"""A cell in a language that has no italics."""


def _document(excerpt: Excerpt) -> Iterator[str]:
    first = excerpt.versions[0]
    paragraphs = (one for entry in excerpt.entries for text in entry.texts for one in text)
    style = _STYLE + (_OWN_STYLE if any(one.table for one in paragraphs) else "")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{first.tag}" dir="{first.direction}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f"<title>{escape(excerpt.name)}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield f"<h1>{escape(excerpt.title)}</h1>"
    yield '<div class="about" lang="en" dir="ltr">'
    if excerpt.citation:
        language = "" if excerpt.cited_in == "en" else f' lang="{excerpt.cited_in}"'
        yield f"<p{language}>{escape(excerpt.citation)}</p>"
    yield from map(_version, excerpt.versions)
    yield "</div>"
    blocks = [block for block in in_blocks(excerpt) if block.entries or block.notes]
    for block in blocks:
        # The same footnote in two languages that stand apart is two places to go to.
        suffix = f"-{block.versions[0].tag}" if len(blocks) > 1 else ""
        if suffix:
            yield f'<h2 lang="en" dir="ltr">{escape(block.versions[0].name)}</h2>'
        yield from _table(block, suffix)
    yield "</body>\n</html>"


def _table(block: Excerpt, suffix: str) -> Iterator[str]:
    one_below_the_other = block.arrangement is Arrangement.INTERLEAVED
    yield "<table>"
    for entry in block.entries:
        is_heading = entry.kind is Kind.HEADING
        tag = f"h{min(3 + entry.depth, _LOWEST)}" if is_heading else "p"
        deep = f"deep{min(entry.depth, _DEEPEST)}" if entry.depth and not is_heading else ""
        name = " ".join(filter(None, [entry.kind, "title" if entry.is_title else "", deep]))
        texts = [_paragraphs(text, suffix, tag) for text in entry.texts]
        cells = _cells(texts, block.versions, one_below_the_other)
        yield f'<tr class="{name}"><th scope="row">{escape(entry.label)}</th>{cells}</tr>'
    yield "</table>"
    if block.notes:
        yield '<table class="notes">'
        for note in block.notes:
            texts = [
                f"<p>{_inline(note.whole(side), suffix)}</p>" if runs else ""
                for side, runs in enumerate(note.texts)
            ]
            cells = _cells(texts, block.versions, one_below_the_other)
            head = f'<th scope="row"><sup>{escape(note.mark)}</sup></th>'
            yield f'<tr id="{note.id}{suffix}">{head}{cells}</tr>'
        yield "</table>"


def _version(version: Version) -> str:
    address = escape(version.address)
    link = f' (<a href="{address}">{address}</a>)' if address else ""
    return f"<p>{escape(version.provenance)}{link}</p>"


def _paragraphs(text: Sequence[Paragraph], suffix: str, tag: str) -> str:
    return "\n".join(
        _own_table(paragraph, suffix)
        if paragraph.table
        else f"<{tag}>{_inline(paragraph.numbered, suffix)}</{tag}>"
        for paragraph in text
    )


def _own_table(paragraph: Paragraph, suffix: str) -> str:
    """A table of the text."""
    headings = paragraph.table.headings if paragraph.table else 0
    out = ['<table class="own">']
    for number, row in enumerate(printed_rows(paragraph.runs)):
        tag, scope = ("th", ' scope="col"') if number < headings else ("td", "")
        cells = (f'<{tag} class="own"{scope}>{_inline(cell, suffix)}</{tag}>' for cell in row)
        out.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*out, "</table>"])


def _cells(texts: Sequence[str], versions: Sequence[Version], one_below_the_other: bool) -> str:
    """The texts of all languages: a cell for each, or one for all."""
    tag = "div" if one_below_the_other else "td"
    cells = "".join(
        f'<{tag} lang="{version.tag}" dir="{version.direction}">{text}</{tag}>'
        for text, version in zip(texts, versions, strict=True)
    )
    return f"<td>{cells}</td>" if one_below_the_other else cells


def _inline(runs: Runs, suffix: str) -> str:
    return "".join(_run(run, suffix) for run in runs)


def _run(run: Run, suffix: str) -> str:
    text = escape(run.text).replace("\n", "<br>")
    match run.style:
        case Style.MARK:
            inner = f'<a href="#{run.note}{suffix}">{text}</a>' if run.note else text
            return f"<sup>{inner}</sup>"
        case Style.SUPERSCRIPT:
            return f"<sup>{text}</sup>"
        case Style.EMPHASIS:
            return f"<em>{text}</em>"
        case Style.PLAIN:
            return text


FORMAT = Format(
    key="html",
    name="HTML",
    title=Message("Web page"),
    ending="html",
    arrangements=(Arrangement.COLUMNS, Arrangement.INTERLEAVED, Arrangement.SEQUENCE),
    render=render,
    copied=copied,
    sketch=sketch,
    is_web_page=True,
)
