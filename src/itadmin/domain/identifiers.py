"""Names that the world gives (organisation numbers, kommunkoder, addresses) and names that we make (UUIDs).

Pure: time and randomness are handed in. Whether a number belongs to anybody is not known here, only whether it can.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from enum import StrEnum
from itertools import count
from uuid import UUID, uuid5

_PROJECT = UUID("5d0f6c1e-3a52-4b7e-9c44-8f1d2e6b70a3")

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ORGANISATION_NUMBER = re.compile(r"(?P<century>[0-9]{2})?(?P<digits>[0-9]{6}[-+]?[0-9]{4})")
_PERSONAL_NUMBER = re.compile(r"[0-9]{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278][0-9]|[39][01])[0-9]{4}")
_MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+")
_PHONE = re.compile(r"\+?[0-9()/ -]+")
_PERSONAL_CENTURIES = ("18", "19", "20")
_LONGEST_INPUT = 40
_FEWEST_PHONE_DIGITS, _MOST_PHONE_DIGITS = 5, 15

_RANDOM_BYTES = 10
_RANDOM_BITS = 74
_VARIABLE_BITS = 62
_LAST_MILLISECOND = 2**48 - 1


class NumberFault(StrEnum):
    """Why something is no organisation number."""

    FORM = "form"
    CENTURY = "sekel"
    THIRD_DIGIT = "tredje_siffran"
    CHECK_DIGIT = "kontrollsiffra"


_FAULTS = {
    NumberFault.FORM: "Ett organisationsnummer har tio siffror, till exempel 212000-1843.",
    NumberFault.CENTURY: "Tolv siffror måste börja med 16, eller med århundradet för en enskild firma.",
    NumberFault.THIRD_DIGIT: "Den tredje siffran i ett organisationsnummer är minst 2.",
    NumberFault.CHECK_DIGIT: "Kontrollsiffran stämmer inte. Jämför numret siffra för siffra med en säker källa.",
}


class InvalidOrganisationNumberError(ValueError):
    """What was written is no organisation number: `fault` for the program, the message in Swedish for people."""

    def __init__(self, fault: NumberFault) -> None:
        super().__init__(_FAULTS[fault])
        self.fault = fault


def parse_organisation_number(text: str) -> str:
    """Read the ten digits of an organisation number.

    Takes it with or without hyphen and with the prefix 16. The personal number of an enskild firma is taken too, with
    or without century: ask `is_personal_number`. Raises InvalidOrganisationNumberError.
    """
    written = _DASHES.sub("-", "".join(text[:_LONGEST_INPUT].split()))
    match = _ORGANISATION_NUMBER.fullmatch(written)
    if match is None or len(text) > _LONGEST_INPUT:
        raise InvalidOrganisationNumberError(NumberFault.FORM)
    digits = match["digits"].replace("-", "").replace("+", "")
    personal = is_personal_number(digits)
    if match["century"] and match["century"] not in (_PERSONAL_CENTURIES if personal else ("16",)):
        raise InvalidOrganisationNumberError(NumberFault.CENTURY)
    if digits[2] in "01" and not personal:
        raise InvalidOrganisationNumberError(NumberFault.THIRD_DIGIT)
    if not _luhn_holds(digits):
        raise InvalidOrganisationNumberError(NumberFault.CHECK_DIGIT)
    return digits


def organisation_number_problem(text: str) -> str | None:
    """Say in a Swedish sentence why something is no organisation number; None when it is one."""
    try:
        parse_organisation_number(text)
    except InvalidOrganisationNumberError as problem:
        return str(problem)
    return None


def is_personal_number(digits: str) -> bool:
    """Whether ten digits have the form of a personal number, as an enskild firma's: personal data, to be masked."""
    return _PERSONAL_NUMBER.fullmatch(digits) is not None


def format_organisation_number(digits: str, *, masked: bool = False) -> str:
    """Write ten digits as "212000-1843"; `masked` hides the last four, as becomes a personal number."""
    return f"{digits[:6]}-{'****' if masked else digits[6:]}"


def is_municipality_code(text: str) -> bool:
    """Whether the text has the form of a kommunkod: four digits, leading zeros kept."""
    return _MUNICIPALITY_CODE.fullmatch(text) is not None


def email_remark(text: str) -> str | None:
    """Say in Swedish what looks wrong with an e-mail address; None when it looks right. Never a reason to refuse it."""
    return None if _EMAIL.fullmatch(text) else "Det ser inte ut som en e-postadress, till exempel namn@kommun.se."


def phone_remark(text: str) -> str | None:
    """Say in Swedish what looks wrong with a telephone number; None when it looks right. Never a reason to refuse."""
    digits = sum(character.isdigit() for character in text)
    if _PHONE.fullmatch(_DASHES.sub("-", text)) and _FEWEST_PHONE_DIGITS <= digits <= _MOST_PHONE_DIGITS:
        return None
    return "Det ser inte ut som ett telefonnummer, till exempel 0531-52 60 00."


def municipality_id(code: str) -> UUID:
    """Give the id that a kommun's record has in every file: the UUIDv5 of its kommunkod.

    Raises ValueError for what has not the form of a kommunkod.
    """
    if not is_municipality_code(code):
        raise ValueError("En kommunkod har fyra siffror, till exempel 1460.")
    return uuid5(_PROJECT, code)


def uuid7(unix_ms: int, random_bytes: bytes) -> UUID:
    """Make the UUIDv7 of a time and ten random bytes.

    `unix_ms` is milliseconds since 1970, at most 48 bits. Raises ValueError when either is out of bounds.
    """
    if len(random_bytes) != _RANDOM_BYTES:
        raise ValueError(f"A UUIDv7 takes {_RANDOM_BYTES} random bytes, not {len(random_bytes)}.")
    return _uuid7(unix_ms, _random_part(random_bytes))


class IdSource:
    """Hands out UUIDv7s that never repeat and always rise, also when the clock stands still or goes back.

    `clock` gives milliseconds since 1970, `random` so many random bytes as it is asked for. For one thread.
    """

    def __init__(self, clock: Callable[[], int], random: Callable[[int], bytes]) -> None:
        self._clock = clock
        self._random = random
        self._last = (-1, 0)

    def new(self) -> UUID:
        """Make the next id."""
        now = self._clock()
        last_ms, last_part = self._last
        if now > last_ms:
            self._last = (now, _random_part(self._random(_RANDOM_BYTES)))
        else:
            carried, part = divmod(last_part + 1, 2**_RANDOM_BITS)
            self._last = (last_ms + carried, part)
        return _uuid7(*self._last)


def seeded_id_source(seed: str, start_ms: int) -> IdSource:
    """Make a source that gives the same ids for the same seed each time, one millisecond apart from `start_ms` on."""
    ticks = count(start_ms)
    numbers = count()

    def random(size: int) -> bytes:
        return hashlib.sha256(f"{seed}:{next(numbers)}".encode()).digest()[:size]

    return IdSource(lambda: next(ticks), random)


def _random_part(random_bytes: bytes) -> int:
    return int.from_bytes(random_bytes, "big") >> (8 * _RANDOM_BYTES - _RANDOM_BITS)


def _uuid7(unix_ms: int, random_part: int) -> UUID:
    if not 0 <= unix_ms <= _LAST_MILLISECOND:
        raise ValueError("The time of a UUIDv7 must fit in 48 bits.")
    high, low = divmod(random_part, 2**_VARIABLE_BITS)
    return UUID(int=unix_ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def _luhn_holds(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
