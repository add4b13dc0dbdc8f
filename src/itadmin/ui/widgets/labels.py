"""Labels of plain text in a style and an ink of the look, whole or elided.

User text is never read as markup: neither on the label nor in its tooltip.
"""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.painting import draw_text, line_width, one_line
from itadmin.ui.widgets.tooltips import as_tooltip

_FEW_LETTERS = "MMMM…"


def make_plain(label: QLabel) -> None:
    """Let a label show its text letter by letter and underline nothing for shortcuts."""
    label.setTextFormat(Qt.TextFormat.PlainText)


class Label(QLabel):
    """Plain text. `wrap` lets it take several lines; `selectable` lets it be marked and copied, also by keyboard."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: TextStyle = TextStyle.TEXT,
        ink: Ink = Ink.TEXT,
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._ink = ink
        make_plain(self)
        self.setText(text)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags)
        look.changed.connect(self._dress)
        self._dress()

    def set_ink(self, ink: Ink) -> None:
        """Write in another colour."""
        self._ink = ink
        self._dress()

    def sizeHint(self) -> QSize:
        """Want room for what rises above the letters too."""
        return super().sizeHint() + QSize(0, self._above())

    def minimumSizeHint(self) -> QSize:
        """Give way in width only."""
        return super().minimumSizeHint() + QSize(0, self._above())

    def heightForWidth(self, width: int) -> int:
        """Give the height of the text when it is wrapped to `width`; -1 for text that is not wrapped."""
        height = super().heightForWidth(width)
        return height + self._above() if height >= 0 else height

    def _above(self) -> int:
        fonts = self._look.fonts
        return fonts.height(self._style) - ceil(fonts.metrics(self._style).height())

    def _dress(self) -> None:
        self.setFont(self._look.fonts.font(self._style))
        palette = QPalette(self.palette())
        colour = QColor(self._look.tokens.ink(self._ink))
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        palette.setColor(QPalette.ColorRole.Text, colour)
        self.setPalette(palette)


class ElidedLabel(QLabel):
    """Plain text on one line that gives way when it is narrow; the tooltip then has it all."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: TextStyle = TextStyle.TEXT,
        ink: Ink = Ink.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._ink = ink
        make_plain(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        look.changed.connect(self._on_look_changed)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self._renew_tooltip()

    def shown_text(self) -> str:
        """Give the text as it stands on the label now."""
        return one_line(self._look.theme, self.text(), self._style, self.width())

    def sizeHint(self) -> QSize:
        """Want room for the whole text."""
        width = line_width(self._look.theme, self.text(), self._style)
        return QSize(width, self._look.fonts.height(self._style))

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), line_width(self._look.theme, _FEW_LETTERS, self._style)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the tooltip is needed at this width."""
        super().resizeEvent(event)
        self._renew_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        ink = theme.tokens.ink(self._ink) if self.isEnabled() else theme.tokens.disabled
        with QPainter(self) as painter:
            draw_text(painter, theme, QRectF(self.rect()), self.text(), self._style, ink)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self._renew_tooltip()
        self.update()

    def _renew_tooltip(self) -> None:
        whole = self.shown_text() == self.text()
        self.setToolTip("" if whole else as_tooltip(self.text()))
