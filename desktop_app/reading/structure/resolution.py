"""A file's blocks to a Resolution: finds the enacting words, and has head, body, closing and
footnotes read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import filterfalse

from desktop_app.grammar.grammar import Grammar, grammar
from desktop_app.grammar.languages import UNKNOWN
from desktop_app.grammar.scripts import script_in
from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.structure import language
from desktop_app.reading.structure.body import Body, unbroken, with_number
from desktop_app.reading.structure.clauses import finished
from desktop_app.reading.structure.documents.assembled import assembled
from desktop_app.reading.structure.documents.others import (
    is_formula_within,
    kind_of,
    other,
    stated_by,
)
from desktop_app.reading.structure.documents.several import several
from desktop_app.reading.structure.enacting import Enacting, find_enacting
from desktop_app.reading.structure.lines import closing_lines, head_lines
from desktop_app.reading.structure.masthead import masthead
from desktop_app.reading.structure.notes.footnotes import separate
from desktop_app.reading.structure.notes.old import with_old_notes
from desktop_app.reading.structure.parting.exported import with_numbers_apart
from desktop_app.reading.structure.parting.pages import symbol_of_pages
from desktop_app.reading.structure.parting.paragraphs import paragraphs
from desktop_app.reading.tables import table_of, with_tabs_read, without_layout
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import (
    Caveat,
    Clause,
    DocumentKind,
    Footnote,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
)


def resolution(document: Document) -> Resolution:
    """The resolution that a file's blocks make up; always succeeds.

    Blocks that have no enacting words are another document, or, where they have no structure at
    all, no document: they come back as the paragraphs of one section, of the kind TEXT.
    """
    text = _words_of(document.blocks)
    code = language.detect(text, document.metadata.get("language", ""))
    blocks, footnotes = separate(document.blocks)
    if not any(block.kind is BlockKind.NOTE for block in document.blocks) and not blocks:
        blocks, footnotes = [*document.blocks], ()  # notes to nothing are the text
    plain = _plain(blocks, footnotes, document.metadata)._replace(
        language=code, script=script_in(text, code)
    )
    if code == UNKNOWN.code:
        return plain
    rules = grammar(code)
    parted = with_old_notes([*paragraphs(document, rules)], rules)
    # A text without structure keeps its lines, and the notes that are found in them.
    ground = plain
    if tuple(parted) != document.blocks:
        blocks, footnotes = separate(parted)
        ground = plain._replace(footnotes=footnotes)
    if EXPORTED in document.metadata:
        blocks = [*with_numbers_apart(blocks, rules)]
    blocks = with_tabs_read(without_layout(blocks, rules), rules)
    start = find_enacting(blocks, rules)
    if start and is_formula_within(blocks, start, rules):
        start = None
    found = _structured(ground, blocks, start, document.metadata, rules) if start else ground
    if not found.is_structured:
        found = _other(ground, blocks, document.metadata, rules)
    if not found.is_structured:
        return plain
    if not found.masthead.symbol and (symbol := symbol_of_pages(document.blocks, rules)):
        return found._replace(masthead=found.masthead._replace(symbol=symbol))
    return found


def _other(
    plain: Resolution, blocks: Sequence[Block], stated: Mapping[str, str], rules: Grammar
) -> Resolution:
    """The same text as a document that is no resolution, as it is if it has no structure."""
    found = other(blocks, stated, rules)
    if not found:
        return plain
    return _finished(plain, rules)._replace(
        kind=found.kind, masthead=found.masthead, head=found.head, parts=found.parts
    )


def _words_of(blocks: Sequence[Block]) -> str:
    """What tells the language: the names and numbers of a long table would drown the words."""
    sentences = [block.text for block in blocks if block.kind is not BlockKind.TABLE]
    return "\n".join(sentences or [block.text for block in blocks])


def _structured(
    plain: Resolution,
    blocks: Sequence[Block],
    start: Enacting,
    stated: Mapping[str, str],
    rules: Grammar,
) -> Resolution:
    """The same text with its structure, as it is if it has no clauses."""
    stretches = several(blocks, start, rules)
    if stretches:
        found = assembled(blocks, stretches, stated, rules)
        return _finished(plain, rules)._replace(
            masthead=found.masthead, head=found.head, parts=found.parts
        )
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
    own = masthead(head, closing, start.organ, stated, rules)
    kind = kind_of(head, parts, stated, rules)
    if kind is not DocumentKind.RESOLUTION:
        own = stated_by(own, head, kind, stated, " ".join(line.text for line in head), rules)
    return _finished(plain, rules)._replace(
        kind=kind,
        masthead=own,
        head=head,
        parts=parts,
        closing=closing,
    )


def _finished(plain: Resolution, rules: Grammar) -> Resolution:
    """The text as a resolution, whose parts take the place of its paragraphs."""
    notes = (note._replace(runs=unbroken(note.runs, rules)) for note in plain.footnotes)
    return plain._replace(footnotes=tuple(notes), kind=DocumentKind.RESOLUTION)


def _is_blank(block: Block) -> bool:
    """Whether a paragraph has white space alone."""
    has_a_mark = any(run.note for run in block.runs)
    return block.kind is BlockKind.PARAGRAPH and not (block.text.strip() or has_a_mark)


def _plain(
    blocks: Sequence[Block], footnotes: tuple[Footnote, ...], stated: Mapping[str, str]
) -> Resolution:
    """A text without the structure of a resolution: its paragraphs, in one section."""
    clauses = tuple(
        Clause(f"p{place}", "", "", "", with_number(block), table=table_of(block))
        for place, block in enumerate(filterfalse(_is_blank, blocks), 1)
    )
    return Resolution(
        caveats=tuple(caveat for caveat in Caveat if caveat.value in stated),
        masthead=Masthead(symbol=stated.get("symbol", ""), title=stated.get("title", "")),
        language=UNKNOWN.code,
        script="",
        provenance=_provenance(stated.get("provenance", "")),
        head=(),
        parts=(Part("text", PartKind.SECTION, (), clauses),) if clauses else (),
        closing=(),
        footnotes=footnotes,
        address=stated.get("source", ""),
        kind=DocumentKind.TEXT,
    )


def _provenance(stated: str) -> Provenance:
    known = {item.value: item for item in Provenance}
    return known.get(stated.lower(), Provenance.UNSTATED)
