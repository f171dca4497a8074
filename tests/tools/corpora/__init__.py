"""Damaged and contradicting versions whose truth is known, and what is scored against them:
`python -m tests.tools.corpora`."""
