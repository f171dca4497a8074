"""How each language says things: the only room that knows a language."""
