"""A bitext as plain values and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import (
    Clause,
    DocumentKind,
    Footnote,
    Line,
    Masthead,
    Part,
    PartKind,
    Place,
    Places,
    Provenance,
    Resolution,
    Run,
    Style,
)
from desktop_app.resolution.serial import Plain, SerialError, dump, load
from tests.support.texts import EN, ZH, read

_TEXT = st.text(max_size=6)
_RUNS = st.lists(st.builds(Run, _TEXT, st.sampled_from(Style), _TEXT), max_size=3).map(tuple)
_NUMBER = st.none() | st.integers(0, 9999)
_ROWS = st.lists(
    st.builds(
        Row,
        st.lists(_TEXT, max_size=2).map(tuple),
        st.lists(_TEXT, max_size=2).map(tuple),
        st.floats(0, 1),
    ),
    max_size=3,
).map(tuple)
_CLAUSES = st.recursive(
    st.builds(Clause, _TEXT, _TEXT, _TEXT, _TEXT, _RUNS, heading=_RUNS),
    lambda below: st.builds(
        Clause, _TEXT, _TEXT, _TEXT, _TEXT, _RUNS, st.lists(below, max_size=2).map(tuple)
    ),
    max_leaves=4,
)
_MASTHEADS = st.builds(
    Masthead,
    _TEXT,
    _TEXT,
    _NUMBER,
    _TEXT,
    _TEXT,
    _TEXT,
    st.just("") | st.dates().map(str),
    _NUMBER,
    _TEXT,
)
_EDGE = st.floats(-1_000, 1_000)
_PLACES = st.builds(
    Places,
    _TEXT,
    st.lists(
        st.builds(
            Place, _TEXT, st.integers(1, 99), st.none() | st.tuples(_EDGE, _EDGE, _EDGE, _EDGE)
        ),
        max_size=2,
    ).map(tuple),
)
_RESOLUTIONS = st.builds(
    Resolution,
    masthead=_MASTHEADS,
    language=_TEXT,
    script=_TEXT,
    provenance=st.sampled_from(Provenance),
    head=st.lists(st.builds(Line, _TEXT, _RUNS), max_size=2).map(tuple),
    parts=st.lists(
        st.builds(
            Part,
            _TEXT,
            st.sampled_from(PartKind),
            _RUNS,
            st.lists(_CLAUSES, max_size=2).map(tuple),
            masthead=st.none() | _MASTHEADS,
        ),
        max_size=2,
    ).map(tuple),
    closing=st.lists(st.builds(Line, _TEXT, _RUNS), max_size=2).map(tuple),
    footnotes=st.lists(st.builds(Footnote, _TEXT, _TEXT, _RUNS), max_size=2).map(tuple),
    address=_TEXT,
    converted=_TEXT,
    kind=st.sampled_from(DocumentKind),
    places=_PLACES,
)
_BITEXTS = st.builds(Bitext, _RESOLUTIONS, st.none() | _RESOLUTIONS, _ROWS, _ROWS, _ROWS)


@pytest.mark.slow
@given(_BITEXTS)
def test_what_is_loaded_is_what_was_dumped(bitext: Bitext) -> None:
    assert load(json.loads(json.dumps(dump(bitext)))) == bitext


def test_the_bundled_texts_come_back_alone_and_aligned() -> None:
    zh, en = read(ZH), read(EN)
    for bitext in (alone(zh), align(zh, en)):
        found = load(json.loads(json.dumps(dump(bitext), ensure_ascii=False)))
        assert found == bitext
        assert found.source.masthead.adopted == "2020-12-07"


def test_places_come_back_with_the_side_that_has_them() -> None:
    known = (Place("op1", 2, (100.0, 50.5, 400.0, 90.0)), Place("fn1", 3))
    source, target = read(ZH), read(EN)._replace(places=Places("digest", known))
    found = load(json.loads(json.dumps(dump(align(source, target)))))
    assert found.source.places == Places()
    assert found.target is not None
    assert found.target.places == target.places


_PLAIN: st.SearchStrategy[Plain] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=3), below),
    max_leaves=6,
)


@given(_PLAIN)
def test_anything_else_is_refused(plain: Plain) -> None:
    with pytest.raises(SerialError):
        load(plain)


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": 0},
        {"rows": None},
        {"rows": [["pp1", [], 1.0]]},
        {"rows": [[["pp1"], []]]},
        {"rows": [[["pp1"], [], "1.0"]]},
        {"source": None},
        {"target": []},
        {"head": "x"},
        {"places": []},
        {"places": [{"digest": "", "known": [["op1", 1]]}]},
        {"places": [{"digest": "", "known": [["op1", 1, [0, 0, 9]]]}]},
        {"places": [{"digest": "", "known": [["op1", 1, [0, 0, 9, "9"]]]}]},
    ],
)
def test_one_wrong_value_is_refused(wrong: dict[str, object]) -> None:
    good = dump(alone(read(ZH)))
    assert isinstance(good, dict)
    with pytest.raises(SerialError):
        load({**good, **wrong})


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("language", 7),
        ("published_provenance", "hearsay"),
        ("parts", [{"id": "preamble", "kind": "overture", "heading": [], "clauses": []}]),
        ("footnotes", [{"id": "fn1", "mark": "1"}]),
        ("masthead", {"symbol": "A/RES/75/58"}),
        ("closing", [{"id": "closing.date", "runs": [{"text": "x", "style": "purple"}]}]),
    ],
)
def test_one_wrong_value_in_a_resolution_is_refused(key: str, wrong: object) -> None:
    good = dump(alone(read(ZH)))
    assert isinstance(good, dict)
    source = good["source"]
    assert isinstance(source, dict)
    with pytest.raises(SerialError):
        load({**good, "source": {**source, key: wrong}})
