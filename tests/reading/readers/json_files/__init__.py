"""Tests of desktop_app/reading/readers/json_files."""
