"""The dialog in which a person chooses a font for each script."""

from collections.abc import Callable

import pytest

from desktop_app.common.typography import Typography
from desktop_app.grammar.languages import OFFICIAL, Language
from desktop_app.grammar.scripts import SCRIPTS, Script, families, lettering
from desktop_app.ui.appearance.font_dialog import FontDialog
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow

Model = Callable[[], BitextModel]


def test_the_font_dialog_shows_each_sample_in_the_chosen_font(
    window: MainWindow,
) -> None:
    dialog = FontDialog(window, Typography((("Latn", "DejaVu Sans"),), justified=True))
    assert set(dialog.families) == {"Hans", "Hant", "Latn", "Cyrl", "Arab"}
    box = dialog.families["Cyrl"]
    box.setCurrentIndex(box.findData("DejaVu Sans Mono"))
    assert dialog.samples["Cyrl"].font().family() == "DejaVu Sans Mono"
    assert dialog.typography() == Typography(
        (("Latn", "DejaVu Sans"), ("Cyrl", "DejaVu Sans Mono")), justified=True
    )
    dialog.restore_defaults()
    assert dialog.typography() == Typography((), justified=True)


def test_a_language_in_a_new_script_needs_one_record_of_the_script(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    greek = Language(code="el", iso639_3="ell", name="Greek", script="Grek")
    record = Script(name="Greek", writing_system="Greek", families=("DejaVu Serif",), sample="Η ΓΣ")
    monkeypatch.setitem(OFFICIAL, "el", greek)
    monkeypatch.setitem(SCRIPTS, "Grek", record)
    assert lettering("el") is record
    dialog = FontDialog(window, Typography(families=(("Grek", "DejaVu Sans"),)))
    assert dialog.samples["Grek"].text() == "Η ΓΣ"
    assert dialog.families["Grek"].accessibleName() == "Greek"
    assert families("el", dialog.typography()) == ("DejaVu Sans", "DejaVu Serif")
