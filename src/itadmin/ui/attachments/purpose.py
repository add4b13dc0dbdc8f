"""What an attached file is: påskrivet avtal, uppsägning, underlag or annat; files stand in that order, unsaid last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from itadmin.domain.fields import Choice
from itadmin.domain.record import described_fields
from itadmin.domain.registers.record_rows import Attachment
from itadmin.domain.words import Words

FIELD = "purpose"
_NONE = "Inget slag"


def _values() -> str:
    field = described_fields(Attachment)[FIELD]
    if not isinstance(field, Choice):
        raise TypeError(f"{FIELD} is no choice")
    return field.values


def in_order(rows: Iterable[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    """The files by what they are, in the order of the value list, each group as it was attached."""
    places = {code: place for place, code in enumerate(words.all_of(_values()))}
    return sorted(rows, key=lambda row: places.get(row[FIELD], len(places)))


def label(row: dict[str, Any], words: Words) -> str:
    """What a file is, in words; "" when nobody has said."""
    return words.label_of(_values(), row[FIELD]) if row[FIELD] else ""


def purpose_menu(row: dict[str, Any], words: Words, choose: Callable[[str | None], object], parent: QWidget) -> QMenu:
    """A menu of what a file may be, with what it is marked; `choose` is called with the code."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    offered = words.offered(_values(), row[FIELD] or "").items()
    for code, word in (*offered, (None, _NONE)):
        action = QAction(word, menu, checkable=True, checked=code == row[FIELD])
        action.triggered.connect(lambda _checked=False, code=code: choose(code))
        menu.addAction(action)
    return menu
