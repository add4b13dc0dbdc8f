"""Colours, text size and where a register opens, changed at once so that one sees what one chooses. Keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QSlider, QWidget

from itadmin.ui import texts_document as texts
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import GREATEST_FACTOR, LEAST_FACTOR, Look, Scheme
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (460, 0)
_STEP = 10
_RESTING = 200
"""Milliseconds that the slider rests before all that is shown is set anew, so that several steps are one."""
_USUAL = 100
_SCHEMES = (
    (Scheme.SYSTEM, "Som datorn"),
    (Scheme.LIGHT, "Ljusa"),
    (Scheme.DARK, "Mörka"),
)
_CONTRAST = "Hög kontrast är påslagen i datorn. Då används datorns egna färger, vad du än väljer här."


class AppearanceDialog(SheetDialog):
    """What the user may choose of the look. Escape and *Stäng* leave it as it is shown.

    `opening_chosen` gives whether a register is to open where one was, which it does now if `opens_where_left`.
    """

    opening_chosen = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None, *, opens_where_left: bool = False) -> None:
        super().__init__(look, "Utseende", _SIZE, parent)
        self.schemes = {scheme: QRadioButton(word) for scheme, word in _SCHEMES}
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.percent = Label(look, "", TextStyle.NAME)
        self.usual = Button(look, "Vanlig storlek", ButtonKind.QUIET)
        self.opening = QCheckBox("Öppna där jag var, i stället för på Kräver åtgärd")
        self.opening.setChecked(opens_where_left)
        self._group = QButtonGroup(self)
        self._contrast = Label(look, _CONTRAST, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit)
        self._take_later = QTimer(self, singleShot=True, interval=_RESTING)
        self._build()
        self._show()
        self.schemes[look.scheme].setFocus()
        look.changed.connect(self._show)

    def _build(self) -> None:
        self.body.addWidget(Label(self.look, "Färger", TextStyle.SIDE_HEADING))
        for scheme, button in self.schemes.items():
            button.setAccessibleName(f"Färger: {button.text()}")
            button.clicked.connect(lambda _checked, chosen=scheme: self.look.set_scheme(chosen))
            self._group.addButton(button)
            self.body.addWidget(button)
        self.body.addWidget(self._contrast)
        self.body.addWidget(Label(self.look, "Textens storlek", TextStyle.SIDE_HEADING))
        self.size_slider.setRange(round(LEAST_FACTOR * 100), round(GREATEST_FACTOR * 100))
        self.size_slider.setSingleStep(_STEP)
        self.size_slider.setPageStep(2 * _STEP)
        self.size_slider.setTracking(False)
        self.size_slider.setAccessibleName("Textens storlek i procent")
        self.size_slider.sliderMoved.connect(lambda percent: self._tell(_whole_step(percent)))
        self.size_slider.valueChanged.connect(self._on_size)
        self._take_later.timeout.connect(self._take_size)
        self.finished.connect(self._take_size)
        self.usual.clicked.connect(lambda: self.look.set_text_factor(1.0))
        row = QHBoxLayout()
        row.setSpacing(self.look.metrics.block)
        for part, stretch in ((self.size_slider, 1), (self.percent, 0), (self.usual, 0)):
            row.addWidget(part, stretch)
        self.body.addLayout(row)
        self.body.addWidget(Label(self.look, "När ett register öppnas", TextStyle.SIDE_HEADING))
        self.body.addWidget(self.opening)
        self.opening.toggled.connect(self.opening_chosen)
        self.body.addStretch(1)
        self.add_close()

    def _show(self) -> None:
        """Show what holds now, whoever changed it."""
        percent = round(self.look.text_factor * 100)
        self.schemes[self.look.scheme].setChecked(True)
        with QSignalBlocker(self.size_slider):
            self.size_slider.setValue(percent)
        self._tell(percent)
        self.usual.setEnabled(percent != _USUAL)
        self._contrast.setVisible(self.look.tokens.contrast)
        self._fit_later.start()

    def _on_size(self, percent: int) -> None:
        self._tell(_whole_step(percent))
        self._take_later.start()

    def _take_size(self) -> None:
        self._take_later.stop()
        percent = _whole_step(self.size_slider.value())
        if percent != round(self.look.text_factor * _USUAL):
            self.look.set_text_factor(percent / _USUAL)
        else:
            self._show()

    def _tell(self, percent: int) -> None:
        self.percent.setText(texts.percent(percent / 100))

    def _fit(self) -> None:
        """Be as wide and as high as what is told takes with letters of this size."""
        if self.isVisible():
            self.resize(self.minimumWidth(), self.rows.totalHeightForWidth(self.minimumWidth()))


def _whole_step(percent: int) -> int:
    return round(percent / _STEP) * _STEP
