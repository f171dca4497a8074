"""The nodes of the tree of the page, without Qt: sections, and rows with both texts."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_app.resolution.bitext import Row
from desktop_app.resolution.labels import divided
from desktop_app.resolution.labels import label as label_of
from desktop_app.resolution.model import (
    Clause,
    Part,
    Resolution,
    Run,
    Runs,
    Style,
    Table,
    words,
)
from desktop_app.resolution.positions import SAME, PositionMap

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


def paragraph_of(clause: Clause, label: str = "") -> Paragraph:
    """A clause as a cell shows it."""
    runs = with_opening_emphasised(clause.runs, clause.opening)
    return Paragraph(clause.id, runs, label, table=clause.table)


def short_label(clause: Clause) -> str:
    """The label of a clause within a cell, for which there is little room: "PP7", "OP2"; within an
    annex and of sub-paragraphs what the column of labels has, "3", "P2", "(a)"."""
    id, number = clause.id, clause.number
    if "." not in id or not number:
        return label_of(id).rpartition(".")[2]
    return f"({number})" if "." in divided(id)[1] else number


def sided(node: Node) -> list[tuple[int, str]]:
    """The clauses, footnotes or lines of a row as pairs of side and id."""
    if node.row is None:
        return []
    return [(0, id) for id in node.row.source] + [(1, id) for id in node.row.target]


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
