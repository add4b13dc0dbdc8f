"""Exporting a register to a file."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar


def test_a_workbook_of_all_own_records(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "system.xlsx"
    before = filled.read_bytes()
    answer = done("export", "systems", filled, out)
    assert answer.out == f"3 poster är sparade i {out}.\n"
    page = openpyxl.load_workbook(out)["System"]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == ["Ale", "Lifecare", "Ärendehanteraren"]
    assert filled.read_bytes() == before


def test_separated_text_has_the_words_of_the_screen(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "system.CSV"
    done("export", "systems", filled, out)
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline=""), delimiter=";"))
    lifecare = next(row for row in rows if row["Namn"] == "Lifecare")
    assert (lifecare["Läge"], lifecare["Kostnad"], lifecare["Systemägare"]) == ("I drift", "412000", "Åsa Öberg")


def test_json_is_that_of_list(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "avtal.json"
    done("export", "agreements", filled, out)
    assert out.read_bytes() == done("list", "agreements", filled, "--format", "json").raw


def test_one_record_is_counted_as_one(done: Any, filled: Path, tmp_path: Path) -> None:
    assert done("export", "people", filled, tmp_path / "a.json").out.startswith("1 post är")


def test_nothing_found_is_a_file_without_rows(done: Any, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    done("export", "systems", register, out)
    assert out.read_text() == "[]\n"


def test_as_it_was_stored_on_an_earlier_day(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    done("export", "systems", filled, out, "--as-of", "2020-01-01")
    assert out.read_text() == "[]\n"


def test_dated_things_follow_the_day_asked_for(done: Any, filled: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    done("export", "agreements", filled, first, "--on", "2025-01-01")
    done("export", "agreements", filled, second, "--on", "2031-01-01")
    assert first.read_bytes() != second.read_bytes()


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.xls", ".xlsx"])
def test_other_endings_are_wrong_usage(cli: Any, filled: Path, tmp_path: Path, name: str) -> None:
    answer = cli("export", "systems", filled, tmp_path / name)
    assert answer.status == 2
    assert ".xlsx, .csv, .json, .ics" in answer.error
    assert not (tmp_path / name).exists()


def test_the_register_itself_is_never_written_over(cli: Any, filled: Path, tmp_path: Path) -> None:
    disguised = filled.rename(tmp_path / "register.csv")
    before = disguised.read_bytes()
    assert cli("export", "systems", disguised, disguised).status == 3
    assert disguised.read_bytes() == before


def test_a_folder_that_is_not_there_is_made(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "ny" / "a.csv"
    done("export", "systems", filled, out)
    assert out.exists()


def test_what_does_not_fit_in_a_cell_is_told(cli: Any, done: Any, register: Path, tmp_path: Path) -> None:
    done("add", "systems", register, "name=Lifecare", f"note={'x' * 40_000}")
    answer = cli("export", "systems", register, tmp_path / "a.xlsx")
    assert answer.status == 1
    assert answer.error.startswith("Anteckning för Lifecare är längre än en cell")
    assert cli("export", "systems", register, tmp_path / "a.csv").status == 0


def test_a_calendar_has_the_days_ahead_of_a_register(done: Any, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "arshjul.ics"
    answer = done("export", "yearly_activities", filled, out, "--on", "2026-11-22")
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert answer.out == f"{len(events)} dagar är sparade i {out}.\n"
    assert {str(event["SUMMARY"]) for event in events} >= {"IT-rådet prioriterar", "Prislistan publiceras"}
    before = out.read_bytes()
    done("export", "yearly_activities", filled, out, "--on", "2026-11-22")
    assert out.read_bytes() == before


def test_a_register_without_days_makes_no_calendar(cli: Any, filled: Path, tmp_path: Path) -> None:
    answer = cli("export", "people", filled, tmp_path / "a.ics")
    assert answer.status == 1
    assert answer.error == "Personer har inga dagar de närmaste 24 månaderna. Ingen fil skrevs.\n"
    assert not (tmp_path / "a.ics").exists()


def test_sessions_are_a_calendar_with_their_hours(done: Any, register: Path, tmp_path: Path) -> None:
    course = ("starts_on=2027-03-02", "starts_at=09:00", "ends_at=12:00", "venue=Sal 2")
    done("add", "training_sessions", register, "title=Grundkurs", *course)
    out = tmp_path / "kurser.ics"
    answer = done("export", "training_sessions", register, out, "--on", "2026-11-22")
    assert answer.out == f"1 dag är sparade i {out}.\n"
    assert b"DTSTART;TZID=Europe/Stockholm:20270302T090000" in out.read_bytes()
