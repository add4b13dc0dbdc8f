"""The floor of lists: the same first pages as plain SQL, fetched and no more. No window, no rest, nothing kept.

python -m benchmarks.floors.plain_sql FILE
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from functools import partial

from benchmarks.acts import COLUMNS, FILTERS, PAGE, SORTS, keystrokes, nanoseconds, tell
from itadmin.domain.filters import Condition
from itadmin.domain.text import fold
from itadmin.storage.search import match_expression

_HOLDER = "SELECT label FROM roles WHERE system = systems.id AND kind = '{kind}' AND deleted = 0"
_COLUMNS = {
    "system_owner": f"({_HOLDER.format(kind='systemagare')})",
    "system_manager": f"({_HOLDER.format(kind='systemansvarig')})",
    "supplier": "(SELECT label FROM organisations WHERE id = systems.supplier)",
    "operating_unit": "(SELECT label FROM organisations WHERE id = systems.operating_unit)",
}
_SHOWN = ", ".join(_COLUMNS.get(name, name) for name in COLUMNS)
_LIST = f"SELECT {_SHOWN} FROM systems WHERE deleted = 0 AND placeholder = 0"
_SCROLLS = 60


def main(arguments: Sequence[str]) -> int:
    """Ask for every first page and tell how long they take."""
    (file,) = arguments
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    connection.execute("PRAGMA cache_size=-16000")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.create_function("fold", 1, lambda text: None if text is None else fold(text), deterministic=True)

    def page(where: str = "", order: str = "sort_key", values: Sequence[object] = (), offset: int = 0) -> int:
        query = f"{_LIST} {where} ORDER BY {order} LIMIT {PAGE} OFFSET {offset}"
        return nanoseconds(lambda: connection.execute(query, values).fetchall())

    (number,) = connection.execute("SELECT count(*) FROM systems").fetchone()
    (base,) = connection.execute("SELECT pk << 40 FROM search_registers WHERE register = 'systems'").fetchone()
    hits = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
    words = [match_expression(typed) for typed in keystrokes()]
    tell(
        {
            "open": [page() for _ in range(20)],
            "scroll": [page(offset=number * step // _SCROLLS) for step in range(_SCROLLS)],
            "filter": [page(*_where(condition)) for condition in FILTERS for _ in range(2)],
            "sort": [
                page(order=f"{_COLUMNS.get(name, name)} {way}, sort_key") for name in SORTS for way in ("", "DESC")
            ],
            "search": [page(f"AND pk IN (SELECT rowid - {base} FROM ({hits}))", values=(typed,)) for typed in words],
            "find": [nanoseconds(partial(_fetched, connection, f"{hits} LIMIT {PAGE}", typed)) for typed in words],
        }
    )
    return 0


def _fetched(connection: sqlite3.Connection, query: str, value: str) -> None:
    connection.execute(query, (value,)).fetchall()


def _where(condition: Condition) -> tuple[str, str, tuple[object, ...]]:
    column = _COLUMNS.get(condition.field, condition.field)
    marks = ", ".join("?" * len(condition.values))
    test = {
        "one_of": f"IN ({marks})",
        "at_least": ">= ?",
        "at_most": "<= ?",
        "before": "< ?",
        "empty": "IS NULL",
        "filled": "IS NOT NULL",
    }
    if condition.test == "contains":
        return f"AND instr(fold({column}), ?) > 0", "sort_key", condition.values
    return f"AND {column} {test[condition.test]}", "sort_key", condition.values


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
