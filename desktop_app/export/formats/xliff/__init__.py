"""XLIFF 2.1, a bilingual file."""

from desktop_app.common.messages import Message
from desktop_app.export.formats.format import Format, late

FORMAT = Format(
    key="xliff",
    name="XLIFF",
    title=Message("Bilingual file, XLIFF"),
    ending="xlf",
    render=late("xliff.document", "render"),
)
