"""TMX 1.4, translation memories."""

from desktop_app.common.messages import Message
from desktop_app.reading.readers.units.reader import reader

READER = reader(Message("TMX"), "tmx", ("tmx",))
