"""Single bits of the database flipped: no other rows than those that were saved, and no crash."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.operations import merge, split
from desktop_app.library.corrections import CorrectionStore
from desktop_app.library.results import StoreError
from desktop_app.resolution.bitext import Bitext
from tests.support.texts import EN, ZH, read

_WORDS = ("Urges", "Asks", "Begs", "Bids")


def _pairs() -> list[Bitext]:
    return [align(read(ZH), read(EN.replace("Urges", word))) for word in _WORDS]


def _flipped(data: bytes, bit: int) -> bytes:
    out = bytearray(data)
    out[bit // 8] ^= 1 << bit % 8
    return bytes(out)


def _check(folder: Path, count: int) -> Counter[str]:
    """Flips bits, each by itself, and opens and corrects what comes out."""
    pairs = _pairs()
    file = folder / "corrections.sqlite"
    corrected = [split(bitext, 5) for bitext in pairs]
    for bitext, rows in zip(pairs, corrected, strict=True):
        CorrectionStore(file).save(bitext, rows)
    sound = file.read_bytes()
    seen: Counter[str] = Counter()
    for bit in Random(14).sample(range(len(sound) * 8), count):
        file.write_bytes(_flipped(sound, bit))
        for bitext, rows in zip(pairs, corrected, strict=True):
            try:
                found = CorrectionStore(file).find(bitext)
            except StoreError:
                seen["said"] += 1
            else:
                assert found == rows, bit
                seen["found"] += 1
        bitext = pairs[bit % len(pairs)]
        try:
            kept = CorrectionStore(file).save(bitext, merge(bitext, 0))
        except StoreError:
            assert file.exists()
            seen["not saved"] += 1
        else:
            assert CorrectionStore(file).find(bitext) == kept.rows
            seen["saved"] += 1
        for left in folder.iterdir():
            left.unlink()
    return seen


@pytest.mark.slow
def test_four_thousand_flipped_bits_change_no_row_and_end_no_start(ram_path: Path) -> None:
    seen = _check(ram_path, 4000)
    assert seen["found"] > seen["said"] > 0
