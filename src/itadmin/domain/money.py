"""Amounts in whole öre and percentages in hundredths, as they are written and read in Sweden.

Nothing is rounded but by `format_whole_kronor`: what cannot be held exactly is refused with a ValueError whose Swedish
sentence can stand at the field. Knows nothing of currencies other than kronor, nor of VAT.
"""

from __future__ import annotations

import re
from decimal import Decimal

NBSP = "\u00a0"
MINUS = "\u2212"

LARGEST_ORE = 10**15
"""Ten thousand billion kronor in either direction are the most that an amount can be."""

LARGEST_PERCENT = 10**9
"""In hundredths of a percent."""

_LONGEST_INPUT = 60
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_UNITS = {"": 1, "kr": 1, "kronor": 1, "krona": 1, "sek": 1, "tkr": 10**3, "mkr": 10**6, "mnkr": 10**6}

_AMOUNT = re.compile(r"(?P<sign>[-+]?) ?(?P<number>[0-9][0-9 .,:]*?) ?(?:[:,]-)? ?(?P<unit>[a-z]*)\.?")
_PERCENT = re.compile(r"(?P<sign>[-+]?) ?(?P<number>[0-9][0-9 .,]*?) ?(?:%|procent)?")
_SPACED = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[,.](?P<part>[0-9]+))?")
_DOTTED = re.compile(r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+)(?:,(?P<part>[0-9]+))?")
_COLON = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+):(?P<part>[0-9]{2})")
_DOT_AND_THREE = re.compile(r"[0-9]{1,3}\.[0-9]{3}")


def format_kronor(ore: int, *, whole: bool = False) -> str:
    """Write an amount in öre as "1 234,50 kr", with no-break spaces and a true minus sign.

    With `whole`, even kronor are written without their decimals ("148 000 kr"); öre that exist are always shown.
    """
    kronor, rest = divmod(abs(ore), 100)
    decimals = "" if whole and rest == 0 else f",{rest:02}"
    return f"{_sign(ore)}{grouped(kronor)}{decimals}{NBSP}kr"


def format_whole_kronor(ore: int) -> str:
    """Write an amount in öre rounded to kronor, half a krona away from zero: "1 235 kr"."""
    kronor = (abs(ore) + 50) // 100
    return format_kronor(kronor * 100 if ore > 0 else -kronor * 100, whole=True)


def grouped(number: int) -> str:
    """Write a number with its thousands apart, "12 400"."""
    return f"{number:,}".replace(",", NBSP)


def format_percent(hundredths: int) -> str:
    """Write hundredths of a percent as "99,5 %", with only the decimals that are needed."""
    whole, rest = divmod(abs(hundredths), 100)
    decimals = f",{rest:02}".rstrip("0") if rest else ""
    return f"{_sign(hundredths)}{grouped(whole)}{decimals}{NBSP}%"


def parse_kronor(text: str) -> int:
    """Read the öre of an amount as people write it.

    Takes "1 234,50 kr", "148000", "−12,5", "1.234,50", "1 234:50", "500:-", "412 tkr" and "22,6 mkr".
    Raises ValueError for what is no amount, is finer than an öre ("1,234"), is larger than `LARGEST_ORE` or could mean
    two things ("1.234 mkr").
    """
    match = _AMOUNT.fullmatch(_normal_input(text))
    unit = _UNITS.get(match["unit"]) if match else None
    if match is None or unit is None:
        raise ValueError(_NO_AMOUNT)
    if unit > 1 and _DOT_AND_THREE.fullmatch(match["number"]):
        raise ValueError("Punkten kan betyda två saker här. Skriv decimaler efter ett komma.")
    number = _first_number(match["number"], (_DOTTED, _COLON, _SPACED))
    if number is None:
        raise ValueError(_NO_AMOUNT)
    ore = number * unit * 100
    if ore > LARGEST_ORE:
        raise ValueError("Beloppet är orimligt stort.")
    if ore != int(ore):
        raise ValueError("Ett belopp kan inte vara finare än hela ören.")
    return _signed(match["sign"], int(ore))


def parse_percent(text: str) -> int:
    """Read the hundredths of a percentage as people write it: "99,5 %", "99.5", "99,95 procent".

    Raises ValueError for what is no percentage, is finer than a hundredth or larger than `LARGEST_PERCENT`.
    """
    match = _PERCENT.fullmatch(_normal_input(text))
    number = _first_number(match["number"], (_SPACED,)) if match else None
    if match is None or number is None:
        raise ValueError(_NO_PERCENT)
    hundredths = number * 100
    if hundredths > LARGEST_PERCENT:
        raise ValueError("Procentsatsen är orimligt stor.")
    if hundredths != int(hundredths):
        raise ValueError("En procentsats kan ha högst två decimaler.")
    return _signed(match["sign"], int(hundredths))


_NO_AMOUNT = "Det går inte att läsa som ett belopp. Skriv till exempel 1 234,50 kr, 412 tkr eller 22,6 mkr."
_NO_PERCENT = "Det går inte att läsa som en procentsats. Skriv till exempel 99,5 %."


def _sign(value: int) -> str:
    return MINUS if value < 0 else ""


def _signed(sign: str, value: int) -> int:
    return -value if sign == "-" else value


def _normal_input(text: str) -> str:
    if len(text) > _LONGEST_INPUT:
        return ""
    return _DASHES.sub("-", " ".join(text.casefold().split()))


def _first_number(written: str, forms: tuple[re.Pattern[str], ...]) -> Decimal | None:
    for form in forms:
        if match := form.fullmatch(written):
            whole = match["whole"].replace(" ", "").replace(".", "")
            return Decimal(f"{whole}.{match['part'] or 0}")
    return None
