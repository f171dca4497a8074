"""What a person is told of a fault in the program itself."""

import os

from desktop_app.common.messages import Message


def unforeseen(error: BaseException) -> Message:
    """One sentence for an error that nobody foresaw; its place in the code is shown to whoever
    asks for it."""
    return Message(
        "Something unforeseen went wrong (%1: %2); set RESOLUTION_READER_DEBUG=1 to see where, and "
        "report it.",
        (type(error).__name__, str(error)),
    )


def is_debugging() -> bool:
    """Whether stack traces are wanted."""
    return bool(os.environ.get("RESOLUTION_READER_DEBUG"))
