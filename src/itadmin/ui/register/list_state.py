"""What a list shows now: which view, how it has been changed since, words searched for, widths of columns.

Remembered per register and view. Names no register, reads no records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from itadmin.domain.columns import OWNER
from itadmin.domain.filters import Condition
from itadmin.domain.register import Register
from itadmin.domain.views import EVERYBODYS, OWN, ListView
from itadmin.services.views import NamedView, Views, definition_of, query_of, view_of
from itadmin.storage.reads import ListQuery
from itadmin.ui.memory import Memory, view_place, view_state

ALL = ""
"""The key of the register itself, with nothing left out."""


class ListState(QObject):
    """`changed` when other records or another order are shown, `columns_changed` when other columns are.

    `view_changed` when another view is shown, or the same under another name.
    """

    changed = Signal()
    columns_changed = Signal()
    view_changed = Signal()

    def __init__(self, register: Register, views: Views, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.words = ""
        self.deleted = False
        self.widths: dict[str, float] = {}
        self._views = views
        self._memory = memory
        self._base = self._whole()
        self.view = self._base.view
        self._begin()

    @property
    def key(self) -> str:
        """Which view is shown."""
        return self._base.key

    @property
    def named(self) -> NamedView:
        """The view as it is kept."""
        return self._base

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are shown; where records are of several, whose each is stands after the name."""
        columns = self.view.columns or self.register.columns
        return (*columns[:1], OWNER, *columns[1:]) if self.owner == EVERYBODYS else columns

    @property
    def owner(self) -> str:
        """Whose records are shown, as a view says it; in the bin lie one's own."""
        return OWN if self.deleted else self.view.owner

    @property
    def has_own_columns(self) -> bool:
        """Whether somebody has chosen the columns."""
        return bool(self.view.columns)

    @property
    def is_of_others(self) -> bool:
        """Whether a neighbour's records alone are shown."""
        return self.owner not in (OWN, EVERYBODYS)

    @property
    def is_filtered(self) -> bool:
        """Whether records are left out by conditions."""
        return bool(self.view.conditions or self.view.findings)

    @property
    def is_changed(self) -> bool:
        """Whether other records are shown than those of the view as it is kept."""
        kept = self._base.view
        shown = self.view
        return (shown.conditions, shown.findings, shown.owner) != (kept.conditions, kept.findings, kept.owner)

    def query(self) -> ListQuery:
        """What is asked of the register."""
        if self.deleted:
            return ListQuery(self.words, deleted=True)
        return query_of(self.view, self.words)

    def show_view(self, key: str) -> None:
        """Show a view as it was left last; the register itself when the view is gone."""
        self._go_to(key)
        self.deleted = False
        self._remember_place()
        self.view_changed.emit()
        self.columns_changed.emit()
        self.changed.emit()

    def refresh(self) -> None:
        """See whether the view has been renamed, changed or taken away meanwhile."""
        named = self._views.find(self.register.name, self.key) if self.key else self._whole()
        if named is None:
            self.show_view(ALL)
        elif named != self._base:
            followed = self.view == self._base.view
            self._base = named
            if followed:
                self.show(named.view)
            self.view_changed.emit()

    def show(self, view: ListView) -> None:
        """Show other records, columns or order in the same view."""
        columns, before = self.columns, self.view
        self.view = replace(view, name=self._base.view.name)
        self._remember()
        if self.columns != columns:
            self.columns_changed.emit()
        if replace(self.view, columns=before.columns) != before:
            self.changed.emit()

    def put(self, condition: Condition, place: int = -1) -> None:
        """Add a condition, or put it in another's place."""
        kept = list(self.view.conditions)
        if 0 <= place < len(kept):
            kept[place] = condition
        elif condition not in kept:
            kept.append(condition)
        self.show(replace(self.view, conditions=tuple(kept)))

    def find_wrong(self, key: str) -> None:
        """Show only records that a finding is true of."""
        self.show(replace(self.view, findings=tuple(dict.fromkeys((*self.view.findings, key)))))

    def remove(self, place: int) -> None:
        """Take away a condition or a finding, numbered as they are shown: conditions first."""
        asked: list[Any] = [*self.view.conditions, *self.view.findings]
        del asked[place]
        left = len(self.view.conditions) - (place < len(self.view.conditions))
        self.show(replace(self.view, conditions=tuple(asked[:left]), findings=tuple(asked[left:])))

    def clear(self) -> None:
        """Take away all conditions."""
        self.show(replace(self.view, conditions=(), findings=()))

    def reset(self) -> None:
        """Show the view as it is kept."""
        self.widths = {}
        self.show(self._base.view)
        self.columns_changed.emit()

    def show_owner(self, owner: str) -> None:
        """Show one's own records, everybody's or a neighbour's, as a view says it."""
        self.show(replace(self.view, owner=owner))

    def sort(self, field: str, *, descending: bool) -> None:
        """Show the records in another order."""
        self.show(replace(self.view, sort=field, descending=descending))

    def set_columns(self, columns: tuple[str, ...]) -> None:
        """Show these columns, in this order; the register's own when there are none."""
        chosen = tuple(name for name in columns if name != OWNER)
        self.show(replace(self.view, columns=() if chosen == self.register.columns else chosen))

    def forget_columns(self) -> None:
        """Show the columns of the view as it is kept, as wide as they are at first."""
        self.widths = {}
        self.show(replace(self.view, columns=self._base.view.columns))
        self.columns_changed.emit()

    def set_width(self, column: str, width: float) -> None:
        """Remember how wide somebody has made a column."""
        self.widths[column] = width
        self._remember()

    def search(self, words: str) -> None:
        """Show only records that have these words in them."""
        if words != self.words:
            self.words = words
            self.changed.emit()

    def show_bin(self, *, shown: bool) -> None:
        """Show what lies in the bin, or the list again."""
        columns, self.deleted = self.columns, shown
        if self.columns != columns:
            self.columns_changed.emit()
        self.changed.emit()

    def save_as(self, name: str) -> None:
        """Keep what is shown as a view of its own and be there, where the same is shown. Raises InvalidRecordError."""
        widths = self.widths
        key = self._views.save(self.register.name, replace(self.view, name=name))
        self._memory.keep(self._view_key(), None)  # the view one came from is as it is kept again
        self._go_to(key)
        self.widths = widths
        self._remember()
        self._remember_place()
        self.view_changed.emit()

    def save(self) -> None:
        """Let the saved view be as it is shown now."""
        if self._base.record_id is not None:
            self._views.change(self._base.record_id, self.view)
            self.refresh()

    def _begin(self) -> None:
        place = self._memory.value(self._place_key())
        self._go_to(place if isinstance(place, str) else ALL)

    def _go_to(self, key: str) -> None:
        self._base = (self._views.find(self.register.name, key) if key else None) or self._whole()
        kept = self._memory.value(self._view_key())
        kept = kept if isinstance(kept, Mapping) else {}
        name, shown, widths = self._base.view.name, kept.get("shown"), kept.get("widths")
        self.view = view_of(self.register, name, shown) if isinstance(shown, str) else self._base.view
        self.widths = _widths(widths)

    def _whole(self) -> NamedView:
        first = self.register.columns[0]
        sort = "" if first == self.register.title_fields[0] else first
        return NamedView(ALL, ListView(self.register.plural, sort=sort))

    def _remember(self) -> None:
        shown = definition_of(self.view) if self.view != self._base.view else None
        kept = {"shown": shown, "widths": self.widths}
        self._memory.keep(self._view_key(), kept if shown or self.widths else None)

    def _remember_place(self) -> None:
        self._memory.keep(self._place_key(), self.key or None)

    def _place_key(self) -> str:
        return view_place(self.register.name)

    def _view_key(self) -> str:
        return view_state(self.register.name, self.key)


def _widths(value: Any) -> dict[str, float]:
    if not isinstance(value, Mapping):
        return {}
    return {name: float(width) for name, width in value.items() if isinstance(width, (int, float))}
