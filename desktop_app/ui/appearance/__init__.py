"""How the page looks: theme, fonts, size, layout, script, and characters that no font has."""
