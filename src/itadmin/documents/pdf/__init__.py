"""Turns a paper into one PDF file that is PDF/A-2a and PDF/UA-1 at once; `render.render` is the way in.

The way of a paper: `compose` and its makers (prose, tables, figures, signature, contents) turn blocks into strips of
known height, `flow` places strips on pages, `canvas` draws each page once everything's place is known, `file` writes
the bytes. So one layout is enough for page numbers and contents. ReportLab reads, measures and subsets the fonts; the
file itself is written here, because both standards depend on its every byte.
"""
