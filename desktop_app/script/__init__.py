"""Simplified and Traditional Chinese.

A text is converted exactly as OpenCC's own library converts it. Only document symbols
(protected.py) and markup (markdown.py) stay as they are.
"""
