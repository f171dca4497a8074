"""File formats to blocks, one format a module or folder.

A module makes one `Reader` and knows nothing of resolutions; `registry.py` lists the readers in a
line each. A format is recognised by the content of a file, never by its name. `read` itself imports
any module slow to import: dialogs load the registry for the names of the formats alone.
"""
