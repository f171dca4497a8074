"""File formats to blocks, one format a module."""
