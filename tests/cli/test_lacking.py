"""Who lacks what on the command line."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

KEYS = [
    "person",
    "person_id",
    "municipality",
    "system",
    "system_id",
    "plan_id",
    "module",
    "module_id",
    "audience",
    "demand",
    "why",
    "due",
    "days",
]


@pytest.fixture
def courses(done: Any, register: Path) -> Path:
    """A register with two people who are end users of Lifecare, of whom Bo has done what is demanded long ago."""
    done("add", "systems", register, "name=Lifecare", "lifecycle=i_drift")
    done("add", "systems", register, "name=Ekot", "lifecycle=i_drift")
    done("add", "training_plans", register, "title=Plan", "kind=system", "system=Lifecare", "status=utkast")
    rows = 'demands=[{"audience": "slutanvandare", "demand": "obligatorisk"}]'
    done("add", "training_modules", register, "title=Grundkurs", "plan=Plan", "valid_months=12", rows)
    for name, town in (("Anna Ek", "Bengtsfors kommun"), ("Bo Al", "")):
        done("add", "people", register, f"name={name}", *((f"organisation={town}",) if town else ()))
        done("add", "audience_members", register, "audience=slutanvandare", f"person={name}", "system=Lifecare")
    part = ("person=Bo Al", "module=Grundkurs", "status=genomford", "completed_on=2025-11-20")
    done("add", "training_participations", register, *part)
    done("set", "training_plans", register, "Plan", "status=faststalld", "adopted_on=2026-01-15")
    return register


def test_scripts_get_exactly_what_they_are_promised(done: Any, courses: Path) -> None:
    rows = done("lacking", courses, "--on", "2026-11-22", "--format", "json").json
    assert [list(row) for row in rows] == [KEYS, KEYS]
    anna, bo = rows
    told = ("person", "municipality", "system", "module", "audience", "demand", "why", "due", "days")
    assert [anna[key] for key in told] == [
        "Anna Ek",
        "Bengtsfors kommun",
        "Lifecare",
        "Grundkurs",
        "slutanvandare",
        "obligatorisk",
        "aldrig",
        None,
        None,
    ]
    assert [bo[key] for key in ("person", "municipality", "why", "due", "days")] == [
        "Bo Al",
        None,
        "utgangen",
        "2026-11-20",
        -2,
    ]
    read = list(csv.DictReader(done("lacking", courses, "--on", "2026-11-22", "--format", "csv").out.splitlines()))
    assert [(row["person"], row["why"]) for row in read] == [("Anna Ek", "aldrig"), ("Bo Al", "utgangen")]


def test_people_read_a_table_and_what_it_amounts_to(done: Any, courses: Path) -> None:
    told = done("lacking", courses, "--on", "2026-11-22").out
    assert "Anna Ek  Bengtsfors kommun  Lifecare" in told
    assert "2 av 2 personer saknar något." in told


@pytest.mark.parametrize(
    ("asked", "people"),
    [
        (("--system", "Lifecare"), ["Anna Ek", "Bo Al"]),
        (("--system", "Ekot"), []),
        (("--audience", "Slutanvändare"), ["Anna Ek", "Bo Al"]),
        (("--audience", "chef_attestant"), []),
        (("--municipality", "1460"), ["Anna Ek"]),
    ],
)
def test_what_is_asked_about_narrows_the_answer(
    done: Any, courses: Path, asked: tuple[str, str], people: list[str]
) -> None:
    rows = done("lacking", courses, *asked, "--on", "2026-11-22", "--format", "json").json
    assert [row["person"] for row in rows] == people


def test_it_is_saved_as_a_workbook(done: Any, courses: Path, tmp_path: Path) -> None:
    out = tmp_path / "saknas.xlsx"
    answer = done("lacking", courses, out, "--on", "2026-11-22")
    assert answer.out == f"2 rader är sparade i {out}.\n"
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Summor", "Personer"]
    assert "Anna Ek" in {cell.value for cell in book["Personer"]["A"]}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("--audience", "clowner"), "Målgruppen clowner finns inte. Välj bland slutanvandare, "),
        (("ut.pdf",), "ut.pdf kan inte skrivas. Ge filen någon av ändelserna .xlsx, .csv."),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(cli: Any, courses: Path, asked: tuple[str, ...], sentence: str) -> None:
    answer = cli("lacking", courses, *asked)
    assert (answer.status, answer.out) == (2, "")
    assert sentence in answer.error
