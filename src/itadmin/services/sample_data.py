"""The sample region as its files under `resources/sample` tell it: kommuner, functions, suppliers, systems, terms.

Only reads and holds; what records become of it is decided in the other `sample_` modules.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from itadmin.assets import asset
from itadmin.services.reference_data import municipalities


@dataclass(frozen=True, slots=True)
class Place:
    """A kommun of the sample region.

    Boards, units and registries are by the short name of a part of its work; `lifecycles` and `operations` name the
    systems that are not in operation, and whose driftavtal is not in force.
    """

    code: str
    name: str
    town: str
    domain: str
    address: str
    phone_series: int
    number_form: str
    boards: Mapping[str, str]
    units: Mapping[str, str]
    registries: Mapping[str, str]
    titles: Mapping[str, str]
    lifecycles: Mapping[str, str]
    operations: Mapping[str, str]
    inhabitants: int

    @property
    def it_unit(self) -> str:
        """What its IT unit is called."""
        return f"IT-enheten {self.town}"

    def registry_number(self, part: str, year: int, number: int) -> str:
        """A diarienummer in the kommun's own form."""
        return self.number_form.format(diarium=self.registries[part], ar=year, nummer=number)


@dataclass(frozen=True, slots=True)
class Function:
    """A post that answers for something, and the part of the kommun it belongs to; `line` orders their telephones."""

    key: str
    title: str
    part: str
    line: int


@dataclass(frozen=True, slots=True)
class Supplier:
    """An invented supplier."""

    key: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Product:
    """A system as several kommuner may have it. Users and cost (tkr a year) are those of a kommun of 9 000."""

    key: str
    places: tuple[str, ...]
    name: str
    aliases: str
    product: str
    supplier: str
    area: str
    category: str
    scope: str
    part: str
    owner: str
    manager: str
    deputy: str
    hosting: str
    operator: str
    sign_in: str
    classes: tuple[str, ...]
    personal_data: str
    users: int
    cost: int
    since: int
    agreements: tuple[str, ...]
    modules: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Something that systems hand to each other, or to somebody outside; ends are keys of systems, any of each."""

    key: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    external: str
    name: str
    kind: str
    data: str
    personal_data: bool
    frequency: str
    criticality: str
    both_ways: bool


@dataclass(frozen=True, slots=True)
class TermPattern:
    """A usual way to agree on time: months of the first term, renewals, notice and options; possible first months."""

    key: str
    kinds: tuple[str, ...]
    weight: int
    starts: tuple[date, ...]
    first_months: int | None
    renewal_months: int | None
    notice_months: int | None
    options: tuple[int, ...]
    open_ended: bool
    notice_given_on: str
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that the sample region is made of, by key."""

    places: Mapping[str, Place]
    functions: Mapping[str, Function]
    suppliers: Mapping[str, Supplier]
    products: tuple[Product, ...]
    patterns: tuple[TermPattern, ...]
    flows: tuple[Flow, ...]
    general: tuple[Mapping[str, str], ...]

    def products_of(self, code: str) -> tuple[Product, ...]:
        """The systems of a kommun."""
        return tuple(product for product in self.products if code in product.places)


def read_catalogue(day: date) -> Catalogue:
    """Read the sample region; populations are the newest on or before `day`."""
    rows = sorted(_rows("sample", "functions.csv"), key=lambda row: row["enhet"] != "it")
    functions = (Function(row["nyckel"], row["titel"], row["enhet"], line) for line, row in enumerate(rows))
    suppliers = (Supplier(row["nyckel"], row["namn"], row["telefon"]) for row in _rows("sample", "suppliers.csv"))
    return Catalogue(
        places=_places(_inhabitants(day)),
        functions={item.key: item for item in functions},
        suppliers={item.key: item for item in suppliers},
        products=tuple(_product(row) for row in _rows("sample", "systems.csv")),
        patterns=tuple(_pattern(row) for row in _rows("sample", "terms.csv")),
        flows=tuple(_flow(row) for row in _rows("sample", "integrations.csv")),
        general=tuple(_rows("sample", "agreements.csv")),
    )


def _rows(folder: str, name: str) -> list[dict[str, str]]:
    with asset("resources", folder, name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def _inhabitants(day: date) -> dict[str, int]:
    rows = sorted(_rows("reference", "populations.csv"), key=lambda row: row["datum"])
    return {row["kommunkod"]: int(row["antal"]) for row in rows if row["datum"] <= day.isoformat()}


def _places(inhabitants: Mapping[str, int]) -> dict[str, Place]:
    names = {known.code: known.name for known in municipalities()}
    with asset("resources", "sample", "municipalities.toml").open("rb") as stream:
        described: dict[str, dict[str, Any]] = tomllib.load(stream)
    return {
        code: Place(
            code=code,
            name=names[code],
            town=values["ort"],
            domain=values["doman"],
            address=values["postadress"],
            phone_series=values["telefonserie"],
            number_form=values["diarienummer"],
            boards=values["namnder"],
            units=values["forvaltningar"],
            registries=values["diarium"],
            titles=values["titlar"],
            lifecycles=values["lage"],
            operations=values["driftavtal"],
            inhabitants=inhabitants[code],
        )
        for code, values in described.items()
    }


def _product(row: Mapping[str, str]) -> Product:
    return Product(
        key=row["nyckel"],
        places=tuple(row["kommuner"].split()),
        name=row["namn"],
        aliases=row["andra_namn"],
        product=row["produkt"],
        supplier=row["leverantor"],
        area=row["omrade"],
        category=row["kategori"],
        scope=row["omfattning"],
        part=row["forvaltning"],
        owner=row["agare"],
        manager=row["ansvarig"],
        deputy=row["ersattare"],
        hosting=row["driftform"],
        operator=row["driftas_av"],
        sign_in=row["inloggning"],
        classes=tuple(row["krt"]),
        personal_data=row["personuppgifter"],
        users=int(row["anvandare"]),
        cost=int(row["kostnad_tkr"]),
        since=int(row["i_drift_sedan"]),
        agreements=tuple(row["avtal"].split()),
        modules=row["moduler"],
        purpose=row["syfte"],
    )


def _flow(row: Mapping[str, str]) -> Flow:
    return Flow(
        key=row["nyckel"],
        sources=tuple(row["fran"].split()),
        targets=tuple(row["till"].split()),
        external=row["extern"],
        name=row["namn"],
        kind=row["slag"],
        data=row["uppgifter"],
        personal_data=row["personuppgifter"] == "ja",
        frequency=row["hur_ofta"],
        criticality=row["kritikalitet"],
        both_ways=row["bada"] == "ja",
    )


def _pattern(row: Mapping[str, str]) -> TermPattern:
    return TermPattern(
        key=row["nyckel"],
        kinds=tuple(row["slag"].split()),
        weight=int(row["vikt"]),
        starts=tuple(date.fromisoformat(f"{month}-01") for month in row["borjar"].split()),
        first_months=_number(row["forsta_manader"]),
        renewal_months=_number(row["forlangning_manader"]),
        notice_months=_number(row["uppsagning_manader"]),
        options=tuple(int(months) for months in row["optioner"].split()),
        open_ended=row["tillsvidare"] == "ja",
        notice_given_on=row["uppsagt"],
        is_replaced=row["ersatt"] == "ja",
    )


def _number(text: str) -> int | None:
    return int(text) if text else None
