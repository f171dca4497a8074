"""Undo and redo: the corrections of one bitext in the order in which they were made."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.resolution.bitext import Row

_KEPT = 200
"""Corrections; what was done before these stays done."""
_FOLLOWED = 50_000
"""Rows, of all steps together, that `follow` changes at most: more would keep a person waiting.
Steps further away are forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A correction: its name on the screen, and all rows before and after it."""

    name: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]


class History:
    """The steps done, and the steps undone, ready to be repeated."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._taken_back: list[Step] = []

    @property
    def last(self) -> Step | None:
        """What `undo` takes back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """What `redo` does again."""
        return self._taken_back[-1] if self._taken_back else None

    def add(self, step: Step) -> None:
        """Adds a step just done; steps undone before can no longer be repeated."""
        self._done = [*self._done[1 - _KEPT :], step]
        self._taken_back.clear()

    def undo(self) -> Step | None:
        """Takes back the last step and returns it; None if there is none."""
        if not self._done:
            return None
        self._taken_back.append(self._done.pop())
        return self._taken_back[-1]

    def redo(self) -> Step | None:
        """Repeats the step that was taken back last and returns it; None if there is none."""
        if not self._taken_back:
            return None
        self._done.append(self._taken_back.pop())
        return self._done[-1]

    def follow(self, change: Callable[[tuple[Row, ...]], tuple[Row, ...]]) -> None:
        """Keeps the steps possible after another window has changed the rows: `change` makes the
        same change to the rows of a step."""
        made: dict[int, tuple[Row, ...]] = {}  # one step's rows after are the next one's before

        def changed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
            if id(rows) not in made:
                made[id(rows)] = change(rows)
            return made[id(rows)]

        for steps in (self._done, self._taken_back):
            near = _FOLLOWED // (len(steps[-1].after) or 1) + 1 if steps else 0
            steps[:] = [
                Step(name=step.name, before=changed(step.before), after=changed(step.after))
                for step in steps[max(0, len(steps) - near) :]
            ]
