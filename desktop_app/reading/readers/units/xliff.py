"""XLIFF 2 (OASIS)."""

from desktop_app.common.messages import Message
from desktop_app.reading.readers.units.reader import reader

READER = reader(Message("XLIFF"), "xliff", ("xlf", "xliff"))
