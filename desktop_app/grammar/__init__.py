"""How each language says things: the only room that knows a language.

- The clues to languages stand apart from their grammars, so that a text loads only its own grammar.
- Numbers, dates and symbols (anchors) are read by tables of our own. Of the libraries tried on
  the six languages, number-parser knows no ordinals beside English ones and neither French nor
  Arabic, text2num no Russian and no Arabic, and dateparser loses the first day of "25 and 26
  October" and all Arabic dates, and takes 10 ms a paragraph.
- Chinese words are the terms and opening words of the grammar, which cover nearly all of a
  resolution: Qt takes every character for a word.

A language is a record in `languages.py` and a folder of JSON tables under its code (`en/`, `zh/`),
a script a record in `scripts.py`. Terms stand in the table of each language by concept, and not all
languages of a concept in one place: so a language is one folder, and a text reads only the tables
of its own language, of clues to languages, and of names used in any text.
"""
