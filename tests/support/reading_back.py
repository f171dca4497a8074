"""What exports are compared with when they are read back: the words of the bundled texts, taken
from their files by hand, and excerpts of any words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Options
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.script.convert import convert_bitext
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read, unmarked

FIXTURES = FIXTURES
TAIWAN_TEXT = (FIXTURES / "opencc" / "A_RES_75_58.s2twp.md").read_text(encoding="utf-8")
"""The bundled Chinese text as OpenCC itself converts it."""

BOTH = align(read(ZH), read(EN))
ZH_ALONE = alone(read(ZH))
EN_ALONE = alone(read(EN))
EN_BESIDE_ZH = re.sub(r"(\*37th.*\*)(\s+)(\*7 Dec.*\*)", r"\3\2\1", EN)
"""The English text in the order of rows, which is the Chinese one: the closing's lines change."""
TAIWAN = convert_bitext(BOTH, "s2twp")

IBID = align(
    read(
        f"{ZH_PREAMBLE}又回顾其报告，[^1]\n\n1. 决定采取行动；[^2]\n\n"
        "[^1]: 见 A/74/1，第 5 段。\n[^2]: 同上，第 6 段。\n"
    ),
    read(
        f"{EN_PREAMBLE}Recalling also its report,[^1]\n\n1. Decides to act;[^2]\n\n"
        "[^1]: See A/74/1, para. 5.\n[^2]: Ibid., para. 6.\n"
    ),
)
"""Two versions whose second footnote leans on the first."""
_NOTE = re.compile(r"^(?:<sup>\d+</sup>|\[\^\d+\]:) +(.+)$", re.MULTILINE)
_NUMBER = re.compile(r"^(\d+)\. ", re.MULTILINE)


def chosen(bitext: Bitext, clauses: str, options: Options = AS_THEY_ARE) -> Excerpt:
    """The excerpt of what a person would type."""
    return excerpt(bitext, rows_of(bitext, select(clauses, bitext.source)), options)


def squeezed(texts: Iterable[str]) -> str:
    """All characters in order but for white space."""
    return re.sub(r"\s", "", "".join(texts))


def body(markdown: str, numbers: bool = False) -> str:
    """The words of a bundled file without its footnotes, squeezed; with the numbers of its
    paragraphs if wanted."""
    text = _NOTE.sub("", markdown)
    return unmarked(_NUMBER.sub("\\1.\u00a0", text) if numbers else text)


def footnotes(markdown: str) -> str:
    """The words of the footnotes of a bundled file, squeezed."""
    return unmarked("\n".join(_NOTE.findall(markdown)))


def official(language: str) -> Bitext:
    """A bundled text beside the version in another official language."""
    text = (FIXTURES / f"general_assembly_75_58.{language}.md").read_text(encoding="utf-8")
    return align(read(EN), read(text))


def joined() -> Bitext:
    """Two versions whose second has two numbered paragraphs in one row."""
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动，并请会员国。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more.\n")
    rows = (Row(("pp1",), ("pp1",), 1.0), Row(("op1",), ("op1", "op2"), 1.0))
    return align(zh, en)._replace(rows=rows)


def no_resolution() -> Bitext:
    """A text without a symbol and without an official page."""
    text = (FIXTURES / "no_resolution.en.md").read_text(encoding="utf-8")
    return alone(read(text))


def crossed() -> Bitext:
    """Two versions whose only numbered paragraphs stand in no row together."""
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act.\n")
    rows = (Row(("pp1",), ("pp1",), 1.0), Row(("op1",), (), 1.0), Row((), ("op1",), 1.0))
    return align(zh, en)._replace(rows=rows)


def of_words(*sides: Runs) -> Excerpt:
    """The second clauses of a document in one language or two, with these words."""
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动；\n\n2. 请会员国。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more.\n")
    found = chosen(align(zh, en) if len(sides) > 1 else alone(zh), "OP2")
    (entry,) = found.entries
    texts = tuple(
        (paragraphs[0]._replace(runs=runs),)
        for paragraphs, runs in zip(entry.texts, sides, strict=True)
    )
    return replace(found, entries=(entry._replace(texts=texts),))


def any_runs(words: st.SearchStrategy[str], styles: Sequence[Style]) -> st.SearchStrategy[Runs]:
    """Runs of any words in any of those styles, at least one."""
    run = st.builds(Run, words, st.sampled_from(styles))
    return st.lists(run, min_size=1, max_size=5).map(tuple)


def plain_words(runs: Runs) -> str:
    """The characters of runs but for the marks of footnotes."""
    return "".join(run.text for run in runs if not run.calls)


XML_WORDS = st.text(
    st.one_of(
        st.sampled_from("中国。a <>&\"']\n\t\r\u0085\u2028\u200f"),
        st.characters(
            min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"
        ),
    ),
    min_size=1,
    max_size=20,
)
"""Words of all characters that XML can hold."""
