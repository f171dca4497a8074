"""Footnotes: which blocks are notes, and which signs in the text call them."""
