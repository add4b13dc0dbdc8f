"""`import`: what it would do, what it does, and what it answers."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import open_workspace

Cli = Callable[..., Any]

LIST = (
    ["Systemnamn", "Lev.", "Ägare", "Antal anv", "Ort"],
    ["Lifecare", "Ömse Data AB", "Åsa Öberg", "ett 300-tal", "Åmål"],
    ["Ale", "Nya AB", "Rektor", 12, ""],
    ["", "", "", 3, ""],
    ["Raindance", "", "", 45, ""],
)


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Saves rows as a workbook with one or more sheets."""

    def make(*rows: Sequence[Any], name: str = "lista.xlsx", **sheets: Sequence[Sequence[Any]]) -> Path:
        book = openpyxl.Workbook()
        book.worksheets[0].title = "Blad1"
        for row in rows:
            book.worksheets[0].append(list(row))
        for title, others in sheets.items():
            sheet = book.create_sheet(title)
            for row in others:
                sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return make


def test_a_preview_writes_nothing_and_answers_in_json(cli: Cli, filled: Path, save: Callable[..., Path]) -> None:
    before = hashlib.sha256(filled.read_bytes()).hexdigest()
    found = cli("import", "systems", filled, save(*LIST), "--format", "json")
    assert found.status == 1
    assert found.json == {
        "new": 1,
        "changed": 1,
        "unchanged": 1,
        "problems": [
            {"row": 4, "field": "name", "reason": "Namn saknas, så raden kan inte tas in."},
            {"row": 2, "field": "user_count", "reason": "Skriv ett helt tal, till exempel 120."},
        ],
        "applied": False,
    }
    assert found.error == "Kolumner som inte tas in: Ort.\n"
    assert hashlib.sha256(filled.read_bytes()).hexdigest() == before


def test_applying_is_one_step_with_a_backup_before_it(cli: Cli, filled: Path, save: Callable[..., Path]) -> None:
    path = save(*LIST)
    found = cli("import", "systems", filled, path, "--apply", "--format", "json")
    assert (found.status, found.json["applied"]) == (1, True)
    assert [row["name"] for row in cli("list", "systems", filled, "--format", "json").json] == [
        "Ale", "Lifecare", "Raindance", "Ärendehanteraren",
    ]  # fmt: skip
    (ale,) = cli("list", "systems", filled, "--where", "name=Ale", "--format", "json").json
    assert (ale["supplier"], ale["system_owner"], ale["user_count"]) == ("Nya AB", "Rektor", 12)
    again = cli("import", "systems", filled, path, "--apply", "--format", "json").json
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 3)
    assert cli("undo", filled).out == "Ångrade: Läste in 2 system ur lista.xlsx.\n"
    assert len(cli("list", "systems", filled, "--format", "json").json) == 3
    assert len(list((filled.parent / f"{filled.stem}-sakerhetskopior").iterdir())) >= 2


def test_people_read_a_preview(cli: Cli, filled: Path, save: Callable[..., Path]) -> None:
    found = cli("import", "systems", filled, save(*LIST, Annat=[["x", "y"]]))
    assert found.out.splitlines() == [
        "lista.xlsx, bladet Blad1, rubriker på rad 1",
        "Nya: 1   Ändrade: 1   Oförändrade: 1   Rader som lämnas ute: 1",
        "Läggs till bland organisationer: 1",
        "",
        "Rad  Post  Fält             Nu    Blir",
        "3    Ale   Systemägare      tomt  Rektor",
        "3    Ale   Leverantör       tomt  Nya AB",
        "3    Ale   Antal användare  tomt  12",
        "",
        "Rad  Fält             Problem",
        "4    Namn             Namn saknas, så raden kan inte tas in.",
        "2    Antal användare  Skriv ett helt tal, till exempel 120.",
        "",
        "Inget är skrivet. Lägg till --apply för att läsa in.",
    ]  # fmt: skip
    assert "Bladet Blad1 är läst. Andra blad i filen: Annat." in found.error


