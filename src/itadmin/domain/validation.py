"""What every field's description demands of a value, whatever the register; rules of the register come on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from itadmin.domain.changes import Plain
from itadmin.domain.entry import text_from_plain
from itadmin.domain.fields import Choice, Field, LongText, Money, Percent, Rows, Text, Whole
from itadmin.domain.identifiers import email_remark, phone_remark
from itadmin.domain.money import LARGEST_ORE, LARGEST_PERCENT, grouped
from itadmin.domain.problems import Problem, Severity, errors
from itadmin.domain.record import Record, described_fields, to_plain
from itadmin.domain.register import Register
from itadmin.domain.values import LISTS, is_own_code

_REMARKS = {"email": email_remark, "phone": phone_remark}

Finding = tuple[str, Severity]


def check(register: Register, record: Record, plain: Plain | None = None) -> tuple[Problem, ...]:
    """All problems of a record: its fields' own, its rows', and – unless those are errors – its register's rules.

    `plain` is the record in plain form, for whoever has it already.
    """
    problems = tuple(_check_fields(register.fields, to_plain(record) if plain is None else plain))
    if errors(problems):
        return problems
    return (*problems, *(problem for rule in register.rules for problem in rule(record)))


def _check_fields(fields: Mapping[str, Field], plain: Plain) -> Iterator[Problem]:
    for name, field in fields.items():
        value = plain.get(name)
        if value is None and not (field.required and name in plain):
            continue
        findings = _check_rows(field, value or ()) if isinstance(field, Rows) else _check_value(field, value)
        yield from (Problem(name, sentence, severity) for sentence, severity in findings)


def _check_rows(field: Rows, rows: Iterable[Plain]) -> Iterator[Finding]:
    for number, row in enumerate(rows, start=1):
        for problem in _check_fields(described_fields(field.row), row):
            yield f"{field.label}, rad {number}: {problem.text}", problem.severity


def _check_value(field: Field, value: Any) -> Iterator[Finding]:
    if value is None or value == []:
        if field.required:
            yield f"{field.label} måste fyllas i.", "fel"
    elif isinstance(field, (Text, LongText)):
        yield from _check_text(field, value)
    elif isinstance(field, Choice):
        if value not in LISTS[field.values] and not is_own_code(value):
            yield f"{field.label} har ett okänt värde: {value[:60]}. Välj ett ur listan.", "fel"
    else:
        yield from _check_amount(field, value)


def _check_text(field: Text | LongText, value: str) -> Iterator[Finding]:
    if len(value) > field.max_length:
        length, limit = grouped(len(value)), grouped(field.max_length)
        yield f"{field.label} har {length} tecken men får ha högst {limit}. Korta texten.", "fel"
    elif isinstance(field, Text) and field.form in _REMARKS:
        remark = _REMARKS[field.form](value)
        if remark:
            yield f"{field.label}: {remark}", "anmarkning"


def _check_amount(field: Field, value: Any) -> Iterator[Finding]:
    if isinstance(field, Whole) and not field.minimum <= value <= field.maximum:
        bounds = f"mellan {grouped(field.minimum)} och {grouped(field.maximum)}"
        yield f"{field.label} är {text_from_plain(field, value)} men ska vara {bounds}.", "fel"
    if isinstance(field, Money) and abs(value) > LARGEST_ORE:
        yield f"{field.label} är orimligt stort. Kontrollera beloppet.", "fel"
    if isinstance(field, Percent) and not 0 <= value <= LARGEST_PERCENT:
        yield f"{field.label} är ingen rimlig procentsats. Skriv till exempel 99,5 %.", "fel"
