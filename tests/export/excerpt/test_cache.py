"""Excerpts that a dialog asks for again and again."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.cache import ExcerptCache, Request
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import ExportError, Notes, Options
from desktop_app.script.convert import ScriptError
from tests.support.texts import EN, ZH, read

_BOTH = align(read(ZH), read(EN))


def _request(script: str = "", options: Options | None = None) -> Request:
    rows = tuple(rows_of(_BOTH, select("PP6,OP1", _BOTH.source)))
    return Request(rows=rows, script=script, options=options or Options())


def test_the_excerpt_is_in_the_script_that_is_wanted() -> None:
    cache = ExcerptCache(_BOTH)
    assert cache.excerpt(_request()).versions[0].tag == "zh-Hans"
    assert cache.excerpt(_request("s2twp")).versions[0].tag == "zh-Hant-TW"
    assert cache.excerpt(_request()) == excerpt(_BOTH, _request().rows)
    notes = Options(notes=Notes.NONE)
    assert cache.excerpt(_request(options=notes)).notes == ()


def test_the_same_excerpt_is_made_once() -> None:
    cache = ExcerptCache(_BOTH)
    assert cache.excerpt(_request("s2t")) is cache.excerpt(_request("s2t"))


def test_an_excerpt_that_cannot_be_made_leaves_nothing_behind() -> None:
    cache = ExcerptCache(_BOTH)
    with pytest.raises(ExportError):
        cache.excerpt(_request(options=Options(languages=("fr",))))
    with pytest.raises(ScriptError):
        cache.excerpt(_request("t2s"))
    assert cache.excerpt(_request()).entries


def test_an_excerpt_that_is_not_wanted_any_more_is_not_made() -> None:
    def unwanted(share: float) -> None:
        raise InterruptedError

    cache = ExcerptCache(_BOTH)
    with pytest.raises(InterruptedError):
        cache.excerpt(_request("s2t"), unwanted)
    assert cache.excerpt(_request("s2t")).versions[0].tag == "zh-Hant"
