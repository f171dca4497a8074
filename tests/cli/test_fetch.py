"""The command `fetch`, with a server on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.opening.fetching.server import Server, sends, serving
from tests.support.paths import FIXTURES

_TEXTS = {
    code: (FIXTURES / f"security_council_1540.{code}.md").read_bytes() for code in ("en", "zh")
}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        for code, text in _TEXTS.items():
            found.answers[f"/{code}/S/RES/1540(2004)"] = sends(text)
        yield found


def _run(server: Server, folder: Path, *more: str) -> int:
    source = f"{server.address}/{{language}}/{{symbol}}"
    return main(["fetch", "S/RES/1540 (2004)", "-o", str(folder), "--from", source, *more])


def test_each_language_is_kept_and_its_file_printed(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(server, tmp_path, "--languages", "zh,en") == 0
    names = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    assert names == ["S_RES_1540_2004-ZH.md", "S_RES_1540_2004-EN.md"]
    assert [(tmp_path / name).read_bytes() for name in names] == [_TEXTS["zh"], _TEXTS["en"]]


def test_one_that_fails_keeps_none_of_the_others_back(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(server, tmp_path, "--languages", "fr,en") == 1
    out, err = capsys.readouterr()
    assert out.strip().endswith("S_RES_1540_2004-EN.md")
    assert "no document S/RES/1540 (2004) in French" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("languages", ["", "xx", "en,klingon", ","])
def test_languages_that_no_document_is_in(
    languages: str, server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(server, tmp_path, "--languages", languages) == 1
    assert "choose from zh, ar, ru, en, fr, es" in capsys.readouterr().err
    assert server.asked == []
