"""Which conversions there are, and which make sense for a text."""

from desktop_app.resolution.model import Resolution

TO_SCRIPT = {
    "s2t": "Hant",
    "s2tw": "Hant",
    "s2twp": "Hant",
    "s2hk": "Hant",
    "t2s": "Hans",
    "tw2s": "Hans",
    "tw2sp": "Hans",
    "hk2s": "Hans",
}
"""The configurations of OpenCC that are offered, and the script (ISO 15924) each leads to."""


def offered(resolution: Resolution) -> tuple[str, ...]:
    """The configurations that make sense for a text, by the script that it is published in."""
    if resolution.language != "zh":
        return ()
    if resolution.script == "Hans":
        return ("s2t", "s2tw", "s2twp", "s2hk")
    if resolution.script == "Hant":
        return ("t2s",)
    return ("t2s", "s2t", "s2tw", "s2twp", "s2hk")
