"""Facts that ship with the program: the kommuner it knows by name, and their inhabitants.

Read only; a kommun's own record always wins.

Organisation numbers are unconfirmed (computed check digits, no source read) and are offered as such.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from itadmin.assets import asset


@dataclass(frozen=True, slots=True)
class Municipality:
    """A kommun as shipped: code, full name, name among other kommuner and organisation number (ten digits)."""

    code: str
    name: str
    town: str
    organisation_number: str
    unconfirmed: bool


def municipalities() -> tuple[Municipality, ...]:
    """The shipped kommuner in order of their code."""
    with asset("resources", "reference", "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(
            Municipality(
                row["kommunkod"], row["namn"], row["kortnamn"], row["organisationsnummer"], row["obekraftat"] == "ja"
            )
            for row in csv.DictReader(stream, delimiter=";")
        )


@lru_cache(maxsize=1)
def _towns() -> Mapping[str, str]:
    return {known.code: known.town for known in municipalities()}


def town_of(code: str) -> str:
    """What a kommun is called among other kommuner, by its kommunkod; the code of one that is not shipped."""
    return _towns().get(code, code)


def code_of(name: str) -> str:
    """The kommunkod of a shipped kommun by its name, "Mellerud" or "Melleruds kommun"; else what is written."""
    wanted = name.strip().casefold()
    found = (known.code for known in municipalities() if wanted in (known.town.casefold(), known.name.casefold()))
    return next(found, name)


@dataclass(frozen=True, slots=True)
class Population:
    """How many lived in a kommun on a day, where the figure comes from, and how sure it is (list *kallsakerhet*)."""

    code: str
    day: date
    number: int
    source: str
    certainty: str


@lru_cache(maxsize=1)
def populations() -> tuple[Population, ...]:
    """The shipped population figures in order of kommunkod and day."""
    with asset("resources", "reference", "populations.csv").open(encoding="utf-8", newline="") as stream:
        rows = tuple(csv.DictReader(stream, delimiter=";"))
    found = (
        Population(row["kommunkod"], date.fromisoformat(row["datum"]), int(row["antal"]), row["kalla"], row["sakerhet"])
        for row in rows
    )
    return tuple(sorted(found, key=lambda item: (item.code, item.day)))
