"""Files that are no PDF worth reading: one sentence each, in bounded time and memory, read by the
process that reads them in the program."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers.apart import limits
from desktop_app.reading.readers.apart import process as apart
from desktop_app.reading.readers.pdf import opened, process, reader, worker
from desktop_app.reading.readers.pdf.serial import Reason, RefusedError
from desktop_app.reading.readers.reader import ReadingError
from tests.support.pdf.bare import PICTURE, bomb, pdf, text

_LINES = ["The General Assembly,", "Recalling its resolution 74/43 of 12 December 2019,"]
_GOOD = pdf([text(_LINES)])
_FILE = Path("resolution.pdf")


def _encrypted() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(_GOOD)))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(_encrypted(), "is locked with a password", id="encrypted"),
        pytest.param(_GOOD[: len(_GOOD) * 2 // 3], "ends too early", id="truncated"),
        pytest.param(pdf([]), "is a PDF without a page", id="no page"),
        pytest.param(pdf([""] * 2_000), "has 2000 pages, too many", id="2000 pages"),
        pytest.param(pdf([PICTURE, PICTURE]), "are pictures without text", id="pictures"),
        pytest.param(pdf([""]), "is a PDF without text", id="empty page"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF", "is damaged", id="noise"),
        pytest.param(b"%PDF-", "ends too early", id="signature alone"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    data: bytes, sentence: str, tmp_path: Path
) -> None:
    file = tmp_path / "resolution.pdf"
    file.write_bytes(data)
    with pytest.raises(ReadingError) as error:
        read_resolution(file)
    assert sentence in str(error.value)
    assert str(file) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_page_of_pictures_among_others_leaves_these_to_be_read() -> None:
    found = opened.read(pdf([text(_LINES), PICTURE]), lambda pages: None)
    assert [block.text for block in found.blocks] == _LINES
    assert found.metadata == {"pictures": "2"}


def test_a_text_that_a_program_recognised_is_read_and_said_to_be_one() -> None:
    scanned = f"{PICTURE}\n{text(_LINES, mode=3)}"
    found = opened.read(pdf([scanned]), lambda pages: None)
    assert [block.text for block in found.blocks] == _LINES
    assert found.metadata == {"recognised": "1"}


def test_text_over_a_picture_that_is_printed_is_no_recognised_one() -> None:
    found = opened.read(pdf([f"{PICTURE}\n{text(_LINES)}"]), lambda pages: None)
    assert found.metadata == {}


def _run(start: str, data: bytes) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-c", start], input=data, capture_output=True, check=False
    )


_LIMITED = (
    "import sys; from desktop_app.reading.readers.apart import limits; "
    "from desktop_app.reading.readers.pdf import worker; "
    "limits.SECONDS, limits.MEMORY = {}, {}; sys.exit(worker.main())"
)


@pytest.mark.slow
def test_a_file_that_takes_long_ends_the_process_that_reads_it() -> None:
    done = _run(_LIMITED.format(0.3, limits.MEMORY), pdf([bomb(1)]))
    assert (done.returncode, done.stdout) == (limits.TOO_LONG, b"")


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="has no limit of memory")
def test_a_file_that_takes_much_memory_ends_it_too() -> None:
    done = _run(_LIMITED.format(60.0, limits.MEMORY), pdf([bomb(1_000)]))
    assert done.returncode not in (0, limits.TOO_LONG)
    assert done.stdout == b""


@pytest.mark.parametrize("status", [limits.TOO_LONG, limits.TOO_MUCH])
def test_a_process_that_its_limits_end_is_one_sentence(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = [sys.executable, "-c", f"import os; os._exit({status})"]
    monkeypatch.setattr(process, "_command", lambda: program)
    with pytest.raises(ReadingError, match="takes too much time or memory"):
        reader.read(_GOOD, _FILE)


@pytest.mark.parametrize(
    "program",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "raise SystemExit(1)",
        "print('{}')",
        "print('[1]')",
        """print('{"blocks": [["paragraph", "", 0, 0, [["a", "loud"]]]], "metadata": {}}')""",
    ],
)
def test_a_process_that_dies_or_talks_nonsense_is_one_sentence(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", program])
    with pytest.raises(ReadingError, match="the PDF library failed at it"):
        reader.read(_GOOD, _FILE)


def test_a_process_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    program = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(process, "_command", lambda: program)
    monkeypatch.setattr(apart, "PATIENCE", 0.2)
    with pytest.raises(ReadingError, match="takes too much time or memory"):
        reader.read(_GOOD, _FILE)


def test_every_reason_has_its_sentence() -> None:
    sentences = {str(reader.refused(RefusedError(reason, "7"), _FILE)) for reason in Reason}
    assert len(sentences) == len(Reason)
    assert all(str(_FILE) in sentence for sentence in sentences)


def test_the_process_does_not_look_for_modules_in_the_folder_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit('run')\n")
    (tmp_path / "json.py").write_text("raise SystemExit('run')\n")
    monkeypatch.chdir(tmp_path)
    assert [block.text for block in reader.read(_GOOD, _FILE).blocks] == _LINES


def test_the_process_loads_no_qt_and_no_network() -> None:
    start = (
        "import sys; from desktop_app.reading.readers.pdf import worker; worker.main(); "
        "loaded = {'PySide6', 'socket', 'ssl'} & {name.partition('.')[0] for name in sys.modules}; "
        "sys.exit(str(loaded) if loaded else 0)"
    )
    assert _run(start, _GOOD).returncode == 0
    assert worker.main is not None
