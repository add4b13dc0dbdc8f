"""A record's values as people read them: references by name, choices by label, money and days in Swedish form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.columns import column_field
from itadmin.domain.entry import edit_text, text_from_plain
from itadmin.domain.fields import Choice, Field, Held, Money, Reference, References, Rows
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.register import Register
from itadmin.domain.words import BUILT_IN, Words
from itadmin.storage.reads import Read

NOT_ADOPTED = "benämning ej fastställd"


def field_text(register: Register, read: Read, name: str) -> str:
    """One field of a record as it is read; "" when it has no value. Rows are told by their number."""
    field = column_field(register, name)
    value = getattr(read.record, name)
    if isinstance(field, Held):
        return read.holders[name].label if name in read.holders else ""
    if isinstance(field, Reference):
        return read.labels.get(value, "") if value else ""
    if isinstance(field, References):
        return ", ".join(read.labels.get(item, "") for item in value)
    if isinstance(field, Rows):
        return f"{len(value)} rader" if len(value) != 1 else "1 rad"
    return text_from_plain(field, plain_value(field, value), read.words) if value not in (None, "") else ""


def money_unit(field: Money) -> str:
    """What amounts are in: "kr per år"."""
    return f"kr per {field.per}" if field.per else "kr"


def heading(field: Field) -> str:
    """What stands above a field's values in a list: its label, and of amounts the unit that the figures leave out."""
    return f"{field.label}, {money_unit(field)}" if isinstance(field, Money) else field.label


def under_heading(register: Register, read: Read, name: str) -> str:
    """One field of a record as it is read below `heading`."""
    field = column_field(register, name)
    return (
        edit_text(field, getattr(read.record, name)) if isinstance(field, Money) else field_text(register, read, name)
    )


def reservation(register: Register, read: Read, name: str) -> str:
    """What is said quietly beside a value: that its word is a proposal nobody has adopted yet; "" when it is not."""
    field = register.fields[name]
    is_proposed = isinstance(field, Choice) and read.words.is_proposed(field.values, getattr(read.record, name))
    return NOT_ADOPTED if is_proposed else ""


def subtitle_fields(register: Register) -> list[str]:
    """The fields that tell two records of one name apart; who holds it is one of them where it can be held."""
    return list(dict.fromkeys((*register.subtitle, *((register.tenure.by,) if register.tenure else ()))))


def subtitle(register: Register, read: Read) -> str:
    """What is said of a record after its name, so that two of one name are told apart."""
    told = [field_text(register, read, name) for name in subtitle_fields(register)]
    return " · ".join(text for text in (*told, past_words(register, read)) if text not in ("", read.label))


def past_words(register: Register, read: Read) -> str:
    """Since when a record is of the past: "slutade 2026-03-31"; "" for one that is not."""
    last = field_text(register, read, register.past_after) if register.past_after else ""
    return f"{register.fields[register.past_after].label.lower()} {last}" if last else ""


def plain_text(field: Field, value: Any, labels: Mapping[UUID, str], words: Words = BUILT_IN) -> str:
    """A plain value, from journal or preview, as it is read; references by the names in `labels`."""
    if value in (None, "", []):
        return ""
    if isinstance(field, (Reference, Held)):
        return labels.get(UUID(value), "borttagen post")
    if isinstance(field, References):
        return ", ".join(labels.get(UUID(item), "borttagen post") for item in value)
    if isinstance(field, Rows):
        fields = described_fields(field.row)
        return "\n".join(
            " · ".join(
                text_from_plain(item, row[key], words) for key, item in fields.items() if row.get(key) not in (None, "")
            )
            for row in value
        )
    return text_from_plain(field, value, words)
