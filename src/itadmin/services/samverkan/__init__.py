"""The region as one sees it together: who takes part, the matrix of levels, openings, time and common days.

Rests on the file's own records and on what neighbours have shared; changes nothing.
"""
