"""The tree of nodes as Qt's item model: label and tick box, then a column for each language.

Qt's standard model holds what Qt and screen readers ask for, so that neither waits for Python;
what is painted comes from the nodes.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.ui.nodes import Node, NodeKind, Paragraph, plain, tree

_NODE = Qt.ItemDataRole.UserRole
UNTICKED, PARTLY, TICKED = 0, 1, 2


class BitextModel(QStandardItemModel):
    """Shows one bitext; another bitext is another model. Ticks belong to clauses.

    Signals: `ticked` with the number of ticked rows, whenever that changes.
    """

    ticked = Signal(int)

    def __init__(self, bitext: Bitext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bitext = bitext
        self.root = tree(bitext)
        self.columns = 3 if bitext.target else 2
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
        for section in self.root.children:
            self.appendRow(self._row(section))

    def _row(self, node: Node) -> list[QStandardItem]:
        """The items of a node, with all that are below it. No item is kept: the model owns them,
        and takes them along when it goes."""
        texts = [self.label(node), *(plain(paragraphs) for paragraphs in node.texts)]
        items = [QStandardItem(text) for text in texts]
        items += [QStandardItem() for _ in range(self.columns - len(items))]
        for item in items:
            item.setData(node.number, _NODE)
            item.setEditable(False)
        items[0].setCheckable(node.has_clauses)
        for child in node.children:
            items[0].appendRow(self._row(child))
        return items

    def node(self, index: QModelIndex | QPersistentModelIndex) -> Node:
        """The node of an index; the root for an invalid one."""
        return self._nodes[index.data(_NODE)] if index.isValid() else self.root

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        """The index of a node's cell."""
        if node.parent is None:
            return QModelIndex()
        return self.index(node.place, column, self.index_of(node.parent))

    def nodes(self) -> list[Node]:
        """All nodes, the root first, in the order in which they are shown."""
        return self._nodes

    def label(self, node: Node) -> str:
        """What the first column shows: "Preamble · 17", "PP6", "1", "(a)"."""
        if node.kind is not NodeKind.SECTION:
            return node.name
        stem = node.name.rstrip("0123456789")
        name = f"{self._names.get(stem, stem)} {node.name[len(stem) :]}".strip()
        return f"{name} · {len(node.children)}" if node.children else name

    @staticmethod
    def texts(node: Node, side: int) -> tuple[Paragraph, ...]:
        """The paragraphs of one side of a node; () where it shows none."""
        return node.texts[side] if side < len(node.texts) else ()

    # Ticks

    def state(self, node: Node) -> int:
        """UNTICKED, PARTLY or TICKED: of a node above others, what they are."""
        count = sum(number in self._ticked for number in node.clauses)
        if not count:
            return UNTICKED
        return TICKED if count == len(node.clauses) else PARTLY

    def toggle(self, node: Node) -> None:
        """Ticks a node's clauses; takes the ticks off if all have one."""
        self.tick([node], self.state(node) != TICKED)

    def tick(self, nodes: Iterable[Node], on: bool) -> None:
        """Ticks clauses, with their sub-paragraphs, or takes the ticks off."""
        changed: set[int] = set()
        for node in nodes:
            changed.update(node.clauses)
        self._ticked = self._ticked | changed if on else self._ticked - changed
        states = {value.value: value for value in Qt.CheckState}
        for node in self._nodes[1:]:
            if changed.intersection(node.clauses):
                state = states[self.state(node)]
                self.setData(self.index_of(node), state, Qt.ItemDataRole.CheckStateRole)
        self.ticked.emit(len(self._ticked))

    def are_ticked(self, nodes: Iterable[Node]) -> bool:
        """Whether all clauses of the nodes are ticked."""
        return all(self.state(node) == TICKED for node in nodes if node.has_clauses)

    def ticked_rows(self) -> list[Row]:
        """The ticked rows in reading order."""
        nodes = (self._nodes[number] for number in sorted(self._ticked))
        return [node.row for node in nodes if node.row]

    def take_ticks(self, other: "BitextModel") -> None:
        """Ticks what is ticked in another model of the same rows."""
        if other._ticked:
            self.tick([self._nodes[number] for number in other._ticked], True)
