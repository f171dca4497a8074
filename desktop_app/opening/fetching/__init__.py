"""Fetching a document by its symbol: the only room that reaches a network, and only when asked.

A person asks each time, with the symbol and the languages. What comes is checked before it is kept:
it must be that document, in that language. It is kept with a record of where it came from.
"""
