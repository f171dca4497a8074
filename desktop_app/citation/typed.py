"""What a person types to choose clauses ("OP1-3,PP5", "执行部分第3段"), and which they are."""

import re

from desktop_app.citation.sections import stated_numbers
from desktop_app.common.messages import Message
from desktop_app.grammar.numerals import ONES, ROMAN, of_chinese, roman
from desktop_app.resolution.labels import SelectionError, label, nothing_of, spanned
from desktop_app.resolution.model import PartKind, Resolution


def id_of(typed: str) -> str:
    """The id that a label means as a person types it.

    >>> id_of("OP 5 (a)"), id_of("pp2"), id_of("Annex 1.3"), id_of("FN 3")
    ('op5.a', 'pp2', 'annex1.3', 'fn3')
    """
    tight = _tighten(re.sub(r"(?i)\b(annex|fn)\s+(?=\d)", r"\1", typed.strip()))
    return tight.lstrip(_SOME + _PLAIN)


def select(chosen: str, resolution: Resolution) -> tuple[str, ...]:
    """The ids of the chosen clauses of a resolution, in reading order, each once.

    `chosen` is "all", or labels, ranges and parts between commas: "OP1-3, OP5(a), PP2", "preamble,
    annex I-II", "执行部分第3段", in letters of any case and width; a clause brings its
    sub-paragraphs along. Raises SelectionError.
    """
    places = ClauseIndex(resolution)
    found = {place for item in items(chosen) for place in places.named(item)}
    return tuple(places.order[place] for place in sorted(found))


def items(chosen: str) -> list[str]:
    """What a person typed between commas, each in a form that `select` takes alone: of "OP1, 3" the
    second is "op3", of "OP5(a), (c)" it is "op5.c". Raises SelectionError for nothing."""
    out: list[str] = []
    before = ""  # the last place that was named
    for item in filter(None, re.split(r"[,;、\s]+", _tighten(chosen))):
        first, dash, last = item.partition("-")
        first = _completed(first, before)
        out.append(first + dash + last)
        last = last.lstrip(_SOME + _PLAIN)
        before = first if not last or _SHORT.fullmatch(last) else last
    if not out:
        raise SelectionError(Message("No clause was named: write, for example, OP1-3,PP5 or all."))
    return out


_CHAPEAU = ".chapeau"
_SOME = "§"
"""Stands before the number of a Chinese paragraph of which nothing else is said: it is of that part
which was named before."""
_PLAIN = "¶"
"""The same of an English one, where "para." is never preambular: of that section or annex."""
_STATED = "section0"
"""Stands before the number of a section as its heading states it. Labels count the sections, and
have no 0 there."""
_COUNTED = re.compile(rf"(.*?{_STATED}|.*?)\d+")
_SHORT = re.compile(r"\d+(?:_\d+)?(?:\.[a-z]+)*|[a-z]{1,5}(?:_\d+)?|p\d+")
"""What may be all that is said of the end of a range."""
_STEM = re.compile(
    r"((?:annex\d*\.|section\d+\.)?(?:op|pp|p|ch)?)(?=\d)|(annex|section)(?=\d)", re.ASCII
)


def _completed(item: str, before: str) -> str:
    """A place of which only what differs from the one before was typed, in full."""
    found = _STEM.match(before)
    stem = (found[1] or found[2] or "") if found else ""
    if stem == "section" and before.startswith(_STATED):
        stem = _STATED
    within = (found and found[1]) or "op"  # a paragraph is of a paragraph's kind, and so no part
    if item.startswith(_SOME):
        return within + item[1:]
    if item.startswith(_PLAIN):
        container, dot, _ = within.rpartition(".")
        return container + dot + ("" if container.startswith("annex") else "op") + item[1:]
    if item[:1].isdigit():
        return stem + item
    if item in _ROMAN[1:] and stem in ("annex", "section", _STATED):
        return f"{stem}{_ROMAN.index(item)}"
    if item.startswith(".") and "." in before:
        return before.rpartition(".")[0] + item
    return item


