"""The footnotes of an excerpt: the selection, one id for all languages, and the footnote meant by
"Ibid." if the excerpt lacks it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from desktop_app.citation.ibid import sources, work
from desktop_app.grammar.references import footnote_gloss
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Resolution, Run, Runs
from desktop_app.resolution.model import notes as called_in
from desktop_app.resolution.pruning import unmarked


class Note(NamedTuple):
    """A footnote; entries of every language call it by `id`. `ids`, `marks` and `texts` are the
    published ids, marks and words in each language, "" and () where it is missing.

    `stands_for` gives the footnote meant by "Ibid.", in editorial brackets, unless the excerpt has
    it right before this one; () otherwise.
    """

    id: str
    ids: tuple[str, ...]
    marks: tuple[str, ...]
    texts: tuple[Runs, ...]
    stands_for: tuple[Runs, ...]

    @property
    def mark(self) -> str:
        """The mark; where languages count differently, all marks: "2 / 1"."""
        return " / ".join(dict.fromkeys(filter(None, self.marks)))

    @property
    def label(self) -> str:
        """The label, or all labels: "FN2 / FN1"."""
        return " / ".join(dict.fromkeys(map(label, filter(None, self.ids))))

    def whole(self, side: int) -> Runs:
        """The words in one language, with what "Ibid." stands for."""
        return self.texts[side] + self.stands_for[side] if self.texts[side] else ()


def kept_notes(side: Resolution, called: Sequence[str]) -> set[str]:
    """The ids of the footnotes to keep: those that are called, and those that these call in
    turn."""
    known = {note.id: note.runs for note in side.footnotes}
    found: set[str] = set()
    ahead = list(called)
    while ahead:
        id = ahead.pop()
        if id in known and id not in found:
            found.add(id)
            ahead += called_in(known[id])
    return found


def note_names(bitext: Bitext, order: Sequence[int]) -> list[dict[str, str]]:
    """The name of each footnote in the excerpt, by its published id, for each language. Footnotes
    that stand in one row have one name, the id of the first of them."""
    texts = bitext.source, bitext.target
    known = [{note.id for note in text.footnotes} if text else set[str]() for text in texts]
    names: list[dict[str, str]] = [{} for _ in order]
    taken: set[str] = set()
    for row in bitext.rows:
        both = row.source, row.target
        for ids in zip_longest(*([id for id in both[n] if id in known[n]] for n in order)):
            first = name = next(filter(None, ids))
            count = 1
            while name in taken:
                count += 1
                name = f"{first}_{count}"
            taken.add(name)
            for own, id in zip(names, ids, strict=True):
                if id is not None:
                    own[id] = name
    return names


def renamed(runs: Runs, names: Mapping[str, str]) -> Runs:
    """The runs with footnotes called by other names."""
    if all(names.get(run.note, run.note) == run.note for run in runs):
        return runs
    return tuple(run._replace(note=names.get(run.note, run.note)) for run in runs)


def notes_of(
    sides: Sequence[Resolution],
    names: Sequence[Mapping[str, str]],
    kept: Sequence[Collection[str]],
    called: Sequence[Sequence[str]],
    has_all: bool,
) -> Iterator[Note]:
    """The footnotes to keep, in the order of the document; `called` has those of each language in
    the order of the calls."""
    known = [
        {names[place][note.id]: note for note in side.footnotes if note.id in kept[place]}
        for place, side in enumerate(sides)
    ]
    ibid = [{} if has_all else _ibid(side, own) for side, own in zip(sides, called, strict=True)]
    for name in in_one_order(list(notes) for notes in known):
        found = [notes.get(name) for notes in known]
        yield Note(
            id=name,
            ids=tuple(note.id if note else "" for note in found),
            marks=tuple(note.mark if note else "" for note in found),
            texts=tuple(
                renamed(note.runs, own) if note else ()
                for note, own in zip(found, names, strict=True)
            ),
            stands_for=tuple(
                own.get(note.id, ()) if note else () for note, own in zip(found, ibid, strict=True)
            ),
        )


def in_one_order(orders: Iterable[Sequence[str]]) -> list[str]:
    """All names in the order of the first sequence. A name missing there comes after the same name
    as in another sequence."""
    out: list[str] = []
    for order in orders:
        known = set(out)
        behind: dict[str, list[str]] = {}
        last = ""
        for name in order:
            if name in known:
                last = name
            else:
                behind.setdefault(last, []).append(name)
        if behind:
            out = [new for name in ("", *out) for new in (name, *behind.get(name, ())) if new]
    return out


def _ibid(side: Resolution, called: Sequence[str]) -> dict[str, Runs]:
    """The footnote meant by each "Ibid.", in brackets; none if the footnotes it refers to stand
    right before it for the reader to look up."""
    order = [note.id for note in side.footnotes]
    places = {id: place for place, id in enumerate(order)}
    calls = {id: place for place, id in enumerate(called)}
    gloss = footnote_gloss(side.language, side.script)
    out: dict[str, Runs] = {}
    for id, source in sources(side.footnotes, side.language).items():
        leads = order[places[source.id] : places[id]]
        place = calls.get(id, 0)
        if leads != list(called[max(place - len(leads), 0) : place]):
            before = f"{gloss.before}{source.mark}{gloss.between}"
            own = work(source, side.footnotes[places[id]], side.language)
            out[id] = (Run(before), *unmarked(own), Run(gloss.after))
    return out
