"""The starter list that ships, and that a list which is not as it must be is refused with the row it is in."""

import re
from pathlib import Path

import pytest

from itadmin.domain.text import fold
from itadmin.services.reference_data import municipalities
from itadmin.services.starter_list import Product, read_starter_list, starter_list

AREAS = "nyckel;namn;agare\nskola;Förskola och skola;Skolchef\n"
HEADER = "nyckel;omrade;namn;produkter;kategori;omfattning;agare;krt;personuppgifter;syfte\n"
ROW = "skola.schema;skola;Schema;Skola24 (Nova Software) | Untis;skola;verksamhetsspecifikt;;122;ja;Scheman för elever."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "areas.csv").write_text(AREAS, encoding="utf-8")
    (tmp_path / "systems.csv").write_text(HEADER + ROW + "\n", encoding="utf-8")
    return tmp_path


def test_there_are_many_kinds_in_every_area() -> None:
    starter = starter_list()
    assert len(starter.kinds) >= 130
    assert {kind.area for kind in starter.kinds} == set(starter.areas)


def test_keys_names_and_areas_are_each_one_things() -> None:
    starter = starter_list()
    assert len({kind.key for kind in starter.kinds}) == len(starter.kinds)
    assert len({fold(kind.name) for kind in starter.kinds}) == len(starter.kinds)
    assert len({fold(area.name) for area in starter.areas}) == len(starter.areas)
    assert max(len(kind.key) for kind in starter.kinds) <= 100


def test_the_kinds_of_an_area_stand_together() -> None:
    areas = [kind.area.key for kind in starter_list().kinds]
    assert areas == sorted(areas, key=[area.key for area in starter_list().areas].index)


def test_every_kind_begins_with_the_key_of_its_area_and_says_what_it_is_for_in_a_sentence() -> None:
    for kind in starter_list().kinds:
        assert kind.key.partition(".")[0] == kind.area.key, kind.key
        assert re.fullmatch(r"[A-ZÅÄÖ][^.]+\.", kind.purpose), kind.key
        assert kind.owner, kind.key


def test_a_product_has_one_supplier_wherever_it_stands() -> None:
    suppliers: dict[str, set[str]] = {}
    for kind in starter_list().kinds:
        assert len({fold(product.name) for product in kind.products}) == len(kind.products), kind.key
        for product in kind.products:
            suppliers.setdefault(fold(product.name), set()).add(product.supplier)
    assert {name: found for name, found in suppliers.items() if len(found) > 1} == {}


def test_no_kommun_is_named() -> None:
    towns = {fold(item.town) for item in municipalities()}
    for kind in starter_list().kinds:
        words = [kind.name, kind.purpose, kind.owner, *(product.name for product in kind.products)]
        assert not towns & set(re.findall(r"\w+", fold(" ".join(words)))), kind.key


def test_keys_that_registers_hold_stay() -> None:
    keys = {kind.key for kind in starter_list().kinds}
    assert {"omsorg.verksamhetssystem", "ekonomi.ekonomisystem", "skola.elevregister", "karta.gis"} <= keys


def test_a_row_becomes_a_kind(folder: Path) -> None:
    (kind,) = read_starter_list(folder).kinds
    assert kind.products == (Product("Skola24", "Nova Software"), Product("Untis", ""))
    assert (kind.owner, kind.levels, kind.personal_data, kind.sensitive) == ("Skolchef", ("1", "2", "2"), True, False)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("skola.schema", "schema", "systems.csv:2: schema is not formed"),
        (";skola;Schema", ";idrott;Schema", "unknown area"),
        (";skola;verksamhetsspecifikt", ";annat;verksamhetsspecifikt", "annat is not among systemkategori"),
        ("verksamhetsspecifikt", "alla", "alla is not among omfattning"),
        ("122", "124", "124 is not formed"),
        ("122", "22", "22 is not formed"),
        (";ja;", ";kanske;", "unknown word for personal data"),
        ("Scheman för elever.", "", "a text is empty"),
        (" | Untis", " | ", "a text is empty"),
        ("Schema;", "Schema ;", "not clean"),
        ("Scheman för elever.", "Scheman; för elever.", "too many or too few cells"),
        (";Scheman för elever.", "", "too many or too few cells"),
        (ROW, f"{ROW}\n{ROW}", "systems.csv:3: the key stands twice"),
    ],
)
def test_what_is_not_as_it_must_be_is_refused(folder: Path, old: str, new: str, reason: str) -> None:
    assert old in ROW
    (folder / "systems.csv").write_text(HEADER + ROW.replace(old, new) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=reason):
        read_starter_list(folder)


@pytest.mark.parametrize("line", ["skola;Skola;Skolchef", "Skola;Skola;Skolchef", "idrott;;Chef", "idrott;Idrott;"])
def test_an_area_that_is_not_as_it_must_be_is_refused(folder: Path, line: str) -> None:
    (folder / "areas.csv").write_text(f"{AREAS}{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"areas\.csv:3"):
        read_starter_list(folder)
