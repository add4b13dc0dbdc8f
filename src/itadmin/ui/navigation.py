"""The lines of the navigation: the start page, groups of registers, and each register's views with their numbers.

Of the group where one is all registers are shown, of each other one line, so that the whole can be seen. Knows words
and icons only; what a view is, and who counts, is somebody else's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from itadmin.domain.register import Register
from itadmin.ui.widgets.roles import Role

Index = QModelIndex | QPersistentModelIndex
KEY = int(Qt.ItemDataRole.UserRole)
"""Item role of the register's name, or `START`; None of a heading."""
VIEW = int(Qt.ItemDataRole.UserRole) + 101
"""Item role of the view's key; "" of the register itself."""
OWN = VIEW + 1
"""Item role of whether a view is one that can be renamed and taken away."""

PLACE = OWN + 1
"""Item role of the group that a line belongs to."""
SHOWN = PLACE + 1
"""Item role of when a line is shown, as `Shown`."""
DEED = SHOWN + 1
"""Item role of the key of the command that a line carries out, when it leads to no page."""
ALSO = DEED + 1
"""Item role of the key of the command that a line carries out besides leading to a page, when it is pressed."""

START = "start"
"""The key of the start page, which is no register."""

_STAR, _FILTER = "star", "filter"
NO_DEEDS: Mapping[str, Sequence[DeedLine]] = {}


