"""The tree of nodes as Qt's item model: label and tick box, then a column for each language."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.citation import language_name, trust
from desktop_app.ui.nodes import Node, NodeKind, plain, tree

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BitextModel(QAbstractItemModel):
    """Shows one bitext; another bitext is another model. Ticks belong to clauses.

    Signals: `ticked` with the number of ticked rows, whenever that changes.
    """

    ticked = Signal(int)

    def __init__(self, bitext: Bitext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bitext = bitext
        self.root = tree(bitext)
        self._nodes = list(self.root.walk())
        self._ticked: set[int] = set()
        self._names = {
            "masthead": self.tr("Masthead"),
            "preamble": self.tr("Preamble"),
            "operative": self.tr("Operative"),
            "section": self.tr("Section"),
            "annex": self.tr("Annex"),
            "closing": self.tr("Closing"),
            "footnotes": self.tr("Footnotes"),
            "text": self.tr("Text"),
        }

    def node(self, index: Index) -> Node:
        """The node of an index; the root for an invalid one."""
        return self._nodes[index.internalId()] if index.isValid() else self.root

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        if node is self.root:
            return _NOWHERE
        return self.createIndex(node.place, column, node.number)

    def node_of(self, id: str) -> Node | None:
        """The node that shows a clause or footnote of the source."""
        return next((n for n in self._nodes if n.row and id in n.row.source), None)

    def label(self, node: Node) -> str:
        """What the first column shows: "Preamble · 17", "PP6", "1", "(a)"."""
        if node.kind is not NodeKind.SECTION:
            return node.name
        stem = node.name.rstrip("0123456789")
        name = f"{self._names.get(stem, stem)} {node.name[len(stem) :]}".strip()
        return f"{name} · {len(node.children)}" if node.children else name

    # The model as Qt asks for it

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self.node(parent).children
        if not (0 <= row < len(children) and 0 <= column < self.columnCount()):
            return _NOWHERE
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).parent
        return self.index_of(above) if above else _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 3 if self.bitext.target else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and self._clauses(self.node(index)):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._state(node) if column == 0 and self._clauses(node) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.label(node) if column == 0 else plain(self.texts(node, column - 1))
        return None

    @staticmethod
    def texts(node: Node, side: int) -> tuple[Any, ...]:
        """The paragraphs of one side of a node; () where it shows none."""
        return node.texts[side] if side < len(node.texts) else ()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        side = [self.bitext.source, self.bitext.target][section - 1] if section > 0 else None
        if orientation is Qt.Orientation.Vertical or side is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{language_name(side)}\n{trust(side)}"
        return trust(side) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        numbers = {clause.number for clause in self._clauses(self.node(index))}
        # A box that is partly ticked, clicked, becomes ticked.
        if Qt.CheckState(value) is Qt.CheckState.Unchecked:
            self._ticked -= numbers
        else:
            self._ticked |= numbers
        self._tell(self.node(index))
        return True

    # Ticks

    def ticked_rows(self) -> list[Row]:
        """The ticked rows in reading order."""
        nodes = (self._nodes[number] for number in sorted(self._ticked))
        return [node.row for node in nodes if node.row]

    def tick(self, nodes: Iterable[Node], on: bool) -> None:
        """Ticks clauses, with their sub-paragraphs, or takes the ticks off."""
        for node in nodes:
            numbers = {clause.number for clause in self._clauses(node)}
            self._ticked = self._ticked | numbers if on else self._ticked - numbers
            self._tell(node)

    def take_ticks(self, other: "BitextModel") -> None:
        """Ticks the rows that are ticked in another model of the same document."""
        ids = {id for row in other.ticked_rows() for id in row.source or row.target}
        self.tick(
            [n for n in self._nodes if n.row and ids.intersection(n.row.source or n.row.target)],
            True,
        )

    def _clauses(self, node: Node) -> list[Node]:
        return [below for below in node.walk() if below.kind is NodeKind.CLAUSE]

    def _state(self, node: Node) -> Qt.CheckState:
        clauses = self._clauses(node)
        count = sum(clause.number in self._ticked for clause in clauses)
        if not count:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if count == len(clauses) else Qt.CheckState.PartiallyChecked

    def _tell(self, node: Node) -> None:
        """Says that the ticks of a node, of all above and of all below it may have changed."""
        role = [Qt.ItemDataRole.CheckStateRole]
        above: Node | None = node
        while above and above is not self.root:
            index = self.index_of(above)
            self.dataChanged.emit(index, index, role)
            above = above.parent
        for below in node.walk():
            if below is not node:
                index = self.index_of(below)
                self.dataChanged.emit(index, index, role)
        self.ticked.emit(len(self._ticked))
