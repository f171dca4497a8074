"""Keeps a text one cell of a spreadsheet, and a text: between tabs, in CSV and in HTML."""

import re

BREAK = '<br style="mso-data-placement: same-cell">'
"""Without it Excel makes two rows of a cell with two paragraphs."""
TEXT_CELL = 'mso-number-format: "\\@"; vertical-align: top'
"""Keeps Excel from taking a cell for a number or a formula."""
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_ENDS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def neutral(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def on_one_line(text: str) -> str:
    """The text with a space for every tab and line end, which would end its cell."""
    return _ENDS.sub(" ", text)
