"""A list answers at once, is filled between events, and keeps the row one stands on."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.systems import System
from itadmin.services.workspace import Workspace
from itadmin.storage.reads import ListQuery, Piece, Read
from itadmin.ui.register import list_filling, table_model
from itadmin.ui.register.table_model import RegisterModel

SYSTEMS = REGISTERS["systems"]
PIECE = 4000


class Slow:
    """A list of so many records, a piece at a time; the first pieces may be empty."""

    def __init__(self, number: int, empty: int = 0) -> None:
        self.total: int | None = None
        self.number = number
        self._pieces = self._made(empty)

    def _made(self, empty: int) -> Iterator[Piece]:
        for _ in range(empty):
            yield Piece(array("q"), PIECE)
        for start in range(1, self.number + 1, PIECE):
            places = array("q", range(start, min(start + PIECE, self.number + 1)))
            yield Piece(places, len(places))
        self.total = self.number

    def more(self) -> Piece | None:
        return next(self._pieces, None)


class Source:
    """Reads records that are called by their places."""

    def __init__(self) -> None:
        self.next = Slow(3)
        self.read: list[int] = []
        self.prepared: list[int] = []

    def listing(self, _register: str, _query: ListQuery) -> Slow:
        return self.next

    def rows(self, _register: str, places: Sequence[int], _columns: Sequence[str]) -> dict[int, Read]:
        self.read.append(len(places))
        return {
            place: Read(System(id=UUID(int=place), name=f"S{place}"), f"S{place}", {}, {}, placeholder=False)
            for place in places
        }

    def ids(self, _register: str, places: Sequence[int]) -> list[UUID]:
        return [UUID(int=place) for place in places]

    def place(self, _register: str, record_id: UUID) -> int:
        return record_id.int

    def warming(self, _register: str, _query: ListQuery, columns: Iterable[str]) -> Iterable[Piece]:
        for number, _column in enumerate(columns):
            self.prepared.append(number)
            yield Piece(array("q"), 1)


@pytest.fixture(autouse=True)
def one_piece_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_filling, "_FIRST_SECONDS", 0.0)
    monkeypatch.setattr(list_filling, "_SECONDS", 0.000_001)
    monkeypatch.setattr(table_model, "_PREPARING_PAUSE", 0)


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(qapp: Any, source: Source) -> Iterator[RegisterModel]:
    made = RegisterModel(SYSTEMS, lambda: source)
    yield made
    made.deleteLater()


@pytest.fixture
def table(qtbot: QtBot, model: RegisterModel) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    return view


def load(model: RegisterModel, source: Source, rest: Slow) -> None:
    source.next = rest
    model.load(ListQuery())


def test_a_small_list_is_there_at_once(
    model: RegisterModel, source: Source, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itadmin.ui.register.list_filling._SECONDS_FOR_A_PAGE", 10)  # however slow the machine is
    with qtbot.waitSignal(model.filled, timeout=0):
        load(model, source, Slow(1199))
    assert (model.rowCount(), model.pending, model.total) == (1199, False, 1199)


def test_a_large_list_begins_at_once_and_grows_at_its_end(model: RegisterModel, source: Source, qtbot: QtBot) -> None:
    resets, added = [], []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    model.rowsInserted.connect(lambda _parent, first, last: added.append((first, last)))
    load(model, source, Slow(9000))
    assert (model.rowCount(), model.pending, model.total) == (PIECE, True, None)
    qtbot.waitUntil(lambda: not model.pending)
    assert (model.rowCount(), model.total) == (9000, 9000)
    assert resets == [PIECE]
    assert added[0][0] == PIECE
    assert added[-1][1] == 8999
    assert [model.id_at(row) for row in (0, PIECE, 8999)] == [UUID(int=number) for number in (1, PIECE + 1, 9000)]


def test_filled_is_told_once_for_each_load(model: RegisterModel, source: Source, qtbot: QtBot) -> None:
    told: list[int] = []
    model.filled.connect(lambda: told.append(model.rowCount()))
    load(model, source, Slow(9000))
    load(model, source, Slow(8500))
    qtbot.waitUntil(lambda: not model.pending)
    qtbot.wait(20)
    assert told == [8500]
    load(model, source, Slow(0))
    assert told == [8500, 0]


def test_the_rows_before_stay_until_there_are_new_ones(model: RegisterModel, source: Source, qtbot: QtBot) -> None:
    load(model, source, Slow(5))
    load(model, source, Slow(8, empty=3))
    assert (model.rowCount(), model.pending) == (5, True)
    qtbot.waitUntil(lambda: not model.pending)
    assert model.rowCount() == 8
    load(model, source, Slow(0, empty=3))
    assert model.rowCount() == 8
    qtbot.waitUntil(lambda: not model.pending)
    assert model.rowCount() == 0


def test_the_current_row_stays_while_rows_come(table: QTableView, source: Source, qtbot: QtBot) -> None:
    model = table.model()
    assert isinstance(model, RegisterModel)
    load(model, source, Slow(12_000))
    table.selectionModel().setCurrentIndex(model.index(7, 0), QItemSelectionModel.SelectionFlag.SelectCurrent)
    qtbot.waitUntil(lambda: not model.pending)
    assert table.currentIndex().row() == 7
    assert model.id_at(7) == UUID(int=8)


def test_a_record_is_found_by_its_row_when_it_has_come(model: RegisterModel, source: Source, qtbot: QtBot) -> None:
    load(model, source, Slow(9000))
    assert (model.row_of(UUID(int=3)), model.row_of(UUID(int=8000))) == (2, -1)
    qtbot.waitUntil(lambda: not model.pending)
    assert (model.row_of(UUID(int=8000)), model.row_of(UUID(int=9001)), model.row_of(UUID(int=0))) == (7999, -1, -1)
    assert model.ids_at([5, 1, 8999]) == [UUID(int=6), UUID(int=2), UUID(int=9000)]


def test_other_columns_leave_the_current_row(table: QTableView, source: Source) -> None:
    model = table.model()
    assert isinstance(model, RegisterModel)
    load(model, source, Slow(9))
    table.selectionModel().setCurrentIndex(model.index(4, 0), QItemSelectionModel.SelectionFlag.SelectCurrent)
    model.set_columns(["name", "area", "links"])
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == ["Namn", "Område", "Länkar"]
    assert (model.columnCount(), table.currentIndex().row()) == (3, 4)
    model.set_columns(["name"])
    assert (model.columnCount(), table.currentIndex().row()) == (1, 4)
    model.set_columns(["area", "name"])
    assert (model.columnCount(), model.index(4, 1).data()) == (2, "S5")


def test_rows_are_read_once_and_few_are_kept(model: RegisterModel, source: Source) -> None:
    load(model, source, Slow(PIECE))
    for row in range(PIECE):
        assert model.index(row, 0).data() == f"S{row + 1}"
    assert source.read == [32] * (PIECE // 32)
    source.read.clear()
    model.index(PIECE - 1, 0).data()
    model.index(0, 0).data()
    assert source.read == [32]


def test_only_large_lists_are_prepared_for_other_orders(model: RegisterModel, source: Source, qtbot: QtBot) -> None:
    load(model, source, Slow(150))
    qtbot.wait(20)
    assert source.prepared == []
    load(model, source, Slow(9000))
    qtbot.waitUntil(lambda: len(source.prepared) == len(SYSTEMS.columns))
    load(model, source, Slow(3))
    source.prepared.clear()
    qtbot.wait(20)
    assert source.prepared == []


@pytest.mark.parametrize(
    ("name", "can"), [("system_owner", True), ("derived_criticality", True), ("links", False), ("purpose", False)]
)
def test_what_has_an_order_can_be_sorted_by(model: RegisterModel, qtbot: QtBot, name: str, can: bool) -> None:
    model.set_columns(["name", name])
    assert model.can_sort(1) == can
    asked: list[tuple[str, bool]] = []
    model.sort_wanted.connect(lambda *wanted: asked.append(wanted))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert asked == ([(name, True)] if can else [])


def test_what_cannot_be_asked_leaves_the_list(workspace: Workspace, qapp: Any) -> None:
    workspace.records.add("systems", {"name": "A"})
    model = RegisterModel(SYSTEMS, workspace.reading)
    model.load(ListQuery())
    with pytest.raises(KeyError):
        model.load(ListQuery(sort="nmae"))
    assert (model.rowCount(), model.pending) == (1, False)
    model.deleteLater()
