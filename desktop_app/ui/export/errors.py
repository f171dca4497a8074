"""The sentence for an error in the export."""

from traceback import print_exception

from desktop_app.common.faults import explained, is_debugging, message_of
from desktop_app.ui.language.phrases import translated


def sentence_of(error: Exception) -> str:
    """The sentence in the language of the interface; prints the place of a fault when debugging."""
    if is_debugging() and message_of(error) is None:
        print_exception(error)
    return translated(explained(error))
