"""The printed page beside the text: the page of a PDF as a picture, with the clause marked on it.

`printed_pages.py` follows what is read, `panel.py` is the panel, `sheet.py` the picture in it.
Pages are painted by the process that reads PDF, in the background (`painter.py`); none of it is
loaded before the panel is opened.
"""
