"""The preferences, and their conversion to text and back; damaged values count as unset; no Qt."""

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
"""The themes to choose from; "" follows the system."""
LANGUAGES = ("", *INTERFACE)
"""The languages of the interface; "" follows the system."""
_ZOOM = range(50, 301)
_PANEL = range(1, 10_000)
_MOST_LOADED = 20

Loaded = tuple[tuple[str, str, str], ...]
"""Further versions of a document: path, language (BCP 47) and script (ISO 15924) of each."""


class ExportChoice(NamedTuple):
    """The last choices for an export, "" for none.

    `format` is an ending; `languages` are in order, separated by commas; `arrangement`, `notes` and
    `citation` are values of their enums; `folder` is the last one written to; `typed` is the range
    of clauses. The dialog checks whether each is still valid.
    """

    format: str = ""
    languages: str = ""
    arrangement: str = ""
    notes: str = ""
    citation: str = ""
    folder: str = ""
    typed: str = ""


class Preferences(NamedTuple):
    """All preferences.

    `zoom` is in per cent; `geometry` is Qt's, in hexadecimal digits; `recent` are the documents
    opened last, the latest first, which `recent.py` merges when they are written; `last` is the one
    shown when the window was closed, `loaded` its versions that were not shown, and `third` the
    path of the one among these that stood in the third column, "" for none; `contents` is the width
    in pixels of the table of contents, 0 for the default, and `printed` that of the printed page;
    `source` is the address that documents are fetched from, "" for the official one;
    `counterparts` tells whether words light up their counterparts, and `checks` are the switches
    of the checks, as `alignment/audit/registry.py` writes them.
    """

    theme: str = ""
    language: str = ""
    zoom: int = 100
    typography: Typography = PLAIN
    geometry: str = ""
    recent: tuple[Pair, ...] = ()
    last: Pair = ("", "")
    loaded: Loaded = ()
    third: str = ""
    layout: Layout = Layout.BOTH
    contents: int = 0
    contents_open: bool = False
    printed: int = 0
    source: str = ""
    counterparts: bool = True
    checks: str = ""
    export: ExportChoice = ExportChoice()


DEFAULT = Preferences()


def read(values: Mapping[str, str]) -> Preferences:
    """The preferences for the values of a settings file."""
    geometry = values.get("geometry", "")
    return Preferences(
        theme=_one_of(values.get("theme", ""), THEMES),
        language=_one_of(values.get("language", ""), LANGUAGES),
        zoom=_number(values.get("zoom", ""), _ZOOM, 100),
        typography=_typography(values),
        geometry=geometry if geometry.isascii() and geometry.isalnum() else "",
        recent=tuple(recent.read(values.get("recent", ""))),
        last=_pair(_list(values.get("last", ""))) or ("", ""),
        loaded=_loaded(_list(values.get("loaded", ""))),
        third=values.get("third", ""),
        layout=Layout(_one_of(values.get("layout", ""), tuple(Layout)) or Layout.BOTH),
        contents=_number(values.get("contents", ""), _PANEL, 0),
        contents_open=values.get("contents-open") == "yes",
        printed=_number(values.get("printed", ""), _PANEL, 0),
        source=values.get("source", ""),
        counterparts=values.get("counterparts") != "no",
        checks=values.get("checks", ""),
        export=ExportChoice(
            **{name: values.get(f"export-{name}", "") for name in ExportChoice._fields}
        ),
    )


def _typography(values: Mapping[str, str]) -> Typography:
    families = ((script, values.get(f"font-{script}", "")) for script in SCRIPTS)
    return Typography(
        families=tuple((script, family) for script, family in families if family),
        justified=values.get("justified") == "yes",
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
        "loaded": json.dumps(preferences.loaded) if preferences.loaded else "",
        "third": preferences.third,
        "layout": preferences.layout.value,
        "contents": str(preferences.contents) if preferences.contents else "",
        "contents-open": "yes" if preferences.contents_open else "",
        "printed": str(preferences.printed) if preferences.printed else "",
        "source": preferences.source,
        "counterparts": "" if preferences.counterparts else "no",
        "checks": preferences.checks,
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
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return value if isinstance(value, list) else []


def _pair(value: object) -> Pair | None:
    match value:
        case [str(file), str(translation)] if file:
            return file, translation
    return None


def _loaded(values: list[object]) -> Loaded:
    out: list[tuple[str, str, str]] = []
    for value in values[:_MOST_LOADED]:
        match value:
            case [str(file), str(language), str(script)] if file:
                out.append((file, language, script))
    return tuple(out)
