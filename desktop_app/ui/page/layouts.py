"""How the two texts of a row stand to each other in the window."""

from enum import StrEnum


class Layout(StrEnum):
    """`value` is what it is called on the command line and where the choice is kept."""

    BOTH = "both"
    """Side by side."""
    FIRST = "first"
    SECOND = "second"
    INTERLEAVED = "interleaved"
    """The second text below the first, for a narrow window."""

    @property
    def hidden(self) -> tuple[int, ...]:
        """The columns of the tree that are not shown."""
        return {Layout.BOTH: (), Layout.SECOND: (1,)}.get(self, (2,))

    @property
    def shown(self) -> tuple[int, ...]:
        """The columns whose texts are shown, each in its own place or in that of another."""
        return {Layout.FIRST: (1,), Layout.SECOND: (2,)}.get(self, (1, 2))

    def host(self, column: int) -> int:
        """The column in which the text of a column is shown."""
        return 1 if self is Layout.INTERLEAVED else column
