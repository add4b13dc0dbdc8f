"""What stands where a list or a page is still empty: an icon, what it is for, and what to do about it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label

_NOMINAL = 32


class IconPicture(QWidget):
    """An icon as a picture, without meaning of its own."""

    def __init__(
        self, look: Look, icon: str, nominal: int, ink: Ink = Ink.TEXT3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._nominal = nominal
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be a square that follows the text size."""
        return self._look.icons.size(self._nominal)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        with QPainter(self) as painter:
            theme.icons.draw(painter, self._icon, self._nominal, QRectF(self.rect()), theme.tokens.ink(self._ink))


class EmptyState(QWidget):
    """An empty place with one filled and one plain button, either of which may be left out by an empty word."""

    primary_chosen = Signal()
    plain_chosen = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        title: str,
        sentence: str,
        *,
        primary: str = "",
        plain: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(look, title, TextStyle.SIDE_HEADING)
        self._sentence = Label(look, sentence, ink=Ink.TEXT2, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._primary = Button(look, primary, ButtonKind.PRIMARY, "add")
        self._plain = Button(look, plain)
        self._primary.clicked.connect(self._on_primary)
        self._plain.clicked.connect(self._on_plain)
        metrics = look.metrics
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap)
        buttons.addStretch(1)
        buttons.addWidget(self._plain)
        buttons.addWidget(self._primary)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.margin, metrics.margin, metrics.margin, metrics.margin)
        column.setSpacing(metrics.tight)
        column.addStretch(1)
        column.addWidget(IconPicture(look, icon, _NOMINAL), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(metrics.tight)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addSpacing(metrics.gap)
        column.addLayout(buttons)
        column.addStretch(1)
        self._primary.setVisible(bool(primary))
        self._plain.setVisible(bool(plain))
        self.setFocusProxy(self._primary if primary else self._plain)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else, as when a filter is what makes the list empty."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def _on_primary(self) -> None:
        self.primary_chosen.emit()

    def _on_plain(self) -> None:
        self.plain_chosen.emit()
