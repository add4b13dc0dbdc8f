"""Offers where a register is written in: names for a new record, and words for the fields that have some to offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit

from itadmin.ui.completing_line import LineOffers
from itadmin.ui.look.look import Look
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.special import NewNames, Special
from itadmin.ui.session import Session


def offer_names(look: Look, line: QLineEdit, names: NewNames, make: Callable[[Any], object]) -> None:
    """Offer names in the line where a new record is named; taking one closes the line and makes the record."""

    def take(meant: Any) -> None:
        line.hide()
        make(meant)

    LineOffers(look, line, names.offers, "namn").taken.connect(take)


def offer_words(session: Session, special: Special, name: str, editor: Editor) -> None:
    """Offer words in the editor of a field, where the register has some for it."""
    line = editor.focusProxy()
    if name in special.offers and isinstance(line, QLineEdit):
        LineOffers(session.look, line, special.offers[name](session), line.accessibleName())
