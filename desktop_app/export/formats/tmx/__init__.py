"""TMX 1.4b, a translation memory."""

from desktop_app.common.messages import Message
from desktop_app.export.formats.format import Format, late

FORMAT = Format(
    key="tmx",
    name="TMX",
    title=Message("Translation memory, TMX"),
    ending="tmx",
    render=late("tmx.document", "render"),
)
