"""What the head of a part says besides its words: its name, the count of its paragraphs, and on the
title page the facts about the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.common.messages import Message
from desktop_app.resolution.language import language_name
from desktop_app.ui.language.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop_app.resolution.model import Part, Resolution
    from desktop_app.ui.page.nodes import Node

BETWEEN = " · "
_NOTES = Message("%1 footnote"), Message("%1 footnotes")
_PARAGRAPHS = Message("%1 paragraph"), Message("%1 paragraphs")
_IN_LANGUAGE = Message("%1 in %2")
_SESSION = Message("session %1")
_ITEM = Message("item %1")
_ADOPTED = Message("adopted %1")
_MEETING = Message("meeting %1")
_REPORT = Message("report %1")


class Heads:
    """The head lines of a document in these versions; `names` names its parts."""

    def __init__(self, versions: Sequence[Resolution], names: Callable[[Node], str]) -> None:
        self._versions = versions
        self._names = names
        self._counts: dict[str, str] = {}
        self._parts: list[dict[str, Part]] = []
        """The parts of each version by their ids, once they are wanted."""

    def name(self, node: Node) -> str:
        """The name of a part, "" for one whose own heading says what it is."""
        is_said = any(node.texts) and node.name != "preamble"
        return "" if is_said else self._names(node)

    def counts(self, node: Node) -> str:
        """How many paragraphs a part has in each version: "17 paragraphs · 18 in English"; "" for
        what has none."""
        found = self._counts.get(node.section)
        if found is None:
            found = self._counts[node.section] = BETWEEN.join(self._counted(node))
        return found

    def _counted(self, node: Node) -> Iterator[str]:
        if not self._parts:
            self._parts = [{part.id: part for part in one.divisions()} for one in self._versions]
        counts = [
            _count(version, node.section, parts)
            for version, parts in zip(self._versions, self._parts, strict=True)
        ]
        if not any(counts):
            return
        one, many = _NOTES if node.name == "footnotes" else _PARAGRAPHS
        first = counts[0]
        yield _said(one if first == 1 else many, first)
        for version, count in zip(self._versions[1:], counts[1:], strict=True):
            if count != first:
                yield _said(_IN_LANGUAGE, count).replace("%2", language_name(version, phrase))

    def facts(self, room: float, width: Callable[[str], float]) -> str:
        """What the masthead states, in one line, as far as there is room for it."""
        head = self._versions[0].masthead
        stated = (
            head.symbol,
            phrase(head.organ) if head.organ else "",
            _said(_SESSION, head.session),
            _said(_ITEM, head.agenda_item),
            _said(_ADOPTED, head.adopted),
            _said(_MEETING, head.meeting),
            _said(_REPORT, head.report),
        )
        line = ""
        for fact in filter(None, stated):
            longer = f"{line}{BETWEEN}{fact}" if line else fact
            if width(longer) > room:
                break
            line = longer
        return line


def _said(message: Message, fact: str | int | None) -> str:
    """A fact in the language of the interface, "" for none. Without a pattern, which the first page
    would compile."""
    return "" if fact in (None, "") else phrase(message.template).replace("%1", str(fact))


def _count(version: Resolution, section: str, parts: Mapping[str, Part]) -> int:
    """The paragraphs of a part, those of its divisions included."""
    if section == "footnotes":
        return len(version.footnotes)
    part = parts.get(section)
    return sum(len(below.clauses) for below in part.divisions()) if part else 0
