"""The checks of what all versions must state alike: symbols, dates, numbers, names, footnotes."""
