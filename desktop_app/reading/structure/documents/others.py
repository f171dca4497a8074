"""Documents that are no resolutions but have structure: statements of presidents, decisions,
treaties, declarations and other numbered documents."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.grammar.characters import (
    DIRECTIONS,
    ENDS_A_PARAGRAPH,
    ENDS_A_PREAMBULAR,
    last_sign,
)
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block
from desktop_app.reading.structure.body import Body, with_number
from desktop_app.reading.structure.clauses import finished
from desktop_app.reading.structure.enacting import Enacting
from desktop_app.reading.structure.headings import is_annex, is_numbered_heading
from desktop_app.reading.structure.lines import head_lines, is_title, joined
from desktop_app.reading.structure.masthead import masthead
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import nesting, symbols
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import (
    Clause,
    DocumentKind,
    Line,
    Masthead,
    Part,
    PartKind,
    words,
)

_BLOCKS_OF_A_HEAD = 25
_LONGEST = 300
"""Characters of a line of the head."""
_SENTENCE = {True: 40, False: 15}
"""Characters of a paragraph, at the least, in languages with spaces between words and without."""
_COUNCIL = "S/"
"""What the symbols of the Security Council begin with."""
_FEWEST = 2
"""Articles or numbered paragraphs that make a document."""
_SERIES = {"PRST": DocumentKind.STATEMENT, "DEC": DocumentKind.DECISION}
"""What a part of the symbol says of the document."""


class Other(NamedTuple):
    """A document that is no resolution."""

    kind: DocumentKind
    masthead: Masthead
    head: tuple[Line, ...]
    parts: tuple[Part, ...]


def other(blocks: Sequence[Block], stated: Mapping[str, str], rules: Grammar) -> Other | None:
    """The document that a text without enacting words is, None for one without structure."""
    end = _end_of_head(blocks, rules)
    lines = _lines(blocks[:end])
    kind = _kind_by_head(lines, stated, rules) or _kind_by_body(blocks, lines, rules)
    if not kind or end == len(blocks):
        return None
    runs = (line for block in blocks[:end] for line in styled.lines(with_number(block)))
    head = head_lines(tuple(runs), rules)
    parts = _parts(blocks[end:], rules)
    if not any(part.clauses for one in parts for part in one.divisions()):
        return None
    first = next((clause.text for part in parts for clause in part.walk()), "")
    own = masthead(head, (), "", stated, rules)
    return Other(kind, stated_by(own, head, kind, stated, first, rules), head, parts)


def kind_of(
    head: Sequence[Line], parts: Sequence[Part], stated: Mapping[str, str], rules: Grammar
) -> DocumentKind:
    """What a text with enacting words is: a statement or a decision has them too, and a treaty
    names its parties like an organ."""
    lines = [text for line in head for text in line.text.split("\n")]
    by_head = _kind_by_head(lines, stated, rules)
    if by_head:
        return by_head
    body = (part for part in parts if part.kind is not PartKind.ANNEX)
    divisions = (part for one in body for part in one.divisions())
    articles = sum(part.kind is PartKind.ARTICLE for part in divisions)
    if articles < _FEWEST or any(is_title(line, rules) for line in lines):
        return DocumentKind.RESOLUTION
    return _of_articles(lines, rules) if not _symbol(lines) else DocumentKind.RESOLUTION


def is_formula_within(blocks: Sequence[Block], start: Enacting, rules: Grammar) -> bool:
    """Whether what looks like enacting words stands in a declaration with articles, below its
    preamble, or names the parties to a treaty."""
    lines = _lines(blocks[: start.place])
    if any(is_title(line, rules) for line in lines) or not _has_articles(blocks, rules):
        return False
    long = 4 * _SENTENCE[rules.spaced]
    paragraphs = [
        line
        for line in lines
        if _is_sentence(line, rules) or len(line) > long or rules.opening(line)
    ]
    is_treaty = any(_names(line, DocumentKind.TREATY, rules) for line in lines)
    known = start.organ in rules.organs.values()
    return len(paragraphs) >= _FEWEST or (is_treaty and not known and not _symbol(lines))


def _has_articles(blocks: Sequence[Block], rules: Grammar) -> bool:
    """Whether a text has articles before its annexes."""
    found: set[str] = set()
    for block in blocks:
        if is_annex(block.text, rules):
            break
        article = rules.article.match(block.text) if not block.number else None
        found.update([article["number"]] if article else [])
        if len(found) >= _FEWEST:
            return True
    return False


def stated_by(
    own: Masthead,
    head: Sequence[Line],
    kind: DocumentKind,
    stated: Mapping[str, str],
    first: str,
    rules: Grammar,
) -> Masthead:
    """What a document states that is no resolution: no symbol of one is made for it. `first` is its
    first paragraph, which in a statement says when it was made."""
    lines = [text for line in head for text in line.text.split("\n")]
    title = next((line for line in _titles(lines, kind, rules) if _names(line, kind, rules)), "")
    agenda = own.agenda_title.partition(title)[0].strip() if title else own.agenda_title
    title = own.title or title.strip(DIRECTIONS + "* ")
    organ = "" if kind is DocumentKind.TREATY else own.organ  # those of a treaty are its parties
    if kind is DocumentKind.STATEMENT and _symbol(lines).startswith(_COUNCIL):
        organ = "Security Council"
    organ = organ or next((organ for name, organ in rules.organs.items() if name in title), "")
    adopted, meeting = own.adopted, own.meeting
    if kind is DocumentKind.STATEMENT and len(first) > 0:
        date, at = rules.find_date(first[:_LONGEST]), rules.meeting.search(first[:_LONGEST])
        adopted = adopted or (date.isoformat() if date else "")
        meeting = meeting or (rules.count(at["number"]) if at else None)
    symbol = symbols.normal(stated.get("symbol", "") or _symbol(lines))
    return own._replace(
        symbol=symbol,
        agenda_title=agenda,
        title=title,
        organ=organ,
        adopted=adopted,
        meeting=meeting,
    )


def _names(line: str, kind: DocumentKind, rules: Grammar) -> bool:
    """Whether a line of the head is the title of a document of a kind."""
    text = line.strip(DIRECTIONS + " ")
    match kind:
        case DocumentKind.STATEMENT:
            return bool(rules.statement.fullmatch(text))
        case DocumentKind.DECISION:
            return bool(rules.decision.fullmatch(text))
        case DocumentKind.TREATY:
            return bool(rules.treaty.search(text))
        case _:
            return bool(rules.declaration.search(text))


def _titles(lines: Sequence[str], kind: DocumentKind, rules: Grammar) -> Iterator[str]:
    """The lines of a head, one of which can be its title. That of a statement may be broken in two:
    what it can be is known to the last word."""
    if kind is DocumentKind.STATEMENT:
        yield from (joined("\n".join(pair), rules) for pair in pairwise(lines))
    yield from lines


def _kind_by_head(
    lines: Sequence[str], stated: Mapping[str, str], rules: Grammar
) -> DocumentKind | None:
    """STATEMENT or DECISION, where the head says so."""
    series = re.split(r"[/ ]", stated.get("symbol", "") or _symbol(lines))
    found = next((kind for name, kind in _SERIES.items() if name in series), None)
    if found or "RES" in series:
        return found
    for kind in (DocumentKind.STATEMENT, DocumentKind.DECISION):
        titles = (line for line in _titles(lines, kind, rules) if len(line) <= _LONGEST)
        if any(_names(line, kind, rules) for line in titles):
            return kind
    return None


def _kind_by_body(
    blocks: Sequence[Block], lines: Sequence[str], rules: Grammar
) -> DocumentKind | None:
    """The kind of a document with articles, or with a symbol or a title and numbered paragraphs."""
    if _has_articles(blocks, rules):
        return _of_articles(lines, rules)
    is_titled = any(_names(line, DocumentKind.DOCUMENT, rules) for line in lines)
    if not is_titled and not _symbol(lines):
        return None
    numbered = (block for block in blocks if block.number or rules.number.match(block.text))
    complete = sum(last_sign(block.text) in ENDS_A_PARAGRAPH for block in numbered)
    return DocumentKind.DOCUMENT if complete >= _FEWEST else None


def _of_articles(lines: Sequence[str], rules: Grammar) -> DocumentKind:
    named = any(_names(line, DocumentKind.TREATY, rules) for line in lines)
    return DocumentKind.TREATY if named else DocumentKind.DOCUMENT


def _symbol(lines: Sequence[str]) -> str:
    """The symbol on a line of its own, "" where there is none."""
    found = (line.strip(DIRECTIONS + " *") for line in lines if len(line) <= _LONGEST)
    return next((text for text in found if symbols.pattern().fullmatch(text)), "")


def _lines(blocks: Sequence[Block]) -> list[str]:
    return [line for block in blocks for line in block.text.split("\n")]


def _is_sentence(text: str, rules: Grammar) -> bool:
    text = text.strip()
    return len(text) > _SENTENCE[rules.spaced] and last_sign(text) in ENDS_A_PARAGRAPH


def _end_of_head(blocks: Sequence[Block], rules: Grammar) -> int:
    """The place of the first block that is no line of the head: a paragraph, an article, the
    heading of a division."""
    for place, block in enumerate(blocks[:_BLOCKS_OF_A_HEAD]):
        text = block.text.strip()
        begins = (
            block.number
            or rules.article.match(text)
            or starts_with_mark(text, rules)
            or is_numbered_heading(text, rules)
            or (rules.number.match(text) and not is_title(text, rules))
        )
        if last_sign(text) in ENDS_A_PREAMBULAR:
            return place
        if text[:1].islower() and len(text) > _SENTENCE[rules.spaced]:
            return place
        if begins or len(text) > _LONGEST or _is_sentence(text, rules) or rules.opening(text):
            return place
    return min(len(blocks), _BLOCKS_OF_A_HEAD)


def _parts(blocks: Sequence[Block], rules: Grammar) -> tuple[Part, ...]:
    """The divisions of the body and its annexes. The body is read like an annex, since there are
    lists and headings and no numbers that could be missed."""
    annexes = (place for place, block in enumerate(blocks) if is_annex(block.text, rules))
    end = next(annexes, len(blocks))
    body = Body(rules, (), PartKind.ANNEX)
    body.read(blocks[:end], is_resolution=False)
    rest = Body(rules, ())
    rest.read(blocks[end:], is_resolution=False)
    whole = _with_enacting_words(finished(body.parts, rules)[0], rules)
    below = [nesting.outside(part, whole.id) for part in whole.parts]
    attached = [part for part in finished(rest.parts, rules) if part.kind is PartKind.ANNEX]
    return (*_own_clauses(whole, below), *below, *attached)


def _with_enacting_words(whole: Part, rules: Grammar) -> Part:
    """The body with enacting words among the paragraphs of its preamble ("The General Assembly
    / Proclaims …"), if they passed for the heading of its first division."""
    if not whole.parts:
        return whole
    first, *others = whole.parts
    if not rules.enacting.fullmatch(words(first.heading).strip()):
        return whole
    paragraphs = [Clause("", "", "", "", first.heading), *first.clauses]
    out = list(whole.clauses)
    for paragraph in paragraphs:
        number = f"{whole.id}.p{len(out) + 1}"
        moved = nesting.renamed(Part("", PartKind.SECTION, (), (paragraph,)), paragraph.id, number)
        out += moved.clauses
    return whole._replace(clauses=tuple(out), parts=(*first.parts, *others))


def _own_clauses(whole: Part, below: Sequence[Part]) -> Iterator[Part]:
    """The paragraphs above the first division, which are a preamble where articles follow."""
    if not whole.clauses:
        return
    own = nesting.outside(whole._replace(id="text", parts=()), whole.id)
    own = own._replace(kind=PartKind.SECTION, level=0)
    has_numbers = any(clause.number for clause in own.clauses)
    if has_numbers or not any(
        part.kind is PartKind.ARTICLE for one in below for part in one.divisions()
    ):
        yield own
        return
    preamble = nesting.renamed(own, "p", "pp")
    yield preamble._replace(id=PartKind.PREAMBLE.value, kind=PartKind.PREAMBLE)
