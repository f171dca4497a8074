"""Words that are written alike in two languages: « résolution » and resolution, Viena, Vienna."""

_LEAST = 4
"""Letters that must be the same at the start."""
_SHARE = 0.8
"""The share of the shorter one that they must be."""


def are_alike(one: str, other: str) -> bool:
    """Whether two words, in the form that is counted, are most probably one word."""
    if one == other:
        return True
    least = min(len(one), len(other))
    shared = next((n for n in range(least) if one[n] != other[n]), least)
    return shared >= _LEAST and shared >= _SHARE * least