def test_all_well_is_0(cli: Cli, filled: Path, save: Callable[..., Path]) -> None:
    path = save(["Namn"], ["Raindance"])
    assert cli("import", "systems", filled, path).status == 0
    done = cli("import", "systems", filled, path, "--apply")
    assert (done.status, done.out.splitlines()[-1]) == (
        0, "Inläst som ett steg. En säkerhetskopia togs före. Ångra med kommandot undo.",
    )  # fmt: skip
    assert cli("import", "systems", filled, path, "--apply").out.endswith("allt som kan tas in står redan så.\n")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "är tom"),
        (b"PK\x03\x04 trasig", "är skadad"),
        ("Ort;Antal\nÅmål;3\n".encode(), "har ingen kolumn för Namn"),
        (b"Namn\n", "har inga rader"),
    ],
)
def test_nothing_that_can_be_read_is_3(cli: Cli, filled: Path, tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(content)
    for apply in ([], ["--apply"]):
        found = cli("import", "systems", filled, path, *apply)
        assert (found.status, found.out) == (3, "")
        assert sentence in found.error


def test_a_register_that_is_open_elsewhere_is_read_but_not_written(
    cli: Cli, filled: Path, save: Callable[..., Path], around: Surroundings
) -> None:
    path = save(["Namn"], ["Raindance"])
    workspace = open_workspace(filled, around)
    try:
        assert cli("import", "systems", filled, path).status == 0
        refused = cli("import", "systems", filled, path, "--apply")
    finally:
        workspace.close()
    assert (refused.status, refused.out) == (3, "")
    assert "Kim Berg" in refused.error


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("register", ["systems", "agreements", "organisations", "people", "roles"])
def test_an_export_comes_back_and_changes_nothing(
    cli: Cli, filled: Path, tmp_path: Path, register: str, ending: str
) -> None:
    path = tmp_path / f"ut{ending}"
    assert cli("export", register, filled, path).status == 0
    found = cli("import", register, filled, path, "--format", "json")
    number = len(cli("list", register, filled, "--format", "json").json)
    assert (found.status, "Kolumner" in found.error) == (0, False)
    assert (found.json["new"], found.json["changed"], found.json["unchanged"]) == (0, 0, number)


def test_headings_may_be_identifiers(cli: Cli, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("name,lifecycle,annual_cost,supplier\nNytt,i_drift,412 tkr,556036-0793\n", encoding="utf-8")
    assert cli("import", "systems", filled, path, "--apply").status == 0
    (row,) = cli("list", "systems", filled, "--where", "name=Nytt", "--format", "json").json
    assert (row["lifecycle"], row["annual_cost"], row["supplier"]) == ("i_drift", 41200000, "Ömse Data AB")


def test_an_unknown_register_is_wrong_usage(cli: Cli, filled: Path, save: Callable[..., Path]) -> None:
    found = cli("import", "system", filled, save(["Namn"], ["x"]))
    assert found.status == 2
    assert ", ".join(REGISTERS) in found.error


def test_a_register_that_the_program_fills_takes_no_table(cli: Cli, filled: Path, save: Callable[..., Path]) -> None:
    found = cli("import", "papers", filled, save(["Handlingsnummer"], ["7"]), "--apply")
    assert found.status == 2
    assert "de blir till när ett färdigt dokument skapas som PDF" in found.error


def test_hostile_headings_are_told_in_one_short_line(cli: Cli, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(f'"Ort\n\nhär";"\x1b[31mröd";{"x" * 30_000}\nÅmål;1;2\n', encoding="utf-8")
    found = cli("import", "systems", filled, path)
    assert found.status == 3
    assert found.error.endswith(f"Rubrikerna som hittades på rad 1: Ort här, [31mröd, {'x' * 60}….\n")
