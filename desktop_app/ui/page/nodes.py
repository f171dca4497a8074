"""The tree of the page, without Qt: sections, and rows with both texts."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import (
    Clause,
    Part,
    PartKind,
    Resolution,
    Run,
    Runs,
    Style,
    Table,
    words,
)
from desktop_app.resolution.plain import plain as plain_text
from desktop_app.resolution.positions import SAME, PositionMap

_DEEPEST = 5
"""Levels of sub-paragraphs that are indented; deeper ones, of which a damaged file can have
hundreds, stay at the last level."""
_SLICE = 2400
"""Bytes of UTF-8 (800 Chinese or 2400 Latin characters) that fit into the largest height of a row
in Qt, even in the narrowest window at the largest zoom."""


class NodeKind(StrEnum):
    SECTION = "section"
    CLAUSE = "clause"
    LINE = "line"
    """A line of the masthead or closing."""
    NOTE = "note"


class Paragraph(NamedTuple):
    """A clause's text as a cell shows it. `label` is set only if it differs from the row's;
    `positions` maps its words to the published text; `table` is set if it is one."""

    id: str
    runs: Runs
    label: str = ""
    positions: PositionMap = SAME
    table: Table | None = None


Texts = tuple[tuple[Paragraph, ...], ...]
"""The paragraphs of each language in a row."""


class Remark(StrEnum):
    """Why a row has a badge beside its label."""

    FINDING = "finding"
    UNSURE = "unsure"
    BY_HAND = "by hand"


class Further(Protocol):
    """What a third version adds to the rows of a bitext."""

    text: Resolution
    parts: dict[str, Part]

    def line(self, id: str) -> tuple[Paragraph, ...]: ...

    def cell(self, row: Row, name: str) -> tuple[Paragraph, ...]: ...

    def is_covered(self, row: Row) -> bool: ...


class Node:
    """A row of the tree.

    `name` is the label, or of a section the key of its name, and `section` its own name, which no
    other section has; `texts` has the paragraphs of each language, () for a gap; `depth` is the
    level of a sub-paragraph; `lengths` are the paragraphs' lengths in characters; `slices` is the
    number of rows in Qt's tree, more than 1 for a text that can grow higher than Qt lets a row be;
    `is_covered` tells that the third text of the row stands in a row before.

    The tree fills in the rest: `row_in_parent` is the row below the parent in Qt's tree, `number`
    the position among all nodes, `clauses` the numbers of the clauses at or below this node.
    """

    __slots__ = (
        "children", "clauses", "depth", "is_covered", "kind", "lengths", "name", "number", "parent",
        "row", "row_in_parent", "section", "slices", "texts",
    )  # fmt: skip

    def __init__(
        self,
        kind: NodeKind,
        name: str,
        texts: Texts = (),
        row: Row | None = None,
        depth: int = 0,
        section: str = "",
        is_covered: bool = False,
    ) -> None:
        self.is_covered = is_covered
        self.kind = kind
        self.name = name
        self.section = section or (name if kind is NodeKind.SECTION else "")
        self.texts = texts
        self.row = row
        self.depth = depth
        self.lengths = tuple(
            [tuple([len("".join([r.text for r in p.runs])) for p in text]) for text in texts]
        )
        self.slices = 1 if kind is NodeKind.SECTION else _slices(texts, self.lengths)
        if any(p.table for text in texts for p in text):
            self._make_room_for_tables()
        self.parent: Node | None = None
        self.row_in_parent = 0
        self.number = 0
        self.children: list[Node] = []
        self.clauses: list[int] = []

    def _make_room_for_tables(self) -> None:
        from desktop_app.ui.page.tables import lengths, weight  # the first page has none

        self.lengths = tuple(
            tuple(
                length
                for p in text
                for length in (lengths(p.runs) if p.table else [len(words(p.runs))])
            )
            for text in self.texts
        )
        self.slices += sum(weight(p.runs) for text in self.texts for p in text if p.table) // _SLICE

    @property
    def has_clauses(self) -> bool:
        return bool(self.clauses)

    def add(self, child: "Node") -> "Node":
        child.parent = self
        child.row_in_parent = len(self.children)
        self.children.append(child)
        return child

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead.extend(reversed(node.children))


class Place(NamedTuple):
    """Where a person is in a document: the number of the node at the top of the page (`top`), the
    share of its height scrolled out, and the numbers of the current and the folded nodes."""

    top: int
    share: float
    current: int
    folded: frozenset[int]


def _slices(texts: Texts, lengths: tuple[tuple[int, ...], ...]) -> int:
    if 3 * max(map(sum, lengths), default=0) <= _SLICE:
        return 1
    sizes = [
        sum(len(run.text.encode("utf-8", "surrogatepass")) for p in text for run in p.runs)
        for text in texts
    ]
    # Both count: one text can stand below the other.
    return 1 + sum(sizes) // _SLICE


def tree(bitext: Bitext, third: Further | None = None) -> Node:
    """The tree of a bitext: an invisible root over masthead, parts, closing and footnotes; the rows
    hold a third version as well, if there is one."""
    sides = [bitext.source] + ([bitext.target] if bitext.target else [])
    root = Node(NodeKind.SECTION, "")
    lines = [{line.id: line.runs for line in (*side.head, *side.closing)} for side in sides]
    if bitext.head:
        titles: Texts = tuple(
            (Paragraph("head.title", known["head.title"]),) if "head.title" in known else ()
            for known in lines
        )
        if third is not None:
            titles = (*titles, third.line("head.title"))
        _add_lines(root.add(Node(NodeKind.SECTION, "masthead", titles)), bitext.head, lines, third)
    _add_parts(root, bitext, sides, third)
    if bitext.closing:
        _add_lines(root.add(Node(NodeKind.SECTION, "closing")), bitext.closing, lines, third)
    _add_notes(root, bitext, sides, third)
    for number, node in enumerate(root.walk()):
        node.number = number
        above: Node | None = node if node.kind is NodeKind.CLAUSE else None
        while above is not None:
            above.clauses.append(number)
            above = above.parent
    return root


def _add_lines(
    section: Node,
    rows: Sequence[Row],
    lines: Sequence[dict[str, Runs]],
    third: Further | None,
) -> None:
    for row in rows:
        texts = tuple(
            tuple(Paragraph(id, known[id]) for id in ids)
            for ids, known in zip((row.source, row.target), lines, strict=False)
        )
        if third is not None:
            texts = (*texts, third.cell(row, ""))
        section.add(Node(NodeKind.LINE, "", texts, row))


def _add_parts(
    root: Node, bitext: Bitext, sides: Sequence[Resolution], third: Further | None
) -> None:
    clauses: list[dict[str, Clause]] = [{} for _ in sides]
    parts_of: list[dict[str, str]] = [{} for _ in sides]
    for side, clauses_of_side, parts_of_side in zip(sides, clauses, parts_of, strict=True):
        for part in side.divisions():
            for clause in part.own():
                clauses_of_side[clause.id] = clause
                parts_of_side[clause.id] = part.id
    holders: list[dict[str, Node]] = [{} for _ in sides]
    sections, part_above = _sections(sides, third)
    for part_id, node in sections.items():
        if part_id not in part_above:
            root.add(node)
    for row in bitext.rows:
        ids = (row.source, row.target)[: len(sides)]
        number = 0 if ids[0] or len(sides) == 1 else 1
        first = ids[number][0] if ids[number] else ""
        if first not in clauses[number]:
            continue
        above = first.rpartition(".")[0]
        parent = holders[number].get(above) or sections[parts_of[number][first]]
        depth = min(parent.depth + 1, _DEEPEST) if parent.kind is NodeKind.CLAUSE else 0
        while parent.parent is not None and (parent.depth >= _DEEPEST or parent.slices > 1):
            parent = parent.parent
        texts = tuple(
            [
                tuple(
                    [
                        paragraph_of(known[id], "" if id == first else label(id))
                        for id in ids_of_side
                    ]
                )
                for known, ids_of_side in zip(clauses, ids, strict=True)
            ]
        )
        is_covered = False
        if third is not None:
            texts, is_covered = (*texts, third.cell(row, first)), third.is_covered(row)
        name = clauses[number][first].number
        shown = _row_label(first, name, depth)
        node = parent.add(Node(NodeKind.CLAUSE, shown, texts, row, depth, is_covered=is_covered))
        for known, cell in zip(holders, ids, strict=True):
            for id in cell:
                known[id] = node
    for part_id, holder in part_above.items():  # behind the clauses of the holder itself
        sections[holder].add(sections[part_id])
    for section in list(root.children):
        is_empty = not section.children and not any(section.texts)
        if is_empty and section.name in ("preamble", "operative"):
            root.children.remove(section)
    for number, section in enumerate(root.children):
        section.row_in_parent = number


def _sections(
    sides: Sequence[Resolution], third: Further | None
) -> tuple[dict[str, Node], dict[str, str]]:
    """The nodes of all parts by their ids, in reading order, and the id of the part above each
    division."""
    parts = [{part.id: part for part in side.divisions()} for side in sides]
    above = {
        below.id: part.id for known in parts for part in known.values() for below in part.parts
    }
    order = _in_order(sides)
    if third is not None:
        parts.append(third.parts)
    nodes = {id: _section(id, [known.get(id) for known in parts]) for id in order}
    return nodes, {id: above[id] for id in order if id in above}


def _in_order(sides: Sequence[Resolution]) -> list[str]:
    """The parts of both versions, one that the source lacks after the one that it follows."""
    order = [part.id for part in sides[0].divisions()]
    place = 0
    for part in sides[-1].divisions():
        if part.id not in order:
            order.insert(place, part.id)
        place = order.index(part.id) + 1
    return order


def paragraph_of(clause: Clause, name: str) -> Paragraph:
    """A clause as a cell shows it, with a label of its own if it has one."""
    runs = with_opening_emphasised(clause.runs, clause.opening)
    return Paragraph(clause.id, runs, name, table=clause.table)


def _row_label(id: str, number: str, depth: int) -> str:
    if not number:
        return label(id).rpartition(".")[2] if "." in id else label(id)
    return f"({number})" if depth else number


def _section(part_id: str, versions: Sequence[Part | None]) -> Node:
    kind = next(part.kind for part in versions if part)
    texts = tuple(
        (Paragraph(part_id, part.heading),) if part and part.heading else () for part in versions
    )
    is_counted = kind in (PartKind.SECTION, PartKind.CHAPTER, PartKind.ARTICLE)
    name = part_id.rpartition(".")[2] if is_counted else kind.value
    if kind is PartKind.RESOLUTION:
        name = f"{name} {next(part.number for part in versions if part)}".rstrip()
    return Node(NodeKind.SECTION, name, texts, section=part_id)


def _add_notes(
    root: Node, bitext: Bitext, sides: Sequence[Resolution], third: Further | None
) -> None:
    notes = [{note.id: note for note in side.footnotes} for side in sides]
    rows = [
        row
        for row in bitext.rows
        if (row.source and row.source[0] in notes[0])
        or (not row.source and row.target and row.target[0] in notes[-1])
    ]
    if not rows:
        return
    section = root.add(Node(NodeKind.SECTION, "footnotes"))
    for row in rows:
        sides_ids = zip((row.source, row.target), notes, strict=False)
        cells = [[known[id] for id in ids] for ids, known in sides_ids]
        mark = next(filter(None, cells))[0].mark
        texts = tuple(
            tuple(Paragraph(n.id, n.runs, "" if n.mark == mark else n.mark) for n in cell)
            for cell in cells
        )
        is_covered = False
        if third is not None:
            texts, is_covered = (*texts, third.cell(row, mark)), third.is_covered(row)
        section.add(Node(NodeKind.NOTE, mark, texts, row, is_covered=is_covered))


def sided(node: Node) -> list[tuple[int, str]]:
    """The clauses, footnotes or lines of a row as pairs of side and id."""
    if node.row is None:
        return []
    return [(0, id) for id in node.row.source] + [(1, id) for id in node.row.target]


def plain(paragraphs: Sequence[Paragraph]) -> str:
    """The plain text of a cell for screen readers: footnote marks as [1], paragraphs after their
    labels."""
    return "\n".join((f"{p.label} " if p.label else "") + plain_text(p.runs) for p in paragraphs)


def with_opening_emphasised(runs: Runs, opening: str) -> Runs:
    """The runs with the opening words emphasised, even if the file lost their emphasis."""
    if not opening or (runs and runs[0].style is Style.EMPHASIS):
        return runs
    out: list[Run] = []
    left = len(opening)
    for run in runs:
        if run.style is Style.PLAIN and left > 0:
            out.append(Run(run.text[:left], Style.EMPHASIS))
            if run.text[left:]:
                out.append(Run(run.text[left:]))
            left -= len(run.text)
        else:
            out.append(run)
            left -= 0 if run.style is Style.MARK else len(run.text)
    return tuple(out)
