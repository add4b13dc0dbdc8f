"""What one would otherwise do: all rows in a QStandardItemModel, sorted and filtered by a QSortFilterProxyModel.

    python -m benchmarks.floors.proxy_model FILE

Loading it is not counted. Filters are one of the column's texts, as that is what such a proxy does by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.acts import COLUMNS, SORTS, keystrokes, nanoseconds, tell
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import open_reading

_SIZE = (1400, 880)
_AT_ONCE = 500
_FILTERS = (("lifecycle", "I drift"), ("lifecycle", "Avvecklad"), ("area", "Bibliotek"), ("area", "Finns inte"))
_ENOUGH = 8
"""Keystrokes that are measured: each takes long."""


def main(arguments: Sequence[str]) -> int:
    """Fill the model, do everything and tell how long it takes until the table is painted."""
    (file,) = arguments
    QApplication(sys.argv[:1])
    proxy, table = QSortFilterProxyModel(), QTableView()
    proxy.setSourceModel(_filled(Path(file)))
    proxy.setSortLocaleAware(True)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    table.setModel(proxy)
    table.resize(*_SIZE)
    table.show()

    def shown(column: int, text: str) -> int:
        def act() -> None:
            proxy.setFilterKeyColumn(column)
            proxy.setFilterFixedString(text)
            table.viewport().repaint()

        return nanoseconds(act)

    def ordered(column: int, way: Qt.SortOrder) -> int:
        def act() -> None:
            proxy.sort(column, way)
            table.viewport().repaint()

        return nanoseconds(act)

    ways = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    filters = [shown(COLUMNS.index(name), text) for name, text in _FILTERS]
    searches = [shown(-1, text) for text, _ in zip(keystrokes(), range(_ENOUGH), strict=False)]
    shown(0, "")
    sorts = [ordered(COLUMNS.index(name), way) for name in SORTS[:3] for way in ways]
    tell({"filter": filters, "search": searches, "sort": sorts})
    return 0


def _filled(file: Path) -> QStandardItemModel:
    reading, register = open_reading(file, date(2026, 11, 22)), REGISTERS["systems"]
    listing, model = reading.listing("systems", ListQuery()), QStandardItemModel(0, len(COLUMNS))
    while (piece := listing.more()) is not None:
        for start in range(0, len(piece.places), _AT_ONCE):
            for read in reading.rows("systems", piece.places[start : start + _AT_ONCE], COLUMNS).values():
                model.appendRow([QStandardItem(field_text(register, read, name)) for name in COLUMNS])
    reading.close()
    return model


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
