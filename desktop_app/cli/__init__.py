"""The command line.

No command but the window, `screenshot` and `export --to pdf` loads Qt, and each loads only the
rooms that it needs.
"""
