"""The command line's door: finds the command, and turns an error into a sentence and a status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop_app.cli.command import PROGRAM
from desktop_app.common.faults import explained, is_debugging, message_of, start_debugging

if TYPE_CHECKING:  # the window alone does without argparse
    from argparse import Namespace
    from collections.abc import Sequence

    from desktop_app.cli.command import Command

COMMANDS = (
    "show",
    "align",
    "audit",
    "convert",
    "export",
    "fetch",
    "screenshot",
)
"""Each is a module of this folder; what is none of them is a file for the window."""
_APART = {"read-pdf": "pdf", "read-doc": "doc"}
"""What the packaged program starts itself with to read a file in a process of its own, and the
reader whose process it is."""
_DEBUG = "--debug"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program. Returns its exit status: 0, 1 with one sentence on standard error, 2 for
    wrong usage."""
    given = _without_debugging(list(sys.argv[1:] if arguments is None else arguments))
    try:
        return _run(given)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = explained(error).text()
        if is_debugging() and message_of(error) is None:
            raise
        print(f"{PROGRAM}: {' '.join(sentence.split())}", file=sys.stderr)
        return 1


def _without_debugging(given: list[str]) -> list[str]:
    """The arguments without --debug, allowed before or behind any command; behind "--" all is names
    of files."""
    end = given.index("--") if "--" in given else len(given)
    if _DEBUG in given[:end]:
        start_debugging()
    return [one for one in given[:end] if one != _DEBUG] + given[end:]


def _run(given: Sequence[str]) -> int:
    if not given:
        from desktop_app.cli.window import open_window

        return open_window()
    if given[0] in _APART and not any(map(os.path.isfile, given[1:])):
        return _read_apart(given)
    name = given[0] if given[0] in COMMANDS else "window"
    command = _command(name)
    return command.run(_options(command, name, given))


def _read_apart(given: Sequence[str]) -> int:
    from importlib import import_module

    worker = import_module(f"desktop_app.reading.readers.{_APART[given[0]]}.worker")
    return int(worker.main(given[1:]))


def _command(name: str) -> Command:
    from importlib import import_module
    from typing import cast

    return cast("Command", import_module(f"desktop_app.cli.{name}"))


def _options(command: Command, name: str, given: Sequence[str]) -> Namespace:
    """What was given, parsed. Ends the program with status 2 for wrong usage."""
    from argparse import ArgumentParser

    if name in COMMANDS:
        parser = ArgumentParser(prog=f"{PROGRAM} {name}")
        given = given[1:]
    else:
        parser = ArgumentParser(
            prog=PROGRAM,
            epilog=f"Commands that need no window: {', '.join(COMMANDS)}; "
            f"'{PROGRAM} COMMAND --help' tells more. {_DEBUG} with any of them shows where in the "
            "program an unexpected error comes from.",
        )
    command.add_options(parser)
    return parser.parse_args(given)
