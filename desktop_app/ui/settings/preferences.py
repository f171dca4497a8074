"""What a person set for the window, as text and back; what is damaged counts as not set; no Qt."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.common.typography import PLAIN, Typography
from desktop_app.grammar.scripts import SCRIPTS
from desktop_app.ui.language.languages import INTERFACE
from desktop_app.ui.page.look import Layout
from desktop_app.ui.settings import recent
from desktop_app.ui.settings.kept_places import Pair

THEMES = ("", "light", "dark", "sepia")
"""What can be chosen; "" follows the system."""
LANGUAGES = ("", *INTERFACE)
"""Of the interface; "" follows the system."""
_ZOOM = range(50, 301)
_CONTENTS = range(1, 10_000)


class ExportChoice(NamedTuple):
    """What was last chosen for an export, "" for nothing: the ending of the format, languages in
    their order with commas between them, arrangement, place of the notes and citation style by
    their values, the folder that was written to, and the range that was typed. What is no more is
    for the dialog to find."""

    format: str = ""
    languages: str = ""
    arrangement: str = ""
    notes: str = ""
    citation: str = ""
    folder: str = ""
    typed: str = ""


class Preferences(NamedTuple):
    """`geometry` is what Qt calls the size and the place of a window, in hexadecimal digits;
    `recent` are the documents that were opened last, the last one first, and `recent.py` merges
    them when they are written; `last` is the one that
    was shown when the window was closed; `contents` is the width of the table of contents, 0 for
    the one that it comes with, and `contents_open` whether it is seen."""

    theme: str = ""
    language: str = ""
    zoom: int = 100
    typography: Typography = PLAIN
    geometry: str = ""
    recent: tuple[Pair, ...] = ()
    last: Pair = ("", "")
    layout: Layout = Layout.BOTH
    contents: int = 0
    contents_open: bool = False
    export: ExportChoice = ExportChoice()


DEFAULT = Preferences()


def read(values: Mapping[str, str]) -> Preferences:
    """The preferences that are written down as these values."""
    geometry = values.get("geometry", "")
    return Preferences(
        _one_of(values.get("theme", ""), THEMES),
        _one_of(values.get("language", ""), LANGUAGES),
        _number(values.get("zoom", ""), _ZOOM, 100),
        Typography(
            tuple(
                (script, values[f"font-{script}"])
                for script in SCRIPTS
                if values.get(f"font-{script}")
            ),
            values.get("justified") == "yes",
        ),
        geometry if geometry.isascii() and geometry.isalnum() else "",
        tuple(recent.read(values.get("recent", ""))),
        _pair(_list(values.get("last", ""))) or ("", ""),
        Layout(_one_of(values.get("layout", ""), tuple(Layout)) or Layout.BOTH),
        _number(values.get("contents", ""), _CONTENTS, 0),
        values.get("contents-open") == "yes",
        ExportChoice(*(values.get(f"export-{name}", "") for name in ExportChoice._fields)),
    )


def written(preferences: Preferences) -> dict[str, str]:
    """The values to write preferences down as; "" for what is not set. The recent documents have no
    times there."""
    families = dict(preferences.typography.families)
    return {
        "theme": preferences.theme,
        "language": preferences.language,
        "zoom": str(preferences.zoom),
        "justified": "yes" if preferences.typography.justified else "",
        "geometry": preferences.geometry,
        "recent": json.dumps(preferences.recent),
        "last": json.dumps(preferences.last),
        "layout": preferences.layout.value,
        "contents": str(preferences.contents) if preferences.contents else "",
        "contents-open": "yes" if preferences.contents_open else "",
        **{f"export-{name}": value for name, value in preferences.export._asdict().items()},
        **{f"font-{script}": families.get(script, "") for script in SCRIPTS},
    }


def _one_of(value: str, known: tuple[str, ...]) -> str:
    return value if value in known else ""


def _number(text: str, known: range, otherwise: int) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if is_number and int(text) in known else otherwise


def _list(text: str) -> list[object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []


def _pair(value: object) -> Pair | None:
    match value:
        case [str(file), str(translation)] if file:
            return file, translation
    return None
