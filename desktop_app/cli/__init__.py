"""The command line: one command a file, and `main.py`, which finds it and turns an error into a
sentence and an exit status.

A command is a module with `add_options` and `run`, and a name in `main.COMMANDS`. Only the module
that was asked for is imported, so it imports at its top what it needs; Qt is loaded by what opens
or draws a window alone.
"""
