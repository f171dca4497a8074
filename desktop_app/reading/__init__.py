"""From the bytes of a file to a `Resolution`, in two steps.

Each format in `readers` knows how its files look and nothing of resolutions; `structure` knows
resolutions and nothing of files. So a document with a broken masthead is mended in one place for
all formats.
"""
