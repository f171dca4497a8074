"""Blocks that hold several paragraphs to one paragraph a block.

`layout.py` tells from all the lines of a file how it is set; `paragraphs.py` parts by it, and asks
`quotations.py` about quotations of several paragraphs. `exported.py` parts the headings of exports
of this program.
"""
