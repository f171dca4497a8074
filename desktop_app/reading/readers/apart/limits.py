"""How much time and memory the reading of a file may take, kept by the process that reads.

A thread looks at the time that the process has worked for: it runs while PDFium works too, and ends
a process that is lost in a file. The time is the processor's own, so that another program that is
busy makes no file unreadable.
"""

import os
import threading
import time
from contextlib import suppress

MEMORY = 500_000_000
"""Bytes that the process may take, where the system can say so."""
SECONDS = 5.0
SECONDS_A_PAGE = 0.05
"""Seconds of work: for any file, and more for each of its pages."""
TOO_LONG, TOO_MUCH = 3, 4
"""The exit statuses of a process that took too much time, and too much memory."""
_CHECK_EVERY = 0.05


class Limits:
    """Ends this process once it has worked too long, or asks for too much memory."""

    def __init__(self) -> None:
        self._until = time.process_time() + SECONDS
        _limit_memory(MEMORY)
        threading.Thread(target=self._watch, daemon=True).start()

    def allow(self, pages: int) -> None:
        """Gives the time that so many pages may take."""
        self._until += SECONDS_A_PAGE * pages

    def _watch(self) -> None:
        while time.process_time() < self._until:
            time.sleep(_CHECK_EVERY)
        os._exit(TOO_LONG)


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows; the limit of time holds there too
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > memory:
        # macOS knows this limit and may not take it; the limit of time holds there too.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
