"""The footnotes of an excerpt: which come along, by what name its entries call them in every
language, and what "Ibid." stands for where the note before it does not."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from desktop_app.citation.ibid import sources
from desktop_app.grammar.references import footnote_gloss
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Resolution, Run, Runs
from desktop_app.resolution.model import notes as called_in
from desktop_app.resolution.pruning import unmarked


class Note(NamedTuple):
    """A footnote that the entries call, by `id` in every language. `ids` and `marks` are those that
    it is published with in each language, `texts` its words there, "" and () where missing.
    `meant` says, of a note with "Ibid." whose note before it is not in the excerpt, what it stands
    for: words in square brackets that are no part of the published text, () where none are due."""

    id: str
    ids: tuple[str, ...]
    marks: tuple[str, ...]
    texts: tuple[Runs, ...]
    meant: tuple[Runs, ...]

    @property
    def mark(self) -> str:
        """The mark, or where the languages count otherwise, all of them: "2 / 1"."""
        return " / ".join(dict.fromkeys(filter(None, self.marks)))

    @property
    def label(self) -> str:
        """The same as a label: "FN2 / FN1"."""
        return " / ".join(dict.fromkeys(map(label, filter(None, self.ids))))

    def whole(self, side: int) -> Runs:
        """The note of one language with what it stands for."""
        return self.texts[side] + self.meant[side] if self.texts[side] else ()


def kept_notes(side: Resolution, called: Sequence[str]) -> set[str]:
    """The footnotes that go along: those that are called, and those that they call themselves."""
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
    """What the footnotes of the languages are called in an excerpt, by their ids: one name for
    those that stand in a row, which is the id of the first that there is."""
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
    """The runs with the footnotes called by other names."""
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
    """The footnotes that are kept, in the order of the document; `called` are those of each
    language in the order in which they are called."""
    known = [
        {names[place][note.id]: note for note in side.footnotes if note.id in kept[place]}
        for place, side in enumerate(sides)
    ]
    meant = [{} if has_all else _meant(side, own) for side, own in zip(sides, called, strict=True)]
    for name in in_one_order(list(notes) for notes in known):
        found = [notes.get(name) for notes in known]
        yield Note(
            name,
            tuple(note.id if note else "" for note in found),
            tuple(note.mark if note else "" for note in found),
            tuple(
                renamed(note.runs, own) if note else ()
                for note, own in zip(found, names, strict=True)
            ),
            tuple(
                own.get(note.id, ()) if note else () for note, own in zip(found, meant, strict=True)
            ),
        )


def in_one_order(orders: Iterable[Sequence[str]]) -> list[str]:
    """All names in one order: that of the first, and what it has not behind what it stands behind
    in another."""
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


def _meant(side: Resolution, called: Sequence[str]) -> dict[str, Runs]:
    """What each note says that says "Ibid.", if a reader of the excerpt cannot look it up: the
    notes on which it leans do not all stand before it, one after the other as they are called."""
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
            out[id] = (Run(before), *unmarked(source.runs), Run(gloss.after))
    return out
