"""A record as a frozen dataclass, and its plain form.

The plain form is a dict by field identifier of what JSON can hold: text or None, ISO days, whole numbers, true/false,
ids as text, lists of ids, lists of row dicts. Journal, change sets, export and digest all speak it. Held and computed
fields are not in it: they belong to other records, or to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any, get_args, get_type_hints
from uuid import UUID

from itadmin.domain.fields import ApproximateDay as Approximate
from itadmin.domain.fields import Choice as ChoiceField
from itadmin.domain.fields import Computed, Day, Field, Held, LongText, Reference, References, Rows, Text

NO_ID = UUID(int=0)
"""The id of a record that has not been saved yet."""

TEXTUAL = (Text, LongText, Approximate, ChoiceField)
"""Field kinds whose empty value is "" in a record and None in plain form."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has beside its described fields.

    `owner` is the organisation whose file may change it; `revision` counts saves and guards stale drafts; `deleted`
    is the bin; `shared` says whether it may leave in a share file at all.
    """

    id: UUID = NO_ID
    owner: UUID = NO_ID
    revision: int = 0
    deleted: bool = False
    shared: bool = True


def described_fields(record_type: Any) -> Mapping[str, Field]:
    """The described fields of a record or row dataclass, by identifier, in order of definition."""
    return _described_fields(record_type)


@cache
def _described_fields(record_type: Any) -> Mapping[str, Field]:
    hints = get_type_hints(record_type, include_extras=True)
    found: dict[str, Field] = {}
    for item in fields(record_type):
        described = [mark for mark in get_args(hints[item.name])[1:] if isinstance(mark, Field)]
        if described:
            found[item.name] = described[0]
    return found


def plain_value(field: Field, value: Any) -> Any:
    """A field's value in plain form."""
    kind = field.kind if isinstance(field, Computed) else type(field)
    if issubclass(kind, TEXTUAL):
        return value or None
    if value is None:
        return None
    if issubclass(kind, Day):
        return value.isoformat()
    if isinstance(field, (Reference, Held)):
        return str(value)
    if isinstance(field, References):
        return [str(item) for item in value]
    if isinstance(field, Rows):
        return [row_to_plain(row) for row in value]
    return value


def typed_value(field: Field, value: Any) -> Any:
    """A field's value in a record from its plain form."""
    if isinstance(field, TEXTUAL):
        return value or ""
    if isinstance(field, References):
        return tuple(UUID(item) for item in value or ())
    if isinstance(field, Rows):
        return tuple(row_from_plain(field.row, row) for row in value or ())
    if value is None:
        return None
    if isinstance(field, Day):
        return date.fromisoformat(value)
    if isinstance(field, (Reference, Held)):
        return UUID(value)
    return value


def row_to_plain(row: Any) -> dict[str, Any]:
    """An owned row in plain form."""
    return {name: plain_value(field, getattr(row, name)) for name, field in described_fields(type(row)).items()}


def row_from_plain(row_type: type, values: Mapping[str, Any]) -> Any:
    """An owned row from its plain form; identifiers it does not know are left out."""
    known = described_fields(row_type)
    return row_type(**{name: typed_value(known[name], value) for name, value in values.items() if name in known})


def stored_fields(record_type: Any) -> Mapping[str, Field]:
    """The described fields that are stored with the record itself."""
    return _stored_fields(record_type)


@cache
def _stored_fields(record_type: Any) -> Mapping[str, Field]:
    return {
        name: field for name, field in described_fields(record_type).items() if not isinstance(field, (Held, Computed))
    }


def to_plain(record: Record) -> dict[str, Any]:
    """All stored fields of a record in plain form, with `deleted` and `shared`."""
    values = {name: plain_value(field, getattr(record, name)) for name, field in stored_fields(type(record)).items()}
    return {**values, "deleted": record.deleted, "shared": record.shared}


def to_plain_from(before: Record, plain: Mapping[str, Any], after: Record) -> dict[str, Any]:
    """What `to_plain` gives of a record made from another, whose plain form is `plain`: only what differs is turned."""
    fields, was = stored_fields(type(after)), vars(before)
    changed = {
        name: plain_value(fields[name], value)
        for name, value in vars(after).items()
        if value is not was[name] and name in fields
    }
    return {**plain, **changed, "deleted": after.deleted, "shared": after.shared}
