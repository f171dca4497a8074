"""Records of the UN Digital Library as MARC XML."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.opening.marc import (
    MarcError,
    MarcRecord,
    described,
    is_record,
    record_in,
    record_of_text,
)

_FIELDS = (
    ("191", {"a": "A/RES/75/58", "b": "A/", "c": "75"}),
    ("245", {"a": "Measures to keep lights lit :", "b": "resolution /", "c": "adopted by it"}),
    ("269", {"a": "2020-12-07"}),
    ("650", {"a": "LIGHTHOUSES"}),
    ("650", {"a": "SEAS"}),
    ("991", {"a": "A/75/251", "b": "103v", "d": "LIGHTHOUSES."}),
    ("996", {"a": "Adopted 187-0-2, 37th meeting"}),
)


def marc(fields: Sequence[tuple[str, dict[str, str]]] = _FIELDS, before: str = "") -> str:
    """A record with these fields."""
    inside = "".join(
        f'<datafield tag="{tag}" ind1=" " ind2=" ">'
        + "".join(f'<subfield code="{code}">{text}</subfield>' for code, text in parts.items())
        + "</datafield>"
        for tag, parts in fields
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<collection '
        'xmlns="http://www.loc.gov/MARC21/slim"><record><controlfield tag="001">1</controlfield>'
        f"{inside}</record></collection>"
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "record.xml"
    path.write_text(marc(), encoding="utf-8")
    return path


def test_a_record_is_read_by_its_fields(file: Path) -> None:
    assert is_record(file)
    assert record_in(file) == MarcRecord(
        symbols=("A/RES/75/58",),
        title="Measures to keep lights lit : resolution / adopted by it",
        date="2020-12-07",
        subjects=("LIGHTHOUSES", "SEAS"),
        agenda=("A/75/251 103v LIGHTHOUSES.",),
        vote=("Adopted 187-0-2, 37th meeting",),
    )


def test_it_says_vote_agenda_and_subjects(file: Path) -> None:
    assert described(record_in(file)) == [
        "vote: Adopted 187-0-2, 37th meeting",
        "agenda: A/75/251 103v LIGHTHOUSES.",
        "subjects: LIGHTHOUSES; SEAS",
    ]
    assert described(MarcRecord(("A/1",))) == []


def test_it_belongs_to_the_document_with_its_symbol(file: Path) -> None:
    assert record_of_text(file, "a/res/75/58").symbols == ("A/RES/75/58",)
    with pytest.raises(MarcError, match=r"is the record of A/RES/75/58, and the document is A/1;"):
        record_of_text(file, "A/1")
    with pytest.raises(MarcError, match="the document is one without a symbol"):
        record_of_text(file, "")


@pytest.mark.parametrize(
    "text",
    [
        marc(()),
        marc()[:200],
        marc(before='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
        marc(before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        marc() + " " * 2_000_000,
        '<x xmlns="http://www.loc.gov/MARC21/slim"/>',
    ],
)
def test_what_is_no_record_is_one_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "record.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MarcError, match="is no record of a document that can be read"):
        record_in(path)


def test_other_files_are_no_records(tmp_path: Path) -> None:
    other = tmp_path / "a.xml"
    other.write_text("<akomaNtoso/>", encoding="utf-8")
    assert not is_record(other)
    assert not is_record(tmp_path)
    assert not is_record(tmp_path / "none")


def test_a_pipe_is_no_record(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # nobody writes to it
    assert not is_record(tmp_path / "pipe")
