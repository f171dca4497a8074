"""Where the files that ship with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a shipped file, `name` as in "texts/A_RES_75_58.zh.md".

    An installed package holds `resources/` inside itself, a checkout beside itself. A plain path
    and not `importlib.resources`, which costs the start of the window 3 to 8 ms and serves
    packages in archives that Qt could not run from.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name
