"""How clauses and documents are named, and what a text cites.

Clauses can be typed in Chinese as well, because our own citations by GB/T 7714 name them so.
"""
