"""Measures the window and prints the figures as JSON.

Arguments: `memory`, `reading` or `switching`, and the number of rows of a made-up bilingual
document, 0 for the bundled one.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer, qInstallMessageHandler
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from desktop_app.app import make_application
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.resolution.bitext import Bitext
from desktop_app.screenshot import without_plugin_remarks
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.card import SHOW_AFTER
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.view import BitextView
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.window.main_window import MainWindow
from tests.tools.bench.made_up import bitext

LENGTH = 60
"""Chinese characters that a row has at least. It is made of whole sentences, so a row has 120
Chinese and 350 Latin characters on average."""
RUNS = 5
PLACES = 60
"""Places, evenly spread over the document, where it is scrolled. All pages would take minutes."""
FRAMES = 5
"""Pages and lines scrolled at each place."""
QUERIES = ("国际原", "恐怖", "nuc", "terr")
"""Words that are typed into the find bar, key by key."""

Figures = dict[str, float]


class Bench:
    """A window, and the time from an action to the painted page."""

    def __init__(self, shown: Bitext) -> None:
        self.bundled = open_bitext(BUNDLED, BUNDLED_TRANSLATION)
        self.shown = shown if shown.rows else self.bundled
        self.painted = 0
        self._count_pages()
        self.window = MainWindow("light")
        self.window.resize(1120, 700)
        self.window.show()
        self.window.finish_start()
        self.view = self.window.view

    def _count_pages(self) -> None:
        """Counts the painted pages, to be sure that each action has painted one."""
        paint = BitextView.paintEvent

        def count(view: BitextView, event: QPaintEvent) -> None:
            paint(view, event)
            self.painted += 1

        setattr(BitextView, "paintEvent", count)  # noqa: B010

    def until_painted(self, do: Callable[[], object]) -> float:
        """Milliseconds from an action until the page is painted again."""
        before = self.painted
        begin = time.perf_counter()
        do()
        QApplication.processEvents()
        if self.painted == before:
            self.view.viewport().repaint()
        assert self.painted > before, "no page was painted"
        return 1000 * (time.perf_counter() - begin)

    def opened(self, bitext: Bitext) -> float:
        """Milliseconds until a document is painted."""
        return self.until_painted(lambda: self.window.document.show(bitext))

    def rest(self) -> None:
        """Waits until the window has finished its background work."""
        while not self.window.feature(Auditing).is_done:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()


def resident() -> float:
    """The resident memory of this process, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def memory(bench: Bench) -> Figures:
    """Memory once the document is shown, and after it was read to the end."""
    bench.opened(bench.shown)
    bench.rest()
    opened = resident()
    scrolled(bench)
    bench.window.feature(Finding).open()
    for key in typed():
        bench.until_painted(partial(mark, bench, key))
    return {"opened": opened, "read": resident()}


def reading(bench: Bench) -> Figures:
    """Opening, scrolling, another width, another zoom, and finding."""
    bench.opened(bench.bundled)
    opening: list[float] = []
    for _ in range(RUNS):
        bench.rest()
        small = bench.opened(bench.bundled)
        bench.rest()
        opening.append(bench.opened(bench.shown) - small)
    at_once = percentile(scrolled(bench)[0])
    bench.rest()
    runs = [scrolled(bench) for _ in range(3)]
    pages, lines = (
        statistics.median(map(percentile, frames)) for frames in zip(*runs, strict=True)
    )
    width, zoom, moved = changed(bench)
    first, keys = found(bench)
    return {
        "open": statistics.median(opening),
        "pages": pages,
        "lines": lines,
        "pages at once": at_once,
        "width": width,
        "zoom": zoom,
        "moved": moved,
        "first key": first,
        "key": keys,
    }


