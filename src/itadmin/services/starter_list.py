"""The starter list as its files under `resources/starter` tell it: areas, kinds of systems, common products.

Common knowledge of what municipalities use, not of any single one: every value is a suggestion that may be changed.
Read strictly, since keys are kept in registers and must mean the same for ever. Only reads and holds.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from itadmin.assets import asset
from itadmin.domain.text import clean_line
from itadmin.domain.values import LISTS

_PRODUCTS = " | "
_SUPPLIER = re.compile(r"(.+) \((.+)\)")
_KEY = re.compile("[a-z0-9_]+")
_KIND_KEY = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+")
_LEVELS = re.compile("[0-3]{3}")
"""K, R and T; level 4 is about the security of Sweden and never something usual."""

_PERSONAL_DATA = {"nej": (False, False), "ja": (True, False), "kansliga": (True, True)}


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the kommun's work and the function that usually owns its systems."""

    key: str
    name: str
    owner: str


@dataclass(frozen=True, slots=True)
class Product:
    """A product on the Swedish market; `supplier` is "" where it is not common knowledge."""

    name: str
    supplier: str


@dataclass(frozen=True, slots=True)
class SystemKind:
    """A usual kind of system: typical codes of K, R and T in `levels`, the function that usually owns it in `owner`."""

    key: str
    area: Area
    name: str
    products: tuple[Product, ...]
    category: str
    scope: str
    owner: str
    levels: tuple[str, str, str]
    personal_data: bool
    sensitive: bool
    purpose: str


@dataclass(frozen=True, slots=True)
class StarterList:
    """All areas and kinds, in the order they are shown: the kinds of an area stand together."""

    areas: tuple[Area, ...]
    kinds: tuple[SystemKind, ...]


def read_starter_list(folder: Path) -> StarterList:
    """Read the list from a folder with `areas.csv` and `systems.csv`.

    Raises ValueError, naming the row, for anything that is not as it must be.
    """
    areas: dict[str, Area] = {}
    for where, row in _rows(folder / "areas.csv"):
        key = _matching(_KEY, row["nyckel"], where)
        _must(key not in areas, where, "the key stands twice")
        areas[key] = Area(key, _text(row["namn"], where), _text(row["agare"], where))
    kinds: dict[str, SystemKind] = {}
    for where, row in _rows(folder / "systems.csv"):
        kind = _kind(row, areas, where)
        _must(kind.key not in kinds, where, "the key stands twice")
        kinds[kind.key] = kind
    order = list(areas)
    in_order = sorted(kinds.values(), key=lambda kind: order.index(kind.area.key))
    return StarterList(tuple(areas.values()), tuple(in_order))


@lru_cache(maxsize=1)
def starter_list() -> StarterList:
    """The list that ships with the program."""
    return read_starter_list(asset("resources", "starter"))


def _kind(row: Mapping[str, str], areas: Mapping[str, Area], where: str) -> SystemKind:
    _must(row["omrade"] in areas, where, "unknown area")
    area = areas[row["omrade"]]
    _must(row["personuppgifter"] in _PERSONAL_DATA, where, "unknown word for personal data")
    personal_data, sensitive = _PERSONAL_DATA[row["personuppgifter"]]
    levels = _matching(_LEVELS, row["krt"], where)
    return SystemKind(
        key=_matching(_KIND_KEY, row["nyckel"], where),
        area=area,
        name=_text(row["namn"], where),
        products=tuple(_products(row["produkter"], where)),
        category=_code("systemkategori", row["kategori"], where),
        scope=_code("omfattning", row["omfattning"], where),
        owner=row["agare"] or area.owner,
        levels=(levels[0], levels[1], levels[2]),
        personal_data=personal_data,
        sensitive=sensitive,
        purpose=_text(row["syfte"], where),
    )


def _products(text: str, where: str) -> Iterator[Product]:
    for part in text.split(_PRODUCTS) if text else ():
        found = _SUPPLIER.fullmatch(part)
        name, supplier = (found[1], found[2]) if found else (part, "")
        yield Product(_text(name, where), supplier)


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The rows of a file, each with where it stands."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, delimiter=";", strict=True)
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            _must(all(isinstance(value, str) for value in row.values()), where, "too many or too few cells")
            yield where, row


def _text(value: str, where: str) -> str:
    _must(bool(value) and clean_line(value) == value, where, "a text is empty or not clean")
    return value


def _code(values: str, code: str, where: str) -> str:
    _must(code in LISTS[values], where, f"{code} is not among {values}")
    return code


def _matching(pattern: re.Pattern[str], text: str, where: str) -> str:
    _must(pattern.fullmatch(text) is not None, where, f"{text} is not formed as it must be")
    return text


def _must(holds: bool, where: str, fault: str) -> None:
    if not holds:
        raise ValueError(f"{where}: {fault}")
