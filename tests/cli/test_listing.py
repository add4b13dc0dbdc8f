import csv
import io
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import real_surroundings
from itadmin.services.creation import create
from itadmin.services.workspace import open_workspace


def names(answer: Any) -> list[str]:
    return [row["name"] for row in answer.json]


def test_rows_come_in_swedish_order_of_their_name(done: Any, filled: Path) -> None:
    assert names(done("list", "systems", filled, "--format", "json")) == ["Ale", "Lifecare", "Ärendehanteraren"]


def test_a_row_is_what_scripts_are_promised(done: Any, filled: Path) -> None:
    (row,) = done("list", "systems", filled, "--where", "name=Lifecare", "--format", "json").json
    supplier, owner = (
        done("list", name, filled, "--where", where, "--format", "json").json[0]
        for name, where in (("organisations", "name=Ömse Data AB"), ("people", "name=Åsa Öberg"))
    )
    expected = {
        "owner": "1460", "lifecycle": "i_drift", "lifecycle_label": "I drift", "supplier": "Ömse Data AB",
        "supplier_id": supplier["id"], "user_count": 250, "annual_cost": 41_200_000, "system_owner": "Åsa Öberg",
        "system_owner_id": owner["id"], "system_manager": None, "system_manager_id": None, "note": None,
        "personal_data": None, "hosting": None, "hosting_label": None,
    }  # fmt: skip
    assert {key: row[key] for key in expected} == expected
    assert set(REGISTERS["systems"].fields) <= set(row)


def test_an_agreement_shows_rows_references_and_what_is_computed(done: Any, filled: Path) -> None:
    (row,) = done("list", "agreements", filled, "--format", "json", "--on", "2026-02-01").json
    (system,) = done("list", "systems", filled, "--where", "name=Lifecare", "--format", "json").json
    assert (row["systems"], row["systems_id"]) == (["Lifecare"], [system["id"]])
    assert (row["availability_percent"], row["starts_on"]) == (9950, "2024-01-01")
    assert (row["term_ends_on"], row["last_notice_day"], row["state"]) == ("2026-12-31", "2026-06-30", "lopande")
    assert row["signatories"] == [
        {"party": "systemagare", "party_label": "Systemägaren", "position": "Socialchef", "authority": None}
    ]


def test_what_depends_on_the_day_follows_it(done: Any, filled: Path) -> None:
    (row,) = done("list", "agreements", filled, "--format", "json", "--on", "2027-02-01").json
    assert (row["term_ends_on"], row["last_notice_day"]) == ("2027-12-31", "2027-06-30")
    before_the_role = done(
        "list", "systems", filled, "--format", "json", "--where", "system_owner=", "--on", "1999-01-01"
    )
    assert names(before_the_role) == ["Ale", "Ärendehanteraren"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (["lifecycle=i_drift"], ["Lifecare"]),
        (["lifecycle=I drift"], ["Lifecare"]),
        (["lifecycle=i_drift", "lifecycle=avvecklad"], ["Ale", "Lifecare"]),
        (["lifecycle=i_drift", "name=Ale"], []),
        (["supplier=Ömse Data AB"], ["Lifecare"]),
        (["supplier=556036-0793"], ["Lifecare"]),
        (["supplier="], ["Ale", "Ärendehanteraren"]),
        (["department=", "department=Socialförvaltningen", "user_count=250"], ["Lifecare"]),
        (["annual_cost=412 000"], ["Lifecare"]),
        (["personal_data=nej"], ["Ärendehanteraren"]),
        (["personal_data="], ["Ale", "Lifecare"]),
        (["system_owner=asa.oberg@kommun.example"], ["Lifecare"]),
        (["system_owner=åsa öberg"], ["Lifecare"]),
        (["system_owner="], ["Ale", "Ärendehanteraren"]),
        (["system_owner=Ingen Alls"], []),
        (["lifecycle=", "lifecycle=planerad"], ["Ärendehanteraren"]),
    ],
)
def test_where_picks_rows(where: list[str], expected: list[str], done: Any, filled: Path) -> None:
    flags = [word for condition in where for word in ("--where", condition)]
    assert names(done("list", "systems", filled, *flags, "--format", "json")) == expected


def test_a_function_holds_a_role_too(done: Any, filled: Path) -> None:
    done("add", "roles", filled, "system=Ale", "kind=systemagare", "function=Kommunchef", "organisation=1460")
    for wanted in ("Kommunchef", "kommunchef, bengtsfors kommun"):
        (row,) = done("list", "systems", filled, "--where", f"system_owner={wanted}", "--format", "json").json
        assert (row["name"], row["system_owner"]) == ("Ale", "Kommunchef, Bengtsfors kommun")
        assert row["system_owner_id"] is None


