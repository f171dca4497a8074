"""Prints, as JSON, how the window does: `memory`, `reading` or `switching`, on a made-up bilingual
document of a number of rows, 0 for the bundled one."""

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

from desktop_app import app
from desktop_app.opening.documents import BUNDLED, BUNDLED_TRANSLATION, open_bitext
from desktop_app.resolution.bitext import Bitext
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
"""Whole sentences are put together until there are so many characters: on average 120 Chinese ones
and 350 Latin ones a row."""
RUNS = 5
PLACES = 60
"""Where the document is scrolled, evenly from begin to end: all pages would take minutes."""
FRAMES = 5
"""Pages and lines scrolled at each place."""
QUERIES = ("国际原", "恐怖", "nuc", "terr")
"""Typed key by key."""

Figures = dict[str, float]


class Bench:
    """A window, and the time that it takes until something is painted in it."""

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
        """Counts the painted pages, so that none is taken as painted that is not."""
        paint = BitextView.paintEvent

        def count(view: BitextView, event: QPaintEvent) -> None:
            paint(view, event)
            self.painted += 1

        setattr(BitextView, "paintEvent", count)  # noqa: B010

    def until_painted(self, do: Callable[[], object]) -> float:
        """Milliseconds until something is done and the page is painted again."""
        before = self.painted
        begin = time.perf_counter()
        do()
        QApplication.processEvents()
        if self.painted == before:
            self.view.viewport().repaint()
        assert self.painted > before, "no page was painted"
        return 1000 * (time.perf_counter() - begin)

    def opened(self, bitext: Bitext) -> float:
        """Milliseconds until a document is on the screen."""
        return self.until_painted(lambda: self.window.document.show(bitext))

    def rest(self) -> None:
        """Lets the window finish what it does beside reading."""
        while not self.window.feature(Auditing).is_done:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()


def resident() -> float:
    """The memory of this process that is in use, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def memory(bench: Bench) -> Figures:
    """Memory once the document is shown, and at the end of reading in it."""
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
    """The frames of scrolling by page, and by line, at places from begin to end."""
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
    """What 99 of 100 frames take at most."""
    return sorted(frames)[int(len(frames) * 0.99) - 1]


def changed(bench: Bench) -> tuple[float, float, float]:
    """Milliseconds for another width, and for another zoom, in the middle of the document; and how
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
    """What stands in the find bar after each key."""
    for query in QUERIES:
        for length in range(1, len(query) + 1):
            yield query[:length]


def found(bench: Bench) -> tuple[float, float]:
    """Milliseconds until the first hits are marked: for the very first key, and the slowest of the
    keys in each of several documents that are opened anew, in the median."""
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
    """Types words, and returns when there are marked hits of them."""
    bench.window.feature(Finding).bar.words.setText(words)
    until = time.monotonic() + 30
    while not marked(bench):
        assert time.monotonic() < until, f"nothing was found of {words}"
        QApplication.processEvents()


def marked(bench: Bench) -> bool:
    return bool(bench.view.row_delegate.highlights.of(HighlightKind.HIT))


def switching(bench: Bench) -> Figures:
    """Another script, theme and view, as far as the window can show others; and the card."""
    window = bench.window
    bench.opened(bench.shown)
    bench.rest()
    out: Figures = {}
    for name, does in switches(window).items():
        for do in does:  # the first time of each loads what it needs
            bench.until_painted(do)
        times = [bench.until_painted(do) for _ in range(RUNS) for do in does]
        out[name] = statistics.median(times)
    out["card"] = statistics.median(card(bench) for _ in range(RUNS + 2))
    return out


def switches(window: MainWindow) -> dict[str, list[Callable[[], object]]]:
    """What is switched, by its name: the method that switches it, and to what, the last being what
    is shown at first. A method that there is not is left out."""
    known = {
        "script": ("set_script", ("s2t", "s2twp", "")),
        "theme": ("set_theme", ("dark", "sepia", "light")),
        "view": ("set_layout", (Layout.FIRST, Layout.INTERLEAVED, Layout.BOTH)),
    }
    out: dict[str, list[Callable[[], object]]] = {}
    for name, (method, choices) in known.items():
        switch = getattr(window, method, None)
        if switch is not None:
            out[name] = [partial(switch, choice) for choice in choices]
    return out


class _Watch(QObject):
    """When the card's timer went off, and whether the card was painted since."""

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
    spot, mark = cards.card.link, cards.card.geometry()
    assert spot is not None, "a card that is shown answers to a place"
    assert cards.open_footnote("fn3")  # another one, so that the measured one is laid out anew
    cards.dismiss()
    QApplication.processEvents()
    watch = _Watch()
    timers = [timer for timer in cards.card.findChildren(QTimer) if timer.interval() == SHOW_AFTER]
    assert timers, "the card shows by no timer"
    for watched in (cards.card, *timers):
        watched.installEventFilter(watch)
    cards.card.want(spot, lambda: cards.text(spot), mark)
    while not watch.painted:
        QApplication.processEvents()
    took = 1000 * (time.perf_counter() - watch.begin)
    cards.dismiss()
    return took


FIGURES = {"memory": memory, "reading": reading, "switching": switching}


def main() -> None:
    qInstallMessageHandler(app._without_plugin_remarks)
    application = app._application()
    bench = Bench(bitext(int(sys.argv[2]), LENGTH))
    print(json.dumps(FIGURES[sys.argv[1]](bench)))
    bench.window.close()
    application.processEvents()


main()
