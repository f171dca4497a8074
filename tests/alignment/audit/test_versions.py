"""How two versions are called."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.script.convert import convert_resolution
from tests.support.texts import ZH, read


@pytest.mark.parametrize(
    ("script", "names"), [("s2t", ("Simplified", "Traditional")), ("", ("first", "second"))]
)
def test_editions_in_one_language_are_told_apart(script: str, names: tuple[str, str]) -> None:
    source = read(ZH)
    edition = read(ZH.replace("第 1540(2004)号", "第 1541(2004)号"))
    target = convert_resolution(edition, script) if script else edition
    sentence = next(f.sentence for f in audit(align(source, target)) if "1541" in f.sentence)
    assert all(f"the {name}" in sentence for name in names), sentence