class ClauseIndex:
    """The clauses of a resolution in their order, and which of them a name means."""

    def __init__(self, resolution: Resolution) -> None:
        self.order = [clause.id for clause in resolution.walk()]
        self._at = {id: place for place, id in enumerate(self.order)}
        self._parts: dict[str, range] = {}
        for part in resolution.parts:
            ids = [self._at[clause.id] for clause in part.walk()]
            if ids:
                self._parts[part.id] = range(ids[0], ids[-1] + 1)
                if part.kind is PartKind.ANNEX:  # "annex" is all of them
                    first = self._parts.get("annex", self._parts[part.id])
                    self._parts["annex"] = range(first.start, ids[-1] + 1)
        self._numbers = stated_numbers(resolution)
        self._has_one_annex = any(part.id == "annex" for part in resolution.parts)

    def ids(self, item: str) -> list[str]:
        """The ids that one of `items` means. Raises SelectionError."""
        found = self.named(item)
        return self.order[found.start : found.stop]

    def named(self, item: str) -> range:
        """The places that one of `items` means: a label, a range, or the name of a part. Raises
        SelectionError."""
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
        is_some, last = last.startswith((_SOME, _PLAIN)), last.lstrip(_SOME + _PLAIN)
        end = self._end(first, last)
        if end.start < start.start and is_some:  # not of the preamble, then
            end = self._find(f"op{last}") or end
        if end.start < start.start:
            is_letter = "." in first and last.isalpha() and last not in self._parts
            upper = f"({last})" if is_letter else label(last)
            raise SelectionError(
                Message("The range %1-%2 runs backwards.", (_called(first), upper))
            )
        return range(start.start, end.stop)

    def _known(self, name: str) -> range:
        found = self._find(name)
        if found is not None:
            return found
        if name.startswith(_STATED):
            raise SelectionError(nothing_of(_called(name), self.order))
        above = name.rpartition(".")[0]
        beside = [id for id in self.order if above and id.rpartition(".")[0] == above]
        if beside and above in self._at:
            there = Message("it has %1", (spanned(beside),))
            raise SelectionError(
                Message("There is no %1 in this document: %2.", (label(name), there))
            )
        raise SelectionError(nothing_of(_called(name), self.order))

    def _find(self, name: str) -> range | None:
        """The places of a clause with its sub-paragraphs, or of a part; None if there is none."""
        if name.startswith(_STATED):
            return self._find_stated(name)
        if self._has_one_annex and re.match(r"annex1\b", name):
            name = f"annex{name[6:]}"
        is_chapeau = name.endswith(_CHAPEAU)
        name = name.removesuffix(_CHAPEAU)
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
        """The same in the sections whose headings state a number, with those that stand below."""
        section, dot, own = name.removeprefix(_STATED).partition(".")
        if not self._numbers:
            return self._find(f"section{section}{dot}{own}")
        numbers = {id: str(stated.number or "") for id, stated in self._numbers.items()}
        ids = [id for id, number in numbers.items() if number == section]
        if own:
            found = (self._find(f"{id}.{own}") for id in ids)
            return next((places for places in found if places is not None), None)
        whole = [self._parts[id] for id in ids if id in self._parts]
        return range(whole[0].start, whole[-1].stop) if whole else None

    def _end(self, first: str, last: str) -> range:
        """The end of a range, which may be named by what is other than in its beginning: "3" after
        "op1", "c" after "op2.a", "ii" after "annex1", "op2" after "section2.op1"."""
        stems: list[str] = []
        above = first
        again = ""  # of which number it is the second
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
        numeral = str(_ROMAN.index(last)) if last in _ROMAN[1:] else last
        whole = [last]
        if _SHORT.fullmatch(last):
            ends = (last + again, last, numeral)
            whole += [stem + end for stem in stems for end in ends]
        elif first.startswith(("annex", "section")):
            whole.insert(0, f"{first.partition('.')[0]}.{last}")
        for name in whole:
            found = self._find(name)
            if found is not None:
                return found
        return self._known(whole[1] if _SHORT.fullmatch(last) and stems else last)


def _called(name: str) -> str:
    """The label of a place; of one in a section by its number "section II, OP1"."""
    plain = name.replace(_SOME, "").replace(_PLAIN, "")
    section, _, own = plain.removeprefix(_STATED).partition(".")
    if (
        not plain.startswith(_STATED)
        or not section.isdecimal()
        or not 0 < int(section) < len(_ROMAN)
    ):
        return label(plain.replace(_STATED, "section"))
    return ", ".join(filter(None, [f"section {roman(int(section))}", own and label(own)]))


# Letters and signs

