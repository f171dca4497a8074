"""The versions of one document that a window knows."""

from pathlib import Path

from desktop_app.alignment.align import align, alone
from desktop_app.opening.documents import open_resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.ui.pairing import known as knowing
from desktop_app.ui.pairing.known import Known, KnownVersions
from tests.support.paths import FIXTURES

_FOLDER = FIXTURES / "everything"


def _text(code: str) -> Known:
    file = _FOLDER / f"{code}.md"
    text = open_resolution(file)
    return Known(file, text.language, text.script, text)


def _pair(first: Known, second: Known) -> Bitext:
    assert first.text is not None
    assert second.text is not None
    return align(first.text, second.text)


def test_a_pair_is_remembered_in_both_orders() -> None:
    known = KnownVersions()
    english, french = _text("en"), _text("fr")
    made = _pair(english, french)
    known.follow(made, [english.file, french.file])
    assert english.text is not None
    assert french.text is not None
    assert known.pair(english.text, french.text) is made
    turned = known.pair(french.text, english.text)
    assert turned == made.swapped()
    assert turned is not None
    assert turned.swapped() == made


def test_of_many_texts_the_last_loaded_stay_in_memory_and_the_files_of_the_others() -> None:
    known = KnownVersions()
    english = _text("en")
    assert english.text is not None
    known.follow(alone(english.text), [english.file])
    for number in range(20):
        text = english.text._replace(language="fr")
        known.follow(Bitext(english.text, text, ()), [english.file, Path(f"/{number}.md")])
    loaded = [one for one in known.all() if one.text is not None]
    assert len(loaded) == knowing._MOST_LOADED
    assert english in loaded
    assert len(known.all()) == 21


def test_a_file_that_was_found_does_not_replace_what_was_loaded_of_it() -> None:
    known = KnownVersions()
    english = _text("en")
    assert english.text is not None
    known.follow(alone(english.text), [english.file])
    known.add(english._replace(text=None, is_sought=True))
    assert known.all() == [english]
    known.keep_found(set())
    assert known.all() == [english]
