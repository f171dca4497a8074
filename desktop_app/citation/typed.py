"""What a person types to choose clauses ("OP1-3,PP5", "执行部分第3段"), and which they are."""

import re

from desktop_app.citation.divisions import Divisions, is_article
from desktop_app.citation.sections import stated_numbers
from desktop_app.common.messages import Message
from desktop_app.grammar.clauses import SAME_PART, SAME_SECTION, STATED_SECTION, in_labels
from desktop_app.grammar.numerals import ROMAN, of_digits, of_roman, roman
from desktop_app.resolution.labels import (
    RESOLUTION,
    SelectionError,
    label,
    no_such_clause,
    range_label,
)
from desktop_app.resolution.model import PartKind, Resolution


def id_of(typed: str) -> str:
    """The id that a label means as a person types it.

    >>> id_of("OP 5 (a)"), id_of("pp2"), id_of("Annex 1.3"), id_of("FN 3")
    ('op5.a', 'pp2', 'annex1.3', 'fn3')
    """
    tight = _tighten(re.sub(r"(?i)\b(annex|fn)\s+(?=\d)", r"\1", typed.strip()))
    return tight.lstrip("".join(_BARE))


def select(chosen: str, resolution: Resolution) -> tuple[str, ...]:
    """The ids of the chosen clauses of a resolution, in reading order, each once.

    `chosen` is "all", or labels, ranges and parts between commas: "OP1-3, OP5(a), PP2", "preamble,
    annex I-II", "执行部分第3段", in letters of any case and width; a clause brings its
    sub-paragraphs along. Raises SelectionError.
    """
    index = ClauseIndex(resolution)
    found = {place for item in items(chosen) for place in index.places(item)}
    return tuple(index.order[place] for place in sorted(found))


def items(chosen: str) -> list[str]:
    """What a person typed between commas, each in a form that `select` takes alone: of "OP1, 3" the
    second is "op3", of "OP5(a), (c)" it is "op5.c". Raises SelectionError for nothing."""
    out: list[str] = []
    before = ""  # what was named last
    for item in filter(None, re.split(r"[,;、\s]+", _tighten(chosen))):
        first, dash, last = item.partition("-")
        first = _completed(first, before)
        out.append(first + dash + last)
        last = last.lstrip("".join(_BARE))
        before = first if not last or _SHORT.fullmatch(last) else last
    if not out:
        raise SelectionError(Message("No clause was named: write, for example, OP1-3,PP5 or all."))
    return out


_CHAPEAU = ".chapeau"
_BARE = (SAME_PART, SAME_SECTION)
"""What stands before numbers of paragraphs that say nothing of their part."""
_COUNTED = re.compile(rf"(.*?{STATED_SECTION}|.*?)\d+")
_SHORT = re.compile(r"\d+(?:_\d+)?(?:\.[a-z]+)*|[a-z]{1,5}(?:_\d+)?|[ptu]\d+")
"""What may be all that is said of the end of a range."""
_STEM = re.compile(
    rf"((?:{RESOLUTION}\.)?"
    r"(?:annex\d*\.|section\d+\.)?(?:(?:section|chapter|art)\w+\.)*(?:op|pp|p|ch|u|art)?)(?=\d)"
    r"|(annex|section)(?=\d)",
    re.ASCII,
)


def _completed(item: str, before: str) -> str:
    """A name in full of which only what differs from the one before was typed."""
    found = _STEM.match(before)
    stem = (found[1] or found[2] or "") if found else ""
    if stem == "section" and before.startswith(STATED_SECTION):
        stem = STATED_SECTION
    within = (found and found[1]) or "op"  # a paragraph is of a paragraph's kind, and so no part
    if item.startswith(SAME_PART):
        return within + item[1:]
    if item.startswith(SAME_SECTION):
        container, dot, _ = within.rpartition(".")
        kind = "" if container.startswith("annex") else "op"
        return container + dot + ("p" if is_article(container) else kind) + item[1:]
    if item[:1].isdigit():
        return stem + item
    numeral = of_roman(item.upper())
    if numeral and stem in ("annex", "section", STATED_SECTION):
        return f"{stem}{numeral}"
    if item.startswith(".") and "." in before:
        return before.rpartition(".")[0] + item
    return item


