"""How a row of the work list looks, and which part of it is pressed. Draws what the model says; does nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from itadmin.domain.calculations.attention import BAND_WORDS, Band
from itadmin.domain.registers import REGISTERS
from itadmin.ui.attention import words
from itadmin.ui.attention.model import Index, WorkModel
from itadmin.ui.attention.row_places import Columns, Part, RowPlaces, columns, row_places
from itadmin.ui.attention.rows import BandRow, FoldRow, LineRow
from itadmin.ui.attention.wrapping import Wrapping
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.marks import draw_missing
from itadmin.ui.widgets.painting import CENTRE, draw_text, fill_round, line_width, outline_round, pen
from itadmin.ui.widgets.row_ground import RowHolder, draw_row_ground
from itadmin.ui.widgets.tooltips import as_tooltip

_MOST_LINES, _MOST_OF_WHO = 6, 2
_ICON, _SIGN = 20, 16
_BANDS = {
    Band.FORSENAT: ("error_circle", Ink.RED),
    Band.INOM_30_DAGAR: ("clock", Ink.AMBER),
    Band.INOM_6_MANADER: ("calendar", Ink.TEXT),
    Band.SENARE: ("calendar", Ink.TEXT2),
}
_DAY_INKS = {Band.FORSENAT: Ink.RED, Band.INOM_30_DAGAR: Ink.AMBER}
_SIGNS = {Part.REST: "snooze", Part.HANDLED: "checkmark", Part.MORE: "more_horizontal"}
_HINTS = {Part.REST: "Låt vila… (Z)", Part.HANDLED: "Markera som hanterad (H)", Part.MORE: "Mer"}


class WorkDelegate(QStyledItemDelegate):
    """Draws the rows of `view`, which says what is chosen and under the pointer. `pressed` gives index and `Part`."""

    pressed = Signal(object, object)

    def __init__(self, look: Look, view: QListView, holder: RowHolder, model: WorkModel) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._holder = holder
        self._model = model
        self._wrapping = Wrapping(_MOST_LINES)
        self._who = Wrapping(_MOST_OF_WHO)
        self._columns: tuple[Theme, int, Columns] | None = None
        self._held: tuple[QPersistentModelIndex, Part] | None = None
        model.modelReset.connect(self.forget_columns)

    @property
    def _theme(self) -> Theme:
        return self._look.theme

    def forget_columns(self) -> None:
        """Divide the width anew, for other buttons."""
        self._columns = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the name and the reason take at the width of the list."""
        theme, row = self._theme, self._model.row(index.row())
        metrics, width = theme.metrics, self._view.viewport().width()
        if not isinstance(row, (LineRow, FoldRow)):
            return QSize(width, metrics.section_head + metrics.tight)
        at = self._divided(width)
        lines = self._wrapping.lines(theme, self._reason(row, at), self._words_width(at))
        return QSize(width, metrics.line + max(len(lines), 1) * (metrics.second_line + 1) + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, BandRow):
            self._draw_band(painter, QRectF(option.rect), row)
        elif row is not None:
            draw_row_ground(painter, self._theme, self._holder, option, index.row())
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_row(painter, option, row, chosen=chosen, current=self._holder.is_current(index.row()))
        painter.restore()

    def part_at(self, index: Index, place: QPointF) -> Part | None:
        """Which part of a row is at a place in the view."""
        row = self._model.row(index.row())
        if not isinstance(row, (LineRow, FoldRow)):
            return None
        return self._places(QRectF(self._view.visualRect(index)), row, signs=self._has_signs(index.row())).part_at(
            place
        )

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Press a part: held down and let go on the same one."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            part = self.part_at(index, event.position())
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                self._held = (QPersistentModelIndex(index), part) if part is not None else None
                return part is not None
            if event.type() == QEvent.Type.MouseButtonRelease:
                held, self._held = self._held, None
                if held is not None and held[0] == index and held[1] is part:
                    self.pressed.emit(model.index(index.row(), 0), part)
                    return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say what a sign does, and the whole of what is elided."""
        part, row = self.part_at(index, QPointF(event.pos())), self._model.row(index.row())
        text = _HINTS.get(part, "") if part is not None else ""
        if not text and isinstance(row, (LineRow, FoldRow)):
            text = self._elided(row)
        if not text:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), as_tooltip(text), view)
        return True

    def _elided(self, row: LineRow | FoldRow) -> str:
        at = self._divided(self._view.viewport().width())
        name, reason, width = words.name_of(row), self._reason(row, at), self._words_width(at)
        who = row.line.responsible if isinstance(row, LineRow) and at.who[1] else ""
        fits = line_width(self._theme, name, TextStyle.BUTTON) <= width
        fits = fits and self._wrapping.is_whole(self._theme, reason, width)
        fits = fits and self._who.is_whole(self._theme, who, at.who[1] - self._theme.metrics.gap)
        return "" if fits else "\n".join(part for part in (name, reason, who) if part)

    def _has_signs(self, number: int) -> bool:
        row = self._model.row(number)
        is_marked = isinstance(row, LineRow) and row.mark is not None
        return self._model.can_act and not is_marked and self._holder.is_current(number)

    def _divided(self, width: int) -> Columns:
        if self._columns is None or self._columns[:2] != (self._theme, width):
            self._columns = (self._theme, width, columns(self._theme, width, self._model.buttons()))
        return self._columns[2]

    def _places(self, rect: QRectF, row: LineRow | FoldRow, *, signs: bool) -> RowPlaces:
        at = self._divided(round(rect.width()))
        folds = isinstance(row, FoldRow)
        return row_places(self._theme, at, rect, self._model.button(row), folds=folds, signs=signs)

    def _words_width(self, at: Columns) -> float:
        return at.words[1] - self._theme.metrics.section_gap

    def _reason(self, row: LineRow | FoldRow, at: Columns) -> str:
        return words.beside_reason(row, self._model.today, day=not at.day[1], who=not at.who[1])

    def _draw_band(self, painter: QPainter, rect: QRectF, row: BandRow) -> None:
        theme = self._theme
        tokens, metrics = theme.tokens, theme.metrics
        icon, ink_name = _BANDS[row.band]
        ink = tokens.ink(ink_name)
        line = QRectF(rect.left(), rect.bottom() - metrics.hairline, rect.width(), metrics.hairline)
        painter.fillRect(line, pen(tokens.line2).color())
        edge = metrics.icon(_SIGN)
        place = QRectF(rect.left() + metrics.cell_left, rect.top(), edge, rect.height())
        theme.icons.draw(painter, icon, _SIGN, place, ink)
        left = place.right() + metrics.gap
        name = BAND_WORDS[row.band]
        wide = line_width(theme, name, TextStyle.STRONG)
        draw_text(painter, theme, QRectF(left, rect.top(), wide, rect.height()), name, TextStyle.STRONG, ink)
        number = QRectF(left + wide + metrics.gap, rect.top(), rect.right() - left - wide, rect.height())
        draw_text(painter, theme, number, str(row.number), TextStyle.SECOND, tokens.text3)

    def _draw_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: LineRow | FoldRow, *, chosen: bool, current: bool
    ) -> None:
        theme = self._theme
        at = self._divided(option.rect.width())
        signs = current and self._has_signs(self._view.currentIndex().row())
        places = self._places(QRectF(option.rect), row, signs=signs)
        self._draw_icon(painter, places.icon, row)
        self._draw_words(painter, places.words, row, at)
        if at.day[1]:
            self._draw_day(painter, places.day, row)
        if at.who[1] and isinstance(row, LineRow):
            self._draw_who(painter, places.who, row)
        primary = chosen and current and self._holder.has_focus()
        for part, rect in places.pressed.items():
            if part is Part.BUTTON:
                self._draw_button(painter, rect, self._model.button(row), primary=primary)
            elif part in _SIGNS:
                theme.icons.draw(painter, _SIGNS[part], _SIGN, rect, theme.tokens.text2)

    def _draw_icon(self, painter: QPainter, rect: QRectF, row: LineRow | FoldRow) -> None:
        theme = self._theme
        if isinstance(row, LineRow):
            theme.icons.draw(painter, REGISTERS[row.line.register].icon, _ICON, rect, theme.tokens.text2)
            return
        painter.save()
        painter.translate(rect.center())
        painter.rotate(0 if row.is_open else -90)
        edge = theme.metrics.icon(_SIGN)
        theme.icons.draw(painter, "chevron_down", _SIGN, QRectF(-edge / 2, -edge / 2, edge, edge), theme.tokens.text2)
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRectF, row: LineRow | FoldRow, at: Columns) -> None:
        theme = self._theme
        tokens, first, second = theme.tokens, theme.metrics.line + 2, theme.metrics.second_line + 1
        lines = self._wrapping.lines(theme, self._reason(row, at), self._words_width(at))
        top = round(rect.center().y() - (first + len(lines) * second) / 2)
        name = QRectF(rect.left(), top, rect.width(), first)
        draw_text(painter, theme, name, words.name_of(row), TextStyle.BUTTON, tokens.text)
        for number, text in enumerate(lines):
            place = QRectF(rect.left(), top + first + number * second, rect.width(), second)
            draw_text(painter, theme, place, text, TextStyle.SECOND, tokens.text2)

    def _draw_day(self, painter: QPainter, rect: QRectF, row: LineRow | FoldRow) -> None:
        theme = self._theme
        day, beside = words.told_days(row, self._model.today)
        first, second = theme.metrics.line + 2, theme.metrics.second_line + 1
        top = round(rect.center().y() - (first + second) / 2)
        marked = isinstance(row, LineRow) and row.mark is not None
        ink = Ink.TEXT2 if marked else _DAY_INKS.get(row.lines[0].band, Ink.TEXT2)
        place = QRectF(rect.left(), top, rect.width(), first)
        draw_text(painter, theme, place, day, TextStyle.TEXT, theme.tokens.text)
        place.moveTop(top + first)
        place.setHeight(second)
        draw_text(painter, theme, place, beside, TextStyle.SECOND, theme.tokens.ink(ink))

    def _draw_who(self, painter: QPainter, rect: QRectF, row: LineRow) -> None:
        theme = self._theme
        if not row.line.responsible:
            draw_missing(painter, theme, rect)
            return
        lines, high = self._who.lines(theme, row.line.responsible, rect.width()), theme.metrics.second_line + 1
        top = round(rect.center().y() - len(lines) * high / 2)
        for number, text in enumerate(lines):
            place = QRectF(rect.left(), top + number * high, rect.width(), high)
            draw_text(painter, theme, place, text, TextStyle.SECOND, theme.tokens.text)

    def _draw_button(self, painter: QPainter, rect: QRectF, text: str, *, primary: bool) -> None:
        theme = self._theme
        tokens, radius = theme.tokens, theme.metrics.radius_button
        if primary and not tokens.contrast:
            fill_round(painter, rect, radius, tokens.accent)
        else:
            outline_round(painter, rect, radius, pen(tokens.text if tokens.contrast else tokens.line2), tokens.raised)
        ink = tokens.on_accent if primary and not tokens.contrast else tokens.text
        inside = rect.adjusted(theme.metrics.gap, 0, -theme.metrics.gap, 0)
        draw_text(painter, theme, inside, text, TextStyle.BUTTON if primary else TextStyle.NAME, ink, CENTRE)
