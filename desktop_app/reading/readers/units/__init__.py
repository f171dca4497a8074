"""Files of translators, a unit for each row, as this program exports them, also with a translation
that somebody has filled in.

- `xliff.py`, `tmx.py`: XLIFF 2 and TMX 1.4
- `reader.py`: what both have in common; `document.py`: the units to the blocks of each language
"""
