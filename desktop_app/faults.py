"""What a person is told of a fault in the program itself."""

import os


def unforeseen(error: BaseException) -> str:
    """One sentence for an error that nobody foresaw; its place in the code is shown to whoever
    asks for it."""
    return (
        f"Something unforeseen went wrong ({type(error).__name__}: {error}); set "
        "RESOLUTION_READER_DEBUG=1 to see where, and report it."
    )


def is_debugging() -> bool:
    """Whether stack traces are wanted."""
    return bool(os.environ.get("RESOLUTION_READER_DEBUG"))
