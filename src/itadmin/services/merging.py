"""Making one system of two: what differs between them, and the step that leaves one that says what both said.

Nothing is written here. The other system goes to the bin; its name lives on among the other names of the one kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.fields import Computed, Field, References, Rows, Text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line, fold
from itadmin.services.display import field_text
from itadmin.services.moving import moved
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records

_REGISTER = REGISTERS["systems"]
_OTHER_NAMES = "aliases"
_OF_THE_PROGRAM = ("suggestion", "starter_key")
"""Fields that nobody has to choose between."""


def differing(one: Read, other: Read, register: Register = _REGISTER) -> list[str]:
    """The fields that the two say different things in, one of which has to be chosen; not what can be joined."""
    return [
        name
        for name, field in register.fields.items()
        if not (_is_joined(name, field) or isinstance(field, Computed) or name in _OF_THE_PROGRAM)
        and field_text(register, one, name) != field_text(register, other, name)
    ]


def proposed(keeper: Read, other: Read, register: Register = _REGISTER) -> frozenset[str]:
    """The differing fields that the one kept has no value in, to be taken from the other."""
    return frozenset(name for name in differing(keeper, other, register) if not field_text(register, keeper, name))


def merge(records: Records, reading: Reading, keeper: UUID, other: UUID, taken: Collection[str]) -> ChangeSet:
    """The step that makes one of two systems; `taken` are the fields whose value comes from `other`.

    Everything that refers to `other` goes along. Raises KnownError when the values taken do not go together, or one of
    the systems is not to be changed here.
    """
    reads = reading.many(_REGISTER.name, [keeper, other])
    if keeper == other or any(key not in reads or reads[key].record.deleted for key in (keeper, other)):
        raise KnownError("Ett av systemen finns inte längre. Läs om listan.")
    kept, gone = reads[keeper], reads[other]
    changes, refused = records.changes_of_save(_REGISTER.name, [keeper], _values(kept, gone, taken))
    if refused:
        raise KnownError(refused[0].reason)
    references = moved(reading, keeper, other, frozenset(taken))
    binned = Change(_REGISTER.name, other, {"deleted": False}, {"deleted": True})
    return ChangeSet(f"Slog ihop {gone.label} med {kept.label}", (*changes.get(keeper, ()), *references, binned))


def _is_joined(name: str, field: Field) -> bool:
    return name == _OTHER_NAMES or isinstance(field, (Rows, References))


def _values(kept: Read, gone: Read, taken: Collection[str]) -> dict[str, Any]:
    """What the system that is kept is to say."""
    before, others = to_plain(kept.record), to_plain(gone.record)
    values: dict[str, Any] = {name: others[name] for name in taken if name in others}
    for name, field in _REGISTER.fields.items():
        if isinstance(field, (Rows, References)):
            values[name] = before[name] + [row for row in others[name] if row not in before[name]]
    if values.get("successor", before["successor"]) in (str(kept.record.id), str(gone.record.id)):
        values["successor"] = None
    return {**values, _OTHER_NAMES: _joined_names(before, others, {**before, **values})}


def _joined_names(before: Plain, others: Plain, after: Plain) -> str | None:
    """All names of both that the one kept does not go by, as long as there is room."""
    field = _REGISTER.fields[_OTHER_NAMES]
    room = field.max_length if isinstance(field, Text) else 0
    seen = {fold(after[name] or "") for name in ("name", "short_name")}
    joined = ""
    for name in _all_names(before, others):
        longer = f"{joined}, {name}" if joined else name
        if fold(name) not in seen and len(longer) <= room:
            joined = longer
            seen.add(fold(name))
    return joined or None


def _all_names(before: Plain, others: Plain) -> Iterator[str]:
    for plain, name in ((before, _OTHER_NAMES), (before, "name"), (others, "name"), (others, _OTHER_NAMES)):
        parts = (plain[name] or "").split(",") if name == _OTHER_NAMES else [plain[name] or ""]
        yield from filter(None, map(clean_line, parts))
    yield from filter(None, (before["short_name"], others["short_name"]))
