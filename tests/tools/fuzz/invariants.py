"""What is true of whatever is read, aligned and exported, however damaged it is."""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from itertools import chain

from lxml import etree

from desktop_app.common.front_matter import front_matter
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Resolution
from tests.support.texts import every_text, ids

_EXPORT_OF_TWO = "<!-- resolution-reader: "
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?-->)"  # comments, with anything in them
    r"|<[^<>]*>"  # tags
    r"|\[\^[^\[\]\n]*\]"  # labels of footnotes
    r"|\]\(.*?(?=\n\s*\n|\Z)"  # addresses and titles, with what stands behind them in the paragraph
    r"|&#?\w+;"
    r"|\b\d{2}-\d{5}\s*\([A-Z]\)"  # job numbers of the printed page
    r"|[\ufdd0-\ufdef]",
    re.DOTALL,
)
"""What holds letters that are no text. More than markup may go with it: what is left must be
shown."""


def check_nothing_lost(source: str, *shown: Resolution) -> None:
    """Every letter of a Markdown source is somewhere in the versions that were read. An export of
    two versions is left out: its labels and what it says of itself are no text of theirs."""
    if _EXPORT_OF_TWO in source:
        return
    source = source.lstrip("\ufeff")  # readers drop every byte order mark before the front matter
    text = re.sub(r"</?\w+>", "", source[front_matter(source).text :].replace("\r", "\n"))
    numbered = {f"A/RES/{number}" for number in re.findall(r"(?m)^\W*(\d+/\d+)\b", text)}
    for symbol in {*(version.masthead.symbol for version in shown), *numbered} - {""}:
        # Alone on a line it is the head of a page, which is shown once; so is the page's number.
        text = re.sub(rf"(?m)^\W*{re.escape(symbol)}\W*$([\s>]*^[\s>]*Page \d+\W*$)?", "", text)
    texts = [text for version in shown for text in every_text(version)]
    lost = _letters(_MARKUP.sub("", text)) - _letters(" ".join(texts))
    assert not lost, f"letters are lost: {lost}"


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalpha, text))


def check_resolution(shown: Resolution) -> None:
    """Ids are there once; opening words open; marks call footnotes that exist."""
    notes = [note.id for note in shown.footnotes]
    known = [*ids(shown), *notes]
    assert len({*known}) == len(known), "an id is there twice"
    for clause in shown.walk():
        assert clause.text.startswith(clause.opening), clause.id
        assert {*notes}.issuperset(clause.notes), clause.id


def check_rows(bitext: Bitext) -> None:
    """The rows have every clause and every footnote of both sides once, in reading order."""
    for side, ids_of in ((bitext.source, _source), (bitext.target, _target)):
        if side is not None:
            expected = [*ids(side), *(note.id for note in side.footnotes)]
            found = [*chain.from_iterable(map(ids_of, bitext.rows))]
            assert sorted(found) == sorted(expected), "rows lack clauses, or have them twice"


def _source(row: Row) -> tuple[str, ...]:
    return row.source


def _target(row: Row) -> tuple[str, ...]:
    return row.target


def _is_json(data: bytes) -> None:
    json.loads(data)


def _is_xml(data: bytes) -> None:
    etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))


def _is_archive(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                _is_xml(archive.read(name))


def _is_pdf(data: bytes) -> None:
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")


def _is_text(data: bytes) -> None:
    assert data.decode("utf-8").strip()


_FORMATS: dict[str, Callable[[bytes], None]] = {
    **dict.fromkeys(("akn", "tmx", "xliff"), _is_xml),
    **dict.fromkeys(("docx", "xlsx"), _is_archive),
    "json": _is_json,
    "pdf": _is_pdf,
}


def check_export(key: str, data: bytes) -> None:
    """A file is one of its format."""
    _FORMATS.get(key, _is_text)(data)
