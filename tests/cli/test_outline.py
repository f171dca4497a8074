"""What `show`, `align` and `audit` print of a text."""

import json

from desktop_app.alignment.align import align
from desktop_app.cli import outline
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Bitext, Finding, FindingKind, Span
from desktop_app.resolution.model import Footnote, Resolution, Run, Runs, Style
from tests.support.texts import EN, ZH, read

_RAISED: Runs = (
    Run("Some 10"),
    Run("6", Style.SUPERSCRIPT),
    Run("1", Style.MARK, "fn1"),
    Run(" km"),
    Run("2", Style.SUPERSCRIPT),
)


def _with_raised(text: Resolution) -> Resolution:
    first, *others = text.parts
    return text._replace(
        parts=(
            first._replace(heading=_RAISED),
            *(
                part._replace(clauses=tuple(c._replace(runs=_RAISED) for c in part.clauses))
                for part in others
            ),
        ),
        footnotes=(Footnote("fn1", "1", _RAISED),),
    )


def test_what_is_raised_is_seen_to_be_in_an_outline_and_in_json() -> None:
    text = _with_raised(read(EN))
    shown = outline.as_text(text)
    assert "Some 10⁶ km²\n" in shown
    assert "OP1      Some 10⁶ km²" in shown
    assert "[1] Some 10⁶ km²" in shown
    plain = json.loads(outline.as_json(text))
    assert plain["parts"][0]["heading"] == "Some 10⁶ km²"
    assert plain["parts"][1]["clauses"][0]["text"] == "Some 10⁶ km²"
    assert plain["footnotes"][0]["text"] == "Some 10⁶ km²"


def test_rows_begin_with_what_is_raised() -> None:
    bitext = align(_with_raised(read(ZH)), _with_raised(read(EN)))
    assert "Some 10⁶ km² | Some 10⁶ km²" in outline.rows_as_text(bitext)


def test_a_finding_has_the_words_with_what_is_raised() -> None:
    text = _with_raised(read(EN))
    spans = (Span("op1", 5, 8), Span("op2", 9, 12))
    finding = Finding(FindingKind.NUMBER, ("op1",), (), spans, (), Message("The numbers differ."))
    (shown,) = json.loads(outline.findings_as_json(Bitext(text, None, ()), [finding]))["findings"]
    assert shown["source_text"] == "10⁶ … km²"
