"""The sentences shown for errors, and the record of unforeseen ones.

The record, and the details a person is asked to pass on, never hold a word of a document: no error
message, since it may quote one, and no path.
"""

import os

from desktop_app.common.messages import Message, UserError

_VARIABLE = "RESOLUTION_READER_DEBUG"


def message_of(error: BaseException) -> Message | None:
    """The sentence that an error has for the person; None for a fault of the program."""
    return error.message if isinstance(error, UserError) else None


def explained(error: BaseException) -> Message:
    """The sentence for any error, foreseen or not."""
    return message_of(error) or unforeseen(error)


def unforeseen(error: BaseException) -> Message:
    """Logs an unforeseen error and returns the sentence for it. Its place in the code is shown only
    on request."""
    from desktop_app.common import log  # no start needs it

    log.record(error)
    return Message(
        "Something unforeseen went wrong (%1: %2); start the program with --debug to see where, "
        "and report it.",
        (type(error).__name__, str(error)),
    )


def details(error: BaseException) -> str:
    """The facts of an error for a developer: versions, its type, and its place in the code."""
    from desktop_app.common import log  # no start needs it

    return log.described(error)


def is_debugging() -> bool:
    """Whether stack traces are wanted."""
    return bool(os.environ.get(_VARIABLE))


def start_debugging() -> None:
    """From now on stack traces are wanted."""
    os.environ[_VARIABLE] = "1"
