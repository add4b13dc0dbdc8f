"""Changes as they are written on the screen: the word for what was done, and both values in one line."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.differences import excerpts
from itadmin.services.change_words import Deed, ToldChange, ToldField
from itadmin.ui.widgets.chip import ChipKind

NOTHING = "tomt"
_ROOM = 300
_ROOM_IN_LINE = 60
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
    """A record's change in one line; of one that comes or goes as a whole, what it says beside its name."""
    whole = told.is_new or told.deed is Deed.UNMADE
    named = told.register.title_fields if whole else ()
    fields = [field for field in told.fields if field.name not in named][:_MOST_LINES]
    return " · ".join(f"{field.label}: {' '.join(_in_short(field, whole=whole).split())}" for field in fields)


def _in_short(field: ToldField, *, whole: bool) -> str:
    if whole:
        return excerpts("", field.new or field.old, _ROOM_IN_LINE)[1]
    if field.lines:
        return "; ".join(field.lines[:3])
    old, new = excerpts(field.old, field.new, _ROOM_IN_LINE)
    return f"{old or NOTHING} → {new or NOTHING}"
