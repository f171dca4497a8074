"""How each language says things: the only room that knows a language.

A language is a record in `languages.py` and a folder of JSON tables under its code (`en/`, `zh/`),
a script a record in `scripts.py`. Terms stand in the table of each language by concept, and not all
languages of a concept in one place: so a language is one folder, and a text reads no table but its
own, those that tell languages apart, and those of names that any text may use.
"""
