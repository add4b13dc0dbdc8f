"""Facts that ship with the program: the kommuner it knows by name. Read only; a kommun's own record always wins.

Organisation numbers are unconfirmed (computed check digits, no source read) and are offered as such.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass

from itadmin.assets import asset


@dataclass(frozen=True, slots=True)
class Municipality:
    """A kommun as shipped: code, full name and organisation number (ten digits)."""

    code: str
    name: str
    organisation_number: str
    unconfirmed: bool


def municipalities() -> tuple[Municipality, ...]:
    """The shipped kommuner in order of their code."""
    with asset("resources", "reference", "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(
            Municipality(row["kommunkod"], row["namn"], row["organisationsnummer"], row["obekraftat"] == "ja")
            for row in csv.DictReader(stream, delimiter=";")
        )
