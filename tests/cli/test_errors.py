"""The edge of the program: every error that a person reads is one sentence."""

import argparse
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop_app
from desktop_app.cli import show
from desktop_app.cli.command import CommandError
from desktop_app.cli.main import main
from desktop_app.common.faults import is_debugging
from desktop_app.common.messages import Message, UserError


def _subclasses(kind: type[UserError]) -> Iterator[type[UserError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _subclasses(one)


def _kinds() -> list[type[UserError]]:
    """Every class of the program whose message is for a person."""
    for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = {kind for kind in _subclasses(UserError) if kind.__module__.startswith("desktop_app.")}
    return [UserError, *sorted(found, key=lambda kind: kind.__name__)]


def _end(monkeypatch: pytest.MonkeyPatch, error: Exception) -> int:
    """The exit status of a command that raises an error."""

    def fail(options: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(show, "run", fail)
    return main(["show", "file.md"])


@pytest.mark.parametrize("debugging", ["", "1"])
def test_every_error_for_a_person_is_one_sentence_and_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], debugging: str
) -> None:
    monkeypatch.setenv("RESOLUTION_READER_DEBUG", debugging)
    kinds = _kinds()
    assert len(kinds) > 10
    for kind in kinds:
        error = kind.__new__(kind)
        UserError.__init__(error, Message("%1 is\nnot so; do %2.", ("100 %1", "that")))
        assert _end(monkeypatch, error) == 1, kind
        written = capsys.readouterr()
        assert written.err == "resolution-reader: 100 %1 is not so; do that.\n", kind
        assert written.out == "", kind


def test_an_error_that_nobody_foresaw_is_called_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RESOLUTION_READER_DEBUG", raising=False)
    assert _end(monkeypatch, ZeroDivisionError("of course")) == 1
    assert capsys.readouterr().err == (
        "resolution-reader: Something unforeseen went wrong (ZeroDivisionError: of course); start "
        "the program with --debug to see where, and report it.\n"
    )


def test_the_trace_of_such_an_error_is_there_for_whoever_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RESOLUTION_READER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        _end(monkeypatch, ZeroDivisionError("of course"))


@pytest.mark.parametrize("given", [["--debug", "show", "a.md"], ["show", "a.md", "--debug"]])
def test_the_trace_is_asked_for_before_or_behind_a_command(
    monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    monkeypatch.setenv("RESOLUTION_READER_DEBUG", "")
    monkeypatch.setattr(show, "run", _fail)
    with pytest.raises(ZeroDivisionError):
        main(given)


def test_a_file_may_be_called_like_the_wish_for_the_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RESOLUTION_READER_DEBUG", "")
    assert main(["show", "--", "--debug"]) == 1
    assert "--debug does not exist" in capsys.readouterr().err
    assert not is_debugging()


def test_an_error_that_nobody_foresaw_goes_into_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("RESOLUTION_READER_DEBUG", "")
    monkeypatch.setattr(show, "run", _fail)
    assert main(["show", "secret.md"]) == 1
    log = (tmp_path / "resolution-reader" / "errors.log").read_text(encoding="utf-8")
    assert "\nZeroDivisionError\n" in log
    assert "tests.cli.test_errors:" in log
    assert "of course" not in log
    assert "secret" not in log


def test_an_error_for_a_person_goes_into_no_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert main(["show", "nothing.md"]) == 1
    assert not [*tmp_path.iterdir()]


def _fail(options: argparse.Namespace) -> int:
    raise ZeroDivisionError("of course")


@pytest.mark.parametrize("sentence", ["100 %1 is wrong.", "%2 %9 %%"])
def test_a_command_says_its_sentence_with_nothing_filled_in(sentence: str) -> None:
    assert CommandError(sentence).message.text() == sentence