class ClauseIndex:
    """The clauses of a resolution in reading order, and which of them a name means."""

    def __init__(self, resolution: Resolution) -> None:
        self.order = [clause.id for clause in resolution.walk()]
        self._at = {id: place for place, id in enumerate(self.order)}
        self._parts: dict[str, range] = {}
        for part in resolution.divisions():
            is_section = part.kind is PartKind.SECTION and "." not in part.id
            clauses = part.own() if is_section and part.clauses else part.walk()
            ids = [self._at[clause.id] for clause in clauses]
            if ids:
                self._parts[part.id] = range(ids[0], ids[-1] + 1)
                if part.kind is PartKind.ANNEX:  # "annex" is all of them
                    first = self._parts.get("annex", self._parts[part.id])
                    self._parts["annex"] = range(first.start, ids[-1] + 1)
        self._numbers = stated_numbers(resolution)
        self._divisions = Divisions(resolution)
        self._has_one_annex = any(part.id == "annex" for part in resolution.parts)

    def ids(self, item: str) -> list[str]:
        """The ids that one of `items` means. Raises SelectionError."""
        found = self.places(item)
        return self.order[found.start : found.stop]

    def places(self, item: str) -> range:
        """The places in the order that one of `items` means: a label, a range, or the name of a
        part. Raises SelectionError."""
        if item == "all":
            return range(len(self.order))
        first, dash, last = item.partition("-")
        start = self._known(first)
        if not dash:
            return start
        if not last:
            raise SelectionError(
                Message("The range %1- has no end: write, for example, OP1-3.", (label(first),))
            )
        is_bare, last = last.startswith(_BARE), last.lstrip("".join(_BARE))
        end = self._end(first, last)
        if end.start < start.start and is_bare:  # not of the preamble, then
            end = self._find(f"op{last}") or end
        if end.start < start.start:
            is_letter = "." in first and last.isalpha() and last not in self._parts
            upper = f"({last})" if is_letter else label(last)
            raise SelectionError(
                Message("The range %1-%2 runs backwards.", (_called(first), upper))
            )
        return range(start.start, end.stop)

    def _known(self, name: str) -> range:
        """The same as `_find`; raises SelectionError if there is none."""
        found = self._find(name)
        if found is not None:
            return found
        if name.startswith(STATED_SECTION):
            raise SelectionError(no_such_clause(_called(name), self.order))
        above = name.rpartition(".")[0]
        beside = [id for id in self.order if above and id.rpartition(".")[0] == above]
        if beside and above in self._at:
            there = Message("it has %1", (range_label(beside),))
            raise SelectionError(
                Message("There is no %1 in this document: %2.", (label(name), there))
            )
        raise SelectionError(no_such_clause(_called(name), self.order))

    def _find(self, name: str) -> range | None:
        """The places of a clause with its sub-paragraphs, or of a part; None if there is none."""
        if name.startswith(STATED_SECTION):
            return self._find_stated(name)
        if self._has_one_annex and re.match(r"annex1\b", name):
            name = f"annex{name[6:]}"
        is_chapeau = name.endswith(_CHAPEAU)
        name = self._divisions.id_of(name.removesuffix(_CHAPEAU))
        part, _, own = name.partition(".")
        if part.startswith("section") and name not in self._at and own in self._at:
            # Where sections count anew, the clauses of the first one do not name it.
            name = own if self._at[own] in self._parts.get(part, ()) else name
        if is_chapeau:
            return range(self._at[name], self._at[name] + 1) if name in self._at else None
        if name in self._at:
            start = end = self._at[name]
            while end < len(self.order) and f"{self.order[end]}.".startswith(f"{name}."):
                end += 1
            return range(start, end)
        return self._parts.get(name)

    def _find_stated(self, name: str) -> range | None:
        """The same in the sections whose headings state that number, with those below them."""
        section, dot, own = name.removeprefix(STATED_SECTION).partition(".")
        if not self._numbers:
            return self._find(f"section{section}{dot}{own}")
        numbers = {id: str(stated.number or "") for id, stated in self._numbers.items()}
        ids = [id for id, number in numbers.items() if number == section]
        if own:
            found = (self._find(f"{id}.{own}") for id in ids)
            return next(filter(None, found), None)
        whole = [self._parts[id] for id in ids if id in self._parts]
        return range(whole[0].start, whole[-1].stop) if whole else None

    def _end(self, first: str, last: str) -> range:
        """The end of a range, which may be named by what is other than in its beginning: "3" after
        "op1", "c" after "op2.a", "ii" after "annex1", "op2" after "section2.op1"."""
        names = [last]
        is_short = _SHORT.fullmatch(last) is not None
        if is_short:
            stems, again = _stems(first)
            ends = (last + again, last, str(of_roman(last.upper()) or last))
            names += [stem + end for stem in stems for end in ends]
            if "." in first and re.fullmatch(RESOLUTION, last):  # no other resolution, then
                names.append(names.pop(0))
        elif first.startswith(("annex", "section")):
            names.insert(0, f"{first.partition('.')[0]}.{last}")
        found = next(filter(None, map(self._find, names)), None)
        return found or self._known(names[1] if is_short and len(names) > 1 else last)


