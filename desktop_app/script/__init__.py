"""Simplified and Traditional Chinese."""
