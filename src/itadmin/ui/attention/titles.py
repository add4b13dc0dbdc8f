"""The title of the start page, with the day and how much there is to do under it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.attention import BAND_WORDS, Band
from itadmin.domain.calendar import MONTHS, weekday_name
from itadmin.domain.money import grouped
from itadmin.domain.text import small_initial
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import ElidedLabel, Label

TITLE = "Kräver åtgärd"


class Titles(QWidget):
    """The two lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.under = ElidedLabel(look, "", TextStyle.TEXT, Ink.TEXT2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, TITLE, TextStyle.PAGE_TITLE))
        column.addWidget(self.under)

    def tell(self, day: date, number: int = 0, late: int = 0, soon: int = 0, whole: int = 0) -> None:
        """Tell the day, how many lines there are – of the `whole` –, and how many are late or due within 30 days."""
        self.under.setText(under_title(day, number, late, soon, whole))


def points(number: int) -> str:
    """How many lines there are."""
    return f"{grouped(number)} punkt" if number == 1 else f"{grouped(number)} punkter"


def under_title(today: date, number: int, late: int, soon: int, whole: int = 0) -> str:
    """The day and how much there is to do, with what the counter in the navigation adds up.

    Where not all is shown it says of how much.
    """
    told = [f"{weekday_name(today)} {today.day} {MONTHS[today.month - 1]} {today.year}"]
    bands = ((late, Band.FORSENAT), (soon, Band.INOM_30_DAGAR))
    if number < whole:
        told += [f"{grouped(number)} av {points(whole)}"]
    elif number:
        told += [points(number)]
    told += [f"{grouped(many)} {small_initial(BAND_WORDS[band])}" for many, band in bands if many]
    return " · ".join(told)
