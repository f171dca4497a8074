"""Records in RIS, which reference managers read."""

from desktop_app.citation.naming import official_address
from desktop_app.citation.styles.style import (
    Version,
    author,
    is_resolution,
    note,
    one_line,
    title,
)
from desktop_app.resolution.language import language_tag


def cite(cited: Version, also: Version | None) -> str:
    """A record of the type RPRT: the types for law (LEGAL, STAT) have no place for a number of the
    document, and reference managers leave out what a type has no place for. Lines end in LF, as
    all those around them do; reference managers read both ends of lines."""
    resolution = cited.resolution
    head = resolution.masthead
    fields = [
        ("AU", author(resolution)),
        ("TI", title(resolution)),
        ("M3", "Resolution" if is_resolution(resolution) else ""),
        ("SN", head.symbol),
        ("PB", "United Nations" if author(resolution) else ""),
        ("PY", head.adopted[:4]),
        ("DA", head.adopted.replace("-", "/")),
        ("UR", official_address(resolution)),
        ("LA", language_tag(resolution)),
        ("N1", note(cited, also)),
    ]
    kind = "RPRT" if head.symbol else "GEN"
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value]
    return "\n".join([f"TY  - {kind}", *lines, "ER  - "])
