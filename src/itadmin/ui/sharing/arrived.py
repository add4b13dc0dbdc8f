"""A share file as it is shown before it is taken in: read, held against a private copy, and told line by line.

Plain values that cost nothing to keep; the copy is let go of. Made beside the window. No Qt but the rows of tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from itadmin.domain.changes import Change
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line, swedish_key
from itadmin.services.change_words import Teller, ToldChange, ToldField
from itadmin.services.reading import Reading
from itadmin.services.receiving.parcels import Parcel, read_parcel
from itadmin.services.receiving.preview import CHANGED, GONE, NEW, Entry, Preview
from itadmin.services.receiving.standing import Position, Standing, Trust
from itadmin.services.receiving.troubles import field_label
from itadmin.services.sharing.less import Lost
from itadmin.ui.sharing.counting import records
from itadmin.ui.sharing.grouped_rows import GroupedRow
from itadmin.ui.sharing.narrowed import EMPTY, heading

UNCHANGED, PROBLEMS = "oforandrad", "problem"
TABS = (NEW, CHANGED, UNCHANGED, GONE, PROBLEMS)
HEADERS: Mapping[str, tuple[str, ...]] = {
    NEW: ("Post", "Uppgifter"),
    CHANGED: ("Fält", "Nu", "Blir"),
    UNCHANGED: ("Register", "Poster"),
    GONE: ("Post",),
    PROBLEMS: ("Post", "Fält", "Problem"),
}
"""The columns of each tab, in the order of the tabs."""

_MOST_TOLD = 2000
_LONGEST = 300
_QUIET = frozenset({1})

Rows = Mapping[str, Sequence[GroupedRow]]


@dataclass(frozen=True)
class Arrived:
    """A file that has been looked at. Without `parcel` it could not be read, and `trouble` says why.

    `counts` are records by tab, `asks` what must be answered before it is taken in. `is_ahead`: by its sender's clock
    it is made more than a day from now.
    """

    path: Path
    parcel: Parcel | None = None
    position: Position | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    rows: Rows = field(default_factory=dict)
    trouble: KnownError | None = None
    is_ahead: bool = False

    @property
    def name(self) -> str:
        """What the file is called, without what would upset a line."""
        return clean_line(self.path.name)

    @property
    def is_newer(self) -> bool:
        """Whether it would change what is here."""
        return self.position is not None and self.position.standing is Standing.NEWER

    @property
    def has_changed_key(self) -> bool:
        """Whether it is signed with another key than the sender's earlier files."""
        return self.position is not None and self.position.trust is Trust.CHANGED


def look_at(reading: Reading, path: Path, now: datetime, password: str = "") -> Arrived:
    """Look at a file beside a private copy, which is closed. What is wrong with the file is in what comes out."""
    with closing(reading):
        try:
            parcel = read_parcel(path, reading.words, password)
            with closing(Preview(reading.file, parcel)) as preview:
                return replace(_arrived(reading, path, preview), is_ahead=parcel.is_ahead_of(now))
        except KnownError as error:
            return Arrived(path, trouble=error)


def _arrived(reading: Reading, path: Path, preview: Preview) -> Arrived:
    parcel = preview.parcel
    counts = {deed: preview.count(deed) for deed in (NEW, CHANGED, GONE)}
    counts |= {UNCHANGED: preview.unchanged, PROBLEMS: parcel.number_of_problems}
    new = preview.entries(NEW, limit=_MOST_TOLD)
    teller = Teller(reading, [entry.change for entry in new])
    rows = {
        NEW: list(_new(teller, new)),
        CHANGED: list(_changed(teller, preview.entries(CHANGED, limit=_MOST_TOLD), preview.lost)),
        UNCHANGED: list(_unchanged(preview)),
        GONE: list(_gone(preview.entries(GONE, limit=_MOST_TOLD))),
        PROBLEMS: list(_problems(parcel)),
    }
    for tab, told in ((NEW, len(new)), (CHANGED, _MOST_TOLD), (GONE, _MOST_TOLD), (PROBLEMS, len(parcel.problems))):
        if counts[tab] > told:
            rows[tab].append(_more(counts[tab] - told, len(HEADERS[tab])))
    return Arrived(path, parcel, preview.position, counts, preview.asks, rows)


