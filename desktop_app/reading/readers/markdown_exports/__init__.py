"""Markdown that this program exported.

- `own.py`: what of such a file is the text
- `pairs.py`: files with two languages
"""
