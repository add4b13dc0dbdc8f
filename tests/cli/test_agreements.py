"""Agreements through the command line: what is taken in, and how their time stands on a day."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]

TERM = (
    *("title", "kind", "starts_on", "first_term_months", "first_term_ends_on", "renewal_months", "notice_months"),
    *("notice_days", "open_ended", "notice_given_on", "options"),
)
COMPUTED = ("term_ends_on", "last_notice_day", "next_notice_day", "state", "explanation")

OPTIONS = [
    {"months": 12, "decision_day": "2026-06-30", "taken": True},
    {"months": 12, "decision_day": "2027-06-30", "taken": None},
]


@pytest.fixture
def file(cli: Cli, tmp_path: Path) -> Path:
    """A new register file."""
    path = tmp_path / "1460.itadmin"
    assert cli("new", path, "--organisation", "1460").status == 0
    return path


@pytest.fixture
def take_in(cli: Cli, file: Path, tmp_path: Path) -> Callable[..., Any]:
    """Takes agreements in from a table with identifiers for headings, and answers what became of it."""

    def take(*agreements: dict[str, Any]) -> Any:
        path = tmp_path / "avtal.csv"
        with path.open("w", encoding="utf-8", newline="") as table:
            writer = csv.DictWriter(table, TERM, delimiter=";")
            writer.writeheader()
            writer.writerows(agreements)
        return cli("import", "agreements", file, path, "--apply", "--format", "json")

    return take


@pytest.fixture
def on(cli: Cli, file: Path) -> Callable[[str], dict[str, Any]]:
    """How every agreement stands on a day, by title."""

    def stand(day: str) -> dict[str, Any]:
        found = cli("list", "agreements", file, "--on", day, "--format", "json")
        assert (found.status, found.error) == (0, "")
        return {row["title"]: row for row in found.json}

    return stand


def test_all_that_an_agreement_says_of_its_time_comes_back(
    take_in: Callable[..., Any], on: Callable[[str], dict[str, Any]]
) -> None:
    given = {
        "title": "Lifecare",
        "kind": "supportavtal",
        "starts_on": "2025-01-01",
        "first_term_months": 24,
        "notice_months": 3,
        "options": json.dumps(OPTIONS),
    }
    assert take_in(given).json == {"new": 1, "changed": 0, "unchanged": 0, "problems": [], "applied": True}
    row = on("2026-11-22")["Lifecare"]
    assert {name: row[name] for name in (*TERM, *COMPUTED)} == {
        "title": "Lifecare",
        "kind": "supportavtal",
        "starts_on": "2025-01-01",
        "first_term_months": 24,
        "first_term_ends_on": None,
        "renewal_months": None,
        "notice_months": 3,
        "notice_days": None,
        "open_ended": None,
        "notice_given_on": None,
        "options": OPTIONS,
        "term_ends_on": "2026-12-31",
        "last_notice_day": "2026-09-30",
        "next_notice_day": "2027-09-30",
        "state": "lopande",
        "explanation": (
            "Sista dag att säga upp var 2026-09-30, eftersom uppsägningstiden är 3 månader och avtalstiden löper ut "
            "2026-12-31 (24 månader från 2025-01-01). Den dagen har passerat, och option 1 är utnyttjad, så avtalet "
            "fortsätter till och med 2027-12-31. Nästa sista dag är 2027-09-30; sägs avtalet upp senast då upphör det "
            "2027-12-31."
        ),
    }
    assert take_in(given).json["unchanged"] == 1


AGREEMENTS: dict[str, dict[str, Any]] = {
    "förlängs": {"starts_on": "2024-06-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 3},
    "skottdag": {"starts_on": "2024-02-29", "first_term_months": 12, "renewal_months": 12, "notice_months": 1},
    "månadsvis": {"starts_on": "2023-01-31", "first_term_months": 1, "renewal_months": 1, "notice_days": 7},
    "till en dag": {"first_term_ends_on": "2027-02-28", "renewal_months": 12, "notice_months": 3},
    "lång uppsägning": {"starts_on": "2024-01-01", "first_term_months": 12, "renewal_months": 6, "notice_months": 12},
    "tills vidare": {"starts_on": "2025-01-01", "open_ended": "ja", "notice_months": 3},
    "sedan tills vidare": {
        "starts_on": "2025-01-01",
        "first_term_months": 24,
        "open_ended": "ja",
        "notice_months": 3,
    },
    "uppsagt": {
        "starts_on": "2024-06-01",
        "first_term_months": 36,
        "renewal_months": 12,
        "notice_months": 3,
        "notice_given_on": "2027-03-01",
    },
    "tackade nej": {
        "starts_on": "2025-01-01",
        "first_term_months": 24,
        "notice_days": 0,
        "options": '[{"months": 12, "taken": false}]',
    },
    "hundra år": {"starts_on": "1900-01-01", "first_term_months": 1200, "renewal_months": 1200, "notice_months": 1200},
    "till 9999": {"first_term_ends_on": "9999-12-31", "renewal_months": 12, "notice_months": 3},
    "ingen tid": {"notice_months": 3},
}


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("förlängs", "2026-11-22", ("2027-05-31", "2027-02-28", "2027-02-28", "lopande")),
        ("förlängs", "2027-03-01", ("2027-05-31", "2027-02-28", "2028-02-29", "lopande")),
        ("förlängs", "2024-01-01", ("2027-05-31", "2027-02-28", "2027-02-28", "ej_borjat")),
        ("förlängs", "2127-03-01", ("2127-05-31", "2127-02-28", "2128-02-29", "lopande")),
        ("skottdag", "2026-11-22", ("2027-02-27", "2027-01-27", "2027-01-27", "lopande")),
        ("skottdag", "2028-02-28", ("2028-02-28", "2028-01-28", "2029-01-27", "lopande")),
        ("skottdag", "2028-02-29", ("2029-02-27", "2029-01-27", "2029-01-27", "lopande")),
        ("månadsvis", "2024-02-28", ("2024-02-28", "2024-02-21", "2024-03-23", "lopande")),
        ("månadsvis", "2024-02-29", ("2024-03-30", "2024-03-23", "2024-03-23", "lopande")),
        ("månadsvis", "2026-12-31", ("2027-01-30", "2027-01-23", "2027-01-23", "lopande")),
        ("till en dag", "2026-11-22", ("2027-02-28", "2026-11-30", "2026-11-30", "lopande")),
        ("till en dag", "2027-03-01", ("2028-02-29", "2027-11-30", "2027-11-30", "lopande")),
        ("lång uppsägning", "2026-11-22", ("2026-12-31", "2025-12-31", "2026-12-31", "lopande")),
        ("tills vidare", "2026-11-22", (None, None, None, "tillsvidare")),
        ("sedan tills vidare", "2026-09-30", ("2026-12-31", "2026-09-30", "2026-09-30", "lopande")),
        ("sedan tills vidare", "2026-11-22", ("2026-12-31", "2026-09-30", None, "lopande")),
        ("sedan tills vidare", "2027-01-01", (None, None, None, "tillsvidare")),
        ("uppsagt", "2027-02-28", ("2027-05-31", "2027-02-28", "2027-02-28", "lopande")),
        ("uppsagt", "2027-06-01", ("2028-05-31", "2028-02-29", None, "uppsagt")),
        ("uppsagt", "2028-06-01", ("2028-05-31", "2028-02-29", None, "upphort")),
        ("tackade nej", "2026-12-31", ("2026-12-31", "2026-12-31", "2026-12-31", "lopande")),
        ("tackade nej", "2027-01-01", ("2026-12-31", "2026-12-31", None, "upphort")),
        ("hundra år", "2026-11-22", ("2099-12-31", "1999-12-31", "2099-12-31", "lopande")),
        ("till 9999", "9999-12-31", ("9999-12-31", "9999-09-30", None, "lopande")),
        ("ingen tid", "2026-11-22", (None, None, None, "uppgift_saknas")),
    ],
)
def test_how_agreements_stand_on_a_day(
    take_in: Callable[..., Any],
    on: Callable[[str], dict[str, Any]],
    title: str,
    day: str,
    expected: tuple[str | None, ...],
) -> None:
    assert take_in({"title": title, "kind": "supportavtal", **AGREEMENTS[title]}).json["problems"] == []
    row = on(day)[title]
    assert tuple(row[name] for name in COMPUTED[:-1]) == expected
    assert row["explanation"].endswith(".")


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        (
            {"starts_on": "2026-01-01", "first_term_ends_on": "2025-12-31"},
            "first_term_ends_on",
            "Sista giltighetsdagen 2025-12-31 ligger före startdagen 2026-01-01.",
        ),
        (
            {"starts_on": "2026-01-01", "first_term_months": 12, "renewal_months": 12, "options": '[{"months": 12}]'},
            "options",
            "Ett avtal har antingen optioner eller automatisk förlängning. Ta bort det ena.",
        ),
        (
            {"starts_on": "2026-01-01", "first_term_months": 12, "renewal_months": 12, "open_ended": "ja"},
            "renewal_months",
            "Ett avtal som gäller tills vidare kan inte också förlängas i perioder.",
        ),
        (
            {"starts_on": "2026-01-01", "first_term_months": 12, "notice_months": 3, "notice_days": 30},
            "notice_days",
            "Uppsägningstiden kan anges i månader eller i dagar, inte båda.",
        ),
        (
            {"starts_on": "9990-01-01", "first_term_months": 1200},
            "first_term_months",
            "Avtalstiden skulle sluta efter år 9999.",
        ),
        ({"starts_on": "1899-12-31"}, "starts_on", "Året måste ligga mellan 1900 och 9999."),
        ({"options": "2+1+1"}, "options", 'Skriv rader som en JSON-lista, till exempel [{"months": …}].'),
        ({"options": '[{"month": 1}]'}, "options", "Fältet month finns inte i rad 1."),
    ],
)
def test_what_contradicts_is_told_at_its_field_and_left_out(
    take_in: Callable[..., Any],
    on: Callable[[str], dict[str, Any]],
    values: dict[str, Any],
    field: str,
    reason: str,
) -> None:
    found = take_in({"title": "Motsägelse", **values})
    assert found.status == 1
    (problem,) = found.json["problems"]
    assert (problem["row"], problem["field"]) == (2, field)
    assert problem["reason"].startswith(reason)
    assert on("2026-11-22")["Motsägelse"][field] in (None, [])


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (
            ("starts_on=2026-01-01", "first_term_ends_on=2025-12-31"),
            "Sista giltighetsdagen 2025-12-31 ligger före startdagen 2026-01-01.",
        ),
        (
            ("first_term_ends_on=2027-12-31", "renewal_months=12", 'options=[{"months": 12}]'),
            "Ett avtal har antingen optioner eller automatisk förlängning. Ta bort det ena.",
        ),
        (
            ("starts_on=2026-01-01", "first_term_months=1201"),
            "Första avtalstid är 1\N{NO-BREAK SPACE}201\N{NO-BREAK SPACE}månader men ska vara mellan 1 och ",
        ),
    ],
)
def test_what_contradicts_is_refused_and_nothing_is_written(
    cli: Cli, file: Path, texts: tuple[str, ...], sentence: str
) -> None:
    found = cli("add", "agreements", file, "title=Motsägelse", *texts)
    assert (found.status, found.out) == (3, "")
    assert sentence in found.error
    assert cli("list", "agreements", file, "--format", "json").json == []


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (
            ("starts_on=2026-01-01", "first_term_months=12", "renewal_months=12", "notice_months=18"),
            "Uppsägningstiden är minst lika lång som första avtalstiden.",
        ),
        (("first_term_ends_on=9999-12-31",), "Stämmer årtalet 9999?"),
        (("starts_on=1900-01-01", "first_term_months=1200"), "Stämmer det?"),
        (("first_term_ends_on=2027-12-31", 'options=[{"months": 12}]'), "Option 1 saknar dag för beslut"),
    ],
)
def test_what_is_unusual_but_lawful_is_taken_with_a_remark(
    cli: Cli, file: Path, texts: tuple[str, ...], sentence: str
) -> None:
    found = cli("add", "agreements", file, "title=Ovanligt", *texts)
    assert found.status == 0
    assert sentence in found.error
    (row,) = cli("list", "agreements", file, "--on", "2026-11-22", "--format", "json").json
    assert row["term_ends_on"] is not None


def test_what_the_list_gives_can_be_taken_in_again(
    cli: Cli, file: Path, take_in: Callable[..., Any], tmp_path: Path
) -> None:
    take_in({"title": "Lifecare", "starts_on": "2025-01-01", "first_term_months": 24, "options": json.dumps(OPTIONS)})
    path = tmp_path / "igen.csv"
    path.write_text(cli("list", "agreements", file, "--format", "csv").out, encoding="utf-8")
    found = cli("import", "agreements", file, path, "--format", "json")
    assert (found.json["unchanged"], found.json["problems"]) == (1, [])
