"""The tables of a language: the JSON files in the folder of its code."""

import json
from pathlib import Path
from typing import Any

from desktop_app.grammar.languages import OFFICIAL

_ROOM = Path(__file__).parent


def table(language: str, name: str) -> dict[str, Any]:
    """A table of a language by its name ("anchors" is `en/anchors.json`); {} where there is none.
    Read anew each time: whoever builds on it keeps what it builds."""
    if language not in OFFICIAL:
        return {}
    try:
        text = (_ROOM / language / f"{name}.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    found: dict[str, Any] = json.loads(text)
    return found
