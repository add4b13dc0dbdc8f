"""Befolkningstal: own figures of inhabitants, beside those that come with the program.

An own figure goes before a shipped one of the same kommun and day; a neighbour's never counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import OPEN, Choice, Day, LongText, Text, Whole, YesNo
from itadmin.domain.identifiers import is_municipality_code
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class Population(Record):
    """How many lived in a kommun on a day, and where the figure comes from."""

    municipality_code: Annotated[
        str, Text("Kommunkod", OPEN, required=True, form="municipality_code", help="Fyra siffror, till exempel 1460.")
    ] = ""
    counted_on: Annotated[date | None, Day("Datum", OPEN, expected=True, help="Till exempel 2025-12-31.")] = None
    number: Annotated[int | None, Whole("Antal", OPEN, maximum=20_000_000, expected=True)] = None
    source: Annotated[str, Text("Källa", OPEN, expected=True, help="Till exempel SCB.")] = ""
    certainty: Annotated[str, Choice("Säkerhet", OPEN, values="kallsakerhet")] = ""
    preliminary: Annotated[bool | None, YesNo("Preliminär", OPEN)] = None
    retrieved_on: Annotated[date | None, Day("Hämtad", OPEN)] = None
    note: Annotated[str, LongText("Anteckning", OPEN)] = ""


def check_code(population: Population) -> Iterable[Problem]:
    """A kommunkod is four figures."""
    if population.municipality_code and not is_municipality_code(population.municipality_code):
        yield Problem("municipality_code", "En kommunkod har fyra siffror, till exempel 1460.")


REGISTER = Register(
    name="populations",
    record=Population,
    singular="befolkningstal",
    plural="Befolkningstal",
    new_label="Nytt befolkningstal",
    icon="people_audience",
    title_fields=("municipality_code",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("counted_on", "number", "source", "certainty", "preliminary", "retrieved_on", "note"),
        ),
    ),
    columns=("municipality_code", "counted_on", "number", "source", "certainty"),
    search=("municipality_code", "source", "note"),
    subtitle=("counted_on",),
    rules=(check_code,),
    begun_with=("municipality_code", "counted_on", "number", "source"),
    place="Kostnader",
)
