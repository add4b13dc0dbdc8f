"""A row of a table on its way to a record: its cells by field, what they mean, and which record they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Plain
from itadmin.domain.fields import Field, Held, Reference, References
from itadmin.domain.identity import INSTEAD, keys_of
from itadmin.domain.register import Register
from itadmin.domain.words import Words
from itadmin.services.importing.about import made_sure
from itadmin.services.importing.cells import is_nothing, plain_from_cell, unreadable
from itadmin.services.importing.headings import ID, Columns
from itadmin.services.importing.person_text import is_nobody
from itadmin.services.importing.plan import RowProblem
from itadmin.services.importing.recognition import AmbiguousError, Candidate, Recognition, id_in, key_fields
from itadmin.services.importing.targets import Targets
from itadmin.services.tables.table import Cell, Row, cell_text

Holder = str | Plain | None

_NOBODYS = "Ingen post här har radens id, så raden går in som ny."
_LOST = "Ingen post här har radens id. Kontrollera att bladet är från det här registret, eller ta bort id:t ur raden."


@dataclass(slots=True)
class Draft:
    """A row as far as it is understood. `values` are plain values; one that is `left_out` cannot be taken in.

    `by_key` when it names its record by a key, which is no wish to spell the key anew.
    """

    number: int
    cells: Mapping[str, Cell]
    candidate: Candidate | None = None
    values: dict[str, Any] = field(default_factory=dict)
    holders: dict[str, Holder] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    left_out: bool = False
    by_key: bool = True

    def tell(self, name: str, reason: str) -> None:
        """Note what cannot be taken in."""
        self.problems.append(RowProblem(self.number, name, reason))

    def leave_out(self, name: str, reason: str) -> None:
        """Note why the row as a whole cannot be taken in."""
        self.tell(name, reason)
        self.left_out = True

    def leave_out_for(self, names: Sequence[str], reason: str) -> None:
        """Note that the row cannot be taken in, and why, where nothing is told of what is wrong with these fields."""
        if all(problem.field not in names for problem in self.problems):
            self.tell(names[-1], reason)
        self.left_out = True


class RowReader:
    """Reads rows of one table for one register."""

    def __init__(
        self,
        register: Register,
        columns: Columns,
        targets: Targets,
        recognition: Recognition,
        new_id: Callable[[], UUID],
        words: Words,
        *,
        is_review: bool = False,
    ) -> None:
        """A row of a review with an id that nobody has is left out; of other tables it is a new record."""
        self._register = register
        self._columns = columns
        self._targets = targets
        self._recognition = recognition
        self._new_id = new_id
        self._words = words
        self._is_review = is_review
        wanted = set(columns.values()) - {ID}
        keys = [name for name in key_fields(register) if name in wanted]
        self._keys = sorted(keys, key=lambda name: isinstance(register.fields[name], (Reference, References)))
        self._others = [name for name in register.fields if name in wanted and name not in self._keys]
        self._name = keys_of(register)[-1].fields[0]
        known_by = dict.fromkeys(key.fields[0] for key in keys_of(register))
        is_about = isinstance(register.fields[self._name], Reference)
        self._names = tuple(known_by) if is_about else (self._name,)

    def recognised(self, row: Row, barred: Iterable[RowProblem] = ()) -> Draft:
        """A row with the record it is about: one that is there, or a new one that later rows are told from."""
        draft = Draft(row.number, {name: row.cell(column) for column, name in self._columns.items()})
        draft.problems += barred
        if draft.problems:
            draft.left_out = True
            return draft
        self._understand(draft, self._keys, {})
        found = self._recognition.by_id(cell_text(draft.cells.get(ID)))
        draft.by_key = found is None
        try:
            found = found or self._recognition.by_values(draft.values)
        except AmbiguousError as error:
            draft.leave_out(self._name, f"{error} Skriv id eller något annat som skiljer dem åt.")
            return draft
        if found is None and not self._is_lost(draft):
            found = self._new(draft)
        if found is not None:
            self._take(draft, found)
        return draft

    def understand_rest(self, draft: Draft, shown: Mapping[str, str]) -> None:
        """Read the cells that are not keys; `shown` is what their record shows now, which changes nothing."""
        self._understand(draft, self._others, shown)

    def _understand(self, draft: Draft, names: Iterable[str], shown: Mapping[str, str]) -> None:
        for name in names:
            cell = draft.cells.get(name)
            if is_nothing(cell):
                continue
            field = self._register.fields[name]
            try:
                self._read(draft, name, field, cell, shown.get(name))
            except ValueError as error:
                draft.tell(name, str(error))

    def _read(self, draft: Draft, name: str, field: Field, cell: Cell, shown: str | None) -> None:
        if not isinstance(field, (Reference, References, Held)):
            number, note = made_sure(field, cell)
            value = plain_from_cell(field, number, self._words)
            if value is not None:
                draft.values[name] = value
            if note:
                draft.notes[name] = note
            return
        sentence = unreadable(cell)
        if sentence:
            raise ValueError(sentence)
        text = cell_text(cell)
        if is_nobody(text) or (shown is not None and _alike(shown, text)):
            return
        note = ""
        if isinstance(field, Held):
            draft.holders[name], note = self._targets.holder(name, text)
        elif isinstance(field, References):
            draft.values[name] = self._targets.several(name, text)
        else:
            name = self._read_one(draft, name, text)
        note = note or self._targets.told_new(draft.holders.get(name) or draft.values.get(name))
        if note:
            draft.notes[name] = note

    def _read_one(self, draft: Draft, name: str, text: str) -> str:
        """Take what a text names in a reference, or in the one that may stand instead of it; returns which it was."""
        other = INSTEAD.get((self._register.name, name), "")
        try:
            draft.values[name] = self._targets.one(name, text, draft.values)
        except ValueError:
            if not other or other in draft.values or not self._targets.knows(other, text):
                raise
            draft.values[other] = self._targets.one(other, text, draft.values)
            return other
        return name

    def _is_lost(self, draft: Draft) -> bool:
        """Whether the row tells of a record that is not here, and so is left out; an id that nobody has is told."""
        if id_in(cell_text(draft.cells.get(ID))) is None:
            return False
        if self._is_review:
            draft.leave_out(self._name, _LOST)
        else:
            draft.tell(self._name, _NOBODYS)
        return self._is_review

    def _new(self, draft: Draft) -> Candidate | None:
        """A new record; None where the row has no key, which is told."""
        if not any(draft.values.get(key.fields[0]) for key in keys_of(self._register)):
            label = " eller ".join(self._register.fields[name].label for name in self._names)
            draft.leave_out_for(self._names, f"{label} saknas, så raden kan inte tas in.")
            return None
        found = Candidate(self._new_id(), own=True, is_new=True, values=dict(draft.values))
        self._recognition.add(found)
        self._targets.note_own(found.record_id, draft.values)
        return found

    def _take(self, draft: Draft, found: Candidate) -> None:
        """Let the row be about a record, unless an earlier one is or it may not be changed."""
        if found.row:
            names = (*self._keys, self._name)
            draft.leave_out_for(names, f"Samma {self._register.singular} står redan på rad {found.row}.")
        elif not found.own:
            draft.leave_out(self._name, "Posten hör till en annan organisation och kan bara ändras av den.")
        else:
            found.row = draft.number
            draft.candidate = found


def _alike(shown: str, text: str) -> bool:
    return " ".join(shown.casefold().split()) == " ".join(text.casefold().split())
