"""Sentences with some words in bold, wrapped to the width they get. Plain text throughout, no markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import make_plain

_LINE_SEPARATOR = "\u2028"
_COMFORTABLE = 420


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold."""

    text: str


Prose = Sequence[str | Strong]


def plain_text(prose: Prose) -> str:
    """Give the words without their weight."""
    return "".join(run.text if isinstance(run, Strong) else run for run in prose)


class ProseLabel(QLabel):
    """Shows prose. Its accessible text, and its `text()`, is the prose without weights."""

    def __init__(
        self,
        look: Look,
        prose: Prose = (),
        style: TextStyle = TextStyle.TEXT,
        ink: Ink = Ink.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._prose: tuple[str | Strong, ...] = ()
        self._style = style
        self._ink = ink
        self._laid_out: tuple[int, QTextLayout] | None = None
        make_plain(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._lay_out_again)
        self.set_prose(prose)

    def set_prose(self, prose: Prose) -> None:
        """Show other sentences."""
        self._prose = tuple(prose)
        self.setText(plain_text(prose))
        self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        """Be as high as the wrapped text."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the text when it is wrapped to `width`."""
        return self._high(self._layout_for(width))

    def sizeHint(self) -> QSize:
        """Want one line, or a comfortable measure when the text is longer than that."""
        layout = self._layout_for(self._look.metrics.px(_COMFORTABLE))
        width = max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)
        return QSize(round(width + 0.5) + 1, self._high(layout))

    def minimumSizeHint(self) -> QSize:
        """Give way in width; the height follows."""
        line = round(self._look.fonts.metrics(self._style).height())
        return QSize(min(self.sizeHint().width(), 8 * line), line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            painter.setPen(QColor(self._look.tokens.ink(self._ink)))
            layout = self._layout_for(self.width())
            spare = max(self.height() - layout.boundingRect().height(), 0)
            top = max(round(spare / 2), self._above())
            layout.draw(painter, QPointF(0, top))

    def _high(self, layout: QTextLayout) -> int:
        return ceil(layout.boundingRect().height()) + self._above()

    def _above(self) -> int:
        """What rises above the first line."""
        return ceil(self._look.fonts.overshoot(self._style))

    def _lay_out_again(self) -> None:
        self._laid_out = None
        self.updateGeometry()
        self.update()

    def _layout_for(self, width: int) -> QTextLayout:
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, self._lay_out(width))
        return self._laid_out[1]

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", _LINE_SEPARATOR), self._look.fonts.font(self._style))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._bold_ranges())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _bold_ranges(self) -> list[QTextLayout.FormatRange]:
        bold = QTextCharFormat()
        strong = TextStyle.STRONG if self._style is TextStyle.TEXT else TextStyle.SECOND_STRONG
        bold.setFont(self._look.fonts.font(strong))
        ranges: list[QTextLayout.FormatRange] = []
        start = 0
        for run in self._prose:
            length = len(plain_text((run,)).encode("utf-16-le")) // 2
            if isinstance(run, Strong):
                piece = QTextLayout.FormatRange()
                piece.start = start
                piece.length = length
                piece.format = bold
                ranges.append(piece)
            start += length
        return ranges
