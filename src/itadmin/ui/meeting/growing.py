"""Makes a sheet over a meeting as large as what it stands over, so that all can read what is being written.

Letters follow the size of the screen as on the pages of the meeting; the sheet is as wide as its letters ask for.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.widgets.combo_box import ComboBox

_USUAL = (1280, 720)
_GROWN, _MOST_GROWN = 1.5, 2.2
_TEXT_LINES = 3
_TEXTS = (QLabel, QLineEdit, QPlainTextEdit, QPushButton, ComboBox)


def grow(sheet: SheetDialog, text: QPlainTextEdit, room: QSize) -> None:
    """Enlarge all that is written on a sheet for a screen of a size; `text` has room for some lines of it."""
    look = sheet.look
    on_screen = min(room.width() / _USUAL[0], room.height() / _USUAL[1]) / look.metrics.text_factor
    factor = min(max(_GROWN * on_screen, 1.0), _MOST_GROWN)
    for part in sheet.findChildren(QWidget):
        if isinstance(part, _TEXTS):
            part.setFont(_larger(part.font(), factor))
        if isinstance(part, QLineEdit) and part.minimumWidth() == part.maximumWidth():
            part.setFixedWidth(round(part.width() * factor))
    line = look.fonts.metrics(TextStyle.TEXT).lineSpacing() * factor
    text.setFixedHeight(round(_TEXT_LINES * line) + 2 * look.metrics.gap)
    wide = min(round(sheet.minimumWidth() * factor), round(room.width() * 0.9))
    sheet.setMinimumWidth(wide)
    sheet.resize(wide, sheet.height())


def _larger(font: QFont, factor: float) -> QFont:
    found = QFont(font)
    if found.pixelSize() > 0:
        found.setPixelSize(round(found.pixelSize() * factor))
    else:
        found.setPointSizeF(found.pointSizeF() * factor)
    return found
