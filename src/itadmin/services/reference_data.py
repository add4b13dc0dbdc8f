"""Facts that ship with the program: the kommuner it knows by name, and their inhabitants.

Read only; a kommun's own record always wins.

Organisation numbers are unconfirmed (computed check digits, no source read) and are offered as such.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
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


@dataclass(frozen=True, slots=True)
class Population:
    """How many lived in a kommun on a day, and where the figure comes from."""

    code: str
    day: date
    number: int
    source: str


@lru_cache(maxsize=1)
def populations() -> tuple[Population, ...]:
    """The shipped population figures in order of kommunkod and day."""
    with asset("resources", "reference", "populations.csv").open(encoding="utf-8", newline="") as stream:
        rows = tuple(csv.DictReader(stream, delimiter=";"))
    found = (Population(r["kommunkod"], date.fromisoformat(r["datum"]), int(r["antal"]), r["kalla"]) for r in rows)
    return tuple(sorted(found, key=lambda item: (item.code, item.day)))


def inhabitants_on(day: date) -> Mapping[str, int]:
    """The shipped figures of exactly that day, by kommunkod."""
    return {item.code: item.number for item in populations() if item.day == day}


def newest_common_year_end(codes: Collection[str], day: date) -> date | None:
    """The newest 31 December up to `day` for which the figures of all these kommuner are shipped; None if none is."""
    year_ends = {item.day for item in populations() if (item.day.month, item.day.day) == (12, 31) and item.day <= day}
    return max((end for end in year_ends if codes and set(codes) <= inhabitants_on(end).keys()), default=None)
