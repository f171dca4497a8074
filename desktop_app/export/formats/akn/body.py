"""Parts and clauses in Akoma Ntoso: recitals, sections, paragraphs and their points."""

from collections.abc import Callable

from desktop_app.export.formats.akn import names
from desktop_app.export.formats.akn.elements import Element, add, append
from desktop_app.export.formats.akn.inline import Inline
from desktop_app.reading.readers.akn.names import HEADING, ID, NAMESPACE, NUMBER, PART
from desktop_app.resolution.model import Clause, Part, PartKind, words

_DIVISIONS = (PartKind.SECTION, PartKind.CHAPTER, PartKind.ARTICLE)
"""The kinds of parts whose names are those of elements."""


class Body:
    """Writes the parts of one language version; `count` is called for each clause."""

    def __init__(self, ids: names.ElementIds, inline: Inline, count: Callable[[], None]) -> None:
        self._ids = ids
        self._inline = inline
        self._count = count

    def recitals(self, preamble: Element, part: Part) -> None:
        name = self._ids.part(part).removesuffix("__")
        if part.heading:
            formula = add(preamble, "formula", name="enactingFormula")
            self._inline.paragraph(formula, part.heading, f"{name}__formula", {PART: part.id})
        if not part.clauses:
            return
        recitals = add(preamble, "recitals", eId=self._ids.free(name))
        held: dict[str, Element] = {}
        for clause in part.clauses:
            holder = self._holder(recitals, held, clause.id, part, ("recital", "item"))
            self._recital(holder, clause, self._ids.clause(clause.id, part))

    def _recital(self, parent: Element, clause: Clause, name: str) -> None:
        """A preambular paragraph, or an item of one."""
        tag = "item" if parent.tag == f"{{{NAMESPACE}}}blockList" else "recital"
        element = add(parent, tag, eId=self._ids.free(name))
        self._number(element, clause, name)
        if clause.runs or not clause.clauses:
            self._inline.content(element, clause, name)
        self._count()
        if clause.clauses:
            items = add(element, "blockList", eId=self._ids.free(f"{name}__list_1"))
            for child in clause.clauses:
                self._recital(items, child, f"{name}__list_1__item_{_last(child.id)}")

    def part(self, main: Element, part: Part) -> None:
        """A part of the body: its paragraphs, in a section, a chapter or an article if it is one,
        and the divisions below it."""
        if part.kind is PartKind.CLOSING:
            self._closing(main, part)
            return
        parent = main
        prefix = self._ids.part(part)
        if part.kind in _DIVISIONS and prefix != self._ids.prefix:
            parent = add(main, part.kind.value, eId=self._ids.free(prefix.removesuffix("__")))
        elif part.heading or part.kind is PartKind.PREAMBLE:
            name = self._ids.free(
                (prefix or f"{self._ids.prefix}hcontainer_1__").removesuffix("__")
            )
            parent = add(main, "hcontainer", name=part.kind.value, eId=name)
        if part.heading:
            heading = add(parent, "heading", **{PART: part.id})
            self._inline.add_cited(heading, part.heading, prefix + "heading")
        self.clauses(parent, part)
        for below in part.parts:
            self.part(parent, below)

    def _closing(self, main: Element, part: Part) -> None:
        """The lines at the end of one of several resolutions."""
        name = self._ids.free(self._ids.part(part).removesuffix("__"))
        content = add(add(main, "hcontainer", name=part.kind.value, eId=name), "content")
        dates = self._inline.dates(words(part.heading))
        self._inline.add(add(content, "p", **{PART: part.id}), part.heading, name, dates)

    def clauses(self, parent: Element, part: Part) -> None:
        held: dict[str, Element] = {}
        for clause in part.clauses:
            name = self._ids.clause(clause.id, part)
            in_container = parent.tag != f"{{{NAMESPACE}}}mainBody"
            if in_container and _is_spoken_between(clause):
                heading = add(
                    parent,
                    "crossHeading",
                    eId=self._ids.free(name),
                    refersTo="#preamble",
                    **{ID: clause.id},
                )
                self._inline.add_cited(heading, clause.runs, name)
                self._count()
                continue
            holder = self._holder(parent, held, clause.id, part, ("paragraph", "point"))
            self._clause(holder, clause, name)

    def _clause(self, parent: Element, clause: Clause, name: str) -> None:
        tag = "point" if parent.tag == f"{{{NAMESPACE}}}list" else "paragraph"
        element = add(parent, tag, eId=self._ids.free(name))
        self._number(element, clause, name)
        self._count()
        if not clause.clauses:
            self._inline.content(add(element, "content"), clause, name)
            return
        if clause.runs:
            self._inline.content(add(element, "intro"), clause, name)
        points = add(element, "list", eId=self._ids.free(f"{name}__list_1"))
        for child in clause.clauses:
            self._clause(points, child, f"{name}__list_1__point_{_last(child.id)}")

    def _holder(
        self,
        parent: Element,
        held: dict[str, Element],
        id: str,
        part: Part,
        tags: tuple[str, str],
    ) -> Element:
        """The element that a clause of a part goes into. For a sub-paragraph whose paragraph was
        not chosen it is an empty paragraph of that name, marked as incomplete."""
        top, below = tags
        first, *inner = names.steps(id, part)[:-1] or ("",)
        if not first:
            return parent
        name = f"{self._ids.part(part)}{first}"
        for step in ("", *inner):
            name += f"__{below}_{step}" if step else ""
            listed = f"{name}__list_1"
            if listed not in held:
                tag = below if step else top
                element = add(parent, tag, eId=self._ids.free(name), status="incomplete")
                kind = "blockList" if below == "item" else "list"
                held[listed] = add(element, kind, eId=self._ids.free(listed))
            parent = held[listed]
            name = listed
        return parent

    def _number(self, element: Element, clause: Clause, name: str) -> None:
        """The number of a clause, and the heading above it."""
        if clause.mark:
            append(add(element, "num", **{NUMBER: clause.id}), clause.mark)
        if clause.heading:
            heading = add(element, "heading", **{HEADING: clause.id})
            self._inline.add_cited(heading, clause.heading, f"{name}__heading")


def _is_spoken_between(clause: Clause) -> bool:
    """Whether a clause is a preambular paragraph between operative ones."""
    return clause.id.rpartition(".")[2].startswith("ch") and not clause.mark and not clause.clauses


def _last(id: str) -> str:
    return id.rpartition(".")[2].replace(" ", "_")
