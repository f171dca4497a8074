"""The command line: one command a file, and `main.py`, which finds it and turns an error into a
sentence and an exit status.

A command is a module with `add_options` and `run`, and a name in `main.COMMANDS`. Only the module
of the command given is imported, so all its imports stand at its top. Only commands that open or
draw a window load Qt.
"""
