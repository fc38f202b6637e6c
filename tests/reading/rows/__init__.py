"""Rows by theme, gathered by ``tests.reading.table``."""
