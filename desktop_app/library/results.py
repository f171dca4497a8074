"""The results of keeping corrections: the rows kept, or the error."""

from dataclasses import dataclass

from desktop_app.alignment.corrections.tree import Rows
from desktop_app.common.messages import Message, UserError


class StoreError(UserError):
    """Corrections cannot be read or saved. The message, one sentence, names the file and the way
    out; `reason` is the cause. `is_busy`: another window is writing, so a second try may work."""

    def __init__(self, message: Message, reason: str | Message = "", is_busy: bool = False) -> None:
        super().__init__(message)
        self.reason = reason
        self.is_busy = is_busy


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What `save` has written. `rows` are those it was given, joined with `theirs`, which another
    window saved since this one knew of `before`; equal where none did. `warning` is a sentence on
    what could not be joined."""

    rows: Rows
    before: Rows
    theirs: Rows
    warning: Message | None = None
