"""The log of unexpected errors: what helps to mend them, and not a word of a document."""

from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.common import log
from desktop_app.common.faults import details, explained, unforeseen
from desktop_app.common.messages import Message, UserError
from desktop_app.common.paths import log_file

_WORDS = "of a document that is not public"


class _OwnError(Exception):
    """An error of a module and not of Python."""


def _fail(depth: int = 0) -> None:
    if depth:
        _fail(depth - 1)
    try:
        open(f"/nowhere/{_WORDS}.md").close()
    except OSError as error:
        raise _OwnError(_WORDS) from error


def _error(depth: int = 0) -> Exception:
    with pytest.raises(_OwnError) as caught:
        _fail(depth)
    return caught.value


def test_an_error_is_described_by_its_type_its_place_and_what_led_to_it() -> None:
    lines = details(_error()).splitlines()
    assert lines[0].startswith(f"resolution-reader {__version__}, Python 3.")
    assert lines[1] == "tests.common.test_log._OwnError"
    assert lines[2].startswith("  tests.common.test_log:")
    assert lines[-2] == "FileNotFoundError"
    assert lines[-1].startswith("  tests.common.test_log:")
    assert lines[-1].endswith(" _fail")


def test_no_word_of_a_message_and_no_path_is_in_it() -> None:
    unforeseen(_error())
    written = log_file().read_text(encoding="utf-8")
    for text in (written, details(_error())):
        assert "_OwnError" in text
        assert "document" not in text
        assert "nowhere" not in text
        assert "/" not in text.replace(details(_error()).splitlines()[0], "")


def test_an_error_with_thousands_of_places_is_shortened() -> None:
    lines = details(_error(300)).splitlines()
    assert len(lines) < 60
    assert any(line.startswith("  ... 2") for line in lines)


def test_only_what_nobody_foresaw_is_logged() -> None:
    explained(UserError(Message("A sentence.")))
    assert not log_file().exists()
    explained(_error())
    assert log_file().exists()


def test_the_log_is_for_this_person_alone() -> None:
    log.record(_error())
    assert log_file().stat().st_mode & 0o777 == 0o600


def test_the_log_does_not_grow_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 2 * log._LARGEST <= 1_000_000
    monkeypatch.setattr(log, "_LARGEST", 5_000)
    for _ in range(100):
        log.record(_error())
    sizes = {file.name: file.stat().st_size for file in log_file().parent.iterdir()}
    assert sizes.keys() == {"errors.log", "errors.old.log"}
    assert max(sizes.values()) <= 5_000


def test_a_log_that_cannot_be_written_is_no_second_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert unforeseen(_error()).arguments[0] == "_OwnError"
