"""The tree of nodes as Qt's item model: a column of labels and tick boxes, one for each language.

Qt's standard model holds what Qt and screen readers ask for, so that neither waits for Python.
Painting uses the nodes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop_app.resolution.bitext import SURE, Bitext, Row
from desktop_app.resolution.language import language_name
from desktop_app.resolution.model import Footnote, Resolution, Runs
from desktop_app.resolution.plain import plain as plain_text
from desktop_app.resolution.positions import PositionMap
from desktop_app.resolution.variants import VARIANTS, as_converted, fits
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.cells.heads import Heads
from desktop_app.ui.page.nodes import Further, Node, NodeKind, Paragraph, Remark

_NODE, _ACCESSIBLE_TEXT = 0x100, 11
"""Qt's UserRole and AccessibleTextRole as numbers: the start avoids the names of Qt's namespace
(see `ink`)."""
_FURTHER = 1 << 24
"""The number of a further slice of a node is the node's plus a multiple of this; larger than the
node count of any document."""
_SLICE = 0.003
"""Seconds that a piece of idle work may take."""
_BETWEEN = 15
"""Milliseconds between two pieces, so that scrolling seldom has to wait."""
_FEW = 20
"""Up to this many rows whose ticks change, the view is notified of each."""
_AT_ONCE = 500
"""Up to this many rows, the items get their texts at once; in longer documents, in idle time."""
UNTICKED, PARTLY, TICKED = 0, 1, 2


class BitextModel(QStandardItemModel):
    """The model of one bitext, with a third version beside it if there is one; another bitext needs
    another model. Ticks belong to clauses.

    Signals: `ticked` with the number of ticked rows, whenever the ticks change.
    """

    ticked = Signal(int)

    def __init__(
        self, bitext: Bitext, parent: QObject | None = None, third: Further | None = None
    ) -> None:
        super().__init__(parent)
        self.bitext = bitext
        self.root = tree(bitext, third)
        self.configuration = ""
        """The OpenCC configuration of the Chinese shown, "" as published."""
        texts = bitext.source, bitext.target, third.text if third else None
        self.published = [text for text in texts if text]
        """The versions with their published words: source, target, third."""
        self.columns = 1 + len(self.published)
        self._converts = [False] * len(self.published)
        self._converted: dict[tuple[int, int], tuple[Paragraph, ...]] = {}
        self._outdated: Iterator[Node] = iter(())
        self._update_timer = QTimer(self, interval=_BETWEEN)
        self._update_timer.timeout.connect(self._update_some_texts)
        self._nodes = list(self.root.walk())
        self._ticked: set[int] = set()
        self._findings: Mapping[int, Sequence[str]] = {}
        self._names = {
            "masthead": self.tr("Masthead"),
            "resolution": self.tr("Resolution"),
            "preamble": self.tr("Preamble"),
            "operative": self.tr("Operative"),
            "section": self.tr("Section"),
            "chapter": self.tr("Chapter"),
            "art": self.tr("Article"),
            "heading": self.tr("Heading"),
            "annex": self.tr("Annex"),
            "closing": self.tr("Closing"),
            "footnotes": self.tr("Footnotes"),
            "text": self.tr("Text"),
        }
        self.heads = Heads(self.published, self.section_name)
        names = [language_name(side, phrase) for side in self.published]
        self.setHorizontalHeaderLabels([self.tr("Clause"), *names])
        self.setColumnCount(self.columns)
        self._append(self, self.root)
        if len(self._nodes) > _AT_ONCE:
            self._update_texts()
        for node in self._nodes:
            if node.row and bitext.target and (node.row.by_hand or node.row.score < SURE):
                self._update_remarks(node)

    def _row(self, node: Node) -> list[QStandardItem]:
        """Makes the items of a node and of all nodes below it. Do not keep them: the model owns and
        deletes them."""
        first = QStandardItem(self.label(node))
        first.setData(node.number, _NODE)
        first.setCheckable(node.has_clauses)
        if node.kind is NodeKind.SECTION and (counts := self.heads.counts(node)):
            first.setData(f"{self.label(node)}, {counts}", _ACCESSIBLE_TEXT)
        items = [first]
        if len(self._nodes) <= _AT_ONCE or not all(node.texts):
            # The others come with their texts, in idle time.
            items += [QStandardItem(plain_cell(paragraphs)) for paragraphs in node.texts]
            if node.row and self.columns > 2:
                for item, text in zip(items[1:], node.texts, strict=False):
                    if not text:
                        item.setData(self.gap(node), _ACCESSIBLE_TEXT)
        if node.children:
            first.setColumnCount(self.columns)
            self._append(first, node)
        return items

    def _append(self, to: QStandardItem | QStandardItemModel, node: Node) -> None:
        """Appends the rows of a node's children, with the further slices of long ones."""
        place = 0
        for child in node.children:
            child.row_in_parent = place
            to.appendRow(self._row(child))
            for number in range(1, child.slices):
                to.appendRow(self._slice(child, number))
            place += child.slices

    def _slice(self, node: Node, number: int) -> list[QStandardItem]:
        """Makes a row of the tree that continues a long text."""
        from PySide6.QtCore import Qt

        items = [QStandardItem() for _ in range(self.columns)]
        for item in items:
            item.setData(node.number + number * _FURTHER, _NODE)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        items[0].setData(self.tr("Continued"), _ACCESSIBLE_TEXT)
        return items

    def slice_of(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """The slice of its node that an index is in; 0 for the first, which is most often the
        only one."""
        return self._number(index) // _FURTHER if index.isValid() else 0

    def node(self, index: QModelIndex | QPersistentModelIndex) -> Node:
        """The node of an index; the root for an invalid one."""
        return self._nodes[self._number(index) % _FURTHER] if index.isValid() else self.root

    @staticmethod
    def _number(index: QModelIndex | QPersistentModelIndex) -> int:
        """The number stored in a row's first cell: node and slice in one."""
        number: int = (index.sibling(index.row(), 0) if index.column() else index).data(_NODE)
        return number

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        """The index of a node's cell."""
        if node.parent is None:
            return QModelIndex()
        return self.index(node.row_in_parent, column, self.index_of(node.parent))

    def nodes(self) -> list[Node]:
        """All nodes in reading order, the root first."""
        return self._nodes

    def label(self, node: Node) -> str:
        """The text of the first column: "Preamble", "PP6", "1", "(a)"."""
        return node.name if node.kind is not NodeKind.SECTION else self.section_name(node)

    def section_name(self, node: Node) -> str:
        """The name of a section: "Preamble", "Section 2", "Article 3", "Resolution 46/75"."""
        stem, _, number = node.name.partition(" ")
        if number:
            return f"{self._names.get(stem, stem)} {number}"
        stem = node.name.rstrip("0123456789")
        return f"{self._names.get(stem, stem)} {node.name[len(stem) :]}".strip()

    def gap(self, node: Node) -> str:
        """What an empty cell stands for."""
        return self.tr("In the row above") if node.is_covered else self.tr("No counterpart")

    # Remarks on rows

    def remarks(self, node: Node) -> list[tuple[Remark, str]]:
        """The remarks on a row, each with its sentence."""
        if node.row is None or self.bitext.target is None:
            return []
        out = [(Remark.FINDING, message) for message in self._findings.get(node.number, ())]
        if node.row.by_hand:
            out.append((Remark.BY_HAND, self.tr("Corrected by hand")))
        elif node.row.score < SURE and not (node.row.source and node.row.target):
            out.append((Remark.UNSURE, self.tr("Unsure whether this has no counterpart")))
        elif node.row.score < SURE:
            reasons = self.tr("; ").join(map(phrase, node.row.reasons))
            because = self.tr("Unsure whether these say the same: %1").replace("%1", reasons)
            sentence = self.tr("Unsure whether these say the same")
            out.append((Remark.UNSURE, because if reasons else sentence))
        return out

    def show_findings(self, messages: Mapping[int, Sequence[str]]) -> None:
        """Replaces the findings: messages by the number of their node."""
        before = self._findings
        self._findings = messages
        # Without signals, which would make the view ask for the height of each row; it repaints
        # anyway.
        self.blockSignals(True)
        for number in {*before, *messages}:
            self._update_remarks(self._nodes[number])
        self.blockSignals(False)

    def _update_remarks(self, node: Node) -> None:
        """Stores the remarks of a row for tooltips and screen readers."""
        from PySide6.QtCore import Qt

        from desktop_app.ui.widgets.plain_text import tooltip  # the first page has no remarks

        sentences = [sentence for _, sentence in self.remarks(node)]
        index = self.index_of(node)
        shown = tooltip("\n".join(sentences))
        self.setData(index, shown, Qt.ItemDataRole.ToolTipRole)
        spoken = ". ".join([self.label(node), *(sentence.rstrip(".") for sentence in sentences)])
        self.setData(index, spoken if sentences else None, _ACCESSIBLE_TEXT)

    # Texts are converted when they come into view, so a change of script takes no longer in a long
    # document than in a short one.

    def texts(self, node: Node, side: int) -> tuple[Paragraph, ...]:
        """The paragraphs of one side of a node as shown; () if it has none."""
        published = node.texts[side] if side < len(node.texts) else ()
        if not published or not self._converts[side]:
            return published
        key = (node.number, side)
        converted = self._converted.get(key)
        if converted is None:
            converted = tuple(map(self._converted_paragraph, published))
            self._converted[key] = converted
        return converted

    def footnote(self, side: int, id: str) -> Footnote | None:
        """A footnote of one side as shown."""
        note = self.published[side].footnote(id)
        if note is None or not self._converts[side]:
            return note
        return note._replace(runs=self._convert(note.runs)[0])

    def sides(self) -> list[Resolution]:
        """The language versions, with script and provenance as shown but the published words."""
        return [
            as_converted(side, self.configuration if converts else "")
            for side, converts in zip(self.published, self._converts, strict=True)
        ]

    def as_shown(self) -> Bitext:
        """The whole bitext, converted as shown. Raises ScriptError."""
        if not any(self._converts[:2]):
            return self.bitext
        from desktop_app.script.convert import convert_bitext

        return convert_bitext(self.bitext, self.configuration)

    def show_script(self, configuration: str) -> None:
        """Shows the texts converted by a configuration, "" as published. Texts that it does not fit
        stay as published."""
        self.configuration = configuration
        self._converts = [fits(configuration, side) for side in self.published]
        self._converted.clear()
        self._update_texts()

    def _update_texts(self) -> None:
        """Starts to update the texts of all items."""
        self._outdated = iter(self._nodes[1:])
        self._update_timer.start()

    def _update_some_texts(self) -> None:
        """Updates the next items to the texts shown, for screen readers; called in idle time."""
        until = monotonic() + _SLICE
        # Without signals: painting does not use these texts, and no row changes its height.
        self.blockSignals(True)
        for node in self._outdated:
            index = self.index_of(node)
            for side in range(self.columns - 1):
                text = plain_cell(self.texts(node, side))
                if text:
                    self.setData(index.siblingAtColumn(side + 1), text)
            if monotonic() > until:
                break
        else:
            self._update_timer.stop()
        self.blockSignals(False)

    @property
    def local_terms(self) -> bool:
        """Whether the conversion also replaces words, not only characters."""
        return any(self._converts) and VARIANTS[self.configuration].local_terms

    def _converted_paragraph(self, published: Paragraph) -> Paragraph:
        runs, positions = self._convert(published.runs)
        return published._replace(runs=runs, positions=positions)

    def _convert(self, runs: Runs) -> tuple[Runs, PositionMap]:
        from desktop_app.script.convert import convert_runs  # late: reading needs no dictionaries

        return convert_runs(runs, self.configuration)

    # Ticks

    def state(self, node: Node) -> int:
        """UNTICKED, PARTLY or TICKED, from all clauses at or below a node."""
        count = sum(number in self._ticked for number in node.clauses)
        if not count:
            return UNTICKED
        return TICKED if count == len(node.clauses) else PARTLY

    @property
    def has_ticks(self) -> bool:
        """Whether any clause is ticked."""
        return bool(self._ticked)

    def toggle(self, node: Node) -> None:
        """Ticks all clauses of a node, or unticks them if all are ticked."""
        self.tick([node], self.state(node) != TICKED)

    def tick(self, nodes: Iterable[Node], on: bool) -> None:
        """Ticks or unticks clauses with their sub-paragraphs."""
        changed: set[int] = set()
        for node in nodes:
            changed.update(node.clauses)
        self.tick_exactly(self._ticked | changed if on else self._ticked - changed)

    @property
    def ticked_numbers(self) -> set[int]:
        """The numbers of the ticked rows."""
        return set(self._ticked)

    def tick_exactly(self, numbers: set[int]) -> None:
        """Ticks the rows of these numbers and unticks all others."""
        from PySide6.QtCore import Qt

        changed = self._ticked ^ numbers
        self._ticked = numbers
        states = {value.value: value for value in Qt.CheckState}
        # For many rows only one signal, at the end, at which the view repaints.
        self.blockSignals(len(changed) > _FEW)
        for node in self._nodes[1:]:
            if changed.intersection(node.clauses):
                state = states[self.state(node)]
                self.setData(self.index_of(node), state, Qt.ItemDataRole.CheckStateRole)
                if node.children:  # screen readers know only ticked and not ticked
                    partly = self.tr("Partly ticked") if self.state(node) == PARTLY else None
                    description = Qt.ItemDataRole.AccessibleDescriptionRole
                    self.setData(self.index_of(node), partly, description)
        self.blockSignals(False)
        self.ticked.emit(len(self._ticked))

    def are_ticked(self, nodes: Iterable[Node]) -> bool:
        """Whether all clauses of the nodes are ticked."""
        return all(self.state(node) == TICKED for node in nodes if node.has_clauses)

    def ticked_rows(self) -> list[Row]:
        """The ticked rows in reading order."""
        nodes = (self._nodes[number] for number in sorted(self._ticked))
        return [node.row for node in nodes if node.row]


def plain_cell(paragraphs: Sequence[Paragraph]) -> str:
    """The plain text of a cell for screen readers: footnote marks as [1], paragraphs after their
    labels."""
    return "\n".join((f"{p.label} " if p.label else "") + plain_text(p.runs) for p in paragraphs)
