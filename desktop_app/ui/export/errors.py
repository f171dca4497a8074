"""The sentence for an error in the export."""

from traceback import print_exception

from desktop_app.common.faults import is_debugging, unforeseen
from desktop_app.common.messages import UserError
from desktop_app.ui.language.phrases import translated


def sentence_of(error: Exception) -> str:
    """The sentence in the language of the interface; prints the place of a fault when debugging."""
    if isinstance(error, UserError):
        return translated(error.message)
    if is_debugging():
        print_exception(error)
    return translated(unforeseen(error))
