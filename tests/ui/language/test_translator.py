"""The interface in Chinese: every text has both translations; which language is spoken."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.evidence import KINDS
from desktop_app.citation.documents import document
from desktop_app.common.paths import resource
from desktop_app.grammar.languages import OFFICIAL, UNKNOWN
from desktop_app.grammar.scripts import SCRIPT_NAMES, SCRIPTS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.trust import CAVEATS, TRUST
from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.finding.go_bar import GoBar
from desktop_app.ui.language.languages import INTERFACE, spoken
from desktop_app.ui.language.phrases import phrase, translated
from desktop_app.ui.language.translator import Translator, texts
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.rows.finding_locator import row_name
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import ROOT
from tests.support.texts import EN, ZH, read

_PACKAGE = ROOT / "desktop_app"
_LANGUAGES = [code for code in INTERFACE if code != "en"]
_PLACE = re.compile(r"%[n1-9]")


def _said(file: Path, callers: set[str]) -> Iterator[str]:
    """The texts in the first arguments of calls of these names."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            row_name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            row_name = node.func.id if isinstance(node.func, ast.Name) else row_name
            if row_name in callers:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def _sources() -> set[str]:
    """Every English text that the window shows and that is translated."""
    found = {language.name for language in (*OFFICIAL.values(), UNKNOWN)}
    found |= {*SCRIPT_NAMES.values(), *TRUST.values(), *CAVEATS.values()}
    found |= {script.name for script in SCRIPTS.values()}
    found |= {variant.name for variant in VARIANTS.values()}
    found |= {kind.name for kind in KINDS.values()} | {"length"}  # the reasons for a row
    for file in (_PACKAGE / "ui").rglob("*.py"):
        found |= set(_said(file, {"tr", "_tr", "phrase"}))
    for file in (
        _PACKAGE / "resolution" / "language.py",
        _PACKAGE / "resolution" / "trust.py",
        _PACKAGE / "common" / "messages.py",
    ):
        found |= set(_said(file, {"translate"}))
    for file in _PACKAGE.rglob("*.py"):
        found |= set(_said(file, {"Message"}))
    return found - {""}


@pytest.mark.slow
@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_text_has_a_translation_and_no_translation_is_unused(language: str) -> None:
    known = texts(language)
    assert _sources() - set(known) == set()
    assert set(known) - _sources() == set()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_translation_fills_in_what_the_text_fills_in(language: str) -> None:
    for source, shown in texts(language).items():
        assert shown.strip(), source
        assert set(_PLACE.findall(source)) == set(_PLACE.findall(shown)), source
        # The key that opens a menu is no other than in English.
        assert ("&" in source) == ("&" in shown), source


def test_traditional_characters_stand_in_the_traditional_interface_alone() -> None:
    assert texts("zh_Hans")["Open a resolution"] == "打开决议"
    assert texts("zh_Hant")["Open a resolution"] == "開啟決議"
    assert resource("translations/zh_Hans.json").is_file()


