"""Correcting rows, and the findings of the audit.

A corrected bitext is shown by another model; place, folds and ticks follow the rows into it.
"""
