"""Small parts that every room of the window uses."""
