"""A file's blocks to a Resolution: finds the enacting words, and has head, body, closing and
footnotes read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.grammar.grammar import Grammar, grammar
from desktop_app.grammar.languages import UNKNOWN
from desktop_app.grammar.scripts import script_in
from desktop_app.reading.blocks import Block, Document
from desktop_app.reading.structure import language
from desktop_app.reading.structure.body import Body, unbroken, with_number
from desktop_app.reading.structure.clauses import finished
from desktop_app.reading.structure.enacting import Enacting, find_enacting
from desktop_app.reading.structure.footnotes import separate, with_old_notes
from desktop_app.reading.structure.lines import closing_lines, head_lines
from desktop_app.reading.structure.masthead import masthead
from desktop_app.reading.structure.parting.paragraphs import paragraphs
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
)


def resolution(document: Document) -> Resolution:
    """The resolution that a file's blocks make up; always succeeds.

    Blocks that have no enacting words and no numbered paragraphs under a masthead are no
    resolution: they come back as the paragraphs of one section, with `is_resolution` False.
    """
    text = "\n".join(block.text for block in document.blocks)
    code = language.detect(text, document.metadata.get("language", ""))
    blocks, footnotes = separate(document.blocks)
    plain = _plain(blocks, footnotes, document.metadata)._replace(
        language=code, script=script_in(text, code)
    )
    if code == UNKNOWN.code:
        return plain
    rules = grammar(code)
    parted = with_old_notes([*paragraphs(document, rules)], rules)
    if tuple(parted) != document.blocks:
        blocks, footnotes = separate(parted)
        plain = plain._replace(footnotes=footnotes)
    start = find_enacting(blocks, rules)
    return _structured(plain, blocks, start, document.metadata, rules) if start else plain


def _structured(
    plain: Resolution,
    blocks: Sequence[Block],
    start: Enacting,
    stated: Mapping[str, str],
    rules: Grammar,
) -> Resolution:
    """The same text with its structure, as it is if it has no clauses."""
    first = blocks[start.place]
    body = Body(rules, styled.cut(first.runs, start.start, start.end))
    rest = styled.strip(styled.cut(first.runs, start.end))
    body.read([*([replace(first, runs=rest)] if rest else []), *blocks[start.place + 1 :]])
    parts = finished(body.parts, rules)
    if not any(part.clauses for part in parts):
        return plain
    beside = replace(first, runs=styled.cut(first.runs, 0, start.start)) if start.start else None
    above = (
        line
        for block in (*blocks[: start.place], *([beside] if beside else []))
        for line in styled.lines(with_number(block))
    )
    head = head_lines(tuple(above), rules)
    closing = closing_lines(body.closing, rules)
    return plain._replace(
        masthead=masthead(head, closing, start.organ, stated, rules),
        head=head,
        parts=parts,
        closing=closing,
        footnotes=tuple(note._replace(runs=unbroken(note.runs, rules)) for note in plain.footnotes),
        is_resolution=True,
    )


def _plain(
    blocks: Sequence[Block], footnotes: tuple[Footnote, ...], stated: Mapping[str, str]
) -> Resolution:
    """A text without the structure of a resolution: its paragraphs, in one section."""
    clauses = tuple(
        Clause(f"p{place}", "", "", "", with_number(block)) for place, block in enumerate(blocks, 1)
    )
    return Resolution(
        masthead=Masthead(symbol=stated.get("symbol", ""), title=stated.get("title", "")),
        language=UNKNOWN.code,
        script="",
        provenance=_provenance(stated.get("provenance", "")),
        head=(),
        parts=(Part("text", PartKind.SECTION, (), clauses),) if clauses else (),
        closing=(),
        footnotes=footnotes,
        address=stated.get("source", ""),
        is_resolution=False,
    )


def _provenance(stated: str) -> Provenance:
    known = {item.value: item for item in Provenance}
    return known.get(stated.lower(), Provenance.UNSTATED)
