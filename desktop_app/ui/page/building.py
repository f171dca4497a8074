"""Builds the tree of the page from a bitext, without Qt."""

from collections.abc import Sequence

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Clause, Part, PartKind, Resolution, Runs
from desktop_app.ui.page.nodes import (
    Further,
    Node,
    NodeKind,
    Paragraph,
    Texts,
    paragraph_of,
    short_label,
)
from desktop_app.ui.page.places import DEEPEST, Ids, RowPlace, places


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
    sections, part_above = _sections(sides, third)
    for part_id, node in sections.items():
        if part_id not in part_above:
            root.add(node)
    _add_rows(_clause_rows(bitext, clauses), clauses, parts_of, sections, third)
    for part_id, holder in part_above.items():  # behind the clauses of the holder itself
        sections[holder].add(sections[part_id])
    kept = [one for one in root.children if not _is_empty(one)]
    root.children[:] = kept
    for number, section in enumerate(kept):
        section.row_in_parent = number


def _clause_rows(bitext: Bitext, clauses: Sequence[dict[str, Clause]]) -> list[tuple[Row, Ids]]:
    """The rows of clauses with the ids of each version; the others hold footnotes."""
    own, *others = clauses
    rows: list[tuple[Row, Ids]] = []
    for row in bitext.rows:
        first = row.source[0] if row.source else ""
        if first in own or (not first and others and row.target and row.target[0] in others[0]):
            rows.append((row, (row.source, row.target)[: len(clauses)]))
    return rows


def _add_rows(
    rows: Sequence[tuple[Row, Ids]],
    clauses: Sequence[dict[str, Clause]],
    parts_of: Sequence[dict[str, str]],
    sections: dict[str, Node],
    third: Further | None,
) -> None:
    """Adds the rows of clauses to their sections, each below the row of its paragraph."""
    headings = _Headings(clauses)
    nodes: list[Node] = []
    found = places([ids for _, ids in rows], parts_of, [*sections])
    for (row, ids), place in zip(rows, found, strict=True):
        first, depth = place.first, place.depth
        above = nodes[place.above] if place.above >= 0 else sections[place.section]
        holder = headings.holder(above, ids, place)
        clause = clauses[place.side][first]
        texts = _texts(ids, clauses, clause)
        is_covered = False
        if third is not None:
            texts, is_covered = (*texts, third.cell(row, first)), third.is_covered(row)
        shown = _row_label(first, clause.number, depth)
        node = Node(NodeKind.CLAUSE, shown, texts, row, depth, is_covered=is_covered)
        nodes.append(holder.add(node))


class _Headings:
    """The headings above some sub-paragraphs of a clause, and what is below them."""

    def __init__(self, clauses: Sequence[dict[str, Clause]]) -> None:
        self._clauses = clauses
        self._are_any = any(clause.heading for known in clauses for clause in known.values())
        self._last: dict[Node, tuple[Node, set[tuple[int, str]]]] = {}
        """Below a node, the last heading, and the paragraphs whose sub-paragraphs it is above."""

    def holder(self, above: Node, ids: Ids, place: RowPlace) -> Node:
        """The node to add a row to that stands below another: that one, its last heading, or the
        heading of the row."""
        parent = above
        while parent.parent is not None and (parent.depth >= DEEPEST or parent.slices > 1):
            parent = parent.parent
        if not self._are_any:
            return parent
        texts = _headings(ids, self._clauses)
        if any(texts):
            own = f"{place.first}.heading"
            node = Node(NodeKind.SECTION, "heading", texts, depth=place.depth, section=own)
            paragraphs = {one for one in _paragraphs(ids) if texts[one[0]]}
            self._last[above] = parent.add(node), paragraphs
        elif above.kind is NodeKind.SECTION and self._is_left(above, ids):
            del self._last[above]
        return self._last[above][0] if above in self._last else parent

    def _is_left(self, section: Node, ids: Ids) -> bool:
        """Whether a row is not below the heading of sub-paragraphs that is the last in a section,
        where they stand beside paragraphs."""
        paragraphs = self._last[section][1] if section in self._last else set()
        sides = {side for side, _ in paragraphs}
        return any(one[0] in sides for one in _paragraphs(ids) - paragraphs)


def _paragraphs(ids: Ids) -> set[tuple[int, str]]:
    """The paragraphs above the clauses of a row, each with its side."""
    return {(side, id.rpartition(".")[0]) for side, own in enumerate(ids) for id in own}


def _is_empty(section: Node) -> bool:
    """Whether a preamble or an operative part has nothing in it."""
    is_body = section.name in ("preamble", "operative")
    return is_body and not section.children and not any(section.texts)


def _texts(
    ids: Ids, clauses: Sequence[dict[str, Clause]], named: Clause
) -> tuple[tuple[Paragraph, ...], ...]:
    """The cells of a row; the label of the row names its first clause."""
    return tuple(
        [
            tuple([paragraph_of(known[id], _label(known[id], named, id == own[0])) for id in own])
            for known, own in zip(clauses, ids, strict=True)
        ]
    )


def _label(clause: Clause, named: Clause, is_first: bool) -> str:
    """The label of a clause in its cell, "" if it is called as the row is."""
    if clause.id == named.id:
        return ""
    label = short_label(clause)
    return "" if is_first and label == short_label(named) else label


def _headings(
    ids: Sequence[Sequence[str]], clauses: Sequence[dict[str, Clause]]
) -> tuple[tuple[Paragraph, ...], ...]:
    """What stands above the sub-paragraphs of a row, in each version."""
    return tuple(
        tuple(Paragraph(c.heading_id, c.heading) for c in map(known.__getitem__, own) if c.heading)
        for known, own in zip(clauses, ids, strict=True)
    )


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
