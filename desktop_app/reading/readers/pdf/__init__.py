"""PDF to blocks, by the places of its characters.

`reader.py` has a process of its own read the file (`worker.py`), for PDFium is not safe in threads,
and a hostile file shall reach neither the window nor all of the memory. There `opened.py` asks for
the pages, `tables` and `lines` put their characters into cells and lines, `paragraphs` these into
paragraphs and notes, and `document.py` makes the blocks; `own` reads what this program has
exported. It opens no other file and loads no Qt.
"""
