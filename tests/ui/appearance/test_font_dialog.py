"""The dialog in which a person chooses a font for each script."""

from collections.abc import Callable

from desktop_app.common.typography import Typography
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