@pytest.mark.parametrize(
    ("where", "count"),
    [("systems=Lifecare", 1), ("systems=", 0), ("state=lopande", 1), ("state=upphort", 0),
     ("term_ends_on=2026-12-31", 1), ("term_ends_on=31 december 2026", 1), ("term_ends_on=", 0)],
)  # fmt: skip
def test_where_reaches_links_and_computed_fields(where: str, count: int, done: Any, filled: Path) -> None:
    rows = done("list", "agreements", filled, "--where", where, "--on", "2026-02-01", "--format", "json").json
    assert len(rows) == count


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["list", "system"], "Registret system finns inte. Registren är: systems, agreements, system_uses"),
        (["list", "systems", "--where", "colour=blå"], "Fältet colour finns inte i systems. Fälten är: name,"),
        (["list", "systems", "--where", "name"], "Skriv FÄLT=VÄRDE i stället för name, till exempel name=…."),
        (["list", "systems", "--where", "lifecycle=borta"], "--where lifecycle: ”borta” finns inte att välja."),
        (["list", "systems", "--where", "user_count=många"], "--where user_count: Skriv ett helt tal"),
        (["list", "agreements", "--where", "signatories=x"], "Fältet signatories består av rader"),
    ],
)  # fmt: skip
def test_wrong_words_are_wrong_usage(arguments: list[str], sentence: str, cli: Any, filled: Path) -> None:
    answer = cli(*arguments[:2], filled, *arguments[2:])
    assert (answer.status, answer.raw) == (2, b"")
    assert answer.error.startswith(sentence)
    assert answer.error.count("\n") == 1


def test_a_reference_that_names_nobody_is_told(cli: Any, filled: Path) -> None:
    answer = cli("list", "systems", filled, "--where", "supplier=Ingen AB")
    assert (answer.status, answer.raw) == (3, b"")
    assert "”Ingen AB”" in answer.error


def test_nothing_found_is_an_empty_list(done: Any, register: Path) -> None:
    assert done("list", "systems", register, "--format", "json").raw == b"[]\n"
    assert done("list", "systems", register, "--format", "csv").out.startswith("id,owner,name,short_name,")
    assert done("list", "systems", register).out.startswith("Namn")


def test_csv_has_the_columns_of_json(done: Any, filled: Path) -> None:
    for name in REGISTERS:
        objects = done("list", name, filled, "--format", "json").json
        rows = list(csv.DictReader(io.StringIO(done("list", name, filled, "--format", "csv").out, newline="")))
        assert [row["id"] for row in rows] == [row["id"] for row in objects]
        assert all(list(row) == list(other) for row, other in zip(rows, objects, strict=True))


def test_the_table_is_for_reading(done: Any, filled: Path) -> None:
    head, *rows = done("list", "systems", filled).out.splitlines()
    register = REGISTERS["systems"]
    assert head.split() == [*(word for name in register.columns for word in register.fields[name].label.split()), "Id"]
    assert [row.split()[0] for row in rows] == ["Ale", "Lifecare", "Ärendehanteraren"]
    assert "Åsa Öberg" in rows[1]
    assert rows[1].index("I drift") == head.index("Läge")
    assert done("show", "systems", filled, rows[1].split()[-1]).json["name"] == "Lifecare"


def test_what_others_have_shared_is_listed_when_asked_for(done: Any, filled: Path) -> None:
    whole, own = done("digest", filled).out, done("digest", filled, "--owner", "1460").out
    assert whole == own
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE systems SET owner = ? WHERE name = 'Ale'", (municipality_id("1438").bytes,))
        connection.commit()
    assert names(done("list", "systems", filled, "--format", "json")) == ["Lifecare", "Ärendehanteraren"]
    rows = done("list", "systems", filled, "--all-owners", "--format", "json").json
    assert [(row["name"], row["owner"]) for row in rows] == [
        ("Ale", "1438"), ("Lifecare", "1460"), ("Ärendehanteraren", "1460"),
    ]  # fmt: skip
    found = {done("digest", filled, *words).out for words in ([], ["--owner", "1460"], ["--owner", "1438"])}
    assert len(found - {whole, own}) == 3


def test_a_list_of_another_day_is_computed_on_that_day(done: Any, tmp_path: Path) -> None:
    moment = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)
    around = replace(real_surroundings(), now=lambda: moment)
    path = tmp_path / "gammal.itadmin"
    create(path, "1460", "", around).close()
    with closing(open_workspace(path, around)) as workspace:
        values = {"title": "Avtal", "starts_on": "2024-01-01", "first_term_months": 12, "renewal_months": 12}
        workspace.records.add("agreements", values)
    listed = ["list", "agreements", path, "--format", "json"]
    assert done(*listed, "--as-of", "2024-07-01").json[0]["term_ends_on"] == "2024-12-31"
    assert done(*listed, "--as-of", "2024-07-01", "--on", "2030-01-01").json[0]["term_ends_on"] == "2030-12-31"
    assert done(*listed).json[0]["term_ends_on"] > "2025"
    assert done(*listed, "--as-of", "2999-07-01").json == done(*listed).json


def test_the_bin_and_other_organisations_are_left_out(done: Any, filled: Path) -> None:
    done("delete", "systems", filled, "Ale")
    assert names(done("list", "systems", filled, "--format", "json")) == ["Lifecare", "Ärendehanteraren"]
    own = names(done("list", "organisations", filled, "--format", "json"))
    assert own == ["Bengtsfors kommun", "IT-enheten", "Socialförvaltningen", "Ömse Data AB"]
    assert names(done("list", "organisations", filled, "--all-owners", "--format", "json")) == own


def test_a_list_as_it_was_stored_before_the_file(done: Any, filled: Path) -> None:
    assert done("list", "systems", filled, "--as-of", "2020-01-01", "--format", "json").json == []
    assert len(done("list", "systems", filled, "--as-of", "9999-12-31", "--format", "json").json) == 3