def _stems(name: str) -> tuple[list[str], str]:
    """What the end of a range can have in common with its beginning, the longest first: "op2." and
    "op" of "op2.a"; and "_2" where a number of the beginning is the second of its kind."""
    stems: list[str] = []
    again = ""
    above = name
    while above:
        repeated = re.fullmatch(r"(.*)(_\d+)", above)
        if repeated:
            above, again = repeated[1], again or repeated[2]
        counted = _COUNTED.fullmatch(above)
        if counted:
            stems.append(counted[1])
        above = above.rpartition(".")[0]
        if above:
            stems.append(f"{above}.")
    return stems, again


def _called(name: str) -> str:
    """The label of a place; of one in a section by its number "section II, OP1"."""
    plain = name.replace(SAME_PART, "").replace(SAME_SECTION, "")
    section, _, own = plain.removeprefix(STATED_SECTION).partition(".")
    if (
        not plain.startswith(STATED_SECTION)
        or not (number := of_digits(section))
        or number >= len(ROMAN)
    ):
        return label(plain.replace(STATED_SECTION, "section"))
    return ", ".join(filter(None, [f"section {roman(number)}", own and label(own)]))


def _tighten(text: str) -> str:
    """Lower case, letters and signs of one width, no space around dashes and brackets, every sort
    of dash one sort: "OP 5 (a) – (c)" becomes "op5.a-c"."""
    text = re.sub(r"\s*([-().])\s*", r"\1", in_labels(text))
    text = re.sub(r"\b(op|pp|annex|art)\s+(?=\d)", r"\1", text)
    text = re.sub(r"\bsection\s+(?=\d)", STATED_SECTION, text)
    text = re.sub(r"\b(op|pp)-(?=\d)", r"\1", text)
    text = re.sub(r"\b(annex|section|chapter|art)\s*([ivx]+)\b", _with_digits, text)
    text = re.sub(r"\.(section|chapter|art)\s+(?=\w)", r".\1", text)
    text = re.sub(r"\b((?:annex|section)\d+)\s+(?=(?:op|pp|p)?\d)", r"\1.", text)
    return re.sub(r"\)", "", re.sub(r"-\(", "-", text)).replace("(", ".")


def _with_digits(found: re.Match[str]) -> str:
    numeral = of_roman(found[2].upper())
    stem = STATED_SECTION if found[1] == "section" else found[1]
    return f"{stem}{numeral}" if numeral else found[0]
