"""Opening files as bitexts, and keeping what was read for the next start.

The only room that may ever open a socket; it opens none.
"""
