"""The strip of figures over the work list: systems, agreements, how complete, what they cost, and goals if any."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from itadmin.domain.money import NBSP, grouped
from itadmin.services.attention import Figures
from itadmin.services.goals.words import overview_words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.widgets.labels import ElidedLabel, Label

_LEAST_CELL = 165
_KRONA = 100
_THOUSAND = 1_000 * _KRONA
_MILLION = 1_000 * _THOUSAND

Told = tuple[str, str]


class FigureStrip(QWidget):
    """Figures beside each other, on as many lines as it takes. Each is read as one text.

    `goals_wanted` is said when the figure of goals is followed.
    """

    goals_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cells = [_Cell(look) for _figure in range(4)]
        self._goals = _LinkCell(look)
        self._goals.hide()
        self._goals.link.clicked.connect(self.goals_wanted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arranged = (0, 0)
        look.changed.connect(self._arrange)
        self._arrange()

    def show_figures(self, figures: Figures) -> None:
        """Show figures."""
        for cell, (large, words) in zip(self._cells, told(figures), strict=True):
            cell.show_words(large, words)
        if figures.goals:
            self._goals.show_words(*overview_words(each.standing for each in figures.goals))
        self._goals.setVisible(bool(figures.goals))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take fewer beside each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        metrics = self._look.metrics
        cells: list[QWidget] = [*self._cells, *(() if self._goals.isHidden() else (self._goals,))]
        room = self.width() // metrics.px(_LEAST_CELL)
        across = len(cells) if room >= len(cells) else max(2, min(room, len(cells) - 2))
        self._grid.setHorizontalSpacing(metrics.section_gap)
        self._grid.setVerticalSpacing(metrics.gap)
        if (across, len(cells)) == self._arranged:
            return
        self._arranged = (across, len(cells))
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, number // across, number % across, Qt.AlignmentFlag.AlignTop)
        for column in range(len(cells)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)


class _Cell(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._large = Label(look, "", TextStyle.LIST_TITLE)
        self._words = ElidedLabel(look, "", TextStyle.SECOND, Ink.TEXT2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._large)
        column.addWidget(self._words)

    def show_words(self, large: str, words: str) -> None:
        self._large.setText(large)
        self._words.setText(words)
        self.setAccessibleName(f"{large} {words}")


class _LinkCell(QWidget):
    """A figure whose words lead further."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._large = Label(look, "", TextStyle.LIST_TITLE)
        self._large.setIndent(look.metrics.link_pad)
        self.link = ElidedLink(look, "", TextStyle.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._large)
        column.addWidget(self.link)

    def show_words(self, large: str, words: str) -> None:
        self._large.setText(large)
        self.link.set_words(words)
        self.link.setAccessibleName(f"{large} {words}")


def told(figures: Figures) -> tuple[Told, Told, Told, Told]:
    """The figures and what they are of."""
    share = figures.complete_percent
    return (
        (grouped(figures.systems), f"system, varav {grouped(figures.in_operation)} i drift"),
        (
            grouped(figures.agreements_in_force),
            f"gällande avtal, {grouped(figures.agreements_ending)} slutar inom 1 år",
        ),
        ("–" if share is None else f"{share}{NBSP}%", "kompletta system och avtal"),
        (short_kronor(figures.yearly_cost), "om året i gällande avtals priser"),
    )


def short_kronor(ore: int) -> str:
    """An amount in öre as one says it: "4,2 mnkr", "850 tkr", "0 kr"."""
    if abs(ore) >= _MILLION:
        tenths = round(ore / (_MILLION // 10))
        return f"{grouped(tenths // 10)},{tenths % 10}{NBSP}mnkr"
    if abs(ore) >= _THOUSAND:
        return f"{grouped(round(ore / _THOUSAND))}{NBSP}tkr"
    return f"{grouped(round(ore / _KRONA))}{NBSP}kr"
