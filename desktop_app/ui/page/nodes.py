"""What the tree of the window shows, row by row, before Qt: sections, and rows with both texts."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Clause, Part, PartKind, Resolution, Run, Runs, Style
from desktop_app.resolution.positions import SAME, PositionMap

_DEEPEST = 5
"""Levels of sub-paragraphs that are set in, one below the other; deeper ones, which a damaged file
can have by the hundred, stand beside the last of these."""


_SLICE = 2400
"""Bytes of UTF-8, 800 Chinese characters or 2400 Latin ones: so many need less height than Qt lets
a row have, in a window as narrow and with letters as large as a person can have them."""


class NodeKind(StrEnum):
    SECTION = "section"
    CLAUSE = "clause"
    LINE = "line"
    """A line of the masthead or of the closing."""
    NOTE = "note"


class Paragraph(NamedTuple):
    """A clause's text as a cell shows it. `label` is what stands beside it where it bears another
    label than its row; `positions` tells where its words stand in the published text."""

    id: str
    runs: Runs
    label: str = ""
    positions: PositionMap = SAME


class Mark(StrEnum):
    """What stands beside the label of a row that something has to be said of."""

    FINDING = "finding"
    UNSURE = "unsure"
    BY_HAND = "by hand"


class Node:
    """A row of the tree. `texts` has the paragraphs of each language, an empty one being a gap;
    `name` of a section is a key of the words of the interface, and `section` its own name, which no
    other section has; `depth` counts the levels of sub-paragraphs. `lengths` are those of the
    paragraphs, in characters; `slices` counts the rows of the screen's tree that it takes: more
    than one where its text is so long that it can become higher than Qt lets a row be. Its tree
    fills in the rest: `place` is its place among its parent's rows, `number` its place among all
    nodes, `clauses` are the numbers of the clauses that it is or that are below it."""

    __slots__ = (
        "children", "clauses", "depth", "kind", "lengths", "name", "number", "parent", "place",
        "row", "section", "slices", "texts",
    )  # fmt: skip

    def __init__(
        self,
        kind: NodeKind,
        name: str,
        texts: tuple[tuple[Paragraph, ...], ...] = (),
        row: Row | None = None,
        depth: int = 0,
        section: str = "",
    ) -> None:
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
        self.parent: Node | None = None
        self.place = 0
        self.number = 0
        self.children: list[Node] = []
        self.clauses: list[int] = []

    @property
    def has_clauses(self) -> bool:
        return bool(self.clauses)

    def add(self, child: "Node") -> "Node":
        child.parent = self
        child.place = len(self.children)
        self.children.append(child)
        return child

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in the order in which they are shown."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead.extend(reversed(node.children))


class Place(NamedTuple):
    """Where a person is in a document: the number of the node at the top of the page, the share of
    its height that is scrolled out, the current node, and the folded ones."""

    top: int
    share: float
    current: int
    folded: frozenset[int]


def _slices(texts: tuple[tuple[Paragraph, ...], ...], lengths: tuple[tuple[int, ...], ...]) -> int:
    if 3 * max(map(sum, lengths), default=0) <= _SLICE:
        return 1
    sizes = [
        sum(len(run.text.encode("utf-8", "surrogatepass")) for p in text for run in p.runs)
        for text in texts
    ]
    # Where one text can stand below the other, both count.
    return 1 + sum(sizes) // _SLICE


def tree(bitext: Bitext) -> Node:
    """The invisible root over the sections: masthead, parts, closing, footnotes."""
    sides = [bitext.source] + ([bitext.target] if bitext.target else [])
    root = Node(NodeKind.SECTION, "")
    lines = [{line.id: line.runs for line in (*side.head, *side.closing)} for side in sides]
    if bitext.head:
        titles = tuple(
            (Paragraph("head.title", known["head.title"]),) if "head.title" in known else ()
            for known in lines
        )
        _add_lines(root.add(Node(NodeKind.SECTION, "masthead", titles)), bitext.head, lines)
    _add_parts(root, bitext, sides)
    if bitext.closing:
        _add_lines(root.add(Node(NodeKind.SECTION, "closing")), bitext.closing, lines)
    _add_notes(root, bitext, sides)
    for number, node in enumerate(root.walk()):
        node.number = number
        above: Node | None = node if node.kind is NodeKind.CLAUSE else None
        while above is not None:
            above.clauses.append(number)
            above = above.parent
    return root


def _add_lines(section: Node, rows: Sequence[Row], lines: Sequence[dict[str, Runs]]) -> None:
    for row in rows:
        texts = tuple(
            tuple(Paragraph(id, known[id]) for id in ids)
            for ids, known in zip((row.source, row.target), lines, strict=False)
        )
        section.add(Node(NodeKind.LINE, "", texts, row))


def _add_parts(root: Node, bitext: Bitext, sides: Sequence[Resolution]) -> None:
    clauses: list[dict[str, Clause]] = [{} for _ in sides]
    parts_of: list[dict[str, str]] = [{} for _ in sides]
    for side, own_clauses, own_parts in zip(sides, clauses, parts_of, strict=True):
        for part in side.parts:
            for clause in part.walk():
                own_clauses[clause.id] = clause
                own_parts[clause.id] = part.id
    holders: list[dict[str, Node]] = [{} for _ in sides]
    sections: list[dict[str, Node]] = [{} for _ in sides]
    parts = [{part.id: part for part in side.parts} for side in sides]
    for part_id in _in_order(sides):
        node = root.add(_section(part_id, [known.get(part_id) for known in parts]))
        for known in sections:
            known[part_id] = node
    for row in bitext.rows:
        ids = (row.source, row.target)[: len(sides)]
        number = 0 if ids[0] or len(sides) == 1 else 1
        first = ids[number][0] if ids[number] else ""
        if first not in clauses[number]:
            continue
        above = first.rpartition(".")[0]
        parent = holders[number].get(above) or sections[number][parts_of[number][first]]
        depth = min(parent.depth + 1, _DEEPEST) if parent.kind is NodeKind.CLAUSE else 0
        while parent.parent is not None and (parent.depth >= _DEEPEST or parent.slices > 1):
            parent = parent.parent
        texts = tuple(
            [
                tuple([_paragraph(known[id], "" if id == first else label(id)) for id in own])
                for known, own in zip(clauses, ids, strict=True)
            ]
        )
        name = clauses[number][first].number
        shown = _shown_label(first, name, depth)
        node = parent.add(Node(NodeKind.CLAUSE, shown, texts, row, depth))
        for known, own in zip(holders, ids, strict=True):
            for id in own:
                known[id] = node
    for section in list(root.children):
        is_empty = not section.children and not any(section.texts)
        if is_empty and section.name in ("preamble", "operative"):
            root.children.remove(section)
    for place, section in enumerate(root.children):
        section.place = place


def _in_order(sides: Sequence[Resolution]) -> list[str]:
    """The parts of both versions, one that the source lacks after the one that it follows."""
    order = [part.id for part in sides[0].parts]
    place = 0
    for part in sides[-1].parts:
        if part.id not in order:
            order.insert(place, part.id)
        place = order.index(part.id) + 1
    return order


def _paragraph(clause: Clause, name: str) -> Paragraph:
    return Paragraph(clause.id, with_opening_emphasised(clause.runs, clause.opening), name)


def _shown_label(id: str, number: str, depth: int) -> str:
    if not number:
        return label(id).rpartition(".")[2] if "." in id else label(id)
    return f"({number})" if depth else number


def _section(part_id: str, found: Sequence[Part | None]) -> Node:
    kind = next(part.kind for part in found if part)
    texts = tuple(
        (Paragraph(part_id, part.heading),) if part and part.heading else () for part in found
    )
    name = kind.value if kind is not PartKind.SECTION else part_id
    return Node(NodeKind.SECTION, name, texts, section=part_id)


def _add_notes(root: Node, bitext: Bitext, sides: Sequence[Resolution]) -> None:
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
        known = zip((row.source, row.target), notes, strict=False)
        found = [[own[id] for id in ids] for ids, own in known]
        mark = next(filter(None, found))[0].mark
        texts = tuple(
            tuple(Paragraph(n.id, n.runs, "" if n.mark == mark else n.mark) for n in own)
            for own in found
        )
        section.add(Node(NodeKind.NOTE, mark, texts, row))


def sided(node: Node) -> list[tuple[int, str]]:
    """The clauses, footnotes or lines of a row, each by its side and its id."""
    if node.row is None:
        return []
    return [(0, id) for id in node.row.source] + [(1, id) for id in node.row.target]


def followed(before: Sequence[Node], after: Sequence[Node]) -> dict[int, list[int]]:
    """Where the nodes of a document are after its rows were corrected: for the number of each the
    numbers of those that hold what it held, the one with its first clause first. For a section
    whose rows are all in others now, the row of its first clause."""
    sections = {node.section: node.number for node in after if node.kind is NodeKind.SECTION}
    holders = {id: node.number for node in after for id in sided(node)}
    out: dict[int, list[int]] = {}
    for node in before:
        if node.kind is not NodeKind.SECTION:
            out[node.number] = list(dict.fromkeys(holders[id] for id in sided(node)))
        elif node.section in sections:
            out[node.number] = [sections[node.section]]
        else:
            out[node.number] = [holders[id] for row in node.walk() for id in sided(row)[:1]][:1]
    return out


def plain(paragraphs: Sequence[Paragraph]) -> str:
    """The text of a cell as plain text, footnote marks as [1], labels that differ from the row's
    before their paragraphs; for screen readers."""
    return "\n".join(
        (f"{p.label} " if p.label else "")
        + "".join(f"[{run.text}]" if run.style is Style.MARK else run.text for run in p.runs)
        for p in paragraphs
    )


def with_opening_emphasised(runs: Runs, opening: str) -> Runs:
    """The runs with the opening words emphasised, whether the file kept their emphasis or not."""
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
