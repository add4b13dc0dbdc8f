"""Sharing an amount between kommuner by a model, with the figures it rests on. Reads the shipped inhabitants only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from itadmin.domain.calculations.allocation import FIXED_PERCENT, shares, weights_of
from itadmin.domain.problems import KnownError
from itadmin.services.costs.own_share import own_code
from itadmin.services.reading import Reading
from itadmin.services.reference_data import inhabitants_on, newest_common_year_end

BY_INHABITANTS = ("BEFOLKNING", "LIKA", "FAST_RORLIG")
BY_NUMBERS = ("ANVANDARE", "ENHETER", "HISTORISK")
MODELS = (*BY_INHABITANTS, *BY_NUMBERS)
"""The models by what decides them: inhabitants, or numbers that somebody gives."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a kommun (by kommunkod) carries in öre, and the number that decides it."""

    municipality: str
    basis: int
    amount: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """How to share: the model, who takes part (nobody named is the region), and what the model needs beside that.

    `fixed_percent` is of FAST_RORLIG; `numbers` by kommunkod are for the models that no inhabitants decide.
    """

    model: str
    participants: Sequence[str] = ()
    fixed_percent: int = FIXED_PERCENT
    numbers: Mapping[str, int] | None = None


def allocated(reading: Reading, amount: int, sharing: Sharing, day: date) -> list[Part]:
    """An amount in öre, zero or more, shared to the öre, in order of kommunkod.

    Inhabitants are those of the newest 31 December on or before `day` that all who take part have. Raises KnownError.
    """
    if sharing.model in BY_NUMBERS:
        basis = _numbers(sharing)
        weights = basis
    else:
        basis = _inhabitants(reading, sharing, day)
        weights = weights_of(sharing.model, basis, sharing.fixed_percent)
    if not weights:
        raise KnownError(f"Kostnaden kan inte fördelas efter {sharing.model}. Välj någon av: {', '.join(MODELS)}.")
    if amount < 0 or sum(weights.values()) <= 0:
        raise KnownError("Beloppet ska vara noll eller mer, och minst en kommun ha ett tal över noll.")
    parts = shares(amount, weights)
    return [Part(code, basis[code], parts[code]) for code in sorted(parts)]


def _numbers(sharing: Sharing) -> dict[str, int]:
    numbers = dict(sharing.numbers or {})
    if not numbers:
        raise KnownError(f"{sharing.model} behöver ett tal för varje kommun, till exempel 1460=120.")
    unknown = [code for code in sharing.participants if code not in numbers]
    if unknown:
        raise KnownError(f"Tal saknas för {', '.join(unknown)}. Ange ett för varje kommun som deltar.")
    return {code: numbers[code] for code in sharing.participants or numbers}


def _inhabitants(reading: Reading, sharing: Sharing, day: date) -> dict[str, int]:
    codes = set(sharing.participants) or _region(reading, day)
    counted_on = newest_common_year_end(codes, day)
    if counted_on is None:
        named = ", ".join(sorted(codes)) or "registrets kommun"
        raise KnownError(f"Folkmängd saknas för {named} den 31 december före dagen. Välj andra kommuner eller en dag.")
    known = inhabitants_on(counted_on)
    return {code: known[code] for code in sorted(codes)}


def _region(reading: Reading, day: date) -> set[str]:
    """Those who have a figure of the newest year end that the kommun of the file has one of."""
    own = own_code(reading)
    counted_on = newest_common_year_end({own}, day) if own else None
    return set(inhabitants_on(counted_on)) if counted_on else set()
