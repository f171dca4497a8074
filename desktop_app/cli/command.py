"""What a command is, and its error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.common.messages import Message, UserError

if TYPE_CHECKING:  # argparse is loaded when there is something to parse
    from argparse import ArgumentParser, Namespace
    from typing import Protocol

    class Command(Protocol):
        """A module that carries out one command."""

        def add_options(self, parser: ArgumentParser) -> None:
            """Describes the command and its options."""

        def run(self, options: Namespace) -> int:
            """Carries it out and returns the exit status. Raises UserError."""


PROGRAM = "resolution-reader"
_SENTENCE = "%1"


class CommandError(UserError):
    """A command cannot be carried out; `sentence` says why. The command line speaks English."""

    def __init__(self, sentence: str) -> None:
        super().__init__(Message(_SENTENCE, (sentence,)))
