"""Small parts shared by all rooms of the window."""
