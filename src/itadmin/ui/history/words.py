"""Changes as they are written on the screen: the word for what was done, and both values in one line."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.differences import excerpts
from itadmin.services.change_words import Deed, ToldChange, ToldField
from itadmin.ui.widgets.chip import ChipKind

NOTHING = "tomt"
_ROOM = 300
_LONGEST_NEW = 1500
_MOST_LINES = 40

DONE: Mapping[Deed, tuple[ChipKind, str]] = {
    Deed.NEW: (ChipKind.NEW, "ny"),
    Deed.CHANGED: (ChipKind.CHANGED, "ändrad"),
    Deed.BINNED: (ChipKind.REMOVED, "borttagen"),
    Deed.BROUGHT_BACK: (ChipKind.NEW, "återställd"),
    Deed.UNMADE: (ChipKind.REMOVED, "borttagen"),
    Deed.UNCHANGED: (ChipKind.PLAIN, "som förut"),
}
"""What has been done to a record."""

TO_DO: Mapping[Deed, tuple[ChipKind, str]] = {
    **DONE,
    Deed.CHANGED: (ChipKind.CHANGED, "ändras"),
    Deed.BINNED: (ChipKind.REMOVED, "tas bort"),
    Deed.UNMADE: (ChipKind.REMOVED, "tas bort"),
    Deed.BROUGHT_BACK: (ChipKind.NEW, "tas fram ur papperskorgen"),
}
"""What will be done to a record."""


def in_full(field: ToldField, *, is_new: bool = False) -> str:
    """A field's change as it is read where there is room: old → new, or a line for each row."""
    if field.lines and not is_new:
        more = len(field.lines) - _MOST_LINES
        lines = [excerpts("", line, _ROOM)[1] for line in field.lines[:_MOST_LINES]]
        return "\n".join([*lines, *([f"… och {more} till"] if more > 0 else [])])
    if is_new:
        return excerpts("", field.new, _LONGEST_NEW)[1]
    old, new = excerpts(field.old, field.new, _ROOM)
    return f"{old or NOTHING}  →  {new or NOTHING}"


def summary(told: ToldChange) -> str:
    """A record's change in one line."""
    if told.is_new:
        return ", ".join(field.label for field in told.fields)
    parts = []
    for field in told.fields:
        old, new = excerpts(field.old, field.new, 60)
        words = "; ".join(field.lines[:3]) if field.lines else f"{old or NOTHING} → {new or NOTHING}"
        parts.append(f"{field.label}: {' '.join(words.split())}")
    return " · ".join(parts)
