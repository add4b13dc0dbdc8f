"""Competence of the IT staff of the whole region: who knows what, where it is thin, and what is done about it."""
