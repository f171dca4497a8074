"""What a person prefers, written down and read again."""

from desktop_app.common.typography import Typography
from desktop_app.ui.page.look import Layout
from desktop_app.ui.settings.preferences import DEFAULT, Preferences, read, written
from desktop_app.ui.settings.recent import with_recent


def test_preferences_are_read_as_they_were_written() -> None:
    set_ = Preferences(
        "dark", "zh_Hant", 150, Typography((("Hans", "A, B"),), True), "00ff",
        (("/a", "/b"), ("/c", "")), ("/a", "/b"),
        Layout.SECOND, 300, True,
    )  # fmt: skip
    assert read(written(set_)) == set_
    assert read({}) == DEFAULT
    assert read(written(DEFAULT)) == DEFAULT


def test_ten_documents_are_listed_each_once_and_the_last_first() -> None:
    recent: tuple[tuple[str, str], ...] = ()
    for number in range(14):
        recent = with_recent(recent, (f"/{number}", ""))
    recent = with_recent(recent, ("/9", ""))
    assert [file for file, _ in recent] == [
        "/9", "/13", "/12", "/11", "/10", "/8", "/7", "/6", "/5", "/4"
    ]  # fmt: skip
