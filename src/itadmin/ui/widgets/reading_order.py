"""Tab in the order one reads: as the layouts have it, whatever was made first and whatever has come and gone since.

A window calls `step_focus` from its `focusNextPrevChild`. Knows nothing of what the window shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QWidget,
)

_WHOLE = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit)


def tab_stops(window: QWidget, besides: QWidget | None = None) -> list[QWidget]:
    """What Tab stops at in a window now, and one part besides, in reading order."""
    return [widget for widget in _parts(window) if widget is besides or _is_stop(widget)]


def step_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop, or the one before, and bring it into view; False when there is no other."""
    here = _standing(window)
    order = tab_stops(window, here)
    others = [widget for widget in order if widget is not here]
    if not others:
        return False
    at = order.index(here) if here in order else -1
    target = order[(at + 1) % len(order)] if forward else order[at - 1 if at >= 0 else -1]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def _standing(window: QWidget) -> QWidget | None:
    """The part that has the focus, where what has it is something inside that part."""
    here = QApplication.focusWidget()
    parts = list(_parts(window))
    while here is not None and here is not window and here not in parts:
        here = here.parentWidget()
    return here


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Everything that is shown in a widget, in reading order."""
    for child in _children(widget):
        if child.isVisible() and not child.isWindow():
            yield child
            if isinstance(child, QScrollArea) or not isinstance(child, _WHOLE):
                yield from _parts(child)


def _is_stop(widget: QWidget) -> bool:
    return Qt.FocusPolicy.TabFocus in widget.focusPolicy() and widget.isEnabled() and widget.focusProxy() is None


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        return [inner] if (inner := widget.widget()) is not None else []
    if isinstance(widget, QSplitter):
        panes = (widget.widget(number) for number in range(widget.count()))
        return [pane for pane in panes if pane is not None]
    layout = widget.layout()
    placed = list(_laid_out(layout)) if layout is not None else []
    loose = [child for child in widget.children() if isinstance(child, QWidget) and child not in placed]
    return placed + sorted(loose, key=lambda child: (child.y(), child.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    """A layout's items; those of a grid row by row, each once."""
    if isinstance(layout, QGridLayout):
        cells = product(range(layout.rowCount()), range(layout.columnCount()))
        found = [layout.itemAtPosition(row, column) for row, column in cells]
    else:
        found = [layout.itemAt(number) for number in range(layout.count())]
    seen: list[QLayoutItem] = []
    for item in found:
        if item is not None and item not in seen:
            seen.append(item)
            yield item


def _bring_into_view(widget: QWidget) -> None:
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()
