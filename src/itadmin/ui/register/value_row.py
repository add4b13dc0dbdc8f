"""One field on the record page: label, value, and – where it stands – its editor. Says what is wanted; never saves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from itadmin.domain.fields import Field, Rows
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editors import Editor
from itadmin.ui.register.said_below import SaidBelow
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.marks import MissingMark
from itadmin.ui.widgets.painting import draw_focus, fill_round

_PEN = 16
_WITHHELD = "delas inte"
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TOP = Qt.AlignmentFlag.AlignTop


class ValueRow(QWidget):
    """A field's row. `edit_wanted` asks for an editor or why there is none, `moved` to go a row up or down."""

    edit_wanted = Signal(str)
    moved = Signal(str, int)

    def __init__(self, look: Look, name: str, field: Field) -> None:
        super().__init__()
        self.name = name
        self.field = field
        self.editor: Editor | None = None
        self._look = look
        self._writable = True
        self._hovered = False
        self._text = ""
        self._view: QWidget | None = None
        self._called = field.label
        self._label = Label(look, field.label, ink=Ink.TEXT2, wrap=True)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._label, 0, 0, 1, 2 if isinstance(field, Rows) else 1, _TOP)
        self._grid.setColumnStretch(1, 1)
        self._fault, self._help = SaidBelow(look, self._grid, 2), SaidBelow(look, self._grid, 3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def is_editing(self) -> bool:
        """Whether the editor stands here now."""
        return self.editor is not None

    def show_label(self, label: str) -> None:
        """Call the field something else than its description does, as on records of some kinds."""
        if label != self._called:
            self._called = label
            self.show_fault(self.fault())
            self._name_aloud()

    def show_value(self, view: QWidget | None, text: str, *, writable: bool) -> None:
        """Show a value by its widget, or that it is missing."""
        self._writable = writable
        self._text = text
        self._put(view if view is not None else self._missing())
        self._name_aloud()
        self.setCursor(Qt.CursorShape.PointingHandCursor if writable else Qt.CursorShape.ArrowCursor)

    def _name_aloud(self) -> None:
        self.setAccessibleName(f"{self._called}: {self._text or 'saknas'}")

    def show_withheld(self) -> None:
        """Show that whose record it is does not share the value."""
        self._writable = False
        self._text = ""
        label = Label(self._look, _WITHHELD, ink=Ink.TEXT3)
        label.setContentsMargins(self._look.metrics.link_pad, 0, 0, 0)
        self._put(label)
        self.setAccessibleName(f"{self.field.label}: {_WITHHELD}")
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def open_editor(self, editor: Editor, *, take_focus: bool = True) -> None:
        """Put an editor where the value stands."""
        self.editor = editor
        self._put(editor)
        self._help.say(self.field.help)
        self._align(self._look.metrics.button)
        if take_focus:
            editor.setFocus()

    def close_editor(self) -> None:
        """Take the editor away; a value is shown right after."""
        self.editor = None
        self._drop()
        self._align(self._look.metrics.form_read)
        self.show_fault("")
        self._help.say("")

    def show_fault(self, sentence: str) -> None:
        """Say under the editor what is wrong; "" when nothing is."""
        self._fault.say(sentence, Ink.RED)
        self._label.setText(f"{self._called}\n● ändrat" if sentence else self._called)
        if self.editor is not None:
            self.editor.set_faulty(faulty=bool(sentence))

    def fault(self) -> str:
        """What is said to be wrong; "" when nothing is."""
        return self._fault.text

    def show_remark(self, sentence: str) -> None:
        """Say under the value what to think of."""
        if self.editor is None:
            self._help.say(sentence, Ink.AMBER, self._look.metrics.link_pad)

    def links(self) -> list[LinkButton]:
        """The links that the value holds."""
        is_value = self._view is not None and self.editor is None and bool(self._text)
        return self._view.findChildren(LinkButton) if is_value and self._view is not None else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 and typing open the editor, Ctrl+Enter follows the link, arrows go between rows."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self._follow if control else self._insist,
            Qt.Key.Key_Enter: self._follow if control else self._insist,
            Qt.Key.Key_F2: self._insist,
            Qt.Key.Key_Down: lambda: self.moved.emit(self.name, 1),
            Qt.Key.Key_Up: lambda: self.moved.emit(self.name, -1),
        }
        if self.editor is not None:
            super().keyPressEvent(event)
        elif event.key() in keys:
            keys[event.key()]()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif _is_typing(event):
            self._ask()
            if self.editor is not None:
                self.editor.begin_with(event)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the editor on a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.editor is None:
            self._ask()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask again on a double click where a click opened nothing."""
        if event.button() is Qt.MouseButton.LeftButton and self.editor is None and not self._writable:
            self._insist()
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to edit and copy the value, and to open what it leads to."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the value."""
        menu = QMenu(self)
        if self._writable:
            menu.addAction("Ändra", QKeySequence("F2"), self._ask)
        if self._text:
            menu.addAction("Kopiera värdet", QKeySequence(QKeySequence.StandardKey.Copy), self._copy)
        for link in self.links():
            action = QAction(f"Öppna {link.accessibleName()}".replace("&", "&&"), menu)
            action.triggered.connect(link.click)
            menu.addAction(action)
        return menu

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be edited."""
        self._hover(hovered=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing it."""
        self._hover(hovered=False)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hover with its pen, and the focus ring."""
        theme = self._look.theme
        if self.editor is not None or not (self._hovered or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 0.5, -1, -0.5)
        if self._hovered and self._writable:
            fill_round(painter, area, theme.metrics.radius_field, theme.tokens.hover)
            edge = theme.metrics.icon(_PEN)
            place = QRectF(self.width() - edge - theme.metrics.gap, theme.metrics.tight, edge, edge)
            theme.icons.draw(painter, "edit", _PEN, place, theme.tokens.text3)
        if self.hasFocus():
            draw_focus(painter, theme, area, theme.metrics.radius_field)
        painter.end()

    def _ask(self) -> None:
        if self._writable:
            self.edit_wanted.emit(self.name)

    def _insist(self) -> None:
        self.edit_wanted.emit(self.name)

    def _follow(self) -> None:
        for link in self.links()[:1]:
            link.click()

    def _copy(self) -> None:
        if self._text:
            QGuiApplication.clipboard().setText(self._text)

    def _hover(self, *, hovered: bool) -> None:
        self._hovered = hovered
        self.update()

    def view(self) -> QWidget | None:
        """What the value is shown with now; None while it is edited."""
        return self._view if self.editor is None else None

    def _put(self, widget: QWidget) -> None:
        if widget is self._view:
            return
        self._drop()
        self._view = widget
        widget.setMinimumHeight(self._look.metrics.form_read)
        if isinstance(self.field, Rows):
            self._grid.addWidget(widget, 1, 0, 1, 2)
        else:
            self._grid.addWidget(widget, 0, 1, _TOP)
        widget.show()

    def _drop(self) -> None:
        """Take away what stands where the value does."""
        if self._view is not None:
            self._grid.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def _missing(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(self._look.metrics.link_pad, 0, 0, 0)
        row.addWidget(MissingMark(self._look))
        if self._writable:
            fill = LinkButton(self._look, "Fyll i")
            fill.setAccessibleName(f"Fyll i {self.field.label.lower()}")
            fill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            fill.clicked.connect(self._ask)
            row.addWidget(fill)
        row.addStretch(1)
        return holder

    def _dress(self) -> None:
        metrics = self._look.metrics
        self._grid.setContentsMargins(metrics.gap, 0, metrics.margin, 0)
        self._grid.setHorizontalSpacing(metrics.gap)
        self._grid.setVerticalSpacing(metrics.tight // 2)
        if not isinstance(self.field, Rows):
            self._label.setFixedWidth(metrics.label)
        if self._view is not None:
            self._view.setMinimumHeight(metrics.form_read)
        self._align(metrics.form_read if self.editor is None else metrics.button)

    def _align(self, height: int) -> None:
        """Let the label's first line stand beside that of a value or an editor of this height."""
        spare = 0 if isinstance(self.field, Rows) else max(height - self._look.metrics.line, 0)
        self._label.setContentsMargins(0, spare // 2, 0, spare - spare // 2)


def _is_typing(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _COMMANDS
