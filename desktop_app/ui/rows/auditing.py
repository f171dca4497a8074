"""Findings in the window: audits in idle time, puts badges on rows and steps through findings."""

from __future__ import annotations

from functools import cache, partial
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.alignment.audit.audit import by_row, in_order
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.rows.check_menu import CheckMenu, severity_name
from desktop_app.ui.rows.finding_locator import FindingLocator, row_name
from desktop_app.ui.rows.findings_panel import FindingsPanel
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.resolution.bitext import Finding
    from desktop_app.ui.widgets.actions import Actions
    from desktop_app.ui.workspace import Workspace

_LONG = 300
"""Rows: a longer bitext is audited in pieces. (Not in a thread: each time it holds Python's lock,
the window waits for 5 ms.)"""
_SLICE, _BETWEEN = 0.003, 15
"""Seconds that a piece may take, and milliseconds between two pieces."""


class Auditing(QObject):
    """Audits each document, shows its findings and steps through them.

    Signals: `changed` when the findings have changed.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._document = document = workspace.document
        self._view = workspace.view
        self._steps: Iterator[Sequence[Finding]] = iter(())
        self._found_so_far: list[Finding] = []
        self._locator = FindingLocator(())
        self.findings: tuple[Finding, ...] = ()
        self.is_done = False
        self.current = -1
        self._shown_before: Finding | None = None
        """The current finding before the rows were corrected."""
        self.menu = CheckMenu(workspace.session)
        self.menu.changed.connect(self._start_again)
        self.panel = FindingsPanel(self.menu)
        self.panel.chosen.connect(self.show_finding)
        self.panel.stepped.connect(self.step)
        self.panel.closed.connect(self._close)
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self._begin)
        self._slices = QTimer(self, interval=_BETWEEN)
        self._slices.timeout.connect(lambda: self._go_on(monotonic() + _SLICE))
        workspace.frame.below.addWidget(self.panel)
        document.shown.connect(self.start)
        document.rows_changed.connect(self._start_again)
        self._add_actions(workspace.actions)
        self.start()

    def _add_actions(self, actions: Actions) -> None:
        add = partial(actions.add, menu=Menu.VIEW)
        self._list_action = add("findings", self.tr("F&indings"), "Ctrl+F8", self.toggle, number=50)
        after, before = partial(self.step, 1), partial(self.step, -1)
        add("next finding", self.tr("Next fin&ding"), "F8", after, number=51)
        add("previous finding", self.tr("Pre&vious finding"), "Shift+F8", before, number=52)
        actions.add_tool(91, self._list_action, "≠")
        self._update_action()

    def _update_action(self) -> None:
        """Shows the count in the button, with the badge's sign so that it fits a narrow window."""
        summary = self.summary
        self._list_action.setIconText(f"≠ {len(self.findings)}" if summary else "≠")
        name = f"{summary} (Ctrl+F8)" if summary else self.tr("Findings")
        self._list_action.setToolTip(name)
        self._list_action.setStatusTip(summary or self.tr("Findings"))

    def start(self) -> None:
        """Audits the document in idle time."""
        self._shown_before = None
        self._restart()

    def _start_again(self) -> None:
        """Audits again after a correction, and keeps the current finding."""
        if self.current >= 0:
            self._shown_before = self.findings[self.current]
        self._restart()

    def _restart(self) -> None:
        self._cancel()
        self.is_done = False
        self._take(())
        self._idle.start()

    def audit_now(self) -> None:
        """Audits the document at once."""
        self._cancel()
        bitext = self._document.model.bitext
        self._end(tuple(chain.from_iterable(by_row(bitext, self.menu.checks))))

    def _begin(self) -> None:
        bitext = self._document.model.bitext
        self._steps = by_row(bitext, self.menu.checks)
        self._found_so_far = []
        if len(bitext.rows) <= _LONG:
            self._go_on(float("inf"))
        else:
            self._slices.start()

    def _go_on(self, until: float) -> None:
        """Audits further rows, until a time or to the end."""
        for findings in self._steps:
            self._found_so_far += findings
            if monotonic() > until:
                return
        self._slices.stop()
        self._end(tuple(self._found_so_far))

    def _cancel(self) -> None:
        self._idle.stop()
        self._slices.stop()
        self._steps = iter(())

    def _end(self, findings: tuple[Finding, ...]) -> None:
        self.is_done = True
        self._take(in_order(self._document.model.bitext, findings))
        self._shown_before = None

    def _take(self, findings: tuple[Finding, ...]) -> None:
        """Replaces the findings, with their badges and their list."""
        model = self._document.model
        self.findings = findings
        self.current = next(
            (n for n, finding in enumerate(findings) if self._was_shown_before(finding)), -1
        )
        self._locator = FindingLocator(model.nodes() if findings else ())
        translate = cache(phrase)  # the same few phrases for thousands of findings
        sentences = [finding.message.text(translate) for finding in findings]
        messages: dict[int, list[str]] = {}
        for finding, sentence in zip(findings, sentences, strict=True):
            row = self._locator.row(finding)
            if row is not None:
                messages.setdefault(row, []).append(sentence)
        model.show_findings(messages)
        self._view.viewport().update()
        names = [row_name(finding, translate) for finding in findings]
        severities = [severity_name(finding.severity, translate) for finding in findings]
        self.panel.show_findings(list(zip(names, severities, sentences, strict=True)))
        self.panel.select(self.current)
        self._show_summary()
        self._highlight_words()
        self._update_action()
        self.changed.emit()

    def _was_shown_before(self, finding: Finding) -> bool:
        """Whether a finding in the corrected rows is the one that was current before."""
        before = self._shown_before
        if before is None or finding.kind != before.kind:
            return False
        words = finding.source_spans, finding.target_spans
        if any(words):
            return words == (before.source_spans, before.target_spans)
        return (finding.source, finding.target) == (before.source, before.target)

    # Stepping through

    def toggle(self) -> None:
        """Opens or closes the list of findings."""
        if self.panel.isHidden():
            self.open()
        else:
            self.panel.close_panel()

    def open(self) -> None:
        """Opens the list of findings and highlights their words."""
        self.panel.open_panel()
        self._highlight_words()

    def step(self, by: int) -> None:
        """Shows the next finding (1) or the previous one (-1), and wraps around. The first step
        starts from the row in view."""
        self.open()
        if not self.findings:
            return
        if self.current >= 0:
            self.show_finding((self.current + by) % len(self.findings))
            return
        top = self._view.top_node()
        rows = [self._locator.row(finding) or 0 for finding in self.findings]
        after = next((n for n, row in enumerate(rows) if row >= top), 0)
        self.show_finding(after if by > 0 else (after - 1) % len(rows))

    def show_finding(self, number: int) -> None:
        """Makes a finding current, by its index, and shows its row and the words that differ."""
        self.current = number
        finding = self.findings[number]
        row = self._locator.row(finding)
        if row is not None:
            self._view.make_current(row)
        words = self._locator.spans(finding)
        if words:
            self._view.show_span(words[0])
        self.panel.select(number)
        self._highlight_words()
        self._show_summary()

    def _highlight_words(self) -> None:
        """Highlights the words of the findings while their list is open."""
        if self.panel.isHidden():
            self._view.highlight(HighlightKind.FINDING, [])
            return
        words = [self._locator.spans(finding) for finding in self.findings]
        now = words[self.current] if self.current >= 0 else []
        self._view.highlight(
            HighlightKind.FINDING, [span for spans in words for span in spans], now
        )

    def _close(self) -> None:
        self._highlight_words()
        self._view.setFocus()

    # The summary

    @property
    def summary(self) -> str:
        """The count of findings in a word or two, "" until it is known."""
        if not self.is_done or not self._document.has_translation:
            return ""
        if len(self.findings) == 1:
            return self.tr("1 finding")
        return self.tr("%1 findings").replace("%1", str(len(self.findings) or self.tr("No")))

    def _show_summary(self) -> None:
        if not self._document.has_translation:
            summary = self.tr("There is no translation to compare this text with.")
        elif not self.is_done:
            summary = self.tr("Comparing the two versions…")
        elif not self.findings:
            summary = self.tr("No finding: the two versions agree in all that is checked.")
        elif self.current >= 0:
            count = self.tr("Finding %1 of %2").replace("%1", str(self.current + 1))
            summary = count.replace("%2", str(len(self.findings)))
        else:
            summary = self.summary
        self.panel.set_summary(summary)
