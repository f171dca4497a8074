"""Selecting and copying text.

Selected words are not kept as hits but asked of the selection row by row: in a long document all
text can be selected at once, and anew with every move of the pointer.
"""
