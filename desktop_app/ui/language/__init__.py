"""The language of the interface.

It is translated by tables of English texts (`resources/translations`): a person can mend one,
and nothing is loaded for English. A test lists what is missing.
"""
