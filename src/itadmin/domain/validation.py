"""What every field's description demands of a value, whatever the register; rules of the register come on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from itadmin.domain.changes import Plain
from itadmin.domain.fields import Choice, Field, LongText, Money, Rows, Text, Whole
from itadmin.domain.identifiers import email_remark, phone_remark
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record, described_fields, to_plain
from itadmin.domain.register import Register
from itadmin.domain.values import LISTS

_REMARKS = {"email": email_remark, "phone": phone_remark}

LARGEST_AMOUNT = 10**15
"""Öre; ten thousand billion kronor is more than any kommun has."""


def check(register: Register, record: Record) -> tuple[Problem, ...]:
    """All problems of a record: its fields' own, its rows', and its register's rules."""
    plain = to_plain(record)
    problems = list(_check_fields(register.fields, plain))
    if not problems:
        problems.extend(problem for rule in register.rules for problem in rule(record))
    return tuple(problems)


def _check_fields(fields: dict[str, Field] | Any, plain: Plain, place: str = "") -> Iterator[Problem]:
    for name, field in fields.items():
        if name not in plain:
            continue
        value = plain[name]
        if isinstance(field, Rows):
            for number, row in enumerate(value or (), start=1):
                for problem in _check_fields(described_fields(field.row), row, f"{field.label}, rad {number}: "):
                    yield Problem(name, problem.text, problem.severity)
        else:
            for sentence, severity in _check_value(field, value):
                yield Problem(name, place + sentence, severity)


def _check_value(field: Field, value: Any) -> Iterable[tuple[str, Any]]:
    if value is None:
        if field.required:
            yield f"{field.label} måste fyllas i.", "fel"
        return
    if isinstance(field, (Text, LongText)) and len(value) > field.max_length:
        length = f"{len(value):,}".replace(",", "\u00a0")
        limit = f"{field.max_length:,}".replace(",", "\u00a0")
        yield f"{field.label} är {length} tecken lång men får vara högst {limit}. Korta texten.", "fel"
    if isinstance(field, Text) and field.form in _REMARKS:
        remark = _REMARKS[field.form](value)
        if remark:
            yield f"{field.label}: {remark}", "anmarkning"
    if isinstance(field, Whole) and not field.minimum <= value <= field.maximum:
        yield f"{field.label} ska vara mellan {field.minimum} och {field.maximum}.", "fel"
    if isinstance(field, Money) and not -LARGEST_AMOUNT <= value <= LARGEST_AMOUNT:
        yield f"{field.label} är orimligt stort. Kontrollera beloppet.", "fel"
    if isinstance(field, Choice) and value not in LISTS[field.values]:
        yield f"{field.label} har ett okänt värde: {value}. Välj ett ur listan.", "fel"


def missing_fields(register: Register, record: Record, held: Iterable[str] = ()) -> tuple[str, ...]:
    """Identifiers of expected fields without a value; `held` names the roles that somebody holds."""
    plain = to_plain(record)
    holding = set(held)
    return tuple(
        name
        for name, field in register.fields.items()
        if field.expected and name not in holding and plain.get(name) in (None, [], "")
    )
