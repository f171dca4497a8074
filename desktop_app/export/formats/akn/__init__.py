"""Akoma Ntoso 3.0.

- Two languages are a `documentCollection` of two statements, because a document of this standard
  is in one language.
- A citation links to the Akoma Ntoso name only where the text itself states the date; no date is
  made up.
- What the program adds has the status `editorial`.
"""

from desktop_app.export.formats.format import Footnotes, Format, late

FORMAT = Format(
    key="akn",
    name="Akoma Ntoso",
    ending="xml",
    footnotes=Footnotes.AS_CHOSEN,
    render=late("akn.document", "render"),
)
