"""How the dialog of the export writes: languages, script, arrangement, footnotes and style."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.citation.styles import CitationStyle
from desktop_app.export.excerpt.options import Arrangement, Notes
from desktop_app.export.formats.registry import FORMATS
from desktop_app.opening.bundled import BUNDLED
from desktop_app.reading.readers.markdown_exports.own import STATED_STRUCTURE
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.names import citation_name
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.export.conftest import choose, save_as, settle_preview, type_range

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]


@pytest.mark.parametrize(
    ("languages", "name", "begins"),
    [
        ("zh,en", "Chinese, then English", ["促请", "Calls upon"]),
        ("en,zh", "English, then Chinese", ["Calls upon", "促请"]),
        ("zh", "Chinese only", ["促请"]),
        ("en", "English only", ["Calls upon"]),
    ],
)
def test_languages_and_their_order(
    opened: Open, qtbot: QtBot, tmp_path: Path, languages: str, name: str, begins: list[str]
) -> None:
    dialog = opened(ExportChoice("txt"))
    choose(dialog.form.languages, languages)
    assert dialog.form.languages.currentText() == name
    type_range(dialog, "OP1", qtbot)
    text = save_as(dialog, tmp_path / "out.txt", qtbot)
    found = sorted((word for word in ("促请", "Calls upon") if word in text), key=text.index)
    assert found == begins


@pytest.mark.parametrize("ending", FORMATS)
def test_the_arrangements_are_those_of_the_format(opened: Open, ending: str) -> None:
    dialog = opened(ExportChoice(ending))
    box = dialog.form.arrangement
    values = [box.itemData(place) for place in range(box.count())]
    assert values == [str(found) for found in FORMATS[ending].arrangements] or values == [""]
    assert box.isEnabled() == (len(FORMATS[ending].arrangements) > 1)
    choose(dialog.form.languages, "en")  # one text stands alone: in a table or not
    values = [box.itemData(place) for place in range(box.count())]
    assert values == (["interleaved", "columns"] if ending in ("docx", "md", "txt") else [""])
    assert box.isEnabled() == (len(values) > 1)


def test_an_arrangement_comes_back_with_the_next_format_that_has_it(opened: Open) -> None:
    dialog = opened(ExportChoice("html"))
    choose(dialog.form.arrangement, "sequence")
    choose(dialog.form.format, "md")
    assert dialog.form.request().options.arrangement is Arrangement.SEQUENCE
    choose(dialog.form.format, "html")
    choose(dialog.form.arrangement, "columns")
    choose(dialog.form.format, "csv")
    assert dialog.form.request().options.arrangement is None
    choose(dialog.form.format, "html")
    assert dialog.form.request().options.arrangement is Arrangement.COLUMNS


def test_one_language_alone_is_counted_by_its_own_clauses(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("txt"))
    for languages, count in (("zh,en", 23), ("en,zh", 24), ("en", 24), ("zh", 23)):
        choose(dialog.form.languages, languages)
        settle_preview(dialog, qtbot)
        assert dialog.form.count.text().startswith(f"{count} clauses, ")
        assert dialog.form.scopes[Scope.EVERYTHING].text() == f"E&verything · {count}"
        assert dialog.form.part.itemText(0) == f"Preamble · {count - 6}"


def test_labels_that_are_typed_are_those_of_the_language_that_is_written_first(
    opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(ExportChoice("txt"))
    type_range(dialog, "PP7", qtbot)
    wanted = {"zh,en": ("pp8",), "zh": ("pp8",), "en,zh": ("pp6", "pp7"), "en": ("pp7",)}
    for languages, ids in wanted.items():
        choose(dialog.form.languages, languages)
        assert [row.target for row in dialog.form.request().rows] == [ids]


def test_the_script_is_that_of_the_window_and_can_be_another(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window.document.set_script("s2t")
    dialog = opened(ExportChoice("md"))
    box = dialog.form.script
    assert tuple(box.itemData(place) for place in range(box.count())) == (
        "",
        *window.document.scripts(),
    )
    assert box.currentText() == "Traditional"
    type_range(dialog, "OP1", qtbot)
    settle_preview(dialog, qtbot)
    assert "促請" in dialog.preview.text
    choose(box, "")
    text = save_as(dialog, tmp_path / "out.md", qtbot)
    assert "促请" in text
    assert "converted" not in STATED_STRUCTURE.sub("", text)
    assert window.document.configuration == "s2t"


def test_a_converted_text_says_so(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportChoice("md"))
    choose(dialog.form.script, "s2twp")
    text = save_as(dialog, tmp_path / "out.md", qtbot)
    assert "converted from Simplified (OpenCC, Taiwan with local terms)" in text


def test_english_alone_has_no_script_to_choose(opened: Open) -> None:
    dialog = opened()
    assert dialog.form.script.isEnabled()
    choose(dialog.form.languages, "en")
    assert not dialog.form.script.isEnabled()


def test_the_places_of_notes_are_those_of_the_format_and_come_back(opened: Open) -> None:
    dialog = opened(ExportChoice("docx", notes="end"))
    box = dialog.form.notes
    for key, values in (("docx", 3), ("csv", 2), ("pdf", 3), ("json", 2), ("akn", 3)):
        choose(dialog.form.format, key)
        assert box.count() == values
        assert dialog.form.request().options.notes is Notes.END
    choose(box, Notes.NONE)
    choose(dialog.form.format, "md")
    assert dialog.form.request().options.notes is Notes.NONE
    choose(box, Notes.END)
    choose(dialog.form.format, "docx")
    assert dialog.form.request().options.notes is Notes.END
    choose(box, Notes.FOOT)
    choose(box, Notes.NONE)
    choose(dialog.form.format, "md")
    choose(box, Notes.END)  # as the only place that there is
    choose(dialog.form.format, "docx")
    assert dialog.form.request().options.notes is Notes.FOOT


def test_notes_can_be_left_out(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportChoice("md"))
    choose(dialog.form.notes, Notes.NONE)
    settle_preview(dialog, qtbot)
    assert dialog.form.count.text() == "23 clauses, 0 footnotes"
    assert "[^" not in save_as(dialog, tmp_path / "out.md", qtbot)


def test_all_formats_and_citation_styles_can_be_chosen(opened: Open) -> None:
    dialog = opened()
    box = dialog.form.format
    endings = [box.itemData(place) for place in range(box.count())]
    assert endings == [*FORMATS]
    for place, key in enumerate(endings):
        assert box.itemText(place).endswith(f" (.{FORMATS[key].ending})")
    styles = [dialog.form.citation.itemData(place) for place in range(dialog.form.citation.count())]
    assert styles == [style.value for style in CitationStyle]
    assert dialog.form.citation.itemText(0) == citation_name(CitationStyle.UN) == "UN style"


def test_a_document_alone_has_no_choice_of_languages(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window.document.open(BUNDLED)
    dialog = opened(ExportChoice("txt", languages="en,zh"))
    assert not dialog.form.languages.isEnabled()
    assert dialog.form.arrangement.findData("sequence") < 0
    assert "促请" in save_as(dialog, tmp_path / "out.txt", qtbot)
    assert dialog.choice.languages == "en,zh"  # kept for the next document that has both
