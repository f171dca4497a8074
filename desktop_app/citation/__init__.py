"""How clauses and documents are cited, both ways: what is typed becomes ids, ids become names; the
documents that a text cites, and the footnote that "Ibid." stands for."""
