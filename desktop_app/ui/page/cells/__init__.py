"""The cells of the page: setting and painting their texts, and locating words in them.

Hits, selections and findings are positions in the published text; the text painted may be
converted, and `PositionMap` maps one to the other.
"""
