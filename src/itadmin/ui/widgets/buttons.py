"""Buttons: with a word, as an icon alone, and as a link in running text.

They follow the look by themselves and always show where the focus is. What they do is the caller's affair.
"""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QToolButton, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.painting import draw_focus, line_width

_RING_INSET = 3


class ButtonKind(Enum):
    """How strongly a button stands out. A screen has one primary button at most."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


def _is_press(button: QWidget, event: QKeyEvent) -> bool:
    """Whether a key presses a button as Space does: Enter, outside dialogs, where it is the dialog's to give on."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(button.window(), QDialog)


class Button(QPushButton):
    """A button with a word and, if `icon` names one, an icon before it."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind = kind
        self._icon_name = icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_property(self, "kind", kind.value)
        set_property(self, "small", "true" if small else "false")
        look.changed.connect(self._dress)
        self._dress()

    def set_kind(self, kind: ButtonKind) -> None:
        """Stand out more or less."""
        self._kind = kind
        set_property(self, "kind", kind.value)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too."""
        if _is_press(self, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the ring that can be seen on a filled button."""
        super().paintEvent(event)
        theme = self._look.theme
        if self._kind is not ButtonKind.PRIMARY or not self.hasFocus() or theme.tokens.contrast:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside = QRectF(self.rect()).adjusted(_RING_INSET, _RING_INSET, -_RING_INSET, -_RING_INSET)
            draw_focus(painter, theme, inside, theme.metrics.radius_button - 2, theme.tokens.on_accent)

    def _dress(self) -> None:
        tokens = self._look.tokens
        primary = self._kind is ButtonKind.PRIMARY
        self.setFont(self._look.fonts.font(TextStyle.BUTTON if primary else TextStyle.TEXT))
        if not self._icon_name:
            self.setIcon(QIcon())
        else:
            inks = {ButtonKind.PRIMARY: tokens.on_accent, ButtonKind.QUIET: tokens.accent}
            ink = tokens.text if tokens.contrast else inks.get(self._kind, tokens.text2)
            self.setIconSize(self._look.icons.size_before_word())
            self.setIcon(self._look.icons.icon_before_word(self._icon_name, ink))


class IconButton(QToolButton):
    """An icon alone, for the few things that everyone knows; its name is in the tooltip with the shortcut."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        shortcut: QKeySequence | None = None,
        *,
        nominal: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._nominal = nominal
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
        self.setToolTip(f"{name} ({keys})" if keys else name)
        look.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too."""
        if _is_press(self, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setIconSize(self._look.icons.size(self._nominal))
        self.setIcon(self._look.icons.icon(self._icon_name, self._nominal))


class LinkButton(QPushButton):
    """A word that leads somewhere.

    The letters begin `metrics.link_pad` pixels from its left edge, where the focus ring has its place.
    """

    def __init__(
        self, look: Look, text: str, style: TextStyle = TextStyle.TEXT, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._words = text
        set_property(self, "kind", "link")
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(text)
        look.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too."""
        if _is_press(self, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_words(self, text: str) -> None:
        """Show `text` letter by letter: an ampersand is an ampersand, not a shortcut."""
        self._words = text
        self.setAccessibleName(text)
        self.setText(text.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        """Be as high as a line and as wide as the words."""
        theme = self._look.theme
        height = theme.fonts.height(self._style)
        width = line_width(theme, self._words, self._style)
        return QSize(width + 2 * theme.metrics.link_pad, height + theme.metrics.tight)

    def _dress(self) -> None:
        self.setFont(self._look.fonts.font(self._style))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(self._look.tokens.accent))
        self.setPalette(palette)
        self.updateGeometry()
