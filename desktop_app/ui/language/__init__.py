"""The language of the interface.

Translations are tables of English texts (`resources/translations`): anyone can correct one, and
English needs none. A test lists missing texts.
"""
