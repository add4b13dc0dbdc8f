"""What a list of a register can do beside showing its rows: views, conditions, columns, copying, several at once.

Ties the list to its state. Names no register; reading the rows is the page's affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from itadmin.domain.columns import OWNER
from itadmin.domain.views import OWN
from itadmin.services.exporting.clipping import clipping
from itadmin.services.neighbours import neighbours
from itadmin.services.views import NamedView, Views
from itadmin.storage.reads import ListQuery
from itadmin.ui.register.bulk_edit import BulkEdit
from itadmin.ui.register.columns_dialog import ColumnsDialog
from itadmin.ui.register.filter_part import FilterPart
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.list_state import ALL, ListState
from itadmin.ui.register.owner_choice import OwnerChoice
from itadmin.ui.register.picker import Choices
from itadmin.ui.register.selection_bar import LEAST, SelectionBar
from itadmin.ui.session import Session

_MOST_COPIED = 10_000
_MOST_CHANGED = 10_000
_PROPOSED_LENGTH = 60


@dataclass(frozen=True)
class ShownList:
    """What a list shows now: its query, its visible columns, the chosen records, and how it reads as a sentence."""

    query: ListQuery
    columns: tuple[str, ...]
    selected: tuple[UUID, ...]
    sentence: str


class ListSide(QObject):
    """The list's own commands. `state` says what it shows."""

    def __init__(self, session: Session, pane: ListPane) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._register = pane.model.register
        self._views = Views(session.workspace)
        self.state = ListState(self._register, self._views, session.memory, self)
        reading = session.reading
        self.filter = FilterPart(
            session.look,
            self.state,
            self._choices_of,
            lambda register, record: reading().label(register, record),
            lambda: reading().words,
            writable=session.workspace.writable,
        )
        self.bar = SelectionBar(session.look)
        self.owner = OwnerChoice(session.look, self.state, lambda: neighbours(reading()))
        pane.heading.add_beside_search(self.owner)
        pane.heading.add_beside_search(self.filter.button)
        pane.heading.add_under_search(self.owner.notice)
        pane.heading.add_under_search(self.filter)
        pane.heading.set_bar(self.bar)
        self._of_record: tuple[QAction, ...] = ()
        self._ways: tuple[QAction, ...] = ()
        self._menu = QMenu(pane)
        pane.heading.more.setMenu(self._menu)
        pane.heading.more.setPopupMode(pane.heading.more.ToolButtonPopupMode.InstantPopup)
        pane.heading.more.show()
        self._connect()
        self._show_view()
        self._give_room()
        self.show_columns()

    def _connect(self) -> None:
        pane, state = self._pane, self.state
        self._menu.aboutToShow.connect(self._fill_menu)
        self.filter.left.connect(pane.focus_table)
        self.filter.save_wanted.connect(self.save_view)
        self.bar.change_wanted.connect(self.change_many)
        self.bar.copy_wanted.connect(self.copy_rows)
        self.bar.delete_wanted.connect(pane.delete_wanted)
        if not self._session.workspace.writable:
            self.bar.set_read_only()
        pane.copy_wanted.connect(self.copy_rows)
        pane.words_changed.connect(state.search)
        pane.view_named.connect(self._save_as)
        pane.conditions_unwanted.connect(state.clear)
        pane.own_wanted.connect(self.show_own)
        pane.row_menu_wanted.connect(self._show_row_menu)
        pane.header_menu_wanted.connect(self._show_header_menu)
        pane.columns.moved.connect(state.set_columns)
        pane.columns.sized.connect(state.set_width)
        pane.model.sort_wanted.connect(self._sort)
        pane.selection_changed.connect(self.show_selection)
        state.view_changed.connect(self._show_view)
        for told in (state.changed, state.view_changed):
            told.connect(self._give_room)

    def offer(self, actions: Sequence[QAction], ways: Sequence[QAction] = ()) -> None:
        """Take the commands that open something of the record one stands on, for the menu of its row.

        `ways` are those that show the whole register in another way, for the list's own menu.
        """
        self._of_record, self._ways = tuple(actions), tuple(ways)

    def shown_list(self) -> ShownList:
        """What the list shows now, for who exports or prints it."""
        words = [self.state.view.name, *filter(None, [self.owner.sentence()])]
        words += [words.sentence for words in self.filter.words()]
        if self.state.words:
            words.append(f"”{self.state.words}”")
        return ShownList(
            self.state.query(), self._pane.columns.visible(), tuple(self._pane.selected_ids()), " · ".join(words)
        )

    def show_columns(self) -> None:
        """Show the columns of the state, and where its order stands."""
        state = self.state
        self._pane.columns.show_columns(state.columns, state.widths, chosen=state.has_own_columns)
        self.show_order()

    def _give_room(self) -> None:
        self._pane.columns.give_room(marked=self.state.owner != OWN)

    def show_order(self) -> None:
        """Let the header's arrow stand where the order is."""
        self._pane.show_order(self.state.view.sort, descending=self.state.view.descending)

    def show_selection(self) -> None:
        """Offer what can be done with several while several are chosen."""
        number = self._pane.selected_count()
        self.bar.show_number(number, own=not self.state.is_of_others)
        self._pane.heading.show_bar(shown=number >= LEAST and not self.state.deleted)

    def show_own(self) -> None:
        """Leave a neighbour's records for one's own."""
        if self.state.is_of_others:
            self.state.show_owner(OWN)

    def choose_columns(self) -> None:
        """Let the user tick and order the columns."""
        shown = tuple(name for name in self._pane.columns.visible() if name != OWNER)
        dialog = ColumnsDialog(self._session.look, self._register, shown, self._pane.window())

        def take() -> None:
            if dialog.columns() != shown:
                self.state.set_columns(dialog.columns())

        dialog.accepted.connect(take)
        dialog.open()

    def add_condition(self) -> None:
        """Open the editor of conditions."""
        if self.state.deleted:
            self._pane.bin_left.emit()
        self.filter.begin()

    def save_view(self) -> None:
        """Keep what is shown: in its view when it is one's own, else as a new view that is given a name."""
        if self.state.named.record_id is not None and self.state.is_changed:
            self._guarded_save()
        else:
            self.name_view()

    def name_view(self) -> None:
        """Ask what a new view is to be called."""
        words = ", ".join(words.sentence for words in self.filter.words())
        proposal = words[:1].upper() + words[1:]
        self._pane.heading.ask_view_name(proposal if len(proposal) <= _PROPOSED_LENGTH else "")

    def copy_rows(self) -> None:
        """Put the chosen records on the clipboard as a table of the visible columns."""
        if self._pane.selected_count() > _MOST_COPIED:
            sentence = f"Högst {_MOST_COPIED} poster kan kopieras åt gången. Exportera listan i stället."
            self._session.guide.say(sentence)
            return
        ids = self._pane.selected_ids()
        if not ids:
            return
        reads = self._session.reading().many(self._register.name, ids)
        made = clipping(self._register, reads.values(), self._pane.columns.visible())
        data = QMimeData()
        data.setText(made.text)
        data.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(data)
        rows = "1 post" if len(ids) == 1 else f"{len(ids)} poster"
        self._session.guide.say(f"{rows} kopierade som tabell." if len(ids) > 1 else f"{rows} kopierad som tabell.")

    def change_many(self) -> None:
        """Change fields of the chosen records in one step, previewed."""
        number = self._pane.selected_count()
        if not number or self.state.deleted:
            self._session.guide.say("Markera först de poster som ska ändras.")
        elif number > _MOST_CHANGED:
            self._session.guide.say(f"Högst {_MOST_CHANGED} poster kan ändras åt gången. Markera färre.")
        else:
            BulkEdit(self._session, self._register, self._pane.selected_ids(), self._pane.window()).open()

    def _choices_of(self, register: str) -> Choices:
        return lambda words, most: self._session.reading().choices(register, words, most)

    def _sort(self, field: str, descending: bool) -> None:
        self.state.sort("" if field == self._register.title_fields[0] else field, descending=descending)

    def _show_view(self) -> None:
        self._pane.heading.set_title(self.state.view.name)

    def _save_as(self, name: str) -> None:
        if self._session.guide.attempt(lambda: self.state.save_as(name)):
            self._session.guide.say(f"Vyn ”{name}” är sparad.", undoable=True)
            self._pane.focus_table()

    def _guarded_save(self) -> None:
        if self._session.guide.attempt(self.state.save):
            self.filter.refresh()
            self._session.guide.say(f"Vyn ”{self.state.view.name}” är sparad.", undoable=True)

    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._ways:
            self._menu.addActions(self._ways)
            self._menu.addSeparator()
        views = self._menu.addMenu("Vyer")
        for key, name in ((ALL, self._register.plural), *((each.key, each.view.name) for each in self._named())):
            action = views.addAction(_shown(name), partial(self.state.show_view, key))
            action.setCheckable(True)
            action.setChecked(key == self.state.key)
        if self._session.workspace.writable:
            self._menu.addAction("Spara som ny vy…", self.name_view)
        reset = self._menu.addAction("Visa som från början", self.state.reset)
        reset.setEnabled(self.state.view != self.state.named.view or bool(self.state.widths))
        self._menu.addSeparator()
        self._menu.addAction("Lägg till villkor…", self.add_condition)
        self._menu.addAction("Kolumner…", self.choose_columns)

    def _named(self) -> list[NamedView]:
        return self._views.of(self._register.name)

    def _show_row_menu(self, place: QPoint) -> None:
        menu = _menu(self._pane)
        writable = self._session.workspace.writable and not self.state.is_of_others
        if writable and self.state.deleted:
            menu.addAction("Återställ", self._pane.restore_wanted.emit)
        else:
            if writable and self._pane.selected_count() >= LEAST:
                menu.addAction("Ändra flera…", self.change_many)
            if self._pane.selected_count() == 1:
                menu.addActions(self._of_record)
            menu.addAction("Kopiera som tabell", self.copy_rows)
            if writable:
                delete = menu.addAction("Lägg i papperskorgen", self._pane.delete_wanted.emit)
                delete.setEnabled(not self._pane.is_others())
        menu.popup(place)

    def _show_header_menu(self, column: int, place: QPoint) -> None:
        menu = _menu(self._pane)
        columns = self.state.columns
        if column > 0 and columns[column] != OWNER:
            label = self._register.fields[columns[column]].label
            menu.addAction(_shown(f"Dölj {label}"), partial(self._toggle_column, columns[column]))
            menu.addSeparator()
        visible = self._pane.columns.visible()
        names = dict.fromkeys((*columns[1:], *self._register.columns[1:]))
        for name in (name for name in names if name != OWNER):
            action = menu.addAction(_shown(self._register.fields[name].label))
            action.setCheckable(True)
            action.setChecked(name in visible)
            action.toggled.connect(partial(self._on_ticked, name))
        menu.addSeparator()
        menu.addAction("Kolumner…", self.choose_columns)
        reset = menu.addAction("Återställ kolumnerna", self._reset_columns)
        reset.setEnabled(self.state.has_own_columns or bool(self.state.widths))
        menu.popup(place)

    def _on_ticked(self, name: str, _ticked: bool) -> None:
        self._toggle_column(name)

    def _toggle_column(self, name: str) -> None:
        """Show or leave out a column; what had no room before is not asked for."""
        shown = self._pane.columns.visible()
        left = tuple(each for each in shown if each != name)
        self.state.set_columns(left if name in shown else (*shown, name))

    def _reset_columns(self) -> None:
        self.state.forget_columns()


def _menu(pane: ListPane) -> QMenu:
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _shown(name: str) -> str:
    """A name as a menu shows it letter by letter."""
    return name.replace("&", "&&")
