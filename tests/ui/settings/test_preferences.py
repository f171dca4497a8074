"""What a person prefers, written down and read again."""

from desktop_app.common.typography import Typography
from desktop_app.ui.page.look import Layout
from desktop_app.ui.settings.preferences import DEFAULT, Preferences, read, written
from desktop_app.ui.settings.recent import with_recent


def test_preferences_survive_writing_and_reading() -> None:
    set_ = Preferences(
        theme="dark",
        language="zh_Hant",
        zoom=150,
        typography=Typography(families=(("Hans", "A, B"),), justified=True),
        geometry="00ff",
        recent=(("/a", "/b"), ("/c", "")),
        last=("/a", "/b"),
        loaded=(("/c", "zh", "Hans"), ("/d", "fr", "Latn")),
        layout=Layout.SECOND,
        contents=300,
        contents_open=True,
        checks="-numbers",
    )
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


def test_of_damaged_versions_those_that_make_sense_are_read() -> None:
    text = '[["/a", "fr", "Latn"], ["", "fr", "Latn"], ["/b", "fr"], 7, ["/c", "ar", "Arab"]]'
    assert read({"loaded": text}).loaded == (("/a", "fr", "Latn"), ("/c", "ar", "Arab"))
    assert read({"loaded": '{"a": 1}'}).loaded == ()
