"""How columns of a table share a width; no Qt."""

from collections.abc import Sequence


def shared(needed: Sequence[tuple[float, float]], room: float) -> list[float] | None:
    """The widths of columns that need so much for their longest words and for their longest lines:
    as wide as their lines, and with less room in proportion to what each of them lacks; None if
    their words have no room."""
    least = [word for word, _ in needed]
    most = [max(line, word) for word, line in needed]
    if sum(least) > room:
        return None
    lacking = sum(most) - sum(least)
    share = min((room - sum(least)) / lacking, 1) if lacking else 0
    return [low + share * (high - low) for low, high in zip(least, most, strict=True)]
