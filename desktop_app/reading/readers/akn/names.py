"""Names in Akoma Ntoso: those of the standard, and those that this program adds to its own files.

In such a file every element with words says of which clause, line, note or part they are, and the
metadata hold all else that the program knows of the text: `STRUCTURE` has its skeleton, `ROWS` the
ids of what stands side by side in two languages.
"""

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
A = f"{{{NAMESPACE}}}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

OWN = "urn:resolution-reader:text"
_OWN = f"{{{OWN}}}"
ID = f"{_OWN}id"
"""The clause, line or note whose words an element holds."""
PART = f"{_OWN}part"
"""The part whose heading an element holds."""
HEADING = f"{_OWN}heading"
"""The clause whose heading an element holds."""
NUMBER = f"{_OWN}number"
"""The clause whose number an element holds."""
STYLE = f"{_OWN}style"
"""Of a raised element: the style that it stands for."""
JOINED = f"{_OWN}joined"
"""Of an element: that its words go on with those of the element before."""
STRUCTURE = f"{_OWN}structure"
ROWS = f"{_OWN}rows"
PROPRIETARY = f"{A}proprietary"
