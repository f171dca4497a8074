"""Which language the interface speaks, by what was chosen and by what the system says; no Qt."""

from collections.abc import Sequence

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def language_of(chosen: str, system: Sequence[str]) -> str:
    """ "en", "zh_Hans" or "zh_Hant". `chosen` is one of these or ""; `system` are the languages
    that the person prefers, as "zh-Hant-TW", the first one first. English speaks to all who read
    no Chinese."""
    if chosen:
        return chosen
    first = system[0] if system else ""
    parts = first.replace("_", "-").casefold().split("-")
    if parts[0] != "zh":
        return "en"
    # A script says more than a region: zh-Hans-HK is written in Simplified characters.
    traditional = "hans" not in parts and not _TRADITIONAL.isdisjoint(parts)
    return "zh_Hant" if traditional else "zh_Hans"
