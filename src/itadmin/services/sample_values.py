"""How the sample region varies without chance: ids, shares, numbers and addresses that follow from names alone.

Everything here gives the same for the same words each time, on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.identifiers import uuid7
from itadmin.domain.record import stored_fields, to_plain, typed_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold
from itadmin.services.sample_data import Function, Place

SAMPLE_DAY = date(2026, 11, 22)
"""The day that the sample region is made for: what is due soon is due soon on it."""

SAMPLE_MOMENT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
"""When the sample files say that they were made."""

TYPICAL_INHABITANTS = 9000
"""The kommun that users and costs in the files are given for."""

_SMALLEST_SHARE = 0.4
_EXCHANGE, _SERVICEDESK, _ON_CALL, _FIRST_OTHER, _LAST_OTHER = 0, 1, 2, 3, 19
_ROUND_FROM = 60
_VARIATIONS = range(92, 109)

_Item = TypeVar("_Item")


def chance(percent: int, *words: str) -> bool:
    """Whether the words are among so many percent of all words."""
    return _number(words) % 100 < percent


def pick(items: Sequence[_Item], *words: str) -> _Item:
    """One of the items, which one following from the words."""
    return items[_number(words) % len(items)]


def sample_id(place: Place, register: str, *words: str) -> UUID:
    """The id that a record of a kommun has in the sample region."""
    text = "\x1f".join((place.code, register, *words))
    return uuid7(int(SAMPLE_MOMENT.timestamp() * 1000), hashlib.sha256(text.encode()).digest()[:10])


def _number(words: Sequence[str]) -> int:
    return int.from_bytes(hashlib.sha256("\x1f".join(words).encode()).digest()[:6], "big")


def addition(register: str, record_id: UUID, values: Mapping[str, Any]) -> Change:
    """The change that adds a record with these plain values; what is not named is empty."""
    record_type = REGISTERS[register].record
    fields = stored_fields(record_type)
    typed = {name: typed_value(fields[name], value) for name, value in values.items()}
    return Change(register, record_id, None, to_plain(record_type(**typed)))


def users(place: Place, typical: int) -> int:
    """How many use a system here, when `typical` do in a typical kommun."""
    number = max(2, round(typical * place.inhabitants / TYPICAL_INHABITANTS))
    return number if number < _ROUND_FROM else round(number / 5) * 5


def cost(place: Place, typical: int, *words: str) -> int:
    """Öre a year here, when it is `typical` thousand kronor in a typical kommun; even five hundreds of kronor."""
    share = _SMALLEST_SHARE + (1 - _SMALLEST_SHARE) * place.inhabitants / TYPICAL_INHABITANTS
    varied = typical * share * pick(_VARIATIONS, "cost", place.code, *words) / 100
    return max(1, round(varied * 2)) * 500 * 100


def exchange_phone(place: Place) -> str:
    """The kommun's telephone exchange."""
    return _phone(place, _EXCHANGE)


def servicedesk_phone(place: Place) -> str:
    """The IT unit's servicedesk."""
    return _phone(place, _SERVICEDESK)


def on_call_phone(place: Place) -> str:
    """The IT unit's number outside office hours."""
    return _phone(place, _ON_CALL)


def function_phone(place: Place, function: Function) -> str:
    """The number of a function: in the kommun's series as long as it lasts, else a mobile telephone."""
    fixed = _FIRST_OTHER + function.line
    return _phone(place, fixed) if fixed <= _LAST_OTHER else f"070-174 06 {fixed - _LAST_OTHER - 1:02}"


def _phone(place: Place, number: int) -> str:
    return f"0980-319 {place.phone_series + number}"


def function_title(place: Place, function: Function) -> str:
    """What a function is called in a kommun."""
    return place.titles.get(function.key, function.title)


def function_email(place: Place, function: Function) -> str:
    """The address of a function."""
    return f"{mail_name(function_title(place, function))}@{place.domain}"


def mail_name(text: str) -> str:
    """Words as they stand before the at sign: "Plan- och byggchef" becomes "plan.och.byggchef"."""
    letters = "".join(sign if sign.isalnum() or sign == "-" else " " for sign in fold(text))
    return ".".join(word.strip("-") for word in letters.split())