def _by_register(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The records of each register in name order, registers as they stand in the navigation."""
    places = {name: place for place, name in enumerate(REGISTERS)}
    ordered = sorted(entries, key=lambda entry: (places[entry.change.register], swedish_key(entry.label)))
    for name, group in groupby(ordered, lambda entry: entry.change.register):
        yield name, list(group)


def _new(teller: Teller, entries: Sequence[Entry]) -> Iterator[GroupedRow]:
    for name, group in _by_register(entries):
        told = teller.tell([entry.change for entry in group])
        yield GroupedRow((REGISTERS[name].plural, records(len(told))), heading=True)
        yield from (GroupedRow((change.label, _short(_said(change))), quiet=_QUIET) for change in told)


def _said(change: ToldChange) -> str:
    naming = change.register.title_fields
    return " · ".join(f"{item.label}: {_after(item)}" for item in change.fields if item.name not in naming)


def _changed(teller: Teller, entries: Sequence[Entry], lost: Lost) -> Iterator[GroupedRow]:
    ordered = [entry.change for _name, group in _by_register(entries) for entry in group]
    for change, told in zip(ordered, teller.tell(ordered), strict=True):
        names = lost.get(change.register, frozenset())
        yield heading(told.label, change.register, len(told.fields))
        for item in told.fields:
            told_item = replace(item, lines=()) if item.name in names else item  # no row is left to tell of
            yield _field(told_item, change.register, lost=_only_loses(change, item.name, names))


def _only_loses(change: Change, name: str, lost: Collection[str]) -> bool:
    """Whether all that happens to a field is that it, or columns of its rows, are shared no longer."""
    before, after = (change.before or {}).get(name), (change.after or {}).get(name)
    if name in lost:
        return not after
    columns = {column for field_name, _, column in (each.partition(".") for each in lost) if field_name == name}
    return bool(columns) and _without(before, columns) == _without(after, columns)


def _without(rows: Any, columns: Collection[str]) -> list[dict[str, Any]]:
    """Rows as far as they say something in other columns."""
    return [{name: value for name, value in row.items() if name not in columns and value} for row in rows or ()]


def _field(item: ToldField, register: str, *, lost: bool) -> GroupedRow:
    """What a field is now and what it becomes; `lost` when it is shared no longer."""
    old, new = _short(item.old), _short(_after(item))
    cells = (item.label, old or EMPTY, new or EMPTY)
    key = (register, item.name)
    fresh, gone = 2 if new else -1, 1 if old else -1
    return GroupedRow(cells, quiet=_QUIET | {2}, fresh=fresh, old=gone, key=key, lost=lost)


def _after(item: ToldField) -> str:
    return "; ".join(item.lines) if item.lines and item.old else item.new


def _unchanged(preview: Preview) -> Iterator[GroupedRow]:
    for name, number in preview.parcel.counts.items():
        same = number - preview.count(NEW, name) - preview.count(CHANGED, name)
        if same:
            yield GroupedRow((REGISTERS[name].plural, grouped(same)))


def _gone(entries: Sequence[Entry]) -> Iterator[GroupedRow]:
    for name, group in _by_register(entries):
        told = [entry.label for entry in group]
        yield GroupedRow((f"{REGISTERS[name].plural} · {records(len(told))}",), heading=True)
        yield from (GroupedRow((label,)) for label in told)


def _problems(parcel: Parcel) -> Iterator[GroupedRow]:
    for problem in parcel.problems:
        register = REGISTERS.get(problem.register)
        whole = register.plural if register else ""
        field_name = field_label(problem.register, problem.field) if problem.field else ""
        yield GroupedRow((problem.record or whole, field_name, problem.reason))


def _more(number: int, columns: int) -> GroupedRow:
    return GroupedRow((f"… och {grouped(number)} till", *([""] * (columns - 1))))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
