import hashlib
from pathlib import Path
from typing import Any

KEYS = {"kind", "register", "record_id", "record", "reason", "day", "band", "responsible"}


def test_scripts_get_exactly_what_they_are_promised(done: Any, filled: Path) -> None:
    lines = done("attention", filled, "--on", "2026-05-22", "--format", "json").json
    (agreement,) = done("list", "agreements", filled, "--format", "json").json
    assert all(line.keys() == KEYS for line in lines)
    (notice,) = (line for line in lines if line["kind"] == "sista_uppsagningsdag")
    assert notice == {
        "kind": "sista_uppsagningsdag",
        "register": "agreements",
        "record_id": agreement["id"],
        "record": "Driftavtal Lifecare",
        "reason": notice["reason"],
        "day": "2026-06-30",
        "band": "inom_6_manader",
        "responsible": "Åsa Öberg",
    }
    assert notice["reason"].startswith("Driftavtalet för Lifecare förlängs 12 månader")
    (undated,) = (line for line in lines if line["kind"] == "utan_systemagare")
    assert (undated["record"], undated["day"], undated["band"]) == ("Ärendehanteraren", None, "inom_30_dagar")
    assert undated["responsible"] is None


def test_an_empty_register_has_nothing_to_do(done: Any, register: Path) -> None:
    assert done("attention", register, "--format", "json").json == []


def test_people_get_a_table(done: Any, filled: Path) -> None:
    heading, *rows = done("attention", filled, "--on", "2026-05-22").out.splitlines()
    assert heading.split() == ["När", "Senast", "Post", "Ansvarig", "Vad"]
    assert any(row.startswith("Inom 30 dagar") and "Systemet saknar systemägare." in row for row in rows)
    assert any(row.startswith("Inom 6 månader  2026-06-30  Driftavtal Lifecare") for row in rows)


def test_the_day_decides_whatever_it_is(done: Any, filled: Path) -> None:
    def notice(day: str) -> list[tuple[str, str]]:
        lines = done("attention", filled, "--on", day, "--format", "json").json
        return [(line["day"], line["band"]) for line in lines if line["kind"] == "sista_uppsagningsdag"]

    assert notice("2025-11-22") == []
    assert notice("2026-07-01") == [("2026-06-30", "forsenat")]
    assert notice("2030-06-01") == [("2030-06-30", "inom_30_dagar")]
    for day in ("1900-01-01", "9999-12-31"):
        assert done("attention", filled, "--on", day, "--format", "json").json


def test_reading_the_list_changes_nothing(done: Any, filled: Path) -> None:
    before = hashlib.sha256(filled.read_bytes()).hexdigest()
    done("attention", filled)
    assert hashlib.sha256(filled.read_bytes()).hexdigest() == before


def test_wrong_usage_and_no_file_are_told(cli: Any, filled: Path, tmp_path: Path) -> None:
    assert cli("attention", filled, "--on", "nyss").status == 2
    assert cli("attention", filled, "--format", "csv").status == 2
    assert cli("attention", tmp_path / "saknas.itadmin").status == 3
