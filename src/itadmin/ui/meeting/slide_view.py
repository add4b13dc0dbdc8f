"""One page of a meeting in type that is read from across a room. What does not fit is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.meeting.slides import Slide
from itadmin.ui.widgets.labels import Label

_WIDEST = 1400
_USUAL = (1280, 720)
_MOST_GROWN = 2.0


class SlideView(QScrollArea):
    """Shows a page. It is read out as a whole, and never has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._slide: Slide | None = None
        self.kicker = Label(look, "", TextStyle.LIST_TITLE, Ink.ACCENT, wrap=True)
        self.title = Label(look, "", TextStyle.SHOWN_TITLE, wrap=True)
        self.lead = Label(look, "", TextStyle.SHOWN, wrap=True)
        self.lines: list[Label] = []
        self._inside = QWidget()
        for ground in (self, self._inside, self.viewport()):
            set_property(ground, "ground", "surface")
        self._column = QVBoxLayout(self._inside)
        for part in (self.kicker, self.title, self.lead):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._inside)
        look.changed.connect(self._renew)
        self._fit()

    def show_slide(self, slide: Slide) -> None:
        """Show another page from its top."""
        self._slide = slide
        self.kicker.setText(slide.kicker)
        self.title.setText(slide.title)
        self.lead.setText(slide.lead)
        for label in self.lines:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.lines = [
            Label(self._look, f"{slide.mark}{line}", TextStyle.SHOWN, Ink.TEXT2, wrap=True) for line in slide.lines
        ]
        for label in self.lines:
            self._column.insertWidget(self._column.count() - 1, label)
            label.show()
        self.setAccessibleName(". ".join((slide.kicker, slide.title, slide.lead, *slide.lines)))
        self._fit()
        self.verticalScrollBar().setValue(0)

    def move_text(self, by: int) -> None:
        """Move what is shown by some lines of text."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * round(self._look.fonts.metrics(TextStyle.SHOWN).height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to be read."""
        super().resizeEvent(event)
        self._fit()

    def _renew(self) -> None:
        """Show the page anew in another look."""
        if self._slide is not None:
            self.show_slide(self._slide)

    def _fit(self) -> None:
        """Stand in the middle with letters that follow the size of the screen, no higher than the text is then."""
        metrics, room = self._look.metrics, self.viewport().size()
        grown = min(room.width() / _USUAL[0], room.height() / _USUAL[1]) / metrics.text_factor
        grown = min(max(grown, 1.0), _MOST_GROWN)
        for label, style in (
            (self.kicker, TextStyle.LIST_TITLE),
            (self.title, TextStyle.SHOWN_TITLE),
            *((label, TextStyle.SHOWN) for label in (self.lead, *self.lines)),
        ):
            label.setFont(self._look.fonts.grown(style, grown))
        beside = max((room.width() - round(metrics.px(_WIDEST) * grown)) // 2, 2 * metrics.margin)
        self._column.setContentsMargins(beside, 2 * metrics.margin, beside, metrics.margin)
        self._column.setSpacing(metrics.section_gap)
        self._inside.setMinimumHeight(self._column.totalHeightForWidth(room.width()))
