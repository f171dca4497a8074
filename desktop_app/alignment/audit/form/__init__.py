"""The checks of how a text is set: signs in pairs, words typed twice, the ends of paragraphs."""
