"""The interface in Chinese: every text has both translations; which language is spoken."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.library import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.paths import resource
from desktop_app.resolution.citation import LANGUAGE_NAMES, SCRIPT_NAMES, TRUST
from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui.languages import language_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.translator import Translator, texts

_PACKAGE = Path(__file__).parents[2] / "desktop_app"
_LANGUAGES = ("zh_Hans", "zh_Hant")


def _said(file: Path, callers: set[str]) -> Iterator[str]:
    """The texts in the first arguments of calls of these names."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            if called in callers:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def _sources() -> set[str]:
    """Every English text that the window shows and that is translated."""
    found = {*LANGUAGE_NAMES.values(), *SCRIPT_NAMES.values(), *TRUST.values()}
    found |= {variant.name for variant in VARIANTS.values()}
    for file in (_PACKAGE / "ui").glob("*.py"):
        found |= set(_said(file, {"tr", "phrase"}))
    found |= set(_said(_PACKAGE / "resolution" / "citation.py", {"say"}))
    return found - {""}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_text_has_a_translation_and_no_translation_is_unused(language: str) -> None:
    known = texts(language)
    assert _sources() - set(known) == set()
    assert set(known) - _sources() == set()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_translation_fills_in_what_the_text_fills_in(language: str) -> None:
    for source, shown in texts(language).items():
        assert shown.strip(), source
        for place in ("%1", "%2", "%3", "%n"):
            assert (place in source) == (place in shown), source
        # The key that opens a menu is no other than in English.
        assert ("&" in source) == ("&" in shown), source


def test_traditional_characters_stand_in_the_traditional_interface_alone() -> None:
    assert texts("zh_Hans")["Open a resolution"] == "打开决议"
    assert texts("zh_Hant")["Open a resolution"] == "開啟決議"
    assert resource("translations/zh_Hans.json").is_file()


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
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
    chosen: str, system: list[str], spoken: str
) -> None:
    assert language_of(chosen, system) == spoken


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
    window.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()
    assert [action.text() for action in window.menuBar().actions()] == [
        "檔案(&F)", "編輯(&E)", "對照行(&R)", "檢視(&V)"
    ]  # fmt: skip
    assert window.trust.texts() == [
        "中文（簡體）: 未說明來源，未與正式記錄核對",
        "英文: 轉錄文本，並非正式記錄",
    ]
    model = window.view.bitext_model()
    assert model is not None
    assert model.label(model.root.children[1]) == "序言 · 17"
    window.set_script("s2tw")
    assert window.trust.texts()[0] == (
        "中文（繁體）: 由簡體轉換（OpenCC，臺灣字形）；未說明來源，未與正式記錄核對"
    )


def test_what_has_no_translation_is_said_in_english(chinese: None) -> None:
    assert QCoreApplication.translate("MainWindow", "no such text") == "no such text"
