"""Small bitexts and their corrections, made up and drawn at random."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.operations import (
    DOWN,
    UP,
    CorrectionError,
    merge,
    move,
    restore,
    split,
    unpair,
)
from desktop_app.alignment.corrections.tree import SOURCE, TARGET, Rows, RowTree
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
)
from tests.support.paths import FIXTURES
from tests.support.texts import read_anew


def made_clause(id: str, below: Sequence[Clause] = ()) -> Clause:
    """A clause of made-up words."""
    return Clause(id, "", "", "", (Run(f"the words of {id}"),), tuple(below))


_PARTS = {
    "preamble": "pp",
    "operative": "op",
    "section1": "section1.op",
    "section2": "section2.op",
    "annex1": "annex1.",
    "annex2": "annex2.",
}
"""The parts that a made-up text can have, in their order, and what the ids of their clauses begin
with."""


def _kind(id: str) -> PartKind:
    """The kind of a part by its id."""
    return PartKind(id.rstrip("0123456789"))


def made_resolution(parts: Mapping[str, Sequence[Clause]], notes: Iterable[str] = ()) -> Resolution:
    """A resolution of parts with these clauses, and of footnotes."""
    made = tuple(Part(id, _kind(id), (), tuple(own)) for id, own in parts.items())
    footnotes = tuple(Footnote(id, id[2:], (Run("a note"),)) for id in notes)
    return Resolution(
        Masthead(), "en", "Latn", Provenance.UNSTATED, (), made, (), footnotes
    )  # fmt: skip


def flat_bitext(rows: str) -> Bitext:
    """A bitext of one part from rows as "a b|A B", a line each."""
    pairs = [tuple(tuple(side.split()) for side in row.split("|")) for row in rows.split("\n")]
    sides = [
        made_resolution({"operative": [made_clause(id) for p in pairs for id in p[n]]})
        for n in (0, 1)
    ]
    return Bitext(sides[0], sides[1], tuple(Row(p[0], p[1], 0.4, ("length",)) for p in pairs))


def written(rows: Rows, by_hand: bool = False) -> str:
    """Rows as `flat_bitext` takes them, only those `by_hand` if that is said."""
    return "\n".join(
        f"{' '.join(row.source)}|{' '.join(row.target)}"
        for row in rows
        if row.by_hand or not by_hand
    )


_NESTED = made_resolution(
    {
        "preamble": [made_clause("pp1")],
        "operative": [
            made_clause(
                "op1", [made_clause("op1.a"), made_clause("op1.b", [made_clause("op1.b.i")])]
            ),
            made_clause("op2", [made_clause("op2.a")]),
        ],
    },
    ["fn1", "fn2"],
)
NESTED = Bitext(
    _NESTED,
    _NESTED,
    tuple(Row((id,), (id,), 0.9) for id in (*(c.id for c in _NESTED.walk()), "fn1", "fn2")),
)
"""Paragraphs with sub-paragraphs and two footnotes, each against itself."""


@cache
def fixture_pairs() -> dict[str, Bitext]:
    """Pairs of real texts with annexes, sections and sub-paragraphs, aligned; some are versions of
    each other, and some of one another's kind alone."""
    return {
        f"{one} {other}": align(_fixture(one), _fixture(other))
        for one, other in (
            ("security_council_1540.zh", "security_council_1540.en"),
            ("security_council_1540.ru", "security_council_1540.ar"),
            ("general_assembly_75_58.fr", "general_assembly_75_58.es"),
            ("annex.zh", "annexes.en"),
            ("sections.en", "sections_below.en"),
            ("sections_restarting.en", "sections_named.en"),
            ("lone_operative_paragraph.en", "annexes.en"),
        )
    }


def _fixture(name: str) -> Resolution:
    return read_anew((FIXTURES / f"{name}.md").read_text(encoding="utf-8"))


@st.composite
def _clauses(draw: st.DrawFn, above: str, depth: int = 0) -> list[Clause]:
    count = draw(st.integers(0, 4 - depth))
    return [
        made_clause(f"{above}{n}", draw(_clauses(f"{above}{n}.", depth + 1)) if depth < 2 else [])
        for n in range(count)
    ]


@st.composite
def _nested(draw: st.DrawFn) -> Bitext:
    """Any small bitext, aligned."""
    sides = []
    for _ in range(2):
        names = draw(st.lists(st.sampled_from(tuple(_PARTS)), unique=True, max_size=4))
        parts = {name: draw(_clauses(own)) for name, own in _PARTS.items() if name in names}
        sides.append(made_resolution(parts, [f"fn{n}" for n in range(draw(st.integers(0, 3)))]))
    return align(sides[0], sides[1])


