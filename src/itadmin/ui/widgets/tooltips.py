"""Tooltips that show user text as it is, never as markup, and never a wall of it."""

_LONGEST = 1_000
_WRITTEN = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>"))


def as_tooltip(text: str) -> str:
    """Give `text` in the form that a tooltip shows letter by letter, cut when it is very long."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    for letter, written in _WRITTEN:
        shown = shown.replace(letter, written)
    return f"<qt>{shown}</qt>" if shown else ""
