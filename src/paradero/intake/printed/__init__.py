"""Printed: tables as they are printed on pages, told by ruled lines or by white strips; from words to rows."""
