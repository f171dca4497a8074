"""The shape of the code: no circle of imports; folders, files and functions of a readable size."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.paths import ROOT

_PACKAGE = ROOT / "desktop_app"
_FILES = sorted(_PACKAGE.rglob("*.py"))
_WITH_TESTS = [*_FILES, *sorted((ROOT / "tests").rglob("*.py"))]
_MOST_FILES = 15
_MOST_LINES = 400
_LONGEST_FUNCTION = 60


def _name(file: Path) -> str:
    """The module of a file, a package for its `__init__`."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _imported(tree: ast.AST, modules: set[str]) -> Iterator[str]:
    """The modules of the program that a module imports anywhere: in functions, and for its types
    alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if name in modules:
                    yield name
                elif node.module in modules:
                    yield node.module


def _circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules of which each imports every other, if by way of a third (Kosaraju)."""
    order: list[str] = []
    seen: set[str] = set()
    for module in imports:
        _visit(module, imports, seen, order)
    importers: dict[str, set[str]] = {module: set() for module in imports}
    for module, targets in imports.items():
        for target in targets:
            importers[target].add(module)
    seen = set()
    circles: list[list[str]] = []
    for module in reversed(order):
        group: list[str] = []
        _visit(module, importers, seen, group)
        if len(group) > 1 or module in imports[module]:
            circles.append(sorted(group))
    return circles


def _visit(module: str, graph: dict[str, set[str]], seen: set[str], done: list[str]) -> None:
    """Adds what can be reached from a module and was not seen yet, the farthest first."""
    if module in seen:
        return
    seen.add(module)
    for target in sorted(graph[module]):
        _visit(target, graph, seen, done)
    done.append(module)


@pytest.mark.parametrize(
    ("imports", "circles"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}, [["a", "b", "c"]]),
        ({"a": {"a"}, "b": {"a"}}, [["a"]]),
        ({"a": {"b"}, "b": {"a"}, "c": {"d", "a"}, "d": {"c"}}, [["a", "b"], ["c", "d"]]),
    ],
)
def test_circles_are_found(imports: dict[str, set[str]], circles: list[list[str]]) -> None:
    assert sorted(_circles(imports)) == circles


def test_imports_are_found_wherever_they_stand() -> None:
    source = (
        "from typing import TYPE_CHECKING\nimport p.a\nfrom p import b\nfrom p.c import thing\n"
        "if TYPE_CHECKING:\n    from p.d import Kind\ndef f():\n    from p import e\n"
    )
    modules = {"p", "p.a", "p.b", "p.c", "p.d", "p.e", "p.f"}
    assert {*_imported(ast.parse(source), modules)} == modules - {"p", "p.f"}


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Late imports and those for types alone count."""
    modules = {_name(file) for file in _FILES}
    imports = {_name(file): {*_imported(_tree(file), modules)} for file in _FILES}
    assert _circles(imports) == []


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    folders = {file.parent for file in _WITH_TESTS}
    counts = {folder: len([*folder.glob("*.py")]) for folder in folders}
    assert _over(counts, _MOST_FILES) == {}


def test_a_file_is_not_too_long() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in _WITH_TESTS}
    assert _over(lines, _MOST_LINES) == {}


def test_a_function_is_not_too_long() -> None:
    long = {
        f"{file.relative_to(ROOT)}:{node.name}": lines
        for file in _WITH_TESTS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > _LONGEST_FUNCTION
    }
    assert long == {}


def _over(counts: dict[Path, int], most: int) -> dict[str, int]:
    """Those that have more than the most, as a failure shows them."""
    return {
        str(path.relative_to(ROOT)): count for path, count in sorted(counts.items()) if count > most
    }


def test_the_package_says_that_it_has_types() -> None:
    assert (_PACKAGE / "py.typed").read_bytes() == b""


_NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "multiprocessing", "nntplib",
    "poplib", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib",
    "urllib3", "webbrowser", "wsgiref", "xmlrpc",
}  # fmt: skip
_FETCHING = "desktop_app.opening.fetching"
"""The one room that may reach a network, once it is there."""


def test_only_the_room_that_fetches_imports_what_can_reach_a_network() -> None:
    """The contract in pyproject.toml says it of Python's commonest ways; this, of Qt's too."""
    found = {
        (_name(file), name)
        for file in _FILES
        for node in ast.walk(_tree(file))
        for name in _names(node)
        if name.partition(".")[0] in _NETWORK
        or name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))
    }
    assert {one for one in found if not f"{one[0]}.".startswith(f"{_FETCHING}.")} == set()


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []
