"""From a table to a plan: which record each row is about, what its cells mean, and what that would change.

Reads whole sets and writes nothing. A cell that cannot be read is left as it was and told; a row that names no record,
or one that an earlier row has named, is left out and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.headings import ID, Columns, Headed
from itadmin.services.importing.name_parts import named_whole
from itadmin.services.importing.plan import ImportPlan, PlannedRow, RowProblem
from itadmin.services.importing.recognition import Recognition, id_in, key_fields
from itadmin.services.importing.rows import Draft, RowReader
from itadmin.services.importing.settling import Settler
from itadmin.services.importing.targets import Targets
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.reviewing.answers import answered, is_review
from itadmin.services.tables.table import cell_text

_FEWEST_TO_TELL = 1


def plan(
    reading: Reading,
    register: Register,
    table: Headed,
    columns: Columns,
    new_id: Callable[[], UUID],
    progress: Progress,
    *,
    file_name: str = "",
) -> ImportPlan:
    """What taking in a table would do to a register.

    `columns` says which column is which field, `new_id` gives the ids of records that are made. Raises CancelledError
    when `progress` is told to stop.
    """
    taken = named_whole(register, answered(table, columns, reading.day), columns)
    barred = _in_bin(reading, register, taken, columns)
    while True:
        planner = _Planner(reading, register, columns, new_id, progress, is_review=is_review(table))
        found = planner.plan(taken, file_name, barred)
        late = {row.number: row.problems for row in found.rows if row.state == "problem" and row.refused}
        if not late or not _refers_to_itself(register):
            return found
        barred |= late


def _in_bin(reading: Reading, register: Register, table: Headed, columns: Columns) -> dict[int, tuple[RowProblem, ...]]:
    """The rows whose id is that of a record in the bin, of which no twin is to be made."""
    place = next((column for column, name in columns.items() if name == ID), None)
    if place is None:
        return {}
    ids = {row.number: found for row in table.rows if (found := id_in(cell_text(row.cell(place)))) is not None}
    stored = reading.existing().plain(register, ids.values())
    why = "Posten ligger i papperskorgen. Återställ den, eller ta bort dess id ur raden."
    return {
        number: (RowProblem(number, register.title_fields[0], why),)
        for number, record_id in ids.items()
        if stored.get(record_id, {}).get("deleted")
    }


class _Planner:
    def __init__(
        self,
        reading: Reading,
        register: Register,
        columns: Columns,
        new_id: Callable[[], UUID],
        progress: Progress,
        *,
        is_review: bool,
    ) -> None:
        self._reading = reading
        self._register = register
        self._progress = progress
        self._existing = reading.existing()
        self._targets = Targets(reading, register, new_id)
        self._targets.load(columns.values())
        known = self._existing.known(register, key_fields(register))
        self._recognition = Recognition(register, known)
        self._words = reading.words
        self._rows = RowReader(
            register, columns, self._targets, self._recognition, new_id, self._words, is_review=is_review
        )
        self._held = {name for name in columns.values() if isinstance(register.fields.get(name), Held)}

    def plan(self, table: Headed, file_name: str, barred: Mapping[int, tuple[RowProblem, ...]]) -> ImportPlan:
        """Recognise all rows, read what their records say now, then settle each row.

        `barred` are rows that are known to be refused, so that no other row may refer to them.
        """
        self._progress.begin(2 * len(table.rows))
        drafts = []
        for row in table.rows:
            drafts.append(self._rows.recognised(row, barred.get(row.number, ())))
            self._progress.advance()
        settler = self._settler(drafts)
        changes: list[Change] = []
        planned: list[PlannedRow] = []
        for draft in drafts:
            done = settler.settled(draft)
            planned.append(done.row)
            changes += done.changes
            self._progress.advance()
        made = self._targets.made(_used(changes))
        change_set = ChangeSet(_title(self._register, planned, file_name), (*made, *changes))
        names = dict(self._targets.labels)
        return ImportPlan(
            self._register, change_set, tuple(planned), names, _by_register(made), self._words, table.remarks
        )

    def _settler(self, drafts: Iterable[Draft]) -> Settler:
        """What settles rows, with all that it needs of the records they are about read at once."""
        ids = [draft.candidate.record_id for draft in drafts if draft.candidate and not draft.candidate.is_new]
        plain = self._existing.plain(self._register, ids)
        fields = {name: field for name, field in self._register.fields.items() if name in self._held}
        roles = {name: self._existing.roles(field, ids) for name, field in fields.items() if isinstance(field, Held)}
        shut = self._existing.shut(self._register)
        return Settler(self._register, self._rows, self._targets, plain, roles, shut, self._reading.day, self._words)


def _refers_to_itself(register: Register) -> bool:
    fields = register.fields.values()
    return any(isinstance(field, (Reference, References)) and field.to == register.name for field in fields)


def _used(changes: Iterable[Change]) -> set[str]:
    """The ids that the changes' references mention."""
    found: set[str] = set()
    references = {name: _references(register) for name, register in REGISTERS.items()}
    for change in changes:
        after = change.after or {}
        for name in references[change.register]:
            value = after.get(name)
            if isinstance(value, str):
                found.add(value)
            elif value:
                found.update(value)
    return found


def _references(register: Register) -> tuple[str, ...]:
    return tuple(name for name, field in register.fields.items() if isinstance(field, (Reference, References)))


def _by_register(made: Iterable[Change]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for change in made:
        label = label_from_plain(REGISTERS[change.register], change.after or {})
        found.setdefault(change.register, []).append(label)
    return {name: tuple(labels) for name, labels in found.items()}


def _title(register: Register, rows: Iterable[PlannedRow], file_name: str) -> str:
    """What the step is called: "Läste in 12 system ur lista.xlsx"."""
    number = sum(row.state in ("ny", "andrad") for row in rows)
    what = register.singular if number == _FEWEST_TO_TELL else register.plural.lower()
    source = f" ur {file_name}" if file_name else ""
    return f"Läste in {number} {what}{source}"
