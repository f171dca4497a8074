"""An excerpt as one HTML file that needs nothing else: a column for each language."""

from collections.abc import Iterator
from html import escape

from desktop_app.export.excerpt import Entry, Excerpt, Note, Version
from desktop_app.resolution.model import Run, Runs, Style

_STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
  font-family: Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.4rem; } table { border-collapse: collapse; width: 100%; }
td, th { vertical-align: top; text-align: start; padding: .4rem .8rem .4rem 0; }
th { white-space: nowrap; font-weight: normal; color: #555; font-size: .85rem; }
td p { margin: 0 0 .4rem; } .deep td { padding-inline-start: 1.5rem; }
.about { color: #555; font-size: .9rem; } .heading td { font-weight: bold; }
.notes { border-top: 1px solid #999; margin-top: 1.5rem; font-size: .9rem; }
sup { line-height: 0; } a { color: inherit; }
@media print { body { max-width: none; margin: 0; } tr { break-inside: avoid; } }
"""


def render(excerpt: Excerpt) -> str:
    """A valid HTML document with `lang` and `dir` on every text."""
    return "\n".join(_document(excerpt)) + "\n"


def _document(excerpt: Excerpt) -> Iterator[str]:
    first = excerpt.versions[0]
    yield "<!DOCTYPE html>"
    yield f'<html lang="{first.tag}" dir="{first.direction}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f"<title>{escape(excerpt.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{escape(excerpt.title)}</h1>"
    yield '<div class="about" lang="en" dir="ltr">'
    if excerpt.citation:
        yield f"<p>{escape(excerpt.citation)}</p>"
    yield from map(_version, excerpt.versions)
    yield "</div>\n<table>"
    yield from (_row(entry, excerpt.versions) for entry in excerpt.entries)
    yield "</table>"
    if excerpt.notes:
        yield '<table class="notes">'
        yield from (_note(note, excerpt.versions) for note in excerpt.notes)
        yield "</table>"
    yield "</body>\n</html>"


def _version(version: Version) -> str:
    address = escape(version.address)
    link = f' (<a href="{address}">{address}</a>)' if address else ""
    return f"<p>{escape(version.name)}: {escape(version.trust)}{link}</p>"


def _row(entry: Entry, versions: tuple[Version, ...]) -> str:
    name = " ".join(filter(None, [entry.kind, "deep" if entry.depth else ""]))
    cells = "".join(
        _cell("\n".join(f"<p>{_inline(runs)}</p>" for runs in text.paragraphs), version)
        for text, version in zip(entry.texts, versions, strict=True)
    )
    return f'<tr class="{name}"><th scope="row">{escape(entry.label)}</th>{cells}</tr>'


def _note(note: Note, versions: tuple[Version, ...]) -> str:
    cells = "".join(
        _cell(f"<p>{_inline(runs)}</p>" if runs else "", version)
        for runs, version in zip(note.texts, versions, strict=True)
    )
    return f'<tr id="{note.id}"><th scope="row"><sup>{escape(note.mark)}</sup></th>{cells}</tr>'


def _cell(content: str, version: Version) -> str:
    return f'<td lang="{version.tag}" dir="{version.direction}">{content}</td>'


def _inline(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    match run.style:
        case Style.MARK:
            inner = f'<a href="#{run.note}">{text}</a>' if run.note else text
            return f"<sup>{inner}</sup>"
        case Style.SUPERSCRIPT:
            return f"<sup>{text}</sup>"
        case Style.EMPHASIS:
            return f"<em>{text}</em>"
        case Style.PLAIN:
            return text
