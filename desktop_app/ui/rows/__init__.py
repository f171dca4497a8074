"""Correction of rows, and the findings of the audit.

A corrected bitext gets a new model; place, folds and ticks follow the rows into it.
"""
