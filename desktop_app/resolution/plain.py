"""Styled text as characters alone, for what has no raised letters and no italics."""

from itertools import groupby

from desktop_app.resolution.model import Run, Runs, Style

_SUPERSCRIPTS = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
)
"""The characters that Unicode has as superscripts too."""
_RAISED_IN_THEMSELVES = "ªº°′″™®*†‡"
_WITHOUT_STYLE = frozenset(
    [*_SUPERSCRIPTS, *_SUPERSCRIPTS.values(), *map(ord, _RAISED_IN_THEMSELVES)]
)
"""Characters with a superscript in Unicode, these superscripts, and signs raised by nature."""


def plain(runs: Runs) -> str:
    """The text with its footnote marks in square brackets. Raised characters, such as a mark
    without a footnote, become Unicode's superscripts, or follow ^ if it has none: 10⁻⁶, 10^½,
    10^(½n)."""
    out: list[str] = []
    for style, group in groupby(runs, _written_as):
        texts = [run.text for run in group]
        if style is Style.MARK:
            out += [f"[{text}]" for text in texts]
        elif style is Style.SUPERSCRIPT:
            out.append(_raised("".join(texts)))
        else:
            out += texts
    return "".join(out)


def plain_words(runs: Runs) -> str:
    """The same without the marks of footnotes."""
    return plain(tuple(run for run in runs if not run.calls))


def _written_as(run: Run) -> Style:
    return Style.SUPERSCRIPT if run.style is Style.MARK and not run.calls else run.style


def _raised(text: str) -> str:
    core = text.strip()
    if not core:
        return text
    if _WITHOUT_STYLE.issuperset(map(ord, core)):
        raised = core.translate(_SUPERSCRIPTS)
    else:
        raised = f"^{core}" if len(core) == 1 else f"^({core})"
    before, after = text.split(core, 1)
    return before + raised + after
