"""The main window: what is laid out in it, and what it connects."""
