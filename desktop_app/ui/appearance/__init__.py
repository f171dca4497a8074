"""How the page looks: theme, fonts, size, layout, script, and characters that no font has.

Whether a font has a character is asked of a layout: Qt's tables do not know what the fonts that it
falls back to can show.
"""
