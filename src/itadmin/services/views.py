"""Views of lists: those that come with the program and those that people save, which are records like others.

A definition is JSON text and may be older than the program, or somebody else's: what is not understood in it is
left out, and the rest of the view stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.domain.columns import OWNER
from itadmin.domain.fields import (
    Computed,
    Field,
    Held,
    LongText,
    Money,
    Percent,
    Reference,
    References,
    Rows,
    Whole,
    YesNo,
)
from itadmin.domain.filters import TESTS, Condition, asks_months, is_months, tests_of
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.saved_views import SavedView
from itadmin.domain.views import BUILT_IN, EVERYBODYS, OWN, ListView
from itadmin.services.workspace import Workspace
from itadmin.storage.reads import ListQuery

_REGISTER = "saved_views"
_BUILT_IN = "med:"
_MOST_VIEWS = 200
_MOST_CONDITIONS = 100
_LARGEST_NUMBER = 2**62
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character, which JSON can tell and nothing can hold."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """A view of a register. `key` names it for good; `record_id` is None for one that comes with the program."""

    key: str
    view: ListView
    record_id: UUID | None = None


def query_of(view: ListView, words: str = "", *, deleted: bool = False) -> ListQuery:
    """What a view asks of the register, with words to search for in it."""
    return ListQuery(
        words,
        conditions=view.conditions,
        findings=view.findings,
        sort=view.sort,
        descending=view.descending,
        deleted=deleted,
        all_owners=view.owner != OWN,
        owner=UUID(view.owner) if _is_id(view.owner) else None,
    )


def definition_of(view: ListView) -> str:
    """A view as the text it is kept as; its name is kept beside it."""
    return json.dumps(
        {
            "conditions": [
                {"field": item.field, "test": item.test, "values": list(item.values)} for item in view.conditions
            ],
            "findings": list(view.findings),
            "columns": list(view.columns),
            "sort": view.sort,
            "descending": view.descending,
            "owner": view.owner,
        },
        ensure_ascii=False,
    )


def view_of(register: Register, name: str, definition: str) -> ListView:
    """The view that a definition describes, without what the register does not know. Never raises."""
    content = _content(definition)
    columns = _unique(item for item in _listed(content, "columns", str) if item in register.fields)
    sort = content.get("sort")
    known = {finding.key for finding in register.findings}
    owner = content.get("owner")
    return ListView(
        name,
        _conditions(register, content),
        _unique(item for item in _listed(content, "findings", str) if item in known),
        columns,
        sort if isinstance(sort, str) and has_order(register, sort) else "",
        content.get("descending") is True,
        owner if isinstance(owner, str) and (owner == EVERYBODYS or _is_id(owner)) else OWN,
    )


def has_order(register: Register, field: str) -> bool:
    """Whether a list can stand in the order of a column."""
    if field == OWNER:
        return True
    return field in register.fields and not isinstance(register.fields[field], (References, Rows, LongText))


class Views:
    """The views of an open register file."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, register: str) -> list[NamedView]:
        """A register's views: those that come with the program, then the saved ones in name order."""
        description = REGISTERS[register]
        own = [
            NamedView(f"{_BUILT_IN}{view.name}", view)
            for view in BUILT_IN.get(register, ())
            if _is_known(description, view)
        ]
        return own + self._saved(description)

    def find(self, register: str, key: str) -> NamedView | None:
        """A view by its key; None when it is gone."""
        return next((named for named in self.of(register) if named.key == key), None)

    def save(self, register: str, view: ListView) -> str:
        """Keep a view under its name and return its key. Raises InvalidRecordError."""
        values = {"name": view.name, "register": register, "definition": definition_of(view)}
        return str(self._workspace.records.add(_REGISTER, values))

    def change(self, record_id: UUID, view: ListView) -> ChangeSet:
        """Let a saved view be as it is now, under the name it has."""
        return self._workspace.records.save(_REGISTER, record_id, {"definition": definition_of(view)})

    def rename(self, record_id: UUID, name: str) -> ChangeSet:
        """Give a saved view another name. Raises InvalidRecordError."""
        return self._workspace.records.save(_REGISTER, record_id, {"name": name})

    def delete(self, record_id: UUID) -> ChangeSet:
        """Put a saved view in the bin."""
        return self._workspace.records.delete(_REGISTER, [record_id])

    def _saved(self, register: Register) -> list[NamedView]:
        reading = self._workspace.reading()
        ids = reading.keys(_REGISTER, ListQuery(where={"register": [register.name]}))
        records = [read.record for read in reading.many(_REGISTER, ids[:_MOST_VIEWS]).values()]
        return [
            NamedView(str(record.id), view_of(register, record.name, record.definition), record.id)
            for record in records
            if isinstance(record, SavedView) and record.register == register.name
        ]


def _is_known(register: Register, view: ListView) -> bool:
    """Whether a register has all that a view speaks of."""
    return view_of(register, view.name, definition_of(view)) == view


def _content(definition: str) -> Mapping[str, Any]:
    try:
        content = json.loads(definition)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _listed(content: Mapping[str, Any], name: str, kind: type) -> list[Any]:
    value = content.get(name)
    return [item for item in value if isinstance(item, kind)] if isinstance(value, list) else []


def _unique(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(items))


def _conditions(register: Register, content: Mapping[str, Any]) -> tuple[Condition, ...]:
    items = _listed(content, "conditions", dict)[:_MOST_CONDITIONS]
    return tuple(found for item in items if (found := _condition(register, item)) is not None)


def _condition(register: Register, item: Mapping[str, Any]) -> Condition | None:
    name, test, values = item.get("field"), item.get("test"), item.get("values")
    if not isinstance(name, str) or not isinstance(test, str) or not isinstance(values, list):
        return None
    field = register.fields.get(name)
    if field is None or test not in TESTS or test not in tests_of(field):
        return None
    if len(values) != _wanted(test, len(values)) or not all(_suits(field, test, value) for value in values):
        return None
    return Condition(name, next(known for known in tests_of(field) if known == test), tuple(values))


def _wanted(test: str, number: int) -> int:
    """How many values a test takes; those that take any number take as many as there are, but one at least."""
    if test in ("empty", "filled"):
        return 0
    return max(number, 1) if test in ("one_of", "none_of") else 1


def _suits(field: Field, test: str, value: Any) -> bool:
    """Whether a plain value can be asked of a field."""
    if value is None:
        return test in ("one_of", "none_of")
    if asks_months(test):
        return is_months(value)
    kind = field.kind if isinstance(field, Computed) else type(field)
    if kind is YesNo:
        return isinstance(value, bool)
    if kind in (Whole, Money, Percent):
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER
    if kind in (Reference, References, Held):
        return isinstance(value, str) and _is_id(value)
    return isinstance(value, str) and _LONE_SURROGATE.search(value) is None


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
