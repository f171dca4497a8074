"""A symbol can come from a file's front matter and hold anything; no address of an export does."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from desktop_app.alignment.align import align
from desktop_app.citation.styles import CitationStyle
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Options
from desktop_app.export.formats.registry import FORMATS, render
from desktop_app.resolution.bitext import Bitext
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, read

_HOSTILE = "A/RES/75/58>)<script>alert(1)</script>[x](y)\"'&{}\\`*|#?../%0d\u202e国"
_ENCODED = "A/RES/75/58%3E)%3Cscript%3Ealert(1)%3C/script%3E%5Bx%5D(y)%22%27%26%7B%7D%5C%60%2A%7C"
_ADDRESS = re.compile(r"docs\.un\.org/[^\s<>\"]*")


def _pair() -> Bitext:
    stated = f"---\nsymbol: {_HOSTILE}\n---\n\n"
    return align(
        read(f"{stated}{ZH_PREAMBLE}1. 决定采取行动。\n"),
        read(f"{stated}{EN_PREAMBLE}1. Decides to act.\n"),
    )


def _written(key: str, style: CitationStyle) -> str:
    """All that a file holds, unpacked."""
    bitext = _pair()
    rows = rows_of(bitext, [clause.id for clause in bitext.source.walk()])
    data = render(excerpt(bitext, rows, Options(citation=style)), key)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    if data.startswith(b"%PDF"):
        links = (
            note.get_object()["/A"]["/URI"]
            for page in PdfReader(BytesIO(data)).pages
            for note in page.get("/Annots", ())
            if "/URI" in note.get_object().get("/A", {})
        )
        return "\n".join(map(str, links))
    return data.decode("utf-8-sig")


@pytest.mark.parametrize(("key", "style"), [*product(FORMATS, CitationStyle)])
def test_an_address_ends_where_it_should_in_every_file(key: str, style: CitationStyle) -> None:
    text = _written(key, style)
    found = _ADDRESS.findall(text)
    assert found
    for address in found:
        assert re.match(rf"docs\.un\.org/(?:zh|en)/{re.escape(_ENCODED)}", address), address


@pytest.mark.parametrize("address", ["https://a.example/b>)<script>", "https://a.example/ b\\"])
def test_markdown_lets_no_address_end_early(address: str) -> None:
    made = excerpt(_pair(), rows_of(_pair(), ["pp1"]))
    versions = tuple(replace(version, address=address) for version in made.versions)
    tokens = MarkdownIt("commonmark").parse(render(replace(made, versions=versions), "md").decode())
    inside = [child for token in tokens for child in token.children or ()]
    assert "html_inline" not in {token.type for token in inside}
    links = [token.attrs["href"] for token in inside if token.type == "link_open"]
    assert len(links) == 2
    assert all(str(link).startswith("https://a.example/") for link in links)
