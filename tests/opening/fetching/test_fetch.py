"""Documents by their symbols, from a server on good days and on bad ones."""

import gzip
import json
import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from desktop_app.opening.documents import open_resolution
from desktop_app.opening.fetching.download import FetchError, Limits, download
from desktop_app.opening.fetching.fetch import SOURCE, checked_symbol, fetch
from desktop_app.opening.records import Record, dumped, record_file, record_of
from desktop_app.resolution.model import Provenance
from tests.opening.fetching.server import (
    Answer,
    Server,
    drips,
    endless,
    leads_to,
    sends,
    serving,
    silent,
)
from tests.support.paths import FIXTURES

_SYMBOL = "S/RES/1540 (2004)"
_PATH = "/en/S/RES/1540(2004)"
_ENGLISH = (FIXTURES / "security_council_1540.en.md").read_bytes()
_CHINESE = (FIXTURES / "security_council_1540.zh.md").read_bytes()
_QUICK = Limits(seconds=0.5, silence=0.2, size=1_000_000)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def _fetched(server: Server, folder: Path, language: str = "en") -> Path:
    source = f"{server.address}/{{language}}/{{symbol}}"
    return fetch(_SYMBOL, language, folder=folder, source=source, limits=_QUICK)


def test_a_document_is_kept_under_its_name_with_its_record(server: Server, tmp_path: Path) -> None:
    server.answers[_PATH] = sends(_ENGLISH)
    shares: list[float] = []
    file = fetch(
        "S/RES/1540(2004)",
        "en",
        folder=tmp_path / "documents",
        source=f"{server.address}/{{language}}/{{symbol}}",
        progress=shares.append,
    )
    assert file == tmp_path / "documents" / "S_RES_1540_2004-EN.md"
    assert file.read_bytes() == _ENGLISH
    values = json.loads(record_file(file).read_bytes())
    assert values["address"] == f"{server.address}{_PATH}"
    assert len(values["sha256"]) == 64
    assert shares[-1] == 1.0
    assert server.headers[0]["User-Agent"].startswith("resolution-reader/")
    assert "Cookie" not in server.headers[0]


def test_what_is_kept_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    server.answers[_PATH] = sends(_ENGLISH)
    assert _fetched(server, tmp_path) == _fetched(server, tmp_path)
    assert server.asked == [_PATH]


def test_what_was_changed_since_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    server.answers[_PATH] = sends(_ENGLISH)
    file = _fetched(server, tmp_path)
    file.write_bytes(_ENGLISH + b"\nA word more.\n")
    assert record_of(file) is None
    assert _fetched(server, tmp_path).read_bytes() == _ENGLISH
    assert len(server.asked) == 2


def test_redirects_are_followed(server: Server, tmp_path: Path) -> None:
    server.answers[_PATH] = leads_to("/api/symbol/access?s=S/RES/1540(2004)&l=en")
    server.answers["/api/symbol/access?s=S/RES/1540(2004)&l=en"] = leads_to("/doc/N0432843.md")
    server.answers["/doc/N0432843.md"] = sends(_ENGLISH)
    assert _fetched(server, tmp_path).read_bytes() == _ENGLISH


def test_a_packed_answer_is_unpacked(server: Server) -> None:
    packed = gzip.compress(_ENGLISH)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(packed)))
        handler.end_headers()
        handler.wfile.write(packed)

    server.answers["/"] = answer
    assert download(f"{server.address}/", _QUICK, lambda share: None)[0] == _ENGLISH


def _bad_days(server: Server) -> dict[str, tuple[Answer, str]]:
    page = b"<!DOCTYPE html><html><body><p>Service unavailable.</p></body></html>"
    bomb = gzip.compress(b" " * 5_000_000)
    return {
        "not published": (sends(b""), "no document S/RES/1540 (2004) in English"),
        "blanks": (sends(b" \n"), "no document S/RES/1540 (2004) in English"),
        "missing": (sends(b"x", 404), "no document S/RES/1540 (2004) in English"),
        "gone": (sends(b"x", 410), "no document S/RES/1540 (2004) in English"),
        "an error page": (sends(page), "is not S/RES/1540 (2004), so nothing was kept"),
        "another document": (
            sends(_ENGLISH.replace(b"1540", b"1541")),
            "is not S/RES/1540 (2004), so nothing was kept",
        ),
        "another language": (sends(_CHINESE), "is not in English, so nothing was kept"),
        "a picture": (sends(b"\x89PNG\r\n\x1a\n" + bytes(100)), "cannot be read"),
        "an error": (sends(b"x", 500), "answers with error 500"),
        "forbidden": (sends(b"x", 403), "answers with error 403"),
        "cut off": (sends(_ENGLISH[:500], length=len(_ENGLISH)), "it was cut off"),
        "silent": (silent(server), "it does not answer"),
        "slow": (drips(server, b"x", 0.05), "is too slow"),
        "endless": (endless(b"x" * 65536), "is larger than 1 MB"),
        "a bomb": (
            endless(bomb, (("Content-Encoding", "gzip"), ("Content-Length", str(len(bomb))))),
            "is larger than 1 MB",
        ),
        "a circle": (leads_to(_PATH), "only leads from one address to the next"),
        "no end of redirects": (leads_to("/0"), "only leads from one address to the next"),
        "nowhere": (leads_to("file:///etc/hostname"), "is not secure"),
    }


