"""The footnotes or endnotes of a Word document."""

from collections import Counter
from collections.abc import Iterator

from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Notes
from desktop_app.export.formats.docx import parts
from desktop_app.export.formats.docx.text import (
    Column,
    english_xml,
    paragraph_xml,
    run_xml,
    styled_xml,
    text_xml,
)
from desktop_app.grammar.languages import Direction
from desktop_app.resolution.model import Run
from desktop_app.resolution.runs import merged


class WordNotes:
    """Writes each note when its call is written."""

    def __init__(self, excerpt: Excerpt) -> None:
        self.kind = "endnote" if excerpt.notes_at is Notes.END else "footnote"
        self.written: list[str] = []
        self._direction = "<w:bidi/>" if excerpt.versions[0].direction is Direction.RTL else ""
        self._notes = {
            (side, note.id): (note.marks[side], note.whole(side))
            for note in excerpt.notes
            for side, runs in enumerate(note.texts)
            if runs
        }
        calls = Counter(
            (side, run.note)
            for entry in excerpt.entries
            for side, text in enumerate(entry.texts)
            for paragraph in text
            for run in paragraph.runs
            if run.note
        )
        self._called_again = {key for key, count in calls.items() if count > 1}
        self._numbers: dict[tuple[int, str], int] = {}

    def call(self, run: Run, column: Column) -> str:
        """A mark in the text with the note that it calls; the mark alone where it calls none."""
        key = (column.side, run.note)
        if key not in self._notes:
            return styled_xml(run, column.lettering)
        style = f"{self.kind.title()}Reference"
        if key in self._numbers:
            again = run_xml(text_xml(run.text), column.lettering, style)
            return f'<w:hyperlink w:anchor="{_bookmark(self._numbers[key])}">{again}</w:hyperlink>'
        number = self._numbers[key] = len(self.written) + 1
        text = self._text(key, column, bare=False)
        note = paragraph_xml(self._style, text, column.lettering.rtl)
        self.written.append(f'<w:{self.kind} w:id="{number}">{note}</w:{self.kind}>')
        reference = f'<w:{self.kind}Reference w:customMarkFollows="1" w:id="{number}"/>'
        called = run_xml(reference + text_xml(run.text), column.lettering, style)
        if key not in self._called_again:
            return called
        name = f'w:id="{number}" w:name="{_bookmark(number)}"'
        return f'<w:bookmarkStart {name}/>{called}<w:bookmarkEnd w:id="{number}"/>'

    def uncalled(self, column: Column) -> Iterator[str]:
        """The footnotes of a language that it does not call, as paragraphs."""
        keys = [key for key in self._notes if key[0] == column.side and key not in self._numbers]
        if keys:
            heading = f"Footnotes that no mark calls ({column.version.name}):"
            yield paragraph_xml("ClauseLabel", english_xml(heading))
        for key in keys:
            text = self._text(key, column, bare=True)
            yield paragraph_xml(self._style, text, column.lettering.rtl)

    def part(self) -> str:
        """The notes part: the separators between text and notes, and all notes that were called."""
        lines = "".join(
            f'<w:{self.kind} w:type="{name}" w:id="{id}">'
            f"<w:p><w:pPr>{self._direction}{_NO_SPACE}</w:pPr><w:r><w:{name}/></w:r></w:p>"
            f"</w:{self.kind}>"
            for id, name in ((-1, "separator"), (0, "continuationSeparator"))
        )
        notes = "".join(self.written)
        return f"<w:{self.kind}s {parts.NAMESPACES} {_ALTERNATIVES}>{lines}{notes}</w:{self.kind}s>"

    @property
    def _style(self) -> str:
        return f"{self.kind.title()}Text"

    def _text(self, key: tuple[int, str], column: Column, bare: bool) -> str:
        """A note with its mark before it; `bare` where it is a paragraph like any other."""
        mark, runs = self._notes[key]
        lettering = column.lettering
        own = text_xml(mark)
        return (
            run_xml(own if bare else _unless_drawn(own), lettering, f"{self.kind.title()}Reference")
            + run_xml(text_xml(" "), lettering)
            + "".join(styled_xml(run, lettering) for run in merged(runs))
        )


_ALTERNATIVES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="urn:resolution-reader:program-that-draws-the-marks-of-notes"'
)


def _unless_drawn(mark: str) -> str:
    """The mark at the head of a note, for Word, which draws none there by itself. LibreOffice does,
    and would show "22" for the second note. It passes over the alternative because it takes the
    prefix for a feature of its own, whatever its namespace; every other program knows no such
    feature and shows the mark."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wpg"/>'
        f"<mc:Fallback>{mark}</mc:Fallback></mc:AlternateContent>"
    )


_NO_SPACE = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'


def _bookmark(number: int) -> str:
    return f"_Note{number}"
