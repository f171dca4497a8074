"""The formats that an excerpt can be written in."""
