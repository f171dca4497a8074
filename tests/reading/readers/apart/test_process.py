"""What passes between the program and a process that works with a file."""

import sys

import pytest

from desktop_app.reading.readers.apart import limits, process
from desktop_app.reading.readers.apart.process import TooMuchError, answer


def _program(*lines: str) -> list[str]:
    return [sys.executable, "-c", "\n".join(("import os, sys, time", *lines))]


def test_the_answer_is_what_comes_behind_the_lines_of_pages() -> None:
    says = "sys.stdout.write('1/2\\n2/2\\n3 of 4\\n5/6\\n')"
    assert answer(_program(says), b"") == b"3 of 4\n5/6\n"


def test_an_answer_of_bytes_comes_as_it_is() -> None:
    program = _program("sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])")
    data = bytes(range(256)) * 5_000
    assert answer(program, data) == data[::-1]


def test_a_process_that_reads_nothing_can_answer() -> None:
    assert answer(_program("print('no')"), bytes(1_000_000)).strip() == b"no"


@pytest.mark.parametrize("status", [limits.TOO_LONG, limits.TOO_MUCH])
def test_its_status_says_that_it_took_too_much(status: int) -> None:
    with pytest.raises(TooMuchError):
        answer(_program(f"os._exit({status})"), bytes(1_000_000))


def test_one_that_cannot_be_started_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="nowhere"):
        answer(["/nowhere/python"], b"")


def test_the_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process.command("read-pdf", "a.worker")[0] == sys.executable
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.command("read-pdf", "a.worker") == [sys.executable, "read-pdf"]
