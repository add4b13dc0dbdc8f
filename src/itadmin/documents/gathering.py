"""What document types share when they gather facts: values as text, and what may be printed openly.

Gives plain values; builds no blocks.
"""

from __future__ import annotations

from typing import Any

from itadmin.domain.entry import text_from_plain
from itadmin.domain.identifiers import format_organisation_number, is_personal_number
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.words import BUILT_IN, Words

_DIGITS = 10


def shown(record: Any, field: str, words: Words = BUILT_IN) -> str:
    """A value field of a record or owned row as people read it, codes by `words`; "" when it has no value."""
    description = described_fields(type(record))[field]
    return text_from_plain(description, plain_value(description, getattr(record, field)), words)


def label(record: Any, field: str) -> str:
    """What a field of a record or owned row is called."""
    return described_fields(type(record))[field].label


def may_be_printed(record: Any, field: str, publicity: str) -> bool:
    """Whether a field may stand in a paper: what stays in the register is left out of open papers.

    A paper without a stated `publicity` is taken to be open.
    """
    return described_fields(type(record))[field].exposure.share != "lokal" or publicity not in ("oppen", "")


def number_of(organisation: Organisation) -> str:
    """The organisation number as it is printed: unconfirmed ones say so, those of persons are masked; "" if none."""
    number = number_shown(organisation.organisation_number)
    return f"{number} (obekräftat)" if number and organisation.organisation_number_unconfirmed else number


def number_shown(digits: str) -> str:
    """An organisation number as it is printed, those of persons masked; what does not look like one as it is."""
    known_form = len(digits) == _DIGITS and digits.isdecimal()
    return format_organisation_number(digits, masked=is_personal_number(digits)) if known_form else digits


def confirmed_number_of(organisation: Organisation) -> str:
    """The organisation number for a paper that leaves the house; "" when it is not known for certain."""
    return "" if organisation.organisation_number_unconfirmed else number_of(organisation)
