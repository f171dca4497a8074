"""A person's choice of fonts and of how lines end; no Qt."""

from typing import NamedTuple


class Typography(NamedTuple):
    """The family that was chosen for each script (ISO 15924), and whether both ends of a line
    stand flush."""

    families: tuple[tuple[str, str], ...] = ()
    justified: bool = False


PLAIN = Typography()
"""Nothing was chosen."""
