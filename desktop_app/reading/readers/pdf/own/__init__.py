"""PDF files that this program has exported, by what they say of themselves.

Between the operators of each page stands what its words are of (`export/formats/pdf/tags.py`):
paragraph, heading, note or cell, the order of the pieces of a line, and what is no part of the
text. Files of earlier versions do not say so; `lines/ours.py` knows how they look.
"""