@pytest.mark.parametrize(
    ("chosen", "system", "code"),
    [
        ("", ["zh-CN", "en"], "zh_Hans"),
        ("", ["zh-Hans-HK"], "zh_Hans"),
        ("", ["zh-TW"], "zh_Hant"),
        ("", ["zh_HK"], "zh_Hant"),
        ("", ["zh-Hant-MO"], "zh_Hant"),
        ("", ["fr-FR", "zh-CN"], "en"),
        ("", [], "en"),
        ("zh_Hant", ["en"], "zh_Hant"),
        ("en", ["zh-CN"], "en"),
    ],
)
def test_the_interface_speaks_the_language_of_the_system_or_the_chosen_one(
    chosen: str, system: list[str], code: str
) -> None:
    assert spoken(chosen, system).code == code


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = Translator(texts("zh_Hant"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_the_window_in_chinese(chinese: None, qtbot: QtBot) -> None:
    window = MainWindow("light")
    qtbot.addWidget(window)
    window.show()
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()
    assert [action.text() for action in window.menuBar().actions()] == [
        "檔案(&F)", "編輯(&E)", "對照行(&R)", "檢視(&V)"
    ]  # fmt: skip
    assert window.trust.texts() == [
        "中文（簡體）: 未說明來源，未與正式記錄核對",
        "英文: 轉錄文本，並非正式記錄",
    ]
    model = window.view.bitext_model()
    assert model.label(model.root.children[1]) == "序言"
    assert model.heads.counts(model.root.children[1]) == "17 個段落 · 英文 18 個"
    window.document.set_script("s2tw")
    assert window.trust.texts()[0] == (
        "中文（繁體）: 由簡體轉換（OpenCC，臺灣字形）；未說明來源，未與正式記錄核對"
    )


def test_findings_are_in_chinese(chinese: None, qtbot: QtBot) -> None:
    window = MainWindow("light")
    qtbot.addWidget(window)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()
    window.feature(Auditing).audit_now()
    item = window.feature(Auditing).panel.list.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(3)] == [
        "PP6–PP7", "≠ 錯誤", "英文文本的 PP6 和 PP7 在中文文本中合併為 PP6。"
    ]  # fmt: skip
    model = window.view.bitext_model()
    remarks = [said for node in model.nodes() for _, said in model.remarks(node)]
    assert remarks == [item.text(2)]


def test_a_finding_of_a_masthead_line_has_its_chinese_name(chinese: None) -> None:
    en = read(EN.replace("A/75/399", "A/75/398", 1))
    finding = next(one for one in audit(align(read(ZH), en)) if one.kind == "symbol")
    assert row_name(finding) == "Masthead (report)"
    assert row_name(finding, phrase) == "文首（報告）"
    assert (
        translated(finding.message)
        == "文首（報告）：中文文本作「A/75/399」，英文文本作「A/75/398」。"
    )
    assert finding.sentence == (
        "Masthead (report): the Chinese text has A/75/399, the English text A/75/398."
    )


def test_an_unknown_label_is_explained_in_chinese(chinese: None, qtbot: QtBot) -> None:
    window = MainWindow("light")
    qtbot.addWidget(window)
    window.document.open(BUNDLED)
    window.finish_start()
    window.feature(GoBar).open_bar()
    window.feature(GoBar).label.setText("op9")
    window.feature(GoBar).go()
    assert window.feature(GoBar).message == (
        "本文中沒有 OP9：現有 PP1 至 PP17、OP1 至 OP6 和 FN1 至 FN7。"
    )


def test_the_kind_of_a_cited_document_is_shown_in_chinese(chinese: None) -> None:
    assert document("A/C.1/75/L.29/Rev.1").kind(phrase) == "第一委員會草案，第 75 屆會議，訂正 1"
    assert document("S/2002/875").kind(phrase) == "安全理事會文件，2002 年"


def test_errors_are_shown_in_chinese(chinese: None, qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow("light")
    qtbot.addWidget(window)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()
    window.document.open(tmp_path / "none.md")
    assert window.workspace.notice == f"{tmp_path / 'none.md'} 不存在；請檢查名稱和資料夾。"
    plain = tmp_path / "plain.md"
    plain.write_text("Hello to the members of the club.\n", encoding="utf-8")
    window.document.open_translation(plain)
    assert window.workspace.notice.endswith(
        " 不能與本文對照：該文本不是決議；請選擇含有執行部分段落的檔案。"
    )
    dialog = window.feature(Exporting).dialog(ExportChoice("md"))
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert dialog.sentence.text() == f"⚠ {tmp_path} 是資料夾；請指定一個檔案。"
    dialog.form.typed.setText("op9")
    dialog.form.scopes[Scope.RANGE].setChecked(True)
    assert dialog.form.count.text() == "⚠ 本文中沒有 OP9：現有 PP1 至 PP17 和 OP1 至 OP6。"


def test_the_reasons_for_an_unsure_row_are_in_chinese(chinese: None, qtbot: QtBot) -> None:
    window = MainWindow("light")
    qtbot.addWidget(window)
    bitext = align(read(ZH), read(EN))
    row = bitext.rows[0]._replace(score=0.2, reasons=("symbol", "length"))
    window.document.show(bitext._replace(rows=(row, *bitext.rows[1:])))
    model = window.view.bitext_model()
    said = [said for node in model.nodes() for _, said in model.remarks(node)]
    assert said == ["不能確定兩者內容是否相同：文號；長度"]


def test_a_text_without_a_translation_stays_in_english(chinese: None) -> None:
    assert QCoreApplication.translate("MainWindow", "no such text") == "no such text"
