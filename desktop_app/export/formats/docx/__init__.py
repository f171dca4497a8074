"""Word.

- The text is written as XML and handed to python-docx whole: its own calls take minutes for
  thousands of rows, and it knows no footnotes.
- Footnotes have the published marks (`customMarkFollows`). LibreOffice draws the mark at the
  head of a note itself, so ours is an alternative that it passes over.
- A table has 200 rows at most, then another begins: LibreOffice takes minutes for thousands.
"""
