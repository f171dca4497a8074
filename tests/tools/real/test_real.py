"""What is measured on real texts finds what is wrong, and nothing else."""

import json
import lzma
from pathlib import Path

import pytest

from desktop_app.reading.readers import text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Line, Run
from tests.tools.real.invariants import Fault, faults
from tests.tools.real.rows import real_rows
from tests.tools.real.scores import TOOLS, Score, score, score_in
from tests.tools.real.texts import RealText, data_folder, texts_of

_TEXT = """<!-- Page 1 -->
75/58. A title

The General Assembly,

Recalling its resolution 74/43 of 12 December 2019,¹

1. Decides to meet at the lighthouse in the harbour every year;

A/RES/75/58

2. Requests the keepers to report on it at the next session.

37th plenary meeting
7 December 2020

¹ A/75/399.
"""


def _read(words: str) -> RealText:
    return RealText("made up", words, resolution(text.read(words)))


def _kinds(found: RealText) -> list[Fault]:
    return [fault for fault, _ in faults(found)]


def test_a_text_that_is_read_right_has_no_fault() -> None:
    assert _kinds(_read(_TEXT)) == []
    assert _kinds(_read(_TEXT.replace("1. Decides", "1. (a) Decides"))) == []


def test_lost_and_made_up_letters_are_found() -> None:
    whole = _read(_TEXT)
    longer = _TEXT.replace("in the harbour", "in the harbour of lights")
    assert Fault.LOST in _kinds(whole._replace(text=longer))
    assert Fault.LOST in _kinds(whole._replace(text=_TEXT.replace("next session", "session")))


@pytest.mark.parametrize(
    "line",
    [
        "48 General Assembly—Twentieth Session",
        "VI. Resolutions adopted on the reports of the Third Committee 201",
        "Resolutions adopted without reference to a Committee",
    ],
)
def test_a_running_head_is_not_lost(line: str) -> None:
    whole = _read(_TEXT)
    assert _kinds(whole._replace(text=f"{line}\n{_TEXT}")) == []
    assert Fault.LOST in _kinds(whole._replace(text=f"On {line}\n{_TEXT}"))


def test_a_changed_number_is_found() -> None:
    whole = _read(_TEXT)
    *before, part = whole.read.parts
    first, second = part.clauses
    part = part._replace(clauses=(first._replace(mark="2."), second._replace(mark="1.")))
    changed = whole._replace(read=whole.read._replace(parts=(*before, part)))
    assert _kinds(changed) == [Fault.NUMBER, Fault.NUMBER]


@pytest.mark.parametrize("line", ["Annex", "The General Assembly,", "3. Requests no more."])
def test_what_no_closing_holds_is_found(line: str) -> None:
    whole = _read(_TEXT)
    closing = (*whole.read.closing, Line("closing.other", (Run(line),)))
    found = _kinds(whole._replace(read=whole.read._replace(closing=closing)))
    assert Fault.CLOSING in found


def test_texts_come_from_collections_and_files(tmp_path: Path) -> None:
    with lzma.open(tmp_path / "some.jsonl.xz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"name": "one", "text": _TEXT}) + "\n")
    (tmp_path / "two.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "README.md").write_text("none", encoding="utf-8")
    assert [found.name for found in texts_of(tmp_path)] == ["one", "two.txt"]
    assert [found.name for found in texts_of(tmp_path / "some.jsonl.xz")] == ["one"]


def test_without_data_nothing_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_DATA", str(tmp_path / "data"))
    assert data_folder() == tmp_path / "data"
    assert list(real_rows(lambda *said, **how: True)) == []


def test_a_program_that_measures_is_given_the_command(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "real").mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    (data / "real" / TOOLS[1].data).write_bytes(b"")
    (tmp_path / "tools" / TOOLS[1].program).write_text(
        "import subprocess, sys\n"
        "done = subprocess.run([sys.argv[1], '--version'], capture_output=True, text=True)\n"
        "print(done.stdout)\n"
        "print(f'{3 if done.returncode == 0 else 0} of 4 read right')\n",
        encoding="utf-8",
    )
    assert score(TOOLS[1], data) == Score(3, 4)
    assert score(TOOLS[0], data) is None
    assert score_in("nothing") is None
