"""A page to its lines: PDFium's characters with their places, put into rows, columns and words.

The order and the spaces that the file has are not used: both are wrong too often.
"""
