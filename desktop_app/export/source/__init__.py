"""A text as a source of its own: Markdown with front matter that is read to an equal text.

An export quotes a text for people, with labels and what is known of it; a source holds it.
"""
