"""Web pages written by hand, as wikis and word processors write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

_INLINE = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|(<sup>.+?</sup>)|\[\^(.+?)\]", re.DOTALL)
_WIDTH = 60
"""Characters of a line of the source, as Word breaks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a program writes a page: emphasis, the mark of a note and the notes, by format strings
    with {mark}, {id} and {text}; the whole page with {body} and {notes}."""

    page: str
    emphasis: str
    mark: str
    note: str
    paragraph: str = "<p>{text}</p>"
    encodings: Mapping[str, str] = field(default_factory=dict)
    """By languages; UTF-8 for others."""
    has_lists: bool = False
    is_broken: bool = False
    """Whether it breaks the lines of its source."""


MANNERS = {
    "pandoc": Manner(
        page='<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>No text</title>'
        "<style>p {{ margin: 0 }}</style></head><body>{body}"
        '<section class="footnotes"><hr><ol>{notes}</ol></section></body></html>',
        emphasis="<em>{text}</em>",
        mark='<a href="#fn{id}" class="footnote-ref" id="fnref{id}"><sup>{mark}</sup></a>',
        note='<li id="fn{id}"><p>{text}<a href="#fnref{id}" class="footnote-back">↩︎</a></p></li>',
        has_lists=True,
    ),
    "wiki": Manner(
        page='<!-- saved --><html lang="en"><head><title>x</title></head><body><nav>Main page</nav>'
        '<div id="sidebar"><ul><li>Random page</li></ul></div><div id="content"><div '
        'class="mw-parser-output"><span class="mw-editsection">[edit]</span>{body}'
        '<ol class="references">{notes}</ol></div></div><footer>Privacy</footer></body></html>',
        emphasis="<i>{text}</i>",
        mark='<sup id="cite_ref-{id}" class="reference"><a href="#cite_note-{id}">'
        '<span class="cite-bracket">[</span>{mark}<span class="cite-bracket">]</span></a></sup>',
        note='<li id="cite_note-{id}"><span class="mw-cite-backlink"><a href="#cite_ref-{id}">↑</a>'
        '</span> <span class="reference-text">{text}</span></li>',
    ),
    "Word": Manner(
        page='<html>\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; '
        'charset={encoding}">\r\n<style>\r\n<!--\r\np.MsoNormal\r\n\t{{margin:0cm;}}\r\n'
        "span.Strong1\r\n\t{{font-weight:bold;}}\r\n-->\r\n</style>\r\n</head>\r\n"
        "<body lang=EN-GB>\r\n<div class=WordSection1>\r\n{body}\r\n</div>\r\n<div>"
        '<hr align=left size=1 width="33%">\r\n{notes}</div></body></html>',
        emphasis="<span class=Strong1>{text}</span>",
        mark='<a href="#_ftn{id}" name="_ftnref{id}" title=""><span class=MsoFootnoteReference>'
        "<span class=MsoFootnoteReference><span style='font-size:10pt'>[{mark}]</span></span>"
        "</span></a>",
        note='<div id=ftn{id}>\r\n<p class=MsoFootnoteText><a href="#_ftnref{id}" name="_ftn{id}" '
        'title=""><span class=MsoFootnoteReference>[{mark}]</span></a> {text}</p>\r\n</div>\r\n',
        paragraph="<p class=MsoNormal style='margin:0cm'><span lang=EN-GB>{text}</span></p>\r\n",
        encodings={
            "ar": "windows-1256",
            "ru": "koi8-r",
            "zh": "gb2312",
            **dict.fromkeys(("en", "es", "fr"), "windows-1252"),
        },
        is_broken=True,
    ),
    "LibreOffice": Manner(
        page='<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0//EN">\n<html>'
        '<head><style type="text/css">.T1 {{ font-style: italic }}</style></head>'
        '<body dir="ltr">{body}{notes}</body></html>',
        emphasis='<span class="T1">{text}</span>',
        mark='<a class="sdfootnoteanc" name="sdfootnote{id}anc" href="#sdfootnote{id}sym"><sup>'
        "{mark}</sup></a>",
        note='<div id="sdfootnote{id}"><p class="sdfootnote"><a class="sdfootnotesym" '
        'name="sdfootnote{id}sym" href="#sdfootnote{id}anc">{mark}</a>{text}</p></div>',
    ),
}


@dataclass(frozen=True, slots=True)
class _Maker:
    manner: Manner

    def inline(self, text: str) -> str:
        out, end = "", 0
        for found in _INLINE.finditer(text):
            out += self.words(text[end : found.start()])
            end = found.end()
            bold, italic, raised, note = found.groups()
            if note:
                out += self.filled(self.manner.mark, note)
            elif raised:
                out += raised
            else:
                out += self.manner.emphasis.format(text=self.words(bold or italic))
        return out + self.words(text[end:])

    def words(self, text: str) -> str:
        if self.manner.is_broken:
            text = re.sub(f"(.{{{_WIDTH}}}[^ ]*) ", "\\1\r\n", text)
            text = re.sub("([\u4e00-\u9fff]{15})(?=[\u4e00-\u9fff])", "\\1\r\n", text)
        return escape(text).replace("\n", "<br>") if "\r" not in text else escape(text)

    def filled(self, form: str, mark: str, text: str = "") -> str:
        id = "star" if mark == "*" else mark
        return form.format(mark=mark, id=id, text=text)

    def blocks(self, texts: list[str]) -> Iterator[str]:
        for text in texts:
            heading = re.match(r"(#+) ", text)
            if text.startswith("|"):
                yield self.table(text)
            elif heading:
                level = len(heading[1])
                yield f"<h{level}>{self.inline(text[heading.end() :])}</h{level}>"
            elif self.manner.has_lists and (number := re.match(r"(\d+)\. ", text)):
                inside = f"<p>{self.inline(text[number.end() :])}</p>"
                yield f'<ol start="{number[1]}"><li>{inside}</li></ol>'
            else:
                yield self.manner.paragraph.format(text=self.inline(text))

    def table(self, text: str) -> str:
        lines = [line for line in text.split("\n") if "---" not in line]
        tags = ["th", *["td"] * (len(lines) - 1)]
        rows = (
            "".join(
                f"<{tag}>{self.inline(cell.strip())}</{tag}>" for cell in line.strip("|").split("|")
            )
            for tag, line in zip(tags, lines, strict=True)
        )
        return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


def page_of(markdown: str, manner: Manner, language: str) -> bytes:
    """A page of a document in tests/fixtures/everything."""
    maker = _Maker(manner)
    texts = [text for text in re.split(r"\n\n+", markdown.strip()) if text]
    notes = "".join(
        maker.filled(manner.note, found[1], maker.inline(text[found.end() :]))
        for text in texts
        if (found := re.match(r"\[\^(.+?)\]: ", text))
    )
    body = "\n".join(maker.blocks([text for text in texts if not text.startswith("[^")]))
    encoding = manner.encodings.get(language, "utf-8")
    page = manner.page.format(body=body, notes=notes, encoding=encoding)
    return page.encode(encoding, "xmlcharrefreplace")
