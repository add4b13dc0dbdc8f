"""What words find in all registers at once: the best hits of each, in bounded time however many there are.

A register whose records are hit in their thousands is not ranked as a whole: names come before what is said beside
them, and of so many the first are as good as any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold, swedish_key
from itadmin.storage.search import ROWS_OF_A_REGISTER, expression_of, numbers
from itadmin.storage.tables import TABLES

_FEW = 60
"""So many hits of a register are looked at."""

_BESIDE_THE_NAME = 2
"""The rank of a record that is hit elsewhere than in its name."""

_HITS = """
SELECT rowid, title, snippet(search_index, 1, '', '', ' … ', 12) FROM search_index
WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record, with the words around the hit; `in_name` says that its name has them all.

    `place` is its number in the file.
    """

    register: str
    record_id: UUID
    label: str
    context: str
    in_name: bool
    place: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A row of the index; `rank` says how good it is, the lowest best, and parts equals in name order."""

    place: int
    title: str
    context: str
    rank: tuple[int, str]


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """The best hits, register by register; each register gets its share of `limit`, and what others leave over."""
    asked = _asked(connection, words)
    if not asked[0] or limit <= 0:
        return []
    known, folded = numbers(connection), fold(words)
    found = {
        name: _of_register(connection, register, known[name], asked, folded)
        for name, register in REGISTERS.items()
        if name in known
    }
    return _shared_out([hits for hits in found.values() if hits], limit)


def _shared_out(found: list[list[Hit]], limit: int) -> list[Hit]:
    """As many hits in all as `limit`, evenly of each register; what the small ones leave, the others may have."""
    shares = [0] * len(found)
    left = limit
    for waiting, place in zip(range(len(found), 0, -1), _smallest_first(found), strict=True):
        shares[place] = min(len(found[place]), -(-left // waiting))
        left -= shares[place]
    return [hit for hits, share in zip(found, shares, strict=True) for hit in hits[:share]]


def _smallest_first(found: list[list[Hit]]) -> list[int]:
    return sorted(range(len(found)), key=lambda place: len(found[place]))


def _asked(connection: Connection, words: str) -> tuple[str, ...]:
    """What is asked of a register, each where very many answer to the one before: anything, names, their beginnings."""
    anywhere, first = (expression_of(connection, words, at_beginning=at_beginning) for at_beginning in (False, True))
    return anywhere, f"title : ({anywhere})", f"title : ({first})"


def _of_register(
    connection: Connection, register: Register, number: int, asked: tuple[str, ...], words: str
) -> list[Hit]:
    """A register's best hits."""
    first = number * ROWS_OF_A_REGISTER
    found: list[tuple[int, str, str]] = []
    for expression in asked:
        span = (expression, first + 1, first + ROWS_OF_A_REGISTER - 1, _FEW)
        rows = connection.exec_driver_sql(_HITS, span).all()
        found += [(row[0] - first, row[1], row[2]) for row in rows]
        if len(rows) < _FEW:
            break
    ranked = {place: _Found(place, title, context, _rank(title, words)) for place, title, context in found}
    return list(_live(connection, register, sorted(ranked.values(), key=lambda row: row.rank)))


def _rank(title: str, words: str) -> tuple[int, str]:
    """Names that begin so, then those that have all the words, then the rest; equals in name order."""
    name = fold(title)
    begun = name.split()
    in_name = all(any(word.startswith(asked) for word in begun) for asked in words.split())
    return 0 if name.startswith(words) else 1 if in_name else _BESIDE_THE_NAME, swedish_key(title)


def _live(connection: Connection, register: Register, rows: Iterable[_Found]) -> Iterator[Hit]:
    """The hits without records that are only proposed."""
    wanted = list(rows)
    main = TABLES[register.name].main
    query = select(main.c.pk, main.c.id).where(main.c.pk.in_([row.place for row in wanted]))
    if register.proposal:
        query = query.where(main.c[register.proposal].is_not(True))
    ids = {row.pk: UUID(row.id) for row in connection.execute(query)}
    for row in wanted:
        if row.place in ids:
            yield Hit(register.name, ids[row.place], row.title, row.context, row.rank[0] < _BESIDE_THE_NAME, row.place)
