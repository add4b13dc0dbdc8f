"""The head of the record page: name, chips, one line of what matters, the main button and the menu of the rest."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from itadmin.domain.fields import Choice
from itadmin.domain.record import Record
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.chips import chip_for
from itadmin.ui.register.special import Head, Papers
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.classing import Classing, ClassingCells
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.jump_button import JumpButton
from itadmin.ui.widgets.painting import line_width
from itadmin.ui.widgets.prose import Prose, ProseLabel, Strong

_RENAME = "Ändra namnet"
_BUTTON_WIDTH = 190
_BEFORE_BUTTONS = 3  # the name, the line for it and the button that changes it


class _NameLine(QLineEdit):
    """Where the name is written. Escape leaves it as it was, `cancelled`; all else keeps it."""

    kept = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Enter and Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is written when one goes elsewhere; a menu over the line is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.kept.emit()


class RecordHeader(QWidget):
    """Shows who the record is. `renamed` gives a new name; `acted` asks for the main action.

    `change_wanted` gives the field that names it, to be changed where that is done: here, or in a row of its own.
    `left` says that the keyboard has no place any more, as the name is written.
    """

    change_wanted = Signal(str)
    renamed = Signal(str)
    left = Signal()
    acted = Signal()

    def __init__(self, look: Look, register: Register, head: Head, papers: Papers, menu: QMenu) -> None:
        super().__init__()
        self._look = look
        self._register = register
        self._head = head
        self._papers = papers
        self._writable = True
        self._named_by = register.title_fields[0]
        self._is_low = False
        self._name = ProseLabel(look, style=TextStyle.PAGE_TITLE)
        self._edit = _NameLine()
        self._edit.setAccessibleName(register.fields[register.title_fields[0]].label)
        self._edit.hide()
        self._rename = IconButton(look, "edit", _RENAME, nominal=16)
        self._chips = QWidget()
        self._chip_flow = FlowLayout(look.metrics.gap, self._chips)
        self._line = ProseLabel(look, style=TextStyle.TEXT, ink=Ink.TEXT2)
        self.action = Button(look, "", ButtonKind.PRIMARY, papers.action.icon if papers.action else "")
        self.jump = JumpButton(look)
        self._menu = IconButton(look, "more_horizontal", "Mer att göra med posten")
        self._menu.setMenu(menu)
        self._menu.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self._build()
        self._rename.clicked.connect(lambda: self.change_wanted.emit(self._named_by))
        self._edit.kept.connect(lambda: self._leave_name(keep=True))
        self._edit.cancelled.connect(lambda: self._leave_name(keep=False))
        self.action.clicked.connect(self.acted)

    def _build(self) -> None:
        metrics = self._look.metrics
        self._name.setMinimumWidth(1)  # no name decides how wide the record must be
        self._top, self._under = QHBoxLayout(), QHBoxLayout()
        top = self._top
        top.setSpacing(metrics.gap)
        top.addWidget(self._name, 1)
        top.addWidget(self._edit, 1)
        top.addWidget(self._rename, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.jump, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self._under.setSpacing(metrics.gap)
        self._under.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.margin, metrics.section_gap, metrics.section_gap, metrics.block)
        column.setSpacing(metrics.heading_gap)
        column.addLayout(top)
        column.addWidget(self._chips)
        column.addWidget(self._line)
        column.addLayout(self._under)

    def event(self, event: QEvent) -> bool:
        """Let the buttons stand under the rest where they would leave the name too little room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place_buttons()
        return super().event(event)

    def _place_buttons(self) -> None:
        buttons = (self.jump, self.action)
        low = self._room_beside(buttons) < self._longest_word()
        if low == self._is_low:
            return
        self._is_low = low
        for place, button in enumerate(buttons):
            (self._top if low else self._under).removeWidget(button)
            if low:
                self._under.insertWidget(place, button)
            else:
                self._top.insertWidget(_BEFORE_BUTTONS + place, button, 0, Qt.AlignmentFlag.AlignTop)

    def _room_beside(self, buttons: Iterable[QWidget]) -> int:
        """How wide the name can be with the buttons beside it; the same for every section that is read."""
        metrics = self._look.metrics
        shown = sum(not button.isHidden() for button in buttons)
        taken = metrics.margin + metrics.section_gap + self._rename.sizeHint().width() + self._menu.sizeHint().width()
        return self.width() - taken - 2 * metrics.gap - shown * (metrics.px(_BUTTON_WIDTH) + metrics.gap)

    def _longest_word(self) -> int:
        return max(
            (line_width(self._look.theme, word, TextStyle.PAGE_TITLE) for word in self._name.text().split()), default=0
        )

    def show_read(self, read: Read, *, writable: bool, signs: Iterable[QWidget] = (), told: Prose = ()) -> None:
        """Show a record; `signs` stand after its chips, and `told` is said last in the line."""
        self._writable = writable
        called = self._called(read)
        self._name.set_prose((called,))
        self._name.setAccessibleName(called)
        if self._edit.isHidden():
            self._edit.setText(getattr(read.record, self._register.title_fields[0]) or "")
        self._show_pencil(read.record)
        action = self._papers.action_for(read.record)
        offered = action is not None and (writable or action.only_shows)
        self.action.setText(action.word_for(read.record) if action else "")
        self.action.setVisible(offered and not read.record.deleted)
        self._show_chips(read, signs)
        self._show_line(read, told)

    def _called(self, read: Read) -> str:
        """What stands large: what the record is called, or what its page says is read first."""
        told = (field_text(self._register, read, name) for name in self._head.names)
        return " · ".join(filter(None, told)) or read.label

    def _show_pencil(self, record: Record) -> None:
        """Say what the pencil changes: the name that is written here, or the field that the name is taken from."""
        self._rename.setVisible(self._writable)
        name = self._named_by = self._register.named_by(record)
        has_row = any(name in section.fields for section in self._register.sections)
        words = f"Ändra ”{self._register.label_of(record, name)}”" if has_row else _RENAME
        self._rename.setToolTip(words)
        self._rename.setAccessibleName(words)

    def edit_name(self) -> None:
        """Start editing the name."""
        if self._writable:
            self._name.hide()
            self._edit.show()
            self._edit.setFocus()
            self._edit.selectAll()

    def finish(self) -> None:
        """Keep the name that is being written."""
        if not self._edit.isHidden():
            self._leave_name(keep=True)

    def _leave_name(self, *, keep: bool) -> None:
        if self._edit.isHidden():
            return
        had_focus = self._edit.hasFocus()
        self._edit.hide()
        self._name.show()
        written = self._edit.text().strip()
        if keep and written and written != self._name.text():
            self.renamed.emit(written)
        else:
            self._edit.setText(self._name.text())
        if had_focus:
            self.left.emit()

    def _show_chips(self, read: Read, signs: Iterable[QWidget]) -> None:
        while (item := self._chip_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if read.record.deleted:
            self._chip_flow.addWidget(Chip(self._look, ChipKind.REMOVED, "I papperskorgen"))
        for name in self._head.chips:
            field = self._register.fields[name]
            code = getattr(read.record, name)
            if isinstance(field, Choice) and code:
                kind = chip_for(field.values, code) or ChipKind.PLAIN
                self._chip_flow.addWidget(Chip(self._look, kind, field_text(self._register, read, name)))
        values = [getattr(read.record, name) for name in self._head.classing]
        if any(values):
            confidentiality, integrity, availability = (int(value) if value else None for value in values)
            self._chip_flow.addWidget(ClassingCells(self._look, Classing(confidentiality, integrity, availability)))
        for sign in signs:
            self._chip_flow.addWidget(sign)
        self._chips.setVisible(self._chip_flow.count() > 0)

    def _show_line(self, read: Read, told: Prose) -> None:
        prose: list[str | Strong] = []
        for name in self._head.tells:
            text = field_text(self._register, read, name)
            if text:
                prose += [" · " if prose else "", f"{self._register.label_of(read.record, name)} ", Strong(text)]
        if told:
            prose += [" · " if prose else "", *told]
        self._line.set_prose(prose)
        self._line.setVisible(bool(prose))
