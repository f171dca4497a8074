"""The names of annexes and of the divisions in them: "annex I, art. 3"."""

import re
from collections.abc import Collection, Iterable, Iterator

from desktop_app.grammar.numerals import of_roman, roman
from desktop_app.resolution.model import Part, PartKind, Resolution

_WORDS = {PartKind.ARTICLE: "art.", PartKind.CHAPTER: "chap.", PartKind.SECTION: "sect."}
_IN_A_SYMBOL = re.compile(r"(?<=\d)([A-Z])$")
_NAMED = re.compile(r"(annex\d*)\.(section|chapter)(0?)([1-9]\d*|[a-z])((?:\..+)?)")


def _tops(resolution: Resolution) -> Iterator[tuple[Part, str]]:
    """The parts of a resolution, and of several in a text, each with the name of its own."""
    for part in resolution.parts:
        yield part._replace(parts=()) if part.kind is PartKind.RESOLUTION else part, ""
        if part.kind is PartKind.RESOLUTION:
            yield from ((below, f"{_named(part)}, ") for below in part.parts)


def _named(part: Part) -> str:
    """ "resolution 46/74 B", "resolution B" where the number is not known; the rest of one without
    its head by its place, "resolution [no. 1]"."""
    symbol = part.masthead.symbol if part.masthead else ""
    number = _IN_A_SYMBOL.sub(r" \1", symbol.partition("/RES/")[2]) or part.number
    return f"resolution {number or f'[no. {part.id[1:]}]'}"


def is_article(division: str) -> bool:
    """Whether the id of a division is that of an article."""
    return division.rpartition(".")[2].startswith("art")


class Divisions:
    """The divisions of a resolution and their names."""

    def __init__(self, resolution: Resolution, cited: Collection[str] = ()) -> None:
        """`cited` are the clauses that are cited: of an article that is cited whole they are not
        named."""
        self._names: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._ids: dict[tuple[str, str, str], str] = {}
        self._articles: dict[str, tuple[int, str, str]] = {}
        chosen = set(cited)
        for top, within in _tops(resolution):
            annex = top.id if top.kind is PartKind.ANNEX else ""
            for part in top.divisions():
                self._add(part, annex, within)
                if part.kind is PartKind.ARTICLE and part.clauses:
                    self._articles[part.id] = len(self._articles), annex, part.number
                    own = {clause.id for clause in part.walk()}
                    self._whole |= dict.fromkeys(own, part.id) if own <= chosen else {}

    def _add(self, part: Part, annex: str, within: str) -> None:
        """Names a part; `within` is the name of the one of several resolutions that it is in."""
        own = part.id.rpartition(".")[2]
        count = re.sub(r"\D", "", own)
        if part.kind is PartKind.ANNEX:
            self._names[part.id] = within + (f"annex {roman(int(count))}" if count else "annex")
        elif part.kind is PartKind.RESOLUTION:
            self._names[part.id] = _named(part)
        elif part.kind in _WORDS and (annex or within or part.kind is PartKind.ARTICLE):
            number = part.number or (roman(int(count)) if count else "")
            name = f"{_WORDS[part.kind]} {number}".rstrip()
            self._names[part.id] = f"{self._names[annex]}, {name}" if annex else within + name
            key = annex, part.kind.value, str(of_roman(part.number) or part.number).lower()
            self._ids.setdefault(key, part.id)
        elif within:  # the preamble or the operative part of one
            self._names[part.id] = within.removesuffix(", ")

    def name(self, division: str) -> str:
        """The name of an annex, a division of one or an article; "" for any other."""
        return self._names.get(division, "")

    def whole(self, clause: str) -> str:
        """The id of the article that a clause stands in, if all of it is cited."""
        return self._whole.get(clause.removesuffix(".chapeau"), "")

    def listed(self, articles: Iterable[str]) -> Iterator[str]:
        """Articles that are cited whole, those that follow each other as ranges: "annex I, arts.
        1–3"."""
        runs: list[list[str]] = []
        for id in dict.fromkeys(articles):
            place, annex, _ = self._articles[id]
            before = self._articles[runs[-1][-1]] if runs else (-2, "", "")
            if before[:2] == (place - 1, annex):
                runs[-1].append(id)
            else:
                runs.append([id])
        for run in runs:
            _, annex, first = self._articles[run[0]]
            if len(run) == 1:
                yield self._names[run[0]]
                continue
            within = f"{self._names[annex]}, " if annex else ""
            yield f"{within}arts. {first}–{self._articles[run[-1]][2]}"

    def id_of(self, name: str) -> str:
        """An id in which the divisions of annexes are named by the numbers that their headings
        state ("annex.section02.1", "annex.sectionb.1") with their counts, as ids have them."""
        found = _NAMED.fullmatch(name)
        if not found:
            return name
        annex, kind, stated, number, rest = found.groups()
        id = self._ids.get((annex, kind, number)) if stated or number.isalpha() else None
        return f"{id or f'{annex}.{kind}{number}'}{rest}"
