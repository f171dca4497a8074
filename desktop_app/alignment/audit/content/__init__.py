"""The checks of what is said: nothing left out, nothing untranslated, each term as elsewhere."""
