"""Chosen clauses to a file: one format a room."""
