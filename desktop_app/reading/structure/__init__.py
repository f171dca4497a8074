"""Blocks to a resolution: the only place that knows how a resolution is built."""
