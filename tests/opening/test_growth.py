"""The time to open a file with two languages grows with its length and no faster."""

from pathlib import Path

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.given import with_file_rows, with_rows
from desktop_app.reading.files import Versions, versions_in
from tests.support.growth import Construct, is_linear

_EN = "General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\nRecalling its report,\n\n"
_FR = "Assemblée générale\n\n75/58. Un titre\n\nL'Assemblée générale,\n\nRappelant son rapport,\n\n"
_HEAD = "".join(
    f"<tr><td>{one}</td><td>{other}</td></tr>"
    for one, other in zip(_EN.strip().split("\n\n"), _FR.strip().split("\n\n"), strict=True)
)
_TURNS = "".join(
    f"{one}\n\n{other}\n\n"
    for one, other in zip(_EN.strip().split("\n\n"), _FR.strip().split("\n\n"), strict=True)
)
_FILES = {
    "rows of a page": Construct(
        "<tr><td>{}. Decides to act;</td><td>{}. Décide d'agir ;</td></tr>",
        f"<html><body><table>{_HEAD}",
        "</table>",
        counts=True,
    ),
    "cells of many paragraphs": Construct(
        "<p>a</p>", f"<html><body><table>{_HEAD}<tr><td>1. Decides;", "</td><td>1. Décide ;</table>"
    ),
    "paragraphs by turns": Construct(
        "{}. Decides to act on the lights of the sea;\n\n"
        "{}. Décide d'agir sur les lumières de la mer ;\n\n",
        _TURNS,
        counts=True,
    ),
    "paragraphs by turns that are the same": Construct(
        "The lights of the sea are to burn;\n\nLes lumières de la mer sont à allumer ;\n\n", _TURNS
    ),
    "exported Markdown": Construct(
        "**OP{}**\n\n{}\\. Decides to act;\n\n{}\\. Décide d'agir ;\n\n",
        f"# A\n\n<!-- resolution-reader: en fr -->\n\n{_TURNS}",
        counts=True,
    ),
}


def _open(found: Versions) -> None:
    if found.target is None:
        return
    bitext = align(found.source, found.target)
    if found.file_rows:
        with_file_rows(bitext, *found.file_rows)
    with_rows(bitext, bitext.rows)


def _read(text: str) -> None:
    _open(versions_in(text.encode(), Path("a")))


@pytest.mark.slow
@pytest.mark.parametrize("name", _FILES)
def test_the_time_grows_no_faster_than_the_file(name: str) -> None:
    linear, measured = is_linear(_read, _FILES[name])
    assert linear, measured


@pytest.mark.parametrize("name", [name for name in _FILES if name != "cells of many paragraphs"])
def test_every_construct_is_a_pair(name: str) -> None:
    assert versions_in(_FILES[name].text(4_000).encode(), Path("a")).target