def scrolled(bench: Bench) -> tuple[list[float], list[float]]:
    """Milliseconds of each frame when scrolling by page and by line, all through the document."""
    bar = bench.view.verticalScrollBar()
    pages: list[float] = []
    lines: list[float] = []
    for place in range(PLACES):
        bench.until_painted(partial(bar.setValue, bar.maximum() * place // PLACES))
        for frames, step in ((pages, bar.pageStep()), (lines, bar.singleStep())):
            for _ in range(FRAMES):
                to = bar.value() + step
                if to < bar.maximum():
                    frames.append(bench.until_painted(partial(bar.setValue, to)))
    return pages, lines


def percentile(frames: list[float]) -> float:
    """The longest time of the fastest 99 in 100 frames."""
    return sorted(frames)[int(len(frames) * 0.99) - 1]


def changed(bench: Bench) -> tuple[float, float, float]:
    """Milliseconds for another width and for another zoom, in the middle of the document, and how
    often the clause in view did not stay."""
    bar = bench.view.verticalScrollBar()
    bench.until_painted(lambda: bar.setValue(bar.maximum() // 2))
    widths: list[float] = []
    zooms: list[float] = []
    moved = 0
    top = bench.view.top_node()
    for width, zoom in ((1000, 120), (1120, 100), (760, 150), (1120, 100), (900, 80), (1120, 100)):
        widths.append(bench.until_painted(partial(bench.window.resize, width, 700)))
        moved += bench.view.top_node() != top
        zooms.append(bench.until_painted(partial(bench.window.feature(Viewing).zoom, zoom)))
        moved += bench.view.top_node() != top
    return statistics.median(widths), statistics.median(zooms), moved


def typed() -> Iterator[str]:
    """The words in the find bar after each key."""
    for query in QUERIES:
        for length in range(1, len(query) + 1):
            yield query[:length]


def found(bench: Bench) -> tuple[float, float]:
    """Milliseconds until the first hits are marked: of the very first key, and of the slowest key
    in a document that was just opened (the median of several)."""
    bench.window.feature(Finding).open()
    words = bench.window.feature(Finding).bar.words
    first = 0.0
    slowest: list[float] = []
    for _ in range(3):
        words.clear()
        bench.opened(bench.shown)
        bench.rest()
        keys = [bench.until_painted(partial(mark, bench, key)) for key in typed()]
        first = first or keys[0]
        slowest.append(max(keys))
    words.clear()
    return first, statistics.median(slowest)


def mark(bench: Bench, words: str) -> None:
    """Types words, and returns when their hits are marked."""
    bench.window.feature(Finding).bar.words.setText(words)
    until = time.monotonic() + 30
    while not marked(bench):
        assert time.monotonic() < until, f"nothing was found of {words}"
        QApplication.processEvents()


def marked(bench: Bench) -> bool:
    return bool(bench.view.row_delegate.highlights.of(HighlightKind.HIT))


def switching(bench: Bench) -> Figures:
    """Another script, theme and view, and the card of a footnote."""
    window = bench.window
    bench.opened(bench.shown)
    bench.rest()
    out: Figures = {}
    for name, does in switches(window).items():
        for do in does:  # the first time loads what the switch needs
            bench.until_painted(do)
        times = [bench.until_painted(do) for _ in range(RUNS) for do in does]
        out[name] = statistics.median(times)
    out["card"] = statistics.median(card(bench) for _ in range(RUNS + 2))
    return out


def switches(window: MainWindow) -> dict[str, list[Callable[[], object]]]:
    """The switches, by their names. The last of each goes back to what is shown at first."""
    layouts = (Layout.FIRST, Layout.INTERLEAVED, Layout.BOTH)
    return {
        "script": [partial(window.document.set_script, name) for name in ("s2t", "s2twp", "")],
        "theme": [partial(window.theme.choose, name) for name in ("dark", "sepia", "light")],
        "view": [partial(window.view.show_layout, layout) for layout in layouts],
    }


class _Watch(QObject):
    """Notes when the card's timer went off, and whether the card was painted since."""

    def __init__(self) -> None:
        super().__init__()
        self.begin = 0.0
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QTimer) and event.type() is QEvent.Type.Timer:
            self.begin = time.perf_counter()
        elif event.type() is QEvent.Type.Paint and self.begin:
            self.painted = True
        return False


def card(bench: Bench) -> float:
    """Milliseconds from the card's timer to the painted card."""
    cards = bench.window.feature(Cards)
    assert cards.open_footnote("fn2")
    link, mark = cards.card.link, cards.card.geometry()
    assert link is not None, "a card that is shown belongs to a link"
    assert cards.open_footnote("fn3")  # another card, so that the measured one is laid out anew
    cards.dismiss()
    QApplication.processEvents()
    watch = _Watch()
    timers = [timer for timer in cards.card.findChildren(QTimer) if timer.interval() == SHOW_AFTER]
    assert timers, "the card shows by no timer"
    for watched in (cards.card, *timers):
        watched.installEventFilter(watch)
    cards.card.want(link, lambda: cards.text(link), mark)
    while not watch.painted:
        QApplication.processEvents()
    took = 1000 * (time.perf_counter() - watch.begin)
    cards.dismiss()
    return took


FIGURES = {"memory": memory, "reading": reading, "switching": switching}


def main() -> None:
    qInstallMessageHandler(without_plugin_remarks)
    application = make_application()
    bench = Bench(bitext(int(sys.argv[2]), LENGTH))
    print(json.dumps(FIGURES[sys.argv[1]](bench)))
    bench.window.close()
    application.processEvents()


main()
