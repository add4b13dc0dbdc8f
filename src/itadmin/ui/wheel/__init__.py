"""Årshjulet: the ring of a year with its list, in a window and small."""
