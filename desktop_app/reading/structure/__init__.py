"""Blocks to a resolution: the only place that knows how a resolution is built.

`resolution.py` is the door: it has the footnotes taken out, finds the enacting words, and hands
what stands above and below them to those who read it. No file format is known here.
"""