@pytest.mark.parametrize("day", list(_bad_days(Server(""))))
def test_on_a_bad_day_nothing_is_kept_and_a_sentence_says_why(
    day: str, server: Server, tmp_path: Path
) -> None:
    answer, sentence = _bad_days(server)[day]
    server.answers[_PATH] = answer
    server.answers |= {f"/{number}": leads_to(f"/{number + 1}") for number in range(50)}
    with pytest.raises(FetchError) as caught:
        _fetched(server, tmp_path / "documents")
    assert sentence in str(caught.value)
    assert not list(tmp_path.rglob("*"))
    assert len(server.asked) < 12


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with serving() as server:
        source = f"{server.address}/{{language}}/{{symbol}}"
    with pytest.raises(FetchError, match=r"127\.0\.0\.1:\d+ sends nothing \(it cannot be reached"):
        fetch(_SYMBOL, "en", folder=tmp_path, source=source, limits=_QUICK)


def test_a_name_that_nobody_knows(tmp_path: Path) -> None:
    source = "http://nowhere.invalid/{language}/{symbol}"
    with pytest.raises(FetchError, match=r"nowhere\.invalid sends nothing \("):
        fetch(_SYMBOL, "en", folder=tmp_path, source=source, limits=_QUICK)


@pytest.mark.parametrize("source", ["", "docs.un.org", "file:///{symbol}", "https://x.example/"])
def test_an_address_that_is_none(source: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="is not an address to fetch documents from"):
        fetch(_SYMBOL, "en", folder=tmp_path, source=source, limits=_QUICK)


def test_cancelling_ends_it_at_once_and_keeps_nothing(server: Server, tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(share: float) -> None:
        if server.asked:
            raise CancelledError

    server.answers[_PATH] = endless(b"x" * 100)
    with pytest.raises(CancelledError):
        fetch(
            _SYMBOL,
            "en",
            folder=tmp_path,
            source=f"{server.address}/{{language}}/{{symbol}}",
            progress=cancel,
        )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "symbol",
    [
        *("A/RES/75/58", "S/RES/1540 (2004)", "A/RES/2758(XXVI)", "A/RES/S-30/1", "A/75/399"),
        *("A/RES/ES-10/24", "S/PRST/2015/1", "A/HRC/RES/17/22", "A/C.1/75/L.29", "E/RES/2022/3"),
    ],
)
def test_symbols_of_every_kind_are_symbols(symbol: str) -> None:
    assert checked_symbol(f" {symbol} ") == symbol


@pytest.mark.parametrize(
    "symbol", ["", "75/58", "../../etc/passwd", "A/RES/75/58?x=1", "A/RES/../../x", "http://x/A/1"]
)
def test_what_is_no_symbol_is_not_asked_for(symbol: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="is not a document symbol"):
        fetch(symbol, "en", folder=tmp_path, source="http://127.0.0.1:9/{language}/{symbol}")


# What the record says


def test_what_came_from_the_official_source_is_official_as_long_as_it_is_unchanged(
    tmp_path: Path,
) -> None:
    file = tmp_path / "S_RES_1540_2004-EN.md"
    address = SOURCE.format(language="en", symbol="S/RES/1540(2004)")
    file.write_bytes(_ENGLISH)
    record_file(file).write_bytes(dumped(Record(address, "2026-11-30T12:00:00+00:00"), _ENGLISH))
    found = open_resolution(file)
    assert (found.provenance, found.address) == (Provenance.OFFICIAL, address)
    file.write_bytes(_ENGLISH.replace(b"Decides", b"Denies"))
    assert open_resolution(file).provenance is not Provenance.OFFICIAL


@pytest.mark.parametrize(
    "address",
    ["https://docs.un.org.example/en/S", "http://docs.un.org/en/S", "https://x.example/en/S"],
)
def test_what_came_from_elsewhere_is_not_official(address: str, tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_bytes(_ENGLISH)
    record_file(file).write_bytes(dumped(Record(address, ""), _ENGLISH))
    assert open_resolution(file).provenance is not Provenance.OFFICIAL


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b'{"address": 1}', b"[" * 20_000, b"\xff"])
def test_a_record_that_cannot_be_read_counts_as_none(record: bytes, tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_bytes(_ENGLISH)
    record_file(file).write_bytes(record)
    assert record_of(file) is None
    assert open_resolution(file).masthead.symbol == _SYMBOL


def test_a_pipe_instead_of_a_record_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "text.md"
    file.write_bytes(_ENGLISH)
    os.mkfifo(record_file(file))
    assert record_of(file) is None
