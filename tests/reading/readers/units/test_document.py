"""Files of translators that this program exported, and a translator filled in, open as a pair."""

import re
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.registry import reader_of
from desktop_app.reading.readers.units import tmx, xliff
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, bundled_pair, outline, read

_READERS = {"xliff": xliff.READER, "tmx": tmx.READER}


def _text(name: str, language: str) -> Resolution:
    return read((FIXTURES / name.format(language)).read_text(encoding="utf-8"))


def _exported(bitext: Bitext, key: str) -> bytes:
    return render(excerpt(bitext, clause_rows(bitext)), key)


def _opened(data: bytes, folder: Path) -> Bitext:
    file = folder / "a.xml"
    file.write_bytes(data)
    return open_bitext(file, None)


def _lines(found: Resolution | None) -> list[str]:
    """The outline without white space; an export has the closing in the order of one language."""
    assert found
    return sorted(re.sub(r"\s", "", line) for line in outline(found).splitlines()[1:])


@pytest.mark.parametrize("key", _READERS)
@pytest.mark.parametrize(("first", "second"), [("en", "zh"), ("zh", "en"), ("ar", "fr")])
@pytest.mark.parametrize(
    "name", ["several_lettered.{}.md", "statement.{}.md", "security_council_1540.{}.md"]
)
def test_two_languages(name: str, first: str, second: str, key: str, tmp_path: Path) -> None:
    bitext = align(_text(name, first), _text(name, second))
    data = _exported(bitext, key)
    assert reader_of(data, Path("a")) is _READERS[key]
    found = _opened(data, tmp_path)
    assert _lines(found.source) == _lines(bitext.source)
    assert _lines(found.target) == _lines(bitext.target)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]


@pytest.mark.parametrize("key", _READERS)
def test_one_language_is_one_text(key: str, tmp_path: Path) -> None:
    found = _opened(_exported(alone(read(EN)), key), tmp_path)
    assert found.target is None
    assert _lines(found.source) == _lines(read(EN))


def test_emphasis_and_raised_letters_come_back_from_xliff(tmp_path: Path) -> None:
    text = read(
        f"{EN_PREAMBLE}1. *Decides* to act on 10<sup>6</sup> lights.[^1]\n\n[^1]: A note.\n"
    )
    found = _opened(_exported(alone(text), "xliff"), tmp_path)
    assert found.source.parts == text.parts


def test_what_a_translator_filled_in_stands_beside_the_text(tmp_path: Path) -> None:
    root = etree.fromstring(_exported(alone(bundled_pair().target or read(EN)), "xliff"))
    root.set("trgLang", "fr")
    wanted = {
        "The General Assembly,": "L'Assemblée générale,",
        "Recalling": "Rappelant sa résolution 74/43 du 12 décembre 2019,",
        "Calls upon": "Demande à tous les États Membres d'appuyer les efforts internationaux ;",
    }
    for source in [*root.iter("{*}source")]:
        words = "".join(map(str, source.itertext()))
        for begins, translation in wanted.items():
            if words.startswith(begins):
                target = etree.Element(str(source.tag).replace("source", "target"))
                target.text = translation
                source.addnext(target)
    found = _opened(etree.tostring(root), tmp_path)
    assert found.target
    assert (found.source.language, found.target.language) == ("en", "fr")
    assert (("pp1",), ("pp1",)) in [row[:2] for row in found.rows]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"><body/></tmx>',
        b"<xliff><file>",
        b"<xliff>" + b"<group>" * 100_000,
        b'<tmx version="1.4"><body/></tmx>',
        b'<xliff version="2.1" srcLang="en"><file/></xliff>',
    ],
)
def test_what_is_damaged_or_empty_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read_resolution(file)
    assert "\n" not in str(error.value)
