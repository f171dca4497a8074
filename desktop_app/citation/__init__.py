"""How clauses and documents are named, and what a text cites."""
