"""Excel."""

from desktop_app.common.messages import Message
from desktop_app.export.formats.format import Footnotes, Format, late

FORMAT = Format(
    key="xlsx",
    name="Excel",
    title=Message("Excel workbook"),
    ending="xlsx",
    footnotes=Footnotes.WITH_TEXT,
    render=late("xlsx.workbook", "render"),
    copied=late("xlsx.workbook", "copied"),
    sketch=late("xlsx.workbook", "sketch"),
)
