"""How the page looks: theme, fonts, size, layout, script, and characters that no font has.

To find out whether a character can be shown, a text is laid out: Qt's font tables do not include
the fonts that it falls back to.
"""
