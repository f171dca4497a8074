"""Languages of an excerpt, their order, their notes, and what "Ibid." stands for in them."""

from dataclasses import replace

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.resolution.model import words
from desktop_app.script.convert import convert_resolution
from tests.export.excerpt.conftest import BOTH, EN_TEXT, ZH_TEXT, excerpt_of, labels_of
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read


def test_languages_are_written_in_the_order_in_which_they_are_named() -> None:
    found = excerpt_of(BOTH, "PP6", Options(languages=("en", "zh")))
    assert [version.tag for version in found.versions] == ["en", "zh-Hans"]
    assert [len(text) for text in found.entries[0].texts] == [2, 1]
    assert labels_of(found) == ["PP6-PP7 / PP6"]
    assert found.citation.endswith("(A/RES/75/58, preambular paras. 6 and 7) [transcription]")


def test_one_language_of_two() -> None:
    found = excerpt_of(BOTH, "OP1", Options(languages=("en",)))
    assert [words(p.runs) for text in found.entries[0].texts for p in text] == [
        clause.text for clause in EN_TEXT.walk() if clause.id == "op1"
    ]
    assert [text.language for text in found.texts] == ["en"]


def test_rows_that_a_language_lacks_are_not_written_in_it_alone() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)
    assert labels_of(excerpt_of(bitext, "all", Options(languages=("zh",)))) == [
        "",
        "",
        "",
        "PP1",
        "OP1",
    ]
    gap = [row for row in bitext.rows if not row.source]
    with pytest.raises(ExportError, match="Nothing is chosen"):
        excerpt(bitext, gap, Options(languages=("zh",)))


def test_nothing_chosen_is_said() -> None:
    with pytest.raises(ExportError, match="Nothing is chosen"):
        excerpt(BOTH, [])


def test_a_language_that_there_is_not_is_said() -> None:
    with pytest.raises(ExportError, match="no text in the language fr, only in zh-Hans and en"):
        excerpt_of(BOTH, "OP1", Options(languages=("fr",)))


def test_without_notes_there_are_neither_notes_nor_marks() -> None:
    for chosen in ("PP6", "all"):
        found = excerpt_of(BOTH, chosen, Options(notes=Notes.NONE))
        assert found.notes == ()
        for text in found.texts:
            assert text.footnotes == ()
            assert [clause.notes for clause in text.walk() if clause.notes] == []
        kept = "".join(words(p.runs) for e in found.entries for p in e.texts[0])
        whole = "".join(words(p.runs) for e in excerpt_of(BOTH, chosen).entries for p in e.texts[0])
        assert kept == whole


_CHAIN = """\
Recalling the report on the matter,[^1] and another,[^2] and more,[^3]

1. Decides to act,[^3]

[^1]: See A/74/1, para. 5.
[^2]: Ibid., para. 6.
[^3]: Ibid., para. 7.
"""


def _meant(chosen: str, text: str) -> list[str]:
    found = excerpt_of(alone(read(text)), chosen)
    return [words(note.whole(0)) for note in found.notes]


def test_ibid_says_what_it_stands_for_where_the_note_before_it_was_not_chosen() -> None:
    text = f"{EN_PREAMBLE}{_CHAIN}"
    assert _meant("OP1", text) == ["Ibid., para. 7. [that is, footnote 1: See A/74/1, para. 5.]"]
    assert _meant("PP2", text) == ["See A/74/1, para. 5.", "Ibid., para. 6.", "Ibid., para. 7."]
    assert _meant("all", text) == ["See A/74/1, para. 5.", "Ibid., para. 6.", "Ibid., para. 7."]


def test_ibid_is_resolved_in_the_script_of_the_text() -> None:
    text = f"{ZH_PREAMBLE}回顾报告，[^1]\n\n1. 决定采取行动。[^2]\n\n[^1]: 见报告。\n[^2]: 同上。\n"
    assert _meant("OP1", text) == ["同上。［即脚注1：见报告。］"]
    converted = alone(convert_resolution(read(text), "s2t"))
    found = excerpt_of(converted, "OP1")
    assert [words(note.whole(0)) for note in found.notes] == ["同上。［即腳註1：見報告。］"]


def test_in_sequence_there_is_a_block_for_each_language_without_its_gaps() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    found = excerpt_of(align(zh, en), "all", Options(arrangement=Arrangement.SEQUENCE))
    assert [[v.tag for v in block.versions] for block in in_blocks(found)] == [["zh-Hans"], ["en"]]
    assert [labels_of(block)[-1] for block in in_blocks(found)] == ["OP1", "OP2"]
    assert in_blocks(replace(found, arrangement=None)) == (replace(found, arrangement=None),)


def test_the_texts_hold_what_was_chosen_and_nothing_else() -> None:
    found = excerpt_of(BOTH, "PP6,OP1")
    assert [ids(text) for text in found.texts] == [["pp6", "op1"], ["pp6", "pp7", "op1"]]
    assert [[note.id for note in text.footnotes] for text in found.texts] == [["fn1", "fn2"]] * 2
    assert excerpt_of(BOTH, "all").texts == (ZH_TEXT, EN_TEXT)


def test_a_language_alone_is_in_its_own_order() -> None:
    first = ("head.session", "head.organ")
    side = EN_TEXT._replace(
        head=tuple(sorted(EN_TEXT.head, key=lambda line: line.id not in first)),
    )
    rows = (BOTH.rows[1], BOTH.rows[0], *BOTH.rows[2:])
    swapped = BOTH._replace(target=side, rows=rows)
    for found in (
        excerpt_of(swapped, "all", Options(languages=("en",))),
        in_blocks(excerpt_of(swapped, "all", Options(arrangement=Arrangement.SEQUENCE)))[1],
    ):
        written = [p.id for entry in found.entries for p in entry.texts[0]]
        lines = [line.id for line in side.head]
        assert written[: len(lines)] == lines
        assert [id for id in written if id[:2] in ("pp", "op") and id[2].isdigit()] == ids(EN_TEXT)
