"""Values of value lists that are shown with a sign of their own: a chip, a class or a level beside its word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.fields import Choice, Field
from itadmin.domain.text import without_digit
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.chips import CLASSES, chip_for, grade_for
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.classing import ClassValue
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.level_cell import LevelBadge, LevelMark


def value_sign(look: Look, field: Field, code: str, text: str, note: str = "") -> QWidget | None:
    """The widget that shows a code whose label is `text`; None for one that is shown as plain words.

    `note` is said quietly under the word of a class or level.
    """
    if not isinstance(field, Choice):
        return None
    if grade_for(field.values, code) is not None:
        cell = class_cell(look, code) if field.values == CLASSES else level_cell(look, code)
        return _beside(look, cell, without_digit(text), note)
    kind = chip_for(field.values, code)
    return Chip(look, kind, text) if kind is not None else None


def class_cell(look: Look, code: str) -> ClassValue:
    """The cell of a class 0–4; a dash when there is no code."""
    return ClassValue(look, int(code) if code.isdigit() else None, "")


def level_cell(look: Look, code: str) -> LevelBadge:
    """The cell of a samverkansnivå 0–5."""
    return LevelBadge(look, LevelMark(int(code) if code.isdigit() else None))


def _beside(look: Look, cell: QWidget, word: str, note: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    spare = max(look.metrics.form_read - look.metrics.chip, 0)
    row.setContentsMargins(0, spare // 2, 0, spare - spare // 2)
    row.setSpacing(0 if isinstance(cell, ClassValue) else look.metrics.gap)
    row.addWidget(cell, 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(look, word, ink=Ink.TEXT, wrap=True))
    if note:
        words.addWidget(Label(look, note, TextStyle.SECOND, Ink.TEXT3))
    row.addLayout(words, 1)
    return holder
