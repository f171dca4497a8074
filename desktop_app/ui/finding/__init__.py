"""Finding words, going to a clause, the way back, and the table of contents."""
