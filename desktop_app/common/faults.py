"""What a person reads of an error: its own sentence, or one about a fault in the program."""

import os

from desktop_app.common.messages import Message, UserError


def explained(error: BaseException) -> Message:
    """The sentence for any error, foreseen or not."""
    return error.message if isinstance(error, UserError) else unforeseen(error)


def unforeseen(error: BaseException) -> Message:
    """The sentence for an error that nobody foresaw; its place in the code is shown to whoever
    asks for it."""
    return Message(
        "Something unforeseen went wrong (%1: %2); set RESOLUTION_READER_DEBUG=1 to see where, and "
        "report it.",
        (type(error).__name__, str(error)),
    )


def is_debugging() -> bool:
    """Whether stack traces are wanted."""
    return bool(os.environ.get("RESOLUTION_READER_DEBUG"))
