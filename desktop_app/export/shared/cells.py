"""What keeps a text one cell of a table, and a text: between tabs, in CSV, and in HTML that a
spreadsheet takes."""

import re

BREAK = '<br style="mso-data-placement: same-cell">'
"""Without it Excel makes two rows of a cell with two paragraphs."""
TEXT_CELL = 'mso-number-format: "\\@"; vertical-align: top'
"""By which Excel takes no cell for a number or a formula."""
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_ENDS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before what looks like
    one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def on_one_line(text: str) -> str:
    """A text with a space for every tab and every end of a line, which would end its cell."""
    return _ENDS.sub(" ", text)
