"""Writing a PDF: bad input, long work, the preview, and no display."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import ExportError
from desktop_app.export.formats.pdf import design, typesetting
from desktop_app.export.formats.pdf import document as pdf
from desktop_app.export.formats.pdf.pages import Line
from desktop_app.export.formats.registry import render
from desktop_app.opening.bundled import BUNDLED
from desktop_app.resolution.model import Provenance, Runs
from tests.export.formats.pdf.conftest import BOTH, excerpt_in, page_texts, pdf_of_words
from tests.support.paths import ROOT
from tests.tools.bench.made_up import bitext as made_up


def test_a_character_without_a_font_is_told() -> None:
    with pytest.raises(ExportError, match=r"No font on this computer has .* \(U\+1FFFE\)"):
        pdf_of_words("a \U0001fffe b")


def test_a_control_character_is_told() -> None:
    with pytest.raises(ExportError, match=r"OP1 holds the character U\+000B, which PDF cannot"):
        pdf_of_words("a\x0bb")


def test_progress_runs_to_the_end_and_ends_the_work_when_it_raises() -> None:
    told: list[float] = []
    render(excerpt_in("both", "all"), "pdf", told.append)
    assert told == sorted(told)
    assert told[0] < 0.5
    assert told[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(excerpt_in("both", "all"), "pdf", stop)


def test_the_preview_is_the_first_page(qapp: QApplication) -> None:
    image = pdf.preview(excerpt_in("both", "all"), 400)
    assert (image.width(), image.height()) == (400, 566)
    dark = sum(
        image.pixelColor(x, y).lightness() < 128 for x in range(0, 400) for y in range(0, 566)
    )
    assert dark > 1000


def test_the_preview_of_a_long_text_sets_its_first_page_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bitext = made_up(2000, 60)
    made = excerpt(bitext, clause_rows(bitext))
    counted = 0

    def counting(runs: Runs, look: typesetting.Look, *places: int) -> list[Line]:
        nonlocal counted
        counted += 1
        return typesetting.lines(runs, look, *places)

    monkeypatch.setattr(design, "lines", counting)
    assert not pdf.preview(made, 300).isNull()
    assert 0 < counted < 100


def test_it_is_written_without_a_display(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-m", "desktop_app", "export", str(BUNDLED)]
    command += ["--clauses", "OP1", "--to", "pdf", "-o", str(path)]
    subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=600)
    assert "促请" in "".join(page_texts(path.read_bytes()))


def test_official_texts_of_many_pages_have_a_running_head_that_says_nothing_else() -> None:
    official = BOTH._replace(
        source=BOTH.source._replace(provenance=Provenance.OFFICIAL),
        target=BOTH.target and BOTH.target._replace(provenance=Provenance.OFFICIAL),
    )
    data = render(excerpt(official, clause_rows(official)), "pdf")
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) > 2
    assert pages[1].extract_text().splitlines()[0].strip() == "A/RES/75/58"
