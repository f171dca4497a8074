"""What a file holds as a whole: one resolution, several of them, or another document.

Where the enacting words of a further resolution stand below its number, its letter or the closing
of the one before, each is read by itself, as if it were alone in its file.
"""
