"""What `show` prints as JSON, back to the model: it has everything under a name for people, and the
runs of words that have more than one style, or marks."""

from collections.abc import Callable, Mapping

from desktop_app.resolution.model import Masthead, Resolution
from desktop_app.resolution.serial import SerialError, load_resolution

_Object = Mapping[str, object]


def version(plain: object) -> Resolution:
    """The language version that was printed. Raises SerialError."""
    values = _object(plain)
    try:
        return load_resolution(
            {
                **{key: values[key] for key in ("kind", "language", "provenance")},
                **{key: values.get(key) or "" for key in ("script", "address", "converted")},
                "converted_from": values.get("converted_from") or "",
                "published_provenance": values.get("published_provenance", values["provenance"]),
                "caveats": values.get("caveats", []),
                "masthead": _masthead(values),
                "head": _each(values.get("head", []), _line),
                "parts": _each(values["parts"], _part),
                "closing": _each(values.get("closing", []), _line),
                "footnotes": _each(values["footnotes"], _note),
            }
        )
    except KeyError as error:
        raise SerialError(f"{error} is missing") from error


def _masthead(values: _Object) -> object:
    numbers = ("session", "meeting")
    return {
        field: values.get(field) if field in numbers else values.get(field) or ""
        for field in Masthead._fields
    }


def _part(plain: object) -> object:
    values = _object(plain)
    return {
        "id": values["id"],
        "kind": values["kind"],
        "number": values["number"] or "",
        "level": values["level"],
        "heading": _runs(values, "heading"),
        "clauses": _each(values["clauses"], _clause),
        "parts": _each(values["parts"], _part),
        "masthead": _masthead(values) if "symbol" in values else None,
    }


def _clause(plain: object) -> object:
    values = _object(plain)
    return {
        "id": values["id"],
        "number": values["number"] or "",
        "mark": values.get("mark") or "",
        "opening": values["opening"],
        "runs": _runs(values, "text"),
        "clauses": _each(values["clauses"], _clause),
        **({"headings": values.get("headings", 1)} if "table" in values else {}),
        **({"heading": _runs(values, "heading", "heading_runs")} if "heading" in values else {}),
    }


def _line(plain: object) -> object:
    values = _object(plain)
    return {"id": values["id"], "runs": _runs(values, "text")}


def _note(plain: object) -> object:
    values = _object(plain)
    return {"id": values["id"], "mark": values["mark"], "runs": _runs(values, "text")}


def _runs(values: _Object, key: str, runs: str = "runs") -> object:
    """The runs of a text: those that stand with it, or its words as one."""
    if runs in values:
        return values[runs]
    text = values[key]
    return [{"text": text}] if text else []


def _each(plain: object, made: Callable[[object], object]) -> list[object]:
    if not isinstance(plain, list):
        raise SerialError(f"a list was expected, not {repr(plain)[:40]}")
    return [*map(made, plain)]


def _object(plain: object) -> _Object:
    if not isinstance(plain, dict):
        raise SerialError(f"an object was expected, not {repr(plain)[:40]}")
    return plain
