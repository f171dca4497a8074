"""The command `convert` to Markdown, from any format."""

from pathlib import Path

import pytest

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.opening.bundled import BUNDLED
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.model import Places
from tests.cli.conftest import Run
from tests.support.paths import FIXTURES
from tests.support.texts import bundled_pair

_FILE = FIXTURES / "general_assembly_75_58.fr.md"


@pytest.mark.parametrize("key", ["json", "akn", "md"])
def test_a_text_of_any_format_is_written_as_markdown_that_reads_back_equal(
    key: str, run: Run, tmp_path: Path
) -> None:
    text = read_resolution(_FILE)
    given, written = tmp_path / "given", tmp_path / "written.md"
    bitext = alone(text)
    given.write_bytes(
        _FILE.read_bytes() if key == "md" else render(excerpt(bitext, clause_rows(bitext)), key)
    )
    result = run("convert", given, "--to", "md", "-o", written)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert read_resolution(written) == text


@pytest.mark.parametrize("key", ["docx", "html"])
def test_formats_with_blocks_are_written_as_they_are_read(
    key: str, run: Run, tmp_path: Path
) -> None:
    bitext = alone(read_resolution(_FILE))
    given, written = tmp_path / "given", tmp_path / "written.md"
    given.write_bytes(render(excerpt(bitext, clause_rows(bitext)), key))
    assert run("convert", given, "--to", "md", "-o", written).err == ""
    assert read_resolution(written) == read_resolution(given)


def test_the_pages_of_a_pdf_are_no_loss(run: Run, tmp_path: Path) -> None:
    bitext = alone(read_resolution(_FILE))
    given, written = tmp_path / "given.pdf", tmp_path / "written.md"
    given.write_bytes(render(excerpt(bitext, clause_rows(bitext)), "pdf"))
    assert read_resolution(given).places.known
    assert run("convert", given, "--to", "md", "-o", written).err == ""
    assert read_resolution(written) == read_resolution(given)._replace(places=Places())


def test_of_two_languages_the_first_is_written_and_said_to_be(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "both.json"
    both = bundled_pair()
    file.write_bytes(render(excerpt(both, clause_rows(both)), "json"))
    result = run("convert", file, "--to", "md")
    assert result.out.startswith("---\nlanguage: zh\n")
    assert f"{file} holds two languages, of which the first is written" in result.err


def test_what_cannot_be_kept_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "converted.json"
    assert run(
        "export", BUNDLED, "--clauses", "all", "--to", "json", "--script", "s2tw", "-o", file
    )
    result = run("convert", file, "--to", "md")
    assert result.status == 0
    assert "provenance: converted\n" in result.out
    assert "reads back with another structure" in result.err


def test_the_document_itself_is_never_written_over(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(_FILE.read_bytes())
    assert run("convert", file, "--to", "md", "-o", file).status == 1
    assert file.read_bytes() == _FILE.read_bytes()
