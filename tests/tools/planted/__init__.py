"""Disagreements of every kind planted into texts of different make in six languages, and what the
checks find of them: `python -m tests.tools.planted`.

The texts are those of `tests.tools.rows`. `changes.txt` holds the changes that were written by
hand, in every language; what can be changed without knowing a language is changed by `planting`.
Nothing here asks the program what a text states.
"""