_ROMAN = [numeral.lower() for numeral in ROMAN]
"""By the number; 0 has none."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Letters and signs as wide as a Chinese character."""
_COUNT = r"(?:\s+(?:[ivx]+|[0-9]+))"
_PART = rf"(?:annex|section){_COUNT}?"
_PARAS = r"para(?:graph)?s?\b\.?\s*"
_CALLED = [
    (re.compile(pattern), meant)
    for pattern, meant in (
        # In English, as the United Nations cite
        (r"\s*\[no\. ([0-9]+) of this number\]", r"_\1"),
        (r"\bsects?\b\.?\s*|\bsections\b\s*", "section "),
        (r"\b(section|annex)(?=[0-9]+(?:_[0-9]+)?,\s*para)", r"\1 "),
        (r"\bannexes\b", "annex"),
        (rf"\b(section{_COUNT}),\s*(?=op\s*[0-9])", r"\1 "),
        (r"(?<=[0-9)])\s+to\s+(?=[0-9(])", "-"),
        (r"\s+chapeau\b", "(chapeau)"),
        (rf"\b({_PART}),\s*(?=(?:unnumbered\s+|preambular\s+)?{_PARAS}|heading\b)", r"\1 "),
        (rf"\b(section{_COUNT})\s+heading\s+", r"\1.ch"),
        (rf"\b(annex{_COUNT}?)\s+unnumbered\s+{_PARAS}", r"\1.p"),
        (rf"\b(annex{_COUNT}?)\s+{_PARAS}", r"\1."),
        (rf"\b(section{_COUNT})\s+{_PARAS}", r"\1.op"),
        (rf"\b({_PART})\s+preambular\s+{_PARAS}", r"\1.pp"),
        (rf"\bunnumbered\s+{_PARAS}", "p"),
        (r"\bheading\s+", "ch"),
        (rf"\bpreambular\s+{_PARAS}", "pp"),
        (rf"\boperative\s+{_PARAS}", "op"),
        (rf"\b{_PARAS}", _PLAIN),
        (r"\band\b", ","),
        # In Chinese, as this program's own citations by GB/T 7714 have it
        (r"全部|全文", "all"),
        (r"以及|[和与與及]", "、"),
        (r"段\s*\(?([a-z]+)\)?\s*分?[项項段目]", r"段(\1)"),
        (r"\(?起首部分\)?", "(chapeau)"),
        (r"[项項目]", ""),
        (r"[至到]", "-"),
        (r"(部分|序言)\s+(?=第)", r"\1"),
        (r"(附件[0-9]*|第[0-9]+[节節])\s*,?\s*(?=第\s*[0-9]+\s*段)", r"\1"),
        (r"附件第?([0-9]+)第", r"annex\1."),
        (r"附件第([0-9]+)段", r"annex.\1"),
        (r"附件第?", "annex"),
        (r"第([0-9]+)[节節]([执執]行部分)?第", r"section0\1.op"),
        (r"第([0-9]+)[节節]", r"section0\1"),
        (r"序言(部分)?第", "pp"),
        (r"序言(部分)?", "preamble"),
        (r"[执執]行部分第", "op"),
        (r"[执執]行部分", "operative"),
        (r"第\s*", _SOME),
        (r"段", ""),
    )
]
"""How clauses are called, and what that is in labels."""


def _in_labels(text: str) -> str:
    """ "执行部分第1段至第3段" becomes "op1-§3"."""
    text = re.sub(f"[{ONES}十]+", lambda found: str(of_chinese(found[0]) or found[0]), text)
    for pattern, meant in _CALLED:
        text = pattern.sub(meant, text)
    return text


def _tighten(text: str) -> str:
    """Lower case, letters and signs of one width, no space around dashes and brackets, every sort
    of dash one sort: "OP 5 (a) – (c)" becomes "op5.a-c"."""
    text = text.translate(_WIDE).lower()
    text = re.sub(r"[‐-―−~]", "-", text)
    text = re.sub(r"\s*([-().])\s*", r"\1", _in_labels(text))
    text = re.sub(r"\b(op|pp|annex)\s+(?=\d)", r"\1", text)
    text = re.sub(r"\bsection\s+(?=\d)", _STATED, text)
    text = re.sub(r"\b(op|pp)-(?=\d)", r"\1", text)
    text = re.sub(r"\b(annex|section)\s*([ivx]+)\b", _with_digits, text)
    text = re.sub(r"\b((?:annex|section)\d+)\s+(?=(?:op|pp|p)?\d)", r"\1.", text)
    return re.sub(r"\)", "", re.sub(r"-\(", "-", text)).replace("(", ".")


def _with_digits(found: re.Match[str]) -> str:
    number = found[2]
    stem = _STATED if found[1] == "section" else found[1]
    return f"{stem}{_ROMAN.index(number)}" if number in _ROMAN[1:] else found[0]
