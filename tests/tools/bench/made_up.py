"""Made-up resolutions of realistic wording and any length, to measure with."""

from functools import cache

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Footnote, Part, PartKind, Resolution, Run, Style


def bitext(clauses: int, length: int) -> Bitext:
    """A bitext of that many operative clauses, each beside its translation. A Chinese clause has
    about `length` characters, and four in five clauses cite a document."""
    published = _bundled()
    assert published.target is not None
    texts = [
        {clause.id: clause.text for clause in side.walk()}
        for side in (published.source, published.target)
    ]
    pairs = [
        tuple("".join(known[id] for id in ids) for known, ids in zip(texts, row[:2], strict=True))
        for row in published.rows
        if row.source and row.source[0] in texts[0]
    ]
    made: tuple[list[Clause], list[Clause]] = [], []
    place = 0
    for number in range(1, clauses + 1):
        words = ["", ""]
        while len(words[0]) < length:
            place += 1
            for side in (0, 1):
                words[side] += pairs[place % len(pairs)][side]
        if number % 5:
            words[0] += f"回顾其第 {number % 90}/{number} 号决议"
            words[1] += f" recalling its resolution {number % 90}/{number}"
        for side in (0, 1):
            run = Run(words[side])
            made[side].append(Clause(f"op{number}", str(number), f"{number}.", "", (run,)))
    source, target = published.source, published.target
    return Bitext(
        _with(source, made[0]),
        _with(target, made[1]),
        tuple(Row((clause.id,), (clause.id,), 1.0) for clause in made[0]),
    )


def with_notes(made: Bitext, every: int) -> Bitext:
    """The same with a footnote to one in `every` clauses, in both languages."""
    assert made.target is not None
    source = _annotated(made.source, every, "见 A/74/%s，附件。")
    target = _annotated(made.target, every, "See A/74/%s, annex.")
    rows = tuple(Row((note.id,), (note.id,), 1.0) for note in source.footnotes)
    return made._replace(source=source, target=target, rows=(*made.rows, *rows))


def _annotated(side: Resolution, every: int, words: str) -> Resolution:
    (part,) = side.parts
    clauses = list(part.clauses)
    notes: list[Footnote] = []
    for place in range(every - 1, len(clauses), every):
        mark = str(len(notes) + 1)
        notes.append(Footnote(f"fn{mark}", mark, (Run(words % mark),)))
        runs = (*clauses[place].runs, Run(mark, Style.MARK, notes[-1].id))
        clauses[place] = clauses[place]._replace(runs=runs)
    return side._replace(parts=(part._replace(clauses=tuple(clauses)),), footnotes=tuple(notes))


@cache
def _bundled() -> Bitext:
    return open_bitext(BUNDLED, BUNDLED_TRANSLATION)


def _with(published: Resolution, clauses: list[Clause]) -> Resolution:
    part = Part("operative", PartKind.OPERATIVE, (), tuple(clauses))
    return published._replace(parts=(part,), head=(), closing=(), footnotes=())