@st.composite
def _sides_of(draw: st.DrawFn, said: Sequence[str]) -> Resolution:
    """A text that says this, on whatever levels."""
    steps = st.sampled_from([-2, -1, 0, 1])
    levels = [0]
    for step in draw(st.lists(steps, min_size=len(said) - 1, max_size=len(said) - 1)):
        levels.append(min(max(levels[-1] + step, 0), 2))
    part = draw(st.sampled_from(["operative", "annex1"]))
    count = draw(st.integers(1, 2)) if part == "operative" else 1
    ids: list[str] = []
    below: dict[str, list[str]] = {"": []}
    above: list[str] = []
    for level, number in zip(levels, range(len(said)), strict=True):
        del above[level:]
        id = f"{above[-1]}.{number}" if above else f"{_PARTS[part]}{number}"
        below.setdefault(above[-1] if above else "", []).append(id)
        above.append(id)
        ids.append(id)
    words = dict(zip(ids, said, strict=True))

    def made(id: str) -> Clause:
        inside = tuple(map(made, below.get(id, ())))
        return made_clause(id, inside)._replace(runs=(Run(words[id]),))

    top = [made(id) for id in below[""]]
    cut = len(top) // count
    parts = {part: top} if count == 1 else {"operative": top[:cut], "section1": top[cut:]}
    return made_resolution(parts, ["fn1"])


@st.composite
def across_levels(draw: st.DrawFn) -> Bitext:
    """A text in two versions, each with levels of its own, aligned or in rows made at random
    without regard to levels."""
    said = draw(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=8, unique=True))
    source, target = (
        draw(_sides_of([word for word in said if draw(st.integers(0, 9))] or said[:1]))
        for _ in range(2)
    )
    bitext = align(source, target)
    return _at_random(draw, bitext) if draw(st.booleans()) else bitext


_WORDS = tuple(
    f"{name} shall plant {count} trees before the year {1900 + count}"
    for count, name in enumerate(
        ("Athens", "Bergen", "Cadiz", "Dakar", "Essen", "Fez", "Geneva", "Hanoi"), 11
    )
)


def _at_random(draw: st.DrawFn, bitext: Bitext) -> Bitext:
    """The bitext with other rows in each of its parts, in the order of both texts."""
    tree = RowTree(bitext)
    out: list[Row] = []
    for part in dict.fromkeys(tree.parts):
        ids = [
            [id for (on, id), kin in tree.kin.items() if on == side and kin.part == part]
            for side in (SOURCE, TARGET)
        ]
        while any(ids):
            counts = [draw(st.integers(0, 2)) for _ in ids]
            taken = [tuple(own[:n]) for own, n in zip(ids, counts, strict=True)]
            ids = [own[n:] for own, n in zip(ids, counts, strict=True)]
            if any(taken):
                out.append(Row(taken[0], taken[1], 0.4, ("length",)))
    return bitext._replace(rows=tuple(out))


def bitexts() -> st.SearchStrategy[Bitext]:
    """Any small bitext, with levels or across them."""
    return st.one_of(_nested(), across_levels(), across_levels())


def any_correction(data: st.DataObject, bitext: Bitext, automatic: Rows) -> Rows:
    """The rows after any correction; raises CorrectionError where it is refused."""
    place = data.draw(st.integers(0, len(bitext.rows) - 1))
    side, by = data.draw(st.sampled_from([SOURCE, TARGET])), data.draw(st.sampled_from([UP, DOWN]))
    corrections: list[Callable[[], Rows]] = [
        lambda: merge(bitext, place, automatic),
        lambda: split(bitext, place, automatic),
        lambda: unpair(bitext, place, automatic),
        lambda: move(bitext, place, side, by, automatic),
        lambda: restore(bitext, place, automatic),
    ]
    return data.draw(st.sampled_from(corrections))()


def some_corrections(data: st.DataObject, bitext: Bitext, rows: Rows, most: int = 4) -> Rows:
    """The rows after some corrections, `most` of them at most."""
    for _ in range(data.draw(st.integers(0, most)) if rows else 0):
        try:
            rows = any_correction(data, bitext._replace(rows=rows), bitext.rows)
        except CorrectionError:
            continue
    return rows
