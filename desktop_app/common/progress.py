"""How far a long task is: a share of it, which can be told in pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Progress = Callable[[float], None]
"""Called with the share done of a long task, from 0 to 1; may raise to end it."""


def silent(share: float) -> None:
    """Tells nobody how far a task is."""


class PagesRead(float):
    """The share done of a task that reads a file now: `done` of its `count` pages."""

    file: Path
    done: int
    count: int

    def __new__(cls, share: float, file: Path, done: int, count: int) -> PagesRead:
        made = super().__new__(cls, share)
        made.file, made.done, made.count = file, done, count
        return made

    @classmethod
    def of(cls, file: Path, done: int, count: int) -> PagesRead:
        """The share of a task that reads this file and nothing else."""
        return cls(done / count if count else 0.0, file, done, count)


def part(progress: Progress, first: float, last: float) -> Progress:
    """The progress of a part of a task, which goes from one share of the whole to another."""

    def told(share: float) -> None:
        whole = first + (last - first) * share
        if isinstance(share, PagesRead):
            progress(PagesRead(whole, share.file, share.done, share.count))
        else:
            progress(whole)

    return told
