"""File formats to blocks, one format a module.

A module makes one `Reader` and knows nothing of resolutions; `registry.py` lists the readers in a
line each. A file is told by its content and never by its name. What a format needs that takes long
to import, its `read` imports itself: the registry is loaded for the dialogs that name the formats.
"""
