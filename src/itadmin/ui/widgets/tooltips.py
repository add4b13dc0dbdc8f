"""Tooltips that show user text as it is, never as markup, and never a wall of it."""

from html import escape

_LONGEST = 1_000


def as_tooltip(text: str) -> str:
    """Give `text` in the form that a tooltip shows letter by letter, cut when it is very long."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return f"<qt>{escape(shown)}</qt>" if shown else ""
