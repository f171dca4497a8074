"""What a resolution is: pure data and pure text rules.

The model is made of named tuples and not of frozen data classes: they are as immutable, and take
a sixth of the time to make when the program starts.
"""
