"""Tables on the pages of a PDF, which has none: by the lines that are drawn between cells
(`ruled.py`, from `strokes.py`), else by white bands down the page (`banded.py`).

What cannot be told stays lines, a tab between what stands beside each other; no word is lost.
"""
