"""Selecting, copying and ticking.

Selected words are not stored as spans: the selection computes them row by row, since all of a long
document can be selected, and again with every move of the pointer.
"""
