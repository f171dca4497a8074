"""Finding words, going to a clause, and the table of contents."""
