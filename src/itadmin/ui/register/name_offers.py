"""Offers where a register is written in: names for a new record, and words for the fields that have some to offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit

from itadmin.domain.text import clean_line
from itadmin.ui.completing_line import LineOffers
from itadmin.ui.look.look import Look
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.name_line import NameLine
from itadmin.ui.register.reference_editors import ReferenceEditor
from itadmin.ui.register.special import Beside, NewNames, Writing
from itadmin.ui.session import Session

_MOST_OF_ONE_NAME = 200


def is_taken(session: Session, register: str, name: str) -> bool:
    """Whether a record of a register has a name already, in small letters or capital ones."""
    wanted = clean_line(name).casefold()
    found = session.reading().choices(register, name, _MOST_OF_ONE_NAME)
    return any(label.casefold() == wanted for _, label in found)


def offer_names(look: Look, naming: NameLine, names: NewNames, make: Callable[[Any], object]) -> None:
    """Offer names where a new record is named; taking one makes the record."""

    def take(meant: Any) -> None:
        naming.take(naming.line.text(), lambda: make(meant))

    LineOffers(look, naming.line, names.offers, "namn").taken.connect(take)


def offer_words(session: Session, writing: Writing, name: str, editor: Editor, beside: Beside) -> None:
    """Offer words or records in the editor of a field, where the register has some for it and what is `beside` it."""
    line = editor.focusProxy()
    if name in writing.words and isinstance(line, QLineEdit):
        LineOffers(session.look, line, writing.words[name](session, beside), line.accessibleName())
    if name in writing.among and isinstance(editor, ReferenceEditor):
        editor.choose_among(writing.among[name](session, beside))
