"""JSON of this program that was damaged or made up is refused with one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.alignment.align import alone
from desktop_app.cli.outline import as_json
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers import json_files
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.registry import reader_of
from tests.support.texts import EN, ZH, read

_BEGIN = b'{"format": "resolution-reader", "version": 1, "texts": '


def _plain() -> Any:
    bitext = alone(read(EN))
    return json.loads(render(excerpt(bitext, clause_rows(bitext)), "json"))


def _damaged(*path: str | int, value: object = None, without: bool = False) -> bytes:
    """A file with one value in it replaced, or left out."""
    plain = _plain()
    place: Any = plain
    for key in path[:-1]:
        place = place[key]
    if without:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return json.dumps(plain).encode()


_CLAUSE = ("texts", 0, "parts", 1, "clauses", 0)
_UNEVEN = {
    **{"id": "op1", "number": "", "mark": "", "opening": "", "clauses": [], "headings": 1},
    "runs": [{"text": "A\tB\nC"}],
}
_OBJECT: dict[str, object] = {"kind": "resolution", "symbol": None}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_BEGIN, "Expecting value"),
        (_BEGIN + b"[" * 1_000_000, "recursion"),
        (_BEGIN + b'{"a":' * 1_000_000, "more values|recursion"),
        (_BEGIN + b"[" + b"0," * 4_900_000, "more values|Expecting value"),
        (_BEGIN + b"\xff]}", "utf-8"),
        (_BEGIN + b"[NaN]}", "NaN is no JSON"),
        (_BEGIN + b'"\\ud800"}', "surrogates not allowed"),
        (_BEGIN + b"[]}", "it has no text"),
        (_damaged("version", value=2), "has version 2 of the format, and only version 1 is known"),
        (_damaged("texts", without=True), "it has no list of texts"),
        (_damaged("texts", value={}), "it has no list of texts"),
        (_damaged("texts", 0, "script", without=True), "'script' is missing"),
        (_damaged("texts", 0, "script", value="Xxxx"), "'Xxxx' is no script"),
        (_damaged("texts", 0, "parts", value={}), "a list was expected, not {}"),
        (_damaged("texts", 0, "language", value=1), "a text was expected, not 1"),
        (_damaged("texts", 0, "language", value="de"), "'de' is no language of the"),
        (_damaged("texts", 0, "converted", value="s2x"), "'s2x' is no conversion of scripts"),
        (_damaged("texts", 0, "masthead", "session", value=True), "a whole number was expected"),
        (_damaged("texts", 0, "masthead", "session", value=10**9), "no such number"),
        (_damaged("texts", 0, "masthead", "adopted", value="today"), "isoformat"),
        (_damaged("texts", 0, "kind", value="no"), "'no' is not a valid DocumentKind"),
        (_damaged("texts", 0, "published_provenance", value="holy"), "is not a valid Provenance"),
        (_damaged("texts", 0, "footnotes", value=[]), "calls no footnote that there is"),
        (_damaged(*_CLAUSE, "runs", 0, value=[]), "an object was"),
        (_damaged(*_CLAUSE, "opening", value="Decides"), "does not begin with its opening words"),
        (_damaged(*_CLAUSE, value=_UNEVEN), "'op1' is no table"),
        (_damaged(*_CLAUSE, "id", value="op2"), "the id 'op2' is there twice"),
        (_damaged(*_CLAUSE, "id", value="../x"), "'../x' is no id"),
        (_damaged("texts", 0, "parts", 0, "id", value="operative"), "id 'operative' is there"),
        (_damaged("texts", 0, "parts", 1, "kind", value="resolution"), "no id of a resolution"),
        (_damaged("texts", 0, "parts", 1, "level", value=1_000), "stands too deep"),
        (json.dumps(_OBJECT).encode(), "'language' is missing"),
        (json.dumps(_OBJECT | {"parts": 1}).encode(), "'language' is missing"),
        (as_json(read(EN)).replace('"parts": [', '"parts": [1, ', 1).encode(), "an object was"),
    ],
)
def test_what_is_damaged(data: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(data)
    with pytest.raises(ReadingError, match=said) as error:
        read_resolution(file)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(f"{file} is damaged (")


def test_several_documents(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    one, other = as_json(read(EN), None), as_json(read(ZH), None)
    for lines in (
        [one, other, one],
        [one, one],
        [one, other.replace("A/RES/75/58", "A/RES/75/59")],
    ):
        file.write_text("\n".join(lines), encoding="utf-8")
        with pytest.raises(ReadingError, match="holds several documents"):
            read_resolution(file)


def test_deep_sub_paragraphs(tmp_path: Path) -> None:
    plain = _plain()
    place = plain["texts"][0]["parts"][1]["clauses"][0]
    for _ in range(400):
        place["clauses"] = [dict(place, id=f"{place['id']}.a", clauses=[])]
        (place,) = place["clauses"]
    file = tmp_path / "a.json"
    file.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(ReadingError, match="is no id"):
        read_resolution(file)


def test_other_json_is_a_text_like_any_other() -> None:
    for data in (b"{}", b'{"kind": "a", "name": "b"}', b'{"version": 3}', b"[1, 2]"):
        assert reader_of(data, Path("a.json")) is not json_files.READER


def test_a_signature_in_front_and_other_white_space_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for data in (json.dumps(_plain(), indent=8, sort_keys=True), as_json(read(EN), 8)):
        file.write_bytes(b"\xef\xbb\xbf\r\n " + data.replace("\n", "\r\n").encode())
        assert read_resolution(file) == read(EN)
