"""The formats that an excerpt can be written in.

In TMX and XLIFF a segment is the published words alone. Memories are searched by words, and
neither a footnote mark nor a printed number is one; they stand beside the segment.

A format whose writer needs a package of its own (lxml, xlsxwriter) is a folder, however small: the
record at its door loads none of it.
"""
