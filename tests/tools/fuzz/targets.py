"""What is done with an input: as the command line does it, in this process."""

import io
import json
import os
import signal
import time
import zlib
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from desktop_app.citation.styles import CitationStyle
from desktop_app.cli.main import main
from desktop_app.common.messages import UserError
from desktop_app.export.formats.registry import FORMATS
from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
from desktop_app.reading.files import read_text, read_versions
from desktop_app.reading.readers.markdown import READER as MARKDOWN
from desktop_app.reading.readers.registry import reader_of
from desktop_app.reading.readers.text import READER as TEXT
from desktop_app.resolution.variants import VARIANTS
from tests.tools.fuzz.inputs import Input
from tests.tools.fuzz.invariants import (
    check_export,
    check_nothing_lost,
    check_resolution,
    check_rows,
)

Target = Callable[[Path, Path], None]
"""Does something with a file and its translation. Raises whatever is a fault of the program."""

_SECONDS, _SECONDS_A_BYTE = 3.0, 0.0004
"""Of the processor. Ten times what a document takes; what takes more grows too fast, or hangs."""


class TooSlowError(Exception):
    """An input takes far longer than others of its length."""


def _run(*arguments: str | Path) -> bytes:
    """What a command prints; b"" where it ends with a sentence for the person."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*map(str, arguments)])
    out.flush()
    assert status in (0, 1), f"the exit status is {status}"
    assert status == 0 or len(err.getvalue().splitlines()) == 1, err.getvalue()
    printed = out.buffer
    assert isinstance(printed, io.BytesIO)
    return printed.getvalue() if status == 0 or arguments[0] == "show" else b""


def _read(file: Path, translation: Path) -> None:
    for one in (file, translation):
        try:
            found = read_versions(one)
        except UserError:
            continue
        versions = [version for version in (found.source, found.target) if version]
        for version in versions:
            check_resolution(version)
        if reader_of(one.read_bytes(), one) in (MARKDOWN, TEXT):
            check_nothing_lost(read_text(one), *versions)


def _show(file: Path, translation: Path) -> None:
    _run("show", file)
    printed = _run("show", file, "--json")
    is_one = printed.startswith(b"{\n")  # two versions are a line each
    assert all(map(json.loads, [printed] if is_one else printed.splitlines()))


def _align(file: Path, translation: Path) -> None:
    try:
        check_rows(open_bitext(file, translation))
    except UserError:
        return
    _run("align", file, translation)
    json.loads(_run("align", file, translation, "--json"))


def _audit(file: Path, translation: Path) -> None:
    _run("audit", file, translation)
    printed = _run("audit", file, translation, "--json")
    assert not printed or json.loads(printed)


def _convert(file: Path, translation: Path) -> None:
    for name in VARIANTS:
        _run("convert", file, "--to", name)


def _snapshot(file: Path, translation: Path) -> None:
    try:
        bitext = open_bitext(file, translation)
    except UserError:
        return
    snapshots = Snapshots(file.parent / "cache", file.parent / "key")
    snapshots.keep([file, translation], bitext)
    assert snapshots.find([file, translation]) in (bitext, None)


def _export(key: str) -> Target:
    """The export in a format, in a way that depends on the input."""
    ways = [
        *(("--layout", layout) for layout in FORMATS[key].arrangements_of(2)),
        *(("--notes", notes) for notes in FORMATS[key].note_choices),
        *(("--cite", style) for style in CitationStyle),
        ("--script", "s2twp"),
        (),
    ]

    def target(file: Path, translation: Path) -> None:
        out = file.parent / f"out.{key}"
        out.unlink(missing_ok=True)
        which = zlib.crc32(file.read_bytes() + translation.read_bytes())
        beside = ("--translation", translation) if which % 4 else ()
        way = ways[which // 4 % len(ways)]
        _run("export", file, *beside, "--clauses", "all", "--to", key, *way, "-o", out)
        if out.exists():
            check_export(key, out.read_bytes())

    return target


TARGETS: dict[str, Target] = {
    "read": _read,
    "show": _show,
    "align": _align,
    "audit": _audit,
    "convert": _convert,
    "snapshot": _snapshot,
    **{f"export {key}": _export(key) for key in FORMATS},
}
"""All targets by their names."""


def try_target(name: str, given: Input, folder: Path) -> None:
    """Has a target try an input, in a folder for its files. Raises whatever is a fault."""
    files = folder / "file.md", folder / "translation.md"
    for file, data in zip(files, given, strict=True):
        file.write_bytes(data)
    # The command line then raises what it did not foresee.
    os.environ["RESOLUTION_READER_DEBUG"] = "1"
    bound = _SECONDS + _SECONDS_A_BYTE * sum(map(len, given))
    begin = time.process_time()
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, 3 * bound)
    try:
        TARGETS[name](*files)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    taken = time.process_time() - begin
    if taken > bound:
        raise TooSlowError(f"{taken:.1f} seconds for {sum(map(len, given))} bytes")


def _stop(number: int, frame: object) -> None:
    raise TooSlowError("it was stopped before its end")
