"""Selecting and copying text."""
