"""Correcting rows, and the findings of the audit."""
