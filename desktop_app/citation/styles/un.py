"""Citations as the United Nations write them."""

from desktop_app.citation.naming import citation, places
from desktop_app.citation.styles.style import Version, text_in
from desktop_app.resolution.trust import short_trust


def cite(cited: Version, also: Version | None) -> str:
    """ "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, OP1) [transcription]".
    The status of an unofficial text stands in square brackets, the Editorial Manual's sign for an
    editor's addition; an official text has none."""
    other = f"{text_in(also.resolution)}: {', '.join(places(*also))}" if also else ""
    document, status = citation(*cited, other), short_trust(cited.resolution)
    return f"{document} [{status}]" if document and status else document