class Shown(StrEnum):
    """When a line is shown: always, only in the group where one is, or only in the groups where one is not."""

    ALWAYS = "alltid"
    HERE = "har"
    ELSEWHERE = "annanstans"


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A view under its register."""

    key: str
    name: str
    own: bool


@dataclass(frozen=True, slots=True)
class DeedLine:
    """A command under the registers of a group: its key, its words and its icon."""

    key: str
    words: str
    icon: str


class NavigationModel(QStandardItemModel):
    """A line for the start page, and one for each register in the groups they say, in the order they are declared.

    `renamed` gives register, view and the new name that somebody wrote; the line itself changes when the view does.
    """

    renamed = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)  # the column is there from the start, so that the view gives it its width
        self._lines: dict[str, QStandardItem] = {}
        self._places: list[str] = []

    @property
    def places(self) -> list[str]:
        """The start page and the first register of each group, from the top."""
        return list(self._places)

    def fill(self, registers: Iterable[Register], deeds: Mapping[str, Sequence[DeedLine]] = NO_DEEDS) -> None:
        """Make the lines, once; the frame is painted before the registers are known. `deeds` stand first in a group."""
        if self._lines:
            return
        self._places.append(START)
        self._add(_line("Start", "home", START, ""))
        shown = [register for register in registers if register.place]
        order = list(dict.fromkeys(register.place for register in shown))
        shown.sort(key=lambda register: order.index(register.place))
        for place, group in groupby(shown, lambda register: register.place):
            members = list(group)
            self._places.append(members[0].name)
            self._add_group(place, members, deeds.get(place, ()))

    def _add_group(self, place: str, members: Sequence[Register], deeds: Sequence[DeedLine]) -> None:
        """A group's name and registers, with air around; and the line that stands for it when one is elsewhere.

        A group of one register, and one that is called as its first, has that register's line to stand for it.
        """
        first = members[0]
        says_itself = len(members) == 1 or first.plural == place
        if len(members) > 1:
            self._add(_heading("" if says_itself else place, place), place, Shown.HERE)
        if not says_itself:
            self._add(_standing_for(place, members, deeds), place, Shown.ELSEWHERE)
        for deed in deeds:
            self._add(_deed(deed), place, Shown.HERE)
        for register in members:
            when = Shown.ALWAYS if says_itself and register is first else Shown.HERE
            self._add(_line(register.plural, register.icon, register.name, ""), place, when)
        if len(members) > 1:
            self._add(_heading("", place), place, Shown.HERE)

    def _add(self, line: QStandardItem, place: str = "", shown: Shown = Shown.ALWAYS) -> None:
        line.setData(place, PLACE)
        line.setData(shown, SHOWN)
        if line.data(KEY) and shown is not Shown.ELSEWHERE:
            self._lines[line.data(KEY)] = line
        self.appendRow(line)

    def is_shown(self, row: int, place: str) -> bool:
        """Whether a line is to be seen when one is in a group; "" is none."""
        line = self.item(row)
        is_here = bool(place) and line.data(PLACE) == place
        return bool(line.data(SHOWN) == Shown.ALWAYS or is_here == (line.data(SHOWN) == Shown.HERE))

    def line(self, register: str, view: str = "") -> QStandardItem | None:
        """The line of a register or of one of its views; the register's when the view has none, None without both."""
        line = self._lines.get(register)
        if line is None or not view:
            return line
        views = (line.child(row) for row in range(line.rowCount()))
        return next((child for child in views if child.data(VIEW) == view), line)

    def set_views(self, register: str, views: Sequence[ViewLine]) -> bool:
        """Show a register's views, with their counters if they were there before; says whether anything is new."""
        line = self._lines.get(register)
        if line is None:
            return False
        children = [line.child(row) for row in range(line.rowCount())]
        before = [(child.data(VIEW), child.text()) for child in children]
        counts = {child.data(VIEW): child.data(Role.COUNT) for child in children}
        if before == [(view.key, view.name) for view in views]:
            return False
        children.clear()
        line.removeRows(0, line.rowCount())
        for view in views:
            child = _line(view.name, _STAR if view.own else _FILTER, register, view.key)
            child.setData(view.own, OWN)
            child.setEditable(view.own)
            child.setData(counts.get(view.key), Role.COUNT)
            line.appendRow(child)
        return True

    def set_count(self, register: str, view: str, number: int, told: str = "") -> None:
        """Say how many records a view shows, or how much waits on the start page; `told` says what that counts."""
        line = self.line(register, view)
        if line is not None and line.data(VIEW) == view and line.data(Role.COUNT) != number:
            line.setData(number, Role.COUNT)
            line.setAccessibleText(told or f"{line.text()}, {number}")
            line.setToolTip(told)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Tell of a name that somebody wrote; who keeps the views decides what comes of it."""
        if role == Qt.ItemDataRole.EditRole and index.data(OWN):
            if str(value).strip() and str(value) != index.data():
                self.renamed.emit(index.data(KEY), index.data(VIEW), str(value).strip())
            return True
        return super().setData(index, value, role)


def _line(word: str, icon: str, register: str, view: str) -> QStandardItem:
    line = QStandardItem(word)
    line.setEditable(False)
    line.setData(register, KEY)
    line.setData(view, VIEW)
    line.setData(icon, Role.ICON)
    line.setAccessibleText(word)
    return line


def _deed(deed: DeedLine) -> QStandardItem:
    """A line that does something and leads nowhere: the keyboard stands on it, and it is not where one is."""
    line = QStandardItem(deed.words)
    line.setFlags(Qt.ItemFlag.ItemIsEnabled)
    line.setData(deed.key, DEED)
    line.setData(deed.icon, Role.ICON)
    line.setAccessibleText(deed.words)
    return line


def _standing_for(place: str, members: Sequence[Register], deeds: Sequence[DeedLine]) -> QStandardItem:
    """The line of a group where one is not; it leads to the first of its registers, and carries out its first deed."""
    line = _line(place, members[0].icon, members[0].name, "")
    line.setAccessibleText(f"{place}, {len(members)} register")
    line.setData(deeds[0].key if deeds else None, ALSO)
    line.setToolTip(", ".join((*(deed.words for deed in deeds), *(register.plural for register in members))))
    return line


def _heading(word: str, group: str) -> QStandardItem:
    """The name of a group, or only the air around one."""
    heading = QStandardItem(word)
    heading.setFlags(Qt.ItemFlag.NoItemFlags)
    heading.setAccessibleText(group)
    return heading
