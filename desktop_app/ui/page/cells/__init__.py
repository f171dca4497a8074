"""One cell of the page: its text set and painted, and where words stand in it.

Positions that are kept (hits, selections, findings) are positions in the published text; what is
painted may be converted, and `PositionMap` leads from one to the other.
"""
