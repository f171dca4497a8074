"""Akoma Ntoso 3.0.

- Two languages are a `documentCollection` of two statements, because a document of this standard
  is in one language.
- A citation links to the Akoma Ntoso name only where the text itself states the date; no date is
  made up.
- What the program adds has the status `editorial`.
"""
