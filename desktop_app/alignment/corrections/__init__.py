"""What a person may do to the rows of a bitext.

The automatic rows are never changed. Corrected rows count only if they fit the texts.
"""
